// Saves a drawn workbook as .xlsx, the same bytes each time.
import ExcelJS from 'exceljs';
import type { Ink } from './answer.ts';
import type { Book, Canvas, Faces, Look } from './canvas.ts';
import { withFixedDates } from './zip-dates.ts';

const DAY = new Date(Date.UTC(2018, 0, 20));
const THIN = { style: 'thin' } as const;
const FRAME = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const FRAMED: ReadonlySet<Look> = new Set(['head', 'section', 'label', 'unit', 'figure', 'words', 'phantom']);
const BOLD: ReadonlySet<Look> = new Set(['heading', 'head', 'section']);
const CENTRED: ReadonlySet<Look> = new Set(['title', 'head', 'unit', 'figure']);

export async function saveXlsx(book: Book): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = DAY;
  workbook.modified = DAY;
  for (const drawn of book.canvases) drawSheet(workbook, drawn, book.faces);
  return withFixedDates(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function drawSheet(workbook: ExcelJS.Workbook, drawn: Canvas, faces: Faces) {
  const sheet = workbook.addWorksheet(drawn.name, {
    state: drawn.hidden ? 'hidden' : 'visible',
    pageSetup: {
      paperSize: 9,
      orientation: drawn.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: drawn.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第 &P 页 共 &N 页' },
  });
  sheet.properties.defaultRowHeight = 18;
  for (const [column, width] of drawn.widths) sheet.getColumn(column).width = width;
  for (const [row, height] of drawn.heights) sheet.getRow(row).height = height;
  for (const spot of drawn.spots) {
    const cell = sheet.getCell(spot.row, spot.column);
    if (spot.ink !== null) cell.value = asExcel(spot.ink);
    const title = spot.look === 'title';
    cell.font = {
      name: title ? faces.title : faces.body,
      size: title ? 18 : 11,
      bold: title || BOLD.has(spot.look),
    };
    cell.alignment = {
      horizontal: CENTRED.has(spot.look) ? 'center' : 'left',
      vertical: spot.look === 'words' ? 'top' : 'middle',
      wrapText: spot.look !== 'line' && spot.look !== 'heading',
    };
    if (FRAMED.has(spot.look)) cell.border = FRAME;
    if (spot.look === 'head' && faces.shade !== null)
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: faces.shade } };
    if (spot.format !== null) cell.numFmt = spot.format;
  }
  for (const m of drawn.merges) sheet.mergeCells(m.top, m.left, m.bottom, m.right);
}

function asExcel(ink: Ink): ExcelJS.CellValue {
  if (typeof ink !== 'object') return ink;
  return 'day' in ink ? new Date(`${ink.day}T00:00:00Z`) : { formula: ink.formula, result: ink.result };
}
