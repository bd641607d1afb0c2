// A sheet as it comes out of a printer: A4, its heads repeated, its period and page at the edge.
import { columnLetters } from '../../address.ts';
import type { Sheet } from './book.ts';

export interface Print {
  readonly orientation?: 'portrait' | 'landscape';
  /** Rows at the top and columns at the left that stay in view and are printed on every page. */
  readonly headRows?: number;
  readonly headColumns?: number;
  /** False: as many pages side by side as its columns need. */
  readonly fitWidth?: boolean;
  readonly fitHeight?: boolean;
  readonly width: number;
  readonly height: number;
  readonly footer: string;
}

export const setPage = (sheet: Sheet, print: Print): void => {
  const { headRows = 0, headColumns = 0, fitWidth = true, fitHeight = false, width, height } = print;
  sheet.pageSetup = {
    paperSize: 9,
    orientation: print.orientation ?? 'landscape',
    horizontalCentered: true,
    margins: { left: 0.4, right: 0.4, top: 0.55, bottom: 0.6, header: 0.25, footer: 0.3 },
    ...(fitWidth ? { fitToPage: true, fitToWidth: 1, fitToHeight: fitHeight ? 1 : 0 } : { scale: 70 }),
    printArea: `A$1:${columnLetters(width - 1)}$${height}`,
    ...(headRows > 0 ? { printTitlesRow: `1:${headRows}` } : {}),
    ...(headColumns > 0 ? { printTitlesColumn: `A:${columnLetters(headColumns - 1)}` } : {}),
  };
  // & begins a code in a footer.
  sheet.headerFooter = { oddFooter: `&L${plain(print.footer)}&C${plain(sheet.name)}&R第 &P 页，共 &N 页` };
  if (headRows > 0 || headColumns > 0) sheet.views = [{ state: 'frozen', xSplit: headColumns, ySplit: headRows }];
};

const plain = (text: string): string => [...text.replaceAll('&', '&&')].slice(0, 60).join('');
