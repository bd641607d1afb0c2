// What a format writes, and a workbook of it as exceljs opens it.
import exceljs from 'exceljs';
import type { Edition } from '../../pipeline/model.ts';
import type { Format } from '../../pipeline/render/format.ts';
import { documentsIn } from '../documents.ts';
import { KIT } from './house.ts';

/** The bytes of its one document; no return can be opened once more. */
export const writtenBy =
  (format: Format) =>
  async (edition: Edition): Promise<Uint8Array> => {
    const [document] = await documentsIn(await format.render(edition, KIT, () => null));
    if (document === undefined) throw new Error('nothing was written');
    return document.bytes;
  };

export const opened = async (bytes: Uint8Array): Promise<exceljs.Workbook> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return book;
};
