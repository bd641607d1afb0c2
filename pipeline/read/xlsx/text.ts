// Texts of cells: `_x000D_` escapes, and the table of shared strings.
import { oneText } from '../../one-text.ts';
import { walkXml } from '../xml.ts';

/** Characters that XML cannot hold are written `_xHHHH_`, and a text that only looks so with its `_` escaped. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Rich text runs are one text; phonetic readings (`rPh`) are no part of it. */
export const readSharedStrings = (bytes: Uint8Array, part: string): readonly string[] => {
  const strings: string[] = [];
  let text = '';
  let isInText = false;
  walkXml(bytes, part, 'root', {
    open: (name, _, parent) => {
      if (name === 'si' && parent === 'sst') text = '';
      isInText = name === 't' && (parent === 'si' || parent === 'r');
    },
    text: piece => {
      if (isInText) text += piece;
    },
    close: name => {
      isInText = false;
      if (name === 'si') strings.push(oneText(unescapeText(text)));
    },
  });
  return strings;
};
