// Names of elements and attributes, and the white space between them (XML 1.0, fifth edition, productions 3 to 5).

const START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const NAME = new RegExp(`[${START}][-${START}.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*`, 'uy');

/** By code of ASCII: 2 begins a name, 1 goes on with one. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[:A-Z_a-z]/.test(character) ? 2 : /[-.0-9]/.test(character) ? 1 : 0;
});

/** Where the name that begins at `start` ends; `start` where none does. */
export const nameEnd = (text: string, start: number): number => {
  let at = start;
  let code = text.charCodeAt(at);
  if (ASCII[code] === 1) return start;
  while (code < 128 && ASCII[code] !== 0) code = text.charCodeAt(++at);
  if (!(code >= 128)) return at;
  NAME.lastIndex = start;
  return NAME.test(text) ? NAME.lastIndex : start;
};

/** Ends of lines are \n by then. */
export const spacesEnd = (text: string, start: number): number => {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
};

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9;
