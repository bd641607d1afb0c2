// What others write anywhere in a file is text in all that is made of it: never a formula, a tag, a template or a name of our own.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { a1 } from '../../pipeline/address.ts';
import type { Edition, Unit } from '../../pipeline/model.ts';
import { openReader } from '../../pipeline/read/read.ts';
import { parts, sheetXml, workbookXml } from '../read/parts.ts';
import { zip } from '../read/zip-writer.ts';
import { among, documentsOf, honest, ofHonest } from './among.ts';

const PAYLOADS: readonly string[] = [
  "=cmd|'/C calc'!A0",
  '+1+cmd|x!A0',
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  '=HYPERLINK("http://127.0.0.1","点我")',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;b&gt;<b>粗</b>',
  '{{constructor}}{{数 t3.new_received.total}}',
  '{{#each this}}{{/with}}{{{',
  '\u202e反\u2066写\u200b',
  '\u001b[31m红\u0007',
  '换\r\n行,“引”"号;|',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '县'.repeat(4_000),
  '\ud800半个字',
];

const reader = openReader();
afterAll(() => reader.close());

/** The cells of the honest return as rows of texts. */
let lines: readonly (readonly string[])[];
let alone: Edition;
beforeAll(async () => {
  ({ edition: alone } = await among({}, reader));
  const reading = await reader.read(honest);
  if (reading.kind === 'refused') throw new Error(reading.detail);
  const rows: string[][] = [];
  for (const { row, column, shown } of reading.grid.sheets[0]?.cells ?? []) {
    rows[row] ??= [];
    (rows[row] as string[])[column] = shown.replaceAll('虞丞乡', '');
  }
  lines = Array.from(rows, row => Array.from(row ?? [], text => text ?? ''));
});

const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Another unit's return that holds the payload wherever people can write. */
const withPayload = (payload: string): Readonly<Record<string, string | Uint8Array>> => {
  const named = [[`填报单位：${payload}`], ['填报单位', payload], ...lines.slice(1)];
  const relabelled = lines.map(row => row.map(text => (/^\d+$/u.test(text) || text === '' ? text : text + payload)));
  const answered = lines.map(row => row.map(text => (/^\d+$/u.test(text) ? payload : text)));
  const beside = [...lines, ['存在的主要问题', payload], [payload, '1', '2', '3'], ['说明', payload]];
  const list = [
    ['编号', '说明', '原因', '说明人'],
    ['f123456789ab', payload, payload, payload],
    [payload, payload],
  ];
  // Excel has 31 characters for it, and attackers any number. XML has no control characters.
  const inXml = xml(payload).replaceAll(/[\p{Cc}\p{Cs}]/gu, '');
  const cells = beside.map(
    (row, r) =>
      `<row>${row.map((text, c) => `<c r="${a1(r, c)}" t="inlineStr"><is><t>${xml(text).replaceAll(/[\p{Cc}\p{Cs}]/gu, '')}</t></is></c>`).join('')}</row>`,
  );
  const book = zip(
    parts(sheetXml(cells.join('')), {
      'xl/workbook.xml': workbookXml('', `<sheet name="${inXml}" sheetId="1" r:id="rId1"/>`),
      'docProps/custom.xml': `<Properties><property name="${inXml}"><lpwstr>${inXml}</lpwstr></property></Properties>`,
      '_rels/.rels': parts('')[0]
        ?.data.toString()
        .replace(
          '</Relationships>',
          '<Relationship Id="c" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>',
        ) as string,
    }),
  );
  const name = Buffer.from(payload.replaceAll(/[/\p{Cc}\p{Cs}]/gu, '_').slice(0, 60)).toString();
  return {
    '单位.csv': csvOf(named),
    [`${name}.csv`]: csvOf(named),
    [`${name}/标签.csv`]: csvOf(relabelled),
    '平潭/数字.csv': csvOf(answered),
    '平潭综合实验区2021.csv': csvOf(beside),
    '核实说明.csv': csvOf(list),
    '工作簿.xlsx': book,
  };
};

const unitNamed = (text: string): Unit => ({
  code: text.slice(0, 100).replaceAll('|', ''),
  name: text,
  aliases: [text, `${text}局`],
  group: text,
  parent: null,
  since: null,
  until: null,
  contact: text,
});

const keys = Object.getOwnPropertyNames(Object.prototype);

describe.each(PAYLOADS.map(payload => [JSON.stringify(payload.slice(0, 30)), payload] as const))('%s', (_, payload) => {
  test('changes nothing of the honest unit, and stays text in all documents', async () => {
    const { edition, seconds } = await among(withPayload(payload), reader);
    expect(edition.failures).toEqual([]);
    expect(ofHonest(edition).returns).toEqual(ofHonest(alone).returns);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(keys);
    expect(seconds).toBeLessThan(10);
    expectTexts(await documentsOf(edition));
  });

  test('as a unit of the roster does the same', async () => {
    const { edition, seconds } = await among(
      { '报表.csv': csvOf([['填报单位', payload], ...lines.slice(1)]) },
      reader,
      [unitNamed(payload)],
    );
    expect(seconds).toBeLessThan(10);
    expect(edition.failures).toEqual([]);
    expect(ofHonest(edition).returns).toEqual(ofHonest(alone).returns);
    expectTexts(await documentsOf(edition));
  });
});

const expectTexts = (documents: Awaited<ReturnType<typeof documentsOf>>): void => {
  for (const { path, bytes } of documents) {
    const text = new TextDecoder().decode(bytes);
    if (path.endsWith('.csv')) {
      const records: string[][] = parse(text, { bom: true });
      const live = records.flat().filter(field => /^[=+@\t\r]|^-(?![\d.]*$)/u.test(field));
      expect(live, path).toEqual([]);
    }
    if (path.endsWith('.html')) expect(text, path).not.toMatch(/<script>alert|<img src=x|<b>粗/u);
    if (path.endsWith('.json')) JSON.parse(text);
  }
};
