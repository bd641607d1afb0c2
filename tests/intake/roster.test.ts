// units.csv and units.xlsx, as offices keep them.
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { rosterOf } from '../../pipeline/intake/roster.ts';
import type { Unit } from '../../pipeline/model.ts';
import { gridOf } from '../read/workbook.ts';

const roster = async (bytes: Uint8Array | string): Promise<readonly Unit[]> =>
  rosterOf(await gridOf(typeof bytes === 'string' ? Buffer.from(bytes) : bytes), 'units.csv');

const HEADER = 'code,name,aliases,group,parent,since,until,contact';

test('a line is a unit', async () => {
  expect(await roster(`${HEADER}\r\nXF01,区政府办公室,区政府办|政府办,部门,XF,2019,2024,科长\r\n`)).toEqual([
    {
      code: 'XF01',
      name: '区政府办公室',
      aliases: ['区政府办', '政府办'],
      group: '部门',
      parent: 'XF',
      since: 2019,
      until: 2024,
      contact: '科长',
    },
  ]);
});

test('only code and name must be there', async () => {
  expect(await roster('code,name\n01,教育局')).toMatchObject([
    { code: '01', aliases: [], group: '', parent: null, since: null, until: null, contact: '' },
  ]);
});

test('columns stand in any order, beside others, with a byte order mark and in any case', async () => {
  const [unit] = await roster('\ufeffName,备注,Aliases , CODE\n教育局,忽略,区教育局｜ 教委 |,007\n');
  expect(unit).toMatchObject({ code: '007', name: '教育局', aliases: ['区教育局', '教委'] });
});

test('GB18030 as Chinese Excel saves CSV is read', async () => {
  const gbk = [0x30, 0x31, 0x2c, 0xbd, 0xcc, 0xd3, 0xfd, 0xbe, 0xd6];
  const [unit] = await roster(Buffer.concat([Buffer.from('code,name\r\n'), Buffer.from(gbk)]));
  expect(unit).toMatchObject({ code: '01', name: '教育局' });
});

test('a workbook is read like a CSV', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名册');
  sheet.addRows([
    ['name', 'code', 'since'],
    ['教育局', '007', 2019],
    ['民政局', '008', null],
  ]);
  const units = await roster(new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(units.map(({ code, name, since }) => `${code} ${name} ${since}`)).toEqual([
    '007 教育局 2019',
    '008 民政局 null',
  ]);
});

test('empty lines are passed over', async () => {
  expect(await roster('code,name\n\n01,教育局\n,\n02,民政局\n')).toHaveLength(2);
});

describe('a mistake is a Fault at its place', () => {
  test.each([
    [
      'a column that lacks',
      'code,nam\n1,教育局',
      'units.csv: the first line of the roster lacks the column "name"; it is to be',
    ],
    ['no name', 'code,name\n01,教育局\n02,', 'units.csv:3: a unit needs both code and name'],
    ['no code', 'code,name\n01,教育局\n,民政局', 'units.csv:3: a unit needs both code and name'],
    ['a code twice', 'code,name\n01,教育局\n01,民政局', 'units.csv: the code 01 stands twice for the same year'],
    ['a year that is none', 'code,name,until\n01,教育局,2019年', 'units.csv!C2: "2019年" in column until is no year'],
    ['a code that would part codes', 'code,name\n1|2,教育局', 'units.csv:2: a code cannot hold "|", which parts codes'],
    [
      'a group that means all',
      'code,name,group\n01,教育局,*',
      'units.csv:2: no group can be named "*", which means all',
    ],
    ['no unit at all', 'code,name', 'units.csv: the roster names no unit'],
  ])('%s', async (_, text, message) => {
    await expect(roster(text)).rejects.toThrow(message);
  });
});

test('a unit that was renamed stands once a name, each with its years', async () => {
  const units = await roster('code,name,since,until\n20,后官寨乡,,2014\n20,后官寨镇,2015,\n');
  expect(units.map(({ name }) => name)).toEqual(['后官寨乡', '后官寨镇']);
});
