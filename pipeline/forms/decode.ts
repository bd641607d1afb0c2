// The text of a form file, in the encodings in which spreadsheet programs save CSV in China.
import { Fault } from '../fault.ts';

/** UTF-8 (with or without BOM), else GB18030. */
export const decodeText = (bytes: Uint8Array, file: string): string => {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Fault('is neither UTF-8 nor GB18030 text; save it again as “CSV UTF-8”', file);
};
