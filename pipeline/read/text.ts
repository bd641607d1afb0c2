// The characters of a text file: UTF-8, UTF-16 with its mark, or GB18030, each strictly or not at all.
import { refuse } from './refusal.ts';

export interface Decoded {
  readonly text: string;
  /** Fewer than 6 pairs of GB18030 may as well be something else. */
  readonly unsure: boolean;
}

const SURE = /(?:[^\0-\x7f][\0-\x7f]*){6}/u;

/** What spreadsheets and editors never write into a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0e-\x1f\x7f]/;

export const decodeText = (bytes: Uint8Array): Decoded => {
  const decoded = decoded16(bytes) ?? strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
  if (decoded === null) return refuse('not-a-spreadsheet', '不是表格，也不是 UTF-8 或 GB18030 文字');
  if (CONTROL.test(decoded.text)) return refuse('not-a-spreadsheet', '二进制文件');
  return decoded;
};

const decoded16 = (bytes: Uint8Array): Decoded | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes);
  return bytes[0] === 0xfe && bytes[1] === 0xff ? strictly('utf-16be', bytes) : null;
};

const strictly = (encoding: string, bytes: Uint8Array): Decoded | null => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, unsure: encoding === 'gb18030' && !SURE.test(text) };
  } catch {
    return null;
  }
};
