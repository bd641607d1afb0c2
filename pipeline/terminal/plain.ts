// Texts of others on a terminal: nothing in them may move the cursor, hide or turn round what stands there.

/** Control and format characters, line ends too, as they would be written in code: `\u{1b}`. */
export const plain = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, sign => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
