// One text for all that are equal: returns of a run print the same labels and figures, and what is one object is found and kept at once.

const MOST = 10_000;
const LONGEST = 200;

let recent = new Map<string, string>();
let before = new Map<string, string>();

/** An equal text; the same one for up to 10,000 that were asked for of late. One of more than 200 characters as it is. */
export const oneText = (text: string): string => {
  const known = recent.get(text);
  if (known !== undefined) return known;
  if (text.length > LONGEST) return text;
  const own = before.get(text) ?? copyOf(text);
  if (recent.size === MOST) {
    before = recent;
    recent = new Map();
  }
  recent.set(own, own);
  return own;
};

// A piece of a long text keeps all of it in memory.
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
