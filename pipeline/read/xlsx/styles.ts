// The number format code of each cell style.
import { onceOf } from '../../once-of.ts';
import { BUILT_IN } from '../built-in-formats.ts';
import { refuse } from '../refusal.ts';
import { attribute, walkXml } from '../xml.ts';

/** Excel allows 255 characters. */
const LONGEST = 1_024;

/** Format codes by index of cell style; a workbook without styles has none. `part` is what a refusal names. */
export const readStyles = onceOf((bytes: Uint8Array, part: string): readonly string[] => {
  const own = new Map<string, string>();
  const ids: string[] = [];
  walkXml(bytes, part, 'root', {
    open: (name, given, parent) => {
      const id = attribute(given, 'numFmtId') ?? '0';
      if (name === 'xf' && parent === 'cellXfs') ids.push(id);
      const code = attribute(given, 'formatCode') ?? '';
      if (code.length > LONGEST) refuse('damaged', `${part}：数字格式`);
      if (name === 'numFmt' && parent === 'numFmts') own.set(id, code);
    },
  });
  return ids.map(id => own.get(id) ?? BUILT_IN.get(id) ?? 'General');
});
