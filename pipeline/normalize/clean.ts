// A cell's text as it is meant: width, invisible characters and &nbsp; taken away, never a digit added.

/** Folds width (NFKC) and trims; null where folding or hidden direction marks would change the number: 12², ½, ①. */
export const clean = (text: string): string | null =>
  MISLEADING.test(text)
    ? null
    : text
        .replace(/&nbsp;/gi, ' ')
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .trim();

const MISLEADING = /[\p{No}\u200F\u202A-\u202E\u2066-\u2069]/u;
const INVISIBLE = /\u00AD|\u200B|\u200C|\u200D|\u200E|\u2060|\uFEFF/g;
