// How many lines a text takes in a cell: programs do not reckon the height of merged cells and boxes.

/** `width` in narrow characters; a Chinese one takes two. */
export const lineCount = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(breadth(line) / Math.max(2, width - 1.5))), 0);

const breadth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1.05), 0);
