// The annual report as a web page.
import type { Format } from './format.ts';
import { printPage } from './report/page.ts';
import { printHtml } from './report/print-html.ts';
import { reportBlocks } from './report/report.ts';
import { reportModel } from './report/report-model.ts';

export const reportHtml = {
  id: 'report-html',
  render: (edition, kit) => {
    const page = printPage(kit.page, reportModel(edition), printHtml(reportBlocks(edition, kit)));
    return [{ path: edition.form.report.path, bytes: new TextEncoder().encode(page) }];
  },
} satisfies Format;
