// The committed sample: read right cell by cell, summed to what was published, and its planted mistakes found.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../pipeline/house.ts';
import { itemName } from '../pipeline/items.ts';
import { openLog } from '../pipeline/log.ts';
import type { Edition, Severity, Value } from '../pipeline/model.ts';
import { folderWith } from './files.ts';
import { gathered } from './gathered.ts';
import { APPROXIMATE, FACTS } from './sample/facts.ts';
import { truthOf } from './sample/truth.ts';

const ROOT = join(import.meta.dirname, '..');
const INPUT = join(ROOT, 'input');
const PERIODS = ['2017', '2021', '2022', '2023'];

let house: House;
const editions = new Map<string, Edition>();

const editionOf = (period: string): Edition => {
  const edition = editions.get(period);
  if (edition === undefined) throw new Error(`no edition of ${period}`);
  return edition;
};

beforeAll(async () => {
  house = await openHouse(
    { input: INPUT, templates: join(ROOT, 'templates') },
    '2026-01-20',
    openLog('silent'),
    () => {},
  );
  for (const period of PERIODS) editions.set(period, await house.edition(period));
});

afterAll(() => house.close());

/** The amount as the truth has it: null where none is stated or can be read. */
const amountOf = (value: Value): string | null => {
  if (value.kind === 'count' || value.kind === 'approximate') return value.amount;
  return value.kind === 'nil' ? '0' : null;
};

/** `check unit item` of the findings of one severity; the item is '' where there is none. */
const found = (period: string, severity: Severity): readonly string[] =>
  editionOf(period)
    .findings.filter(finding => finding.severity === severity)
    .map(({ check, rule, place: { unit, table = '', row = '', column = '' } }) =>
      [check, rule, unit ?? '', row === '' ? table : itemName({ table, row, column })].join(' ').trim(),
    );

test('the periods of the sample are those of the folder', () => {
  expect(house.periods).toEqual(PERIODS);
});

describe.each(PERIODS)('%s', period => {
  test('every figure of every return is the true one, and no figure of a file is lost', () => {
    const wrong: string[] = [];
    const truth = truthOf(period);
    const { returns } = editionOf(period);
    expect(returns.map(({ unit }) => unit)).toEqual(Object.keys(truth).sort());
    for (const { unit, observations } of returns) {
      const read = new Map(
        observations.map(({ value, ref, ...key }) => [`${key.table}.${key.row}.${key.column}`, { value, ref }]),
      );
      for (const [item, due] of Object.entries(truth[unit] ?? {})) {
        const there = read.get(item);
        const amount = there === undefined ? null : amountOf(there.value);
        if (amount !== due) wrong.push(`${unit} ${item} ${there?.ref.file}!${there?.ref.cell}: ${amount}, not ${due}`);
      }
      for (const [item, { value }] of read)
        if (!(item in (truth[unit] ?? {})) && amountOf(value) !== null) wrong.push(`${unit} ${item}: not in the truth`);
    }
    expect(wrong).toEqual([]);
  });

  test('every file is what it was made to be, and each unit counts once', () => {
    const files: Readonly<Record<string, { unit: string | null; what: string }>> = JSON.parse(
      readFileSync(join(ROOT, 'tests/sample/truth/files.json'), 'utf8'),
    );
    const own = Object.entries(files).filter(([path]) => path.startsWith(`${period}/`));
    const { judgements } = editionOf(period);
    expect(judgements.map(({ delivery }) => `${period}/${delivery.path}`)).toEqual(own.map(([path]) => path).sort());
    for (const { delivery, unit, status } of judgements) {
      const made = files[`${period}/${delivery.path}`];
      expect([delivery.path, unit]).toEqual([delivery.path, made?.unit]);
      if (made?.what === 'litter') expect(status).toBe('ignored');
      if (made?.what === 'earlier') expect(status).toBe('superseded');
    }
    const accepted = judgements.filter(({ status }) => status === 'accepted').map(({ unit }) => unit);
    expect(new Set(accepted).size).toBe(accepted.length);
  });

  test('none of our own code failed, and documents come of it', async () => {
    expect(editionOf(period).failures).toEqual([]);
    expect((await gathered(house.documents(editionOf(period)))).map(({ path }) => path)).toContain('年度报告.html');
  });
});

describe('2017', () => {
  test('the returns add up to what the district published', () => {
    const totals = new Map(
      editionOf('2017')
        .totals.filter(({ group }) => group === '*')
        .map(total => [itemName(total), total] as const),
    );
    const sums = Object.keys(FACTS).map(item => [item, totals.get(item)?.value]);
    expect(Object.fromEntries(sums)).toEqual({ ...FACTS, ...APPROXIMATE });
    for (const [item, fact] of Object.entries(FACTS))
      expect([item, totals.get(item)?.approximate !== null]).toEqual([
        item,
        fact in APPROXIMATE || item in APPROXIMATE,
      ]);
  });

  test('the planted mistakes are found, and nothing else is fatal', () => {
    expect(found('2017', 'fatal')).toEqual([
      'adds-up stat.c_reply XF01 stat.c_reply',
      'adds-up stat.d_total XF10 stat.d_total',
      'adds-up stat.b_press XF11 stat.b_press_lead',
      'adds-up stat.c_done XF12 stat.c_done',
      'has-filed filed XF16',
      'is-readable figure XF24 stat.b_other',
      'obeys-rules R8-max XF03 stat.a_total',
    ]);
  });

  test('what has to be asked is asked', () => {
    expect(found('2017', 'query')).toEqual([
      'adds-up key.key_total XF01 key.key_total',
      'is-readable exact XF01 ways.website_items',
      'is-readable exact XF01 ways.website_visits',
      'is-readable exact XF13 ways.broadcast_news',
    ]);
  });

  test('what was read otherwise than it stands there is told, and what is out of all proportion to its group', () => {
    expect(found('2017', 'info')).toEqual([
      'is-plausible group XF04 key.key_three_public',
      'is-plausible group XF13 stat.a_other',
      'is-recognised label-repaired XF11',
      'is-recognised label-repaired XF11',
      'is-recognised sheet-set-aside XF17',
      'is-recognised unit-converted XF21 stat.h_budget',
      'is-settled one-return XF05',
      'is-settled one-return XF25',
    ]);
  });
});

