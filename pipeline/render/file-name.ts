// Names of units and organs → names of files that Windows, SMB shares and zip programs take as they are.
import type { Unit } from '../model.ts';

/** One path segment without extension: never empty, at most 80 characters, no sign that a file system forbids or hides. */
export const fileName = (text: string): string => {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/[<>:"/\\|?*]/gu, sign => WIDE[sign] ?? '_')
    .replace(/\s+/gu, ' ');
  const short = [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[ .~]+|[ .]+$/gu, '');
  if (short === '') return '未命名';
  return RESERVED.test(short) ? `${short}_` : short;
};

/** By unit code: a name for the files of each unit. Units whose names differ by nothing that a file system sees get their codes. */
export const unitFileNames = (units: readonly Unit[]): ReadonlyMap<string, string> => {
  const bare = units.map(({ code, name }) => ({ code, name: fileName(name) }));
  const alike = Map.groupBy(bare, ({ name }) => name.toLowerCase());
  const named = bare.map(({ code, name }) => {
    const isAlone = alike.get(name.toLowerCase())?.length === 1;
    return [code, isAlone ? name : `${fileName([...name].slice(0, 50).join(''))}（${fileName(code)}）`] as const;
  });
  return new Map(named);
};

const LONGEST = 80;
const WIDE: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/iu;
