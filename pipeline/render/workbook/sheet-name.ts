// A text → the name of a sheet that every spreadsheet takes: at most 31 characters, none of the forbidden ones, given once.

/** Adds the name to `taken`. */
export const sheetName = (text: string, taken: Set<string>): string => {
  const plain = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd\ufffe\uffff]/gu, '')
    .replace(/[[\]:*?/\\]/gu, '_')
    .replace(/^'+|'+$/gu, '')
    .trim();
  const base = cut(plain === '' ? '表' : plain, 31);
  let name = base;
  for (let nth = 2; taken.has(name.toLowerCase()); nth += 1) name = `${cut(base, 26)}(${nth})`;
  taken.add(name.toLowerCase());
  return name;
};

const cut = (text: string, longest: number): string => {
  let short = '';
  for (const sign of text) {
    if (short.length + sign.length > longest) break;
    short += sign;
  }
  return short;
};