// What their record leaves blank counts as 0, so that the applications received are nowhere handled.
const unhandled = (unit: string, rule = 'H1'): readonly string[] =>
  ['natural', 'total'].map(column => `obeys-rules ${rule} ${unit} t3.new_received.${column}`);

describe('the published reports', () => {
  test('what their record lacks is named and does not balance, and nothing else is fatal', () => {
    expect(found('2021', 'fatal')).toEqual([
      'is-recognised table-missing YCX t2',
      'is-recognised table-missing ZJGA t4',
      ...unhandled('', 'A3-H1'),
      ...unhandled('HZJT'),
    ]);
    expect(found('2022', 'fatal')).toEqual([
      'is-recognised row-missing HQZW t3',
      'is-recognised table-missing HQZW t4',
      'is-recognised table-missing LTWL t3',
      'is-recognised table-missing LTWL t4',
    ]);
    expect(found('2023', 'fatal')).toEqual([
      'is-recognised table-missing SYFG t2',
      'is-recognised row-missing SYFG t3',
      'is-recognised table-missing SYFG t4',
      ...unhandled('CCTY'),
    ]);
  });

  test('an older template, a total and a section left out are asked about', () => {
    expect(found('2021', 'query')).toEqual(['has-fee-statement fee HZJT s6', 'is-own-text answered HZJT s5']);
    const columns = ['enterprise', 'legal', 'natural', 'other', 'research', 'total', 'welfare'];
    expect(found('2022', 'query')).toEqual([
      ...columns.map(column => `is-filled total-filled TPZ t3.handled_total.${column}`),
      'is-plausible own-years PT t2.norm_repealed',
      'is-plausible own-years PT t2.permit',
      'is-recognised older-template TPZ',
    ]);
    expect(found('2023', 'query')).toEqual([
      'has-fee-statement fee CCTY s6',
      'is-filled total-filled XWSF t3.handled_total.total',
      'is-own-text answered CCTY s5',
      'is-own-text answered SQ s5',
      'obeys-rules X2-norm PT t2.norm_valid',
    ]);
  });

  test('lawsuits and documents that several units may each have counted are listed once for the period', () => {
    const stated = (period: string) =>
      editionOf(period)
        .findings.filter(({ check }) => check === 'is-counted-once')
        .map(finding => [finding.severity, finding.rule, finding.place.unit, finding.stated])
        .sort();
    expect(stated('2021')).toEqual([]);
    expect(stated('2022')).toEqual([['info', 'joint-document', null, 't2.norm_made：ELJD 4、PT 88']]);
    expect(stated('2023')).toEqual([
      ['info', 'co-defendant', null, 't4.dir_total：PT 5、SQ 24；t4.post_total：PT 2、SQ 89'],
      ['info', 'joint-document', null, 't2.norm_made：PT 77、SQ 109、XWSF 3'],
    ]);
  });

  test('what 平潭 carries over into 2022 and 2023 is what it carried out the year before', () => {
    for (const period of ['2022', '2023']) {
      const line = editionOf(period).tally.find(({ rule }) => rule === 'X1');
      expect(line).toMatchObject({ held: 7, broken: 0, failed: 0 });
    }
  });

  test('every rule of the form has its line in the tally, and none failed', () => {
    for (const period of PERIODS) {
      const { form, tally } = editionOf(period);
      const lines = tally.filter(({ check }) => check === 'obeys-rules');
      expect(lines.map(({ rule }) => rule)).toEqual(form.rules.map(({ id }) => id).sort());
      expect(lines.filter(({ failed }) => failed > 0)).toEqual([]);
    }
  });

  test('each year knows the one before', () => {
    expect(PERIODS.map(period => editionOf(period).previous?.plan.period ?? null)).toEqual([
      null,
      null,
      '2021',
      '2022',
    ]);
  });
});

test('the sample is made again with the same bytes', () => {
  const made = folderWith();
  cpSync(join(ROOT, 'tests/sample'), join(made, 'tests/sample'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(made, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(made, 'node_modules'));
  rmSync(join(made, 'tests/sample/truth'), { recursive: true });
  execFileSync(process.execPath, [join(made, 'tests/sample/make.ts')]);
  for (const folder of ['input', 'tests/sample/truth']) {
    const paths = readdirSync(join(made, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(made.length + 1));
    const committed = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter(entry =>
      entry.isFile(),
    );
    expect(paths).toHaveLength(committed.length - (folder === 'input' ? 1 : 0));
    for (const path of paths)
      expect([path, readFileSync(join(made, path)).equals(readFileSync(join(ROOT, path)))]).toEqual([path, true]);
  }
});
