// A cell as nearly all are written, `c r="C6" s="5" t="s"><v>12</v></c>`, taken in one go. All others are read tag by tag.

/** What was taken: of a shared text its number, else the text of `v`; null where there is no `v`. */
export interface PlainCell {
  column: number;
  row: number;
  style: number;
  shared: number;
  number: string | null;
  /** Behind the element. */
  end: number;
}

export const noCell = (): PlainCell => ({ column: 0, row: 0, style: 0, shared: -1, number: null, end: 0 });

const QUOTE = 0x22;
const LESS = 0x3c;
const [ZERO, NINE] = [0x30, 0x39];
const [A, Z] = [0x41, 0x5a];

const START = 'c r="';
const STYLE = ' s="';
const SHARED = ' t="s"';
const VALUE = '><v>';
const END = '</v></c>';
const EMPTY = '/>';

/** Whether a plain cell stands at `start`, behind its `<`; if so, it is put `into`. */
export const takePlainCell = (text: string, start: number, into: PlainCell): boolean => {
  if (!stands(text, START, start)) return false;
  let at = start + START.length;
  let code = text.charCodeAt(at);
  let column = 0;
  for (; code >= A && code <= Z; code = text.charCodeAt(++at)) column = column * 26 + code - A + 1;
  if (column === 0 || code === ZERO) return false;
  let row = 0;
  for (; isDigit(code); code = text.charCodeAt(++at)) row = row * 10 + code - ZERO;
  if (row === 0 || code !== QUOTE) return false;
  at++;
  let style = 0;
  if (stands(text, STYLE, at)) {
    at += STYLE.length;
    const first = at;
    for (code = text.charCodeAt(at); isDigit(code); code = text.charCodeAt(++at)) style = style * 10 + code - ZERO;
    if (at === first || code !== QUOTE) return false;
    at++;
  }
  const isShared = stands(text, SHARED, at);
  if (isShared) at += SHARED.length;
  into.column = column - 1;
  into.row = row - 1;
  into.style = style;
  into.shared = -1;
  into.number = null;
  if (stands(text, EMPTY, at)) {
    into.end = at + EMPTY.length;
    return true;
  }
  if (!stands(text, VALUE, at)) return false;
  at += VALUE.length;
  const from = at;
  let index = 0;
  for (code = text.charCodeAt(at); isDigit(code) || (!isShared && isSign(code)); code = text.charCodeAt(++at))
    index = index * 10 + code - ZERO;
  if (at === from || at - from > LONGEST || code !== LESS || !stands(text, END, at)) return false;
  if (isShared) into.shared = index;
  else into.number = text.slice(from, at);
  into.end = at + END.length;
  return true;
};

/** Digits of the number of a shared text. */
const LONGEST = 9;

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** `-` and `.`: other numbers than 12, -3 and 2.5 are rare. */
const isSign = (code: number): boolean => code === 0x2d || code === 0x2e;

const stands = (text: string, sign: string, at: number): boolean => {
  for (let i = 0; i < sign.length; i++) if (text.charCodeAt(at + i) !== sign.charCodeAt(i)) return false;
  return true;
};
