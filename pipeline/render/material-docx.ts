// What the units wrote, for whoever drafts the report: a document of Word.
import type { Format } from './format.ts';
import { materialBlocks, materialTitle } from './material/blocks.ts';

export const materialDocx = {
  id: 'material-docx',
  render: async edition => {
    if (edition.form.texts.length === 0) return [];
    // Loaded where a document is written: it takes its time.
    const { docxBytes } = await import('./docx/print-docx.ts');
    const facts = { title: materialTitle(edition), at: edition.at };
    return [{ path: '素材汇编.docx', bytes: await docxBytes(materialBlocks(edition), facts) }];
  },
} satisfies Format;
