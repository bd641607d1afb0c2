// The page of GB/T 9704-2012: A4, 22 lines of 28 characters. In twentieths of a point (twips), as Word counts.

const mm = (length: number): number => Math.round((length * 1440) / 25.4);

export const PAGE = { width: 11906, height: 16838 };
export const MARGIN = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(24) };
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/** A twenty-second of the text's height: 28.95 pt. */
export const LINE = Math.floor((PAGE.height - MARGIN.top - MARGIN.bottom) / 22);

/** A character of the body, 三号. */
export const CHARACTER = 16 * 20;

/** How much closer than their size (a negative number) characters of the body stand, so that 28 fill a line. */
export const CLOSER = Math.floor(TEXT_WIDTH / 28 - CHARACTER);
