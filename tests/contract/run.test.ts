// `run` as others rely on it: exit codes, tables, bytes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filedCsv, filedXlsx } from '../filed.ts';
import { contentOf, folderWith, put } from '../files.ts';
import { logOf, nianbao, type Outcome, rowsOf } from './command.ts';

const HOSTILE = ['=cmd|calc!A1.csv', 'a"b,c\n2025.csv', '+86 <b>&.xlsx', '-1+1 \u202egnp.xlsx'];
const FORMULA = '=HYPERLINK("http://x.cn","点")';

const work = folderWith();
const input = join(work, 'input');
const output = join(work, 'output');
const edition = join(output, '2025');
let first: Outcome;
let second: Outcome;

beforeAll(async () => {
  put(input, {
    'units.csv':
      'code,name,aliases,group\n01,教育局,,部门\n02,民政局,,部门\n03,财政局,,部门\n04,审计局,,部门\n11,董志镇,,乡镇\n',
    '2025/period.yaml': 'organ: 西峰区\ndue: 2026-01-31\n',
    '2025/部门/教育局.xlsx': await filedXlsx('教育局', 2025, { 't2.permit.value': 12, 't2.fee_wan.value': 0.1 }),
    '2025/部门/民政局.csv': filedCsv('民政局', 2025, { 't2.permit.value': FORMULA, 't2.fee_wan.value': '0.2' }),
    '2025/乡镇/董志镇.csv': filedCsv('董志镇', 2025, { 't2.permit.value': '约30', 't3.granted.total': 4 }),
    '2025/部门/财政局.xlsx': 'PK\u0003\u0004 cut off',
    '2025/部门/~$财政局.xlsx': 'x',
    '2025/空.xlsx': '',
    ...Object.fromEntries(HOSTILE.map(name => [`2025/${name}`, '1,2\n'])),
  });
  const args = ['run', '--no-pdf', '--input', input, '--at', '2026-02-01T09:00:00+08:00'];
  [first, second] = await Promise.all([
    nianbao([...args, '--output', output]),
    nianbao([...args, '--output', join(work, 'again'), '--strict'], { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8' }),
  ]);
});

describe('the command', () => {
  test('ends with 0 where findings are data, and with 1 where --strict makes fatal ones matter', () => {
    expect([first.code, second.code]).toEqual([0, 1]);
  });

  test('tells the result on stdout and the log, in JSON lines, on stderr', () => {
    expect(first.stdout).toMatch(/^2025年：应报 5，已报 3；待处理 强制性 \d+，核实性 \d+，提示性 \d+ → .*2025\n$/u);
    for (const entry of logOf(first))
      expect(entry).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  });

  test('writes the same bytes each time, wherever it runs and in whatever zone', () => {
    expect(contentOf(join(work, 'again', '2025'))).toEqual(contentOf(edition));
  });
});

describe('the tables', () => {
  test.each([
    ['deliveries', 'file,sha256,size,unit_code,period,form,status,reason'],
    [
      'observations',
      'period,unit_code,unit_name,form,table,row,column,row_label,column_label,status,value,raw,file,sheet,cell',
    ],
    ['totals', 'period,form,group,table,row,column,row_label,column_label,value,approximate,units_in,units_missing'],
    [
      'findings',
      'id,period,unit_code,unit_name,check,rule,severity,table,row,column,file,sheet,cell,stated,due,difference,message,suggestion,status,explanation',
    ],
    ['tally', 'check,rule,held,broken,unknown,failed'],
  ])('%s has the columns of the contract', (name, header) => {
    expect(readFileSync(join(edition, `data/${name}.csv`), 'utf8').split('\r\n')[0]).toBe(header);
  });

  test('agree with datapackage.json: fields, types, bytes and hashes', () => {
    const { resources } = JSON.parse(readFileSync(join(edition, 'data/datapackage.json'), 'utf8'));
    expect(resources.map(({ path }: { path: string }) => path)).toEqual(
      ['deliveries', 'findings', 'observations', 'tally', 'totals'].map(name => `${name}.csv`),
    );
    for (const { name, path, bytes, hash, schema } of resources) {
      const content = readFileSync(join(edition, 'data', path));
      const rows = rowsOf(edition, name);
      expect(bytes).toBe(content.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
      const fields: readonly { name: string; type: keyof typeof FORMS_OF_TYPE }[] = schema.fields;
      expect(Object.keys(rows[0] ?? {})).toEqual(fields.map(field => field.name));
      for (const row of rows)
        for (const field of fields)
          if (row[field.name] !== '') expect(row[field.name]).toMatch(FORMS_OF_TYPE[field.type]);
    }
  });

  test('have every total of every group, and the sums are exact', () => {
    const totals = rowsOf(edition, 'totals').filter(({ row }) => row === 'fee_wan' || row === 'permit');
    expect(
      totals.map(({ row, group, value, approximate, units_in, units_missing }) =>
        [row, group, value, approximate, units_in, units_missing].join(' '),
      ),
    ).toEqual([
      'permit * 42 true 01|11 02|03|04',
      'permit 部门 12 false 01 02|03|04',
      'permit 乡镇 30 true 11 ',
      'fee_wan * 0.3 false 01|02|11 03|04',
      'fee_wan 部门 0.3 false 01|02 03|04',
      'fee_wan 乡镇 0 false 11 ',
    ]);
  });

  test('name every file and what became of it', () => {
    const deliveries = rowsOf(edition, 'deliveries');
    const status = (file: string): string | undefined =>
      deliveries.find(row => row['file']?.endsWith(file))?.['status'];
    expect(deliveries).toHaveLength(10);
    expect(status('部门/教育局.xlsx')).toBe('accepted');
    expect(status('部门/财政局.xlsx')).toBe('rejected');
    expect(status('~$财政局.xlsx')).toBe('ignored');
    expect(status('空.xlsx')).toBe('ignored');
    for (const name of HOSTILE) expect(status(name)).toBe('rejected');
  });

  test('run nothing in a spreadsheet: what would be a formula is a text', () => {
    const cells = ['deliveries', 'observations', 'findings'].flatMap(table =>
      rowsOf(edition, table).flatMap(Object.values),
    );
    expect(cells.filter(cell => /^[=+\-@\t\r＝＋－＠]/u.test(cell) && Number.isNaN(Number(cell)))).toEqual([]);
    expect(cells).toContain(`'${FORMULA}`);
    expect(cells).toContain(`'${HOSTILE[0]}`);
  });

  test('point from a value to its cell and back to what was typed', () => {
    const found = rowsOf(edition, 'observations').find(row => row['unit_code'] === '11' && row['row'] === 'permit');
    expect(found).toMatchObject({
      unit_name: '董志镇',
      form: 'annual-2021',
      table: 't2',
      column: 'value',
      row_label: '行政许可',
      status: 'approximate',
      value: '30',
      raw: '约30',
      file: '乡镇/董志镇.csv',
      sheet: 'csv',
    });
    expect(found?.['cell']).toMatch(/^[A-Z]+\d+$/u);
  });
});

const FORMS_OF_TYPE = {
  string: /^/u,
  integer: /^-?\d+$/u,
  number: /^-?\d+(?:\.\d+)?$/u,
  boolean: /^(?:true|false)$/u,
} as const;

test('run.json says what was run on what, and its counts are those of the tables', () => {
  const record = JSON.parse(readFileSync(join(edition, 'data/run.json'), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const [deliveries, findings] = [rowsOf(edition, 'deliveries'), rowsOf(edition, 'findings')];
  const withStatus = (rows: typeof deliveries, status: string): number =>
    rows.filter(row => row['status'] === status).length;
  expect(record).toMatchObject({
    nianbao: version,
    period: '2025',
    at: '2026-02-01T09:00:00+08:00',
    form: { id: 'annual-2021', hash: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    previous: null,
    counts: {
      units: 5,
      filed: 3,
      deliveries: deliveries.length,
      accepted: withStatus(deliveries, 'accepted'),
      observations: rowsOf(edition, 'observations').length,
      totals: rowsOf(edition, 'totals').length,
      findings: findings.length,
      fatal: findings.filter(row => row['severity'] === 'fatal').length,
      open: withStatus(findings, 'open'),
      failed_checks: 0,
    },
    due: '2026-01-31',
    made_from: expect.stringMatching(/^[0-9a-f]{64}$/u),
    health: {
      open: Object.fromEntries(
        ['fatal', 'query', 'info'].map(severity => [
          severity,
          findings.filter(row => row['severity'] === severity && row['status'] === 'open').length,
        ]),
      ),
      files: Object.fromEntries(
        ['accepted', 'superseded', 'conflict', 'rejected', 'ignored'].map(status => [
          status,
          withStatus(deliveries, status),
        ]),
      ),
      units_missing: 2,
      rules_not_run: 0,
      own_failures: 0,
    },
  });
  expect(record.inputs).toHaveLength(deliveries.length);
});

test('the report cannot be made to hold what a file name or a cell says as markup', () => {
  const report = readFileSync(join(edition, '年度报告.html'), 'utf8');
  expect(report).not.toContain('<b>&.');
  expect(report).toContain('西峰区');
});
