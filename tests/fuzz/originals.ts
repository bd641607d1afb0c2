// The files that are made wrong: those of the sample, in all kinds that we read, and what other programs write.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parts, sheetXml } from '../read/parts.ts';
import { zip } from '../read/zip-writer.ts';

const INPUT = join(import.meta.dirname, '../../input');

const WRITTEN = zip(
  parts(
    sheetXml(
      '<row r="1" hidden="1"><c r="A1" s="1"><v>45000</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">SUM(A1:A2)</f></c></row><row r="2"><c r="B2"><f t="shared" si="0"/></c></row>',
      '<mergeCells><mergeCell ref="C1:D2"/></mergeCells>',
      '<cols><col min="1" max="3" hidden="1"/></cols>',
    ),
  ),
);

export interface Original {
  readonly name: string;
  readonly bytes: Buffer;
}

export const ORIGINALS: readonly Original[] = [
  { name: 'written by hand.xlsx', bytes: WRITTEN },
  ...readdirSync(INPUT, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:xlsx|xlsm|xls|et|ods|csv|xlsb)$/u.test(path))
    .sort()
    .map(name => ({ name, bytes: readFileSync(join(INPUT, name)) }))
    .filter(({ bytes }) => bytes.length > 0),
];
