// The annual report as a document of Word, from the same blocks as the web page.
import type { Format } from './format.ts';
import { reportBlocks, wordPath } from './report/report.ts';
import { reportModel } from './report/report-model.ts';

export const reportDocx = {
  id: 'report-docx',
  render: async (edition, kit) => {
    // Loaded where a document is written: it takes its time.
    const { docxBytes } = await import('./docx/print-docx.ts');
    const facts = { title: reportModel(edition).title, at: edition.at };
    return [
      {
        path: wordPath(edition.form),
        bytes: await docxBytes(reportBlocks(edition, kit), facts),
      },
    ];
  },
} satisfies Format;
