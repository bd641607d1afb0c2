// The paragraphs of a .docx outside its tables, without what was struck out.
import { refuse } from '../refusal.ts';
import { partOf, relationsOf } from '../xlsx/package.ts';
import { walkXml } from '../xml.ts';
import type { Zip } from '../zip/directory.ts';

export const readDocx = (zip: Zip): readonly string[] => {
  const part = zip.has('_rels/.rels')
    ? relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.target
    : undefined;
  if (part === undefined) return refuse('damaged', '压缩包，不是 .docx');
  const paragraphs: string[] = [];
  let text = '';
  let tables = 0;
  let isDocument = false;
  let isText = false;
  walkXml(partOf(zip, part), part, 'root', {
    open: (name, _, parent) => {
      if (parent === '' && name === 'document') isDocument = true;
      if (name === 'tbl') tables += 1;
      if (name === 'br' || name === 'tab') text += ' ';
      isText = name === 't' && tables === 0;
    },
    text: piece => {
      if (isText) text += piece;
    },
    close: name => {
      isText = false;
      if (name === 'tbl') tables -= 1;
      if (name !== 'p' || tables > 0) return;
      paragraphs.push(text);
      text = '';
    },
  });
  return isDocument ? paragraphs : refuse('damaged', '不是 .docx 文稿');
};
