// The sums as a return: a city that runs over its districts' files gets what it would get from their units.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemName, itemsOf } from '../../pipeline/items.ts';
import type { Arrival, Edition, Form, Plan, Return, Total, Unit } from '../../pipeline/model.ts';
import { readXlsxSync } from '../../pipeline/read/read-sync.ts';
import { upwardWorkbook } from '../../pipeline/render/upward-workbook.ts';
import { run } from '../../pipeline/run.ts';
import { sum } from '../../pipeline/sum.ts';
import { documentsIn } from '../documents.ts';
import { FORM, unit, value } from '../made.ts';
import { schemaErrors } from '../ooxml.ts';
import { madeEdition } from './edition.ts';
import { FORMS, formNamed, KIT } from './house.ts';

const planOf = (form: Form, organ: string | null, units: readonly Unit[]): Plan => ({
  ...madeEdition({ form }).plan,
  organ,
  units,
});

const returnOf = (form: Form, code: string, raws: readonly string[]): Return => ({
  unit: code,
  period: '2025',
  scope: 'aggregate',
  form: form.id,
  delivery: { path: `${code}.xlsx`, sha256: code, size: 1 },
  observations: itemsOf(form).map(({ key, row }, nth) => {
    const raw = raws[nth % raws.length] ?? '';
    const typed = row.measure === 'money' && /^\d+$/u.test(raw) ? `${raw}.311082` : raw;
    return { ...key, value: value(typed), ref: { file: `${code}.xlsx`, sheet: '表', cell: 'A1' } };
  }),
  texts: [],
  remarks: [],
  revision: { rank: 0, filledOn: null, answers: [] },
});

const editionOf = (form: Form, organ: string | null, units: readonly Unit[], returns: readonly Return[]): Edition => {
  const plan = planOf(form, organ, units);
  const due = new Set(units.map(({ code }) => code));
  const own = returns.filter(ret => due.has(ret.unit));
  return { ...madeEdition({ form }), plan, returns: own, totals: sum(form, plan, own) };
};

const render = async (edition: Edition) => {
  const [document] = await documentsIn(await upwardWorkbook.render(edition, KIT, () => null));
  if (document === undefined) throw new Error('nothing was written');
  return document;
};

const arrivalOf = async (edition: Edition): Promise<Arrival> => {
  const { path, bytes } = await render(edition);
  return { delivery: { path, sha256: path, size: bytes.length }, reading: readXlsxSync(bytes) };
};

async function* each<T>(all: readonly T[]): AsyncIterable<T> {
  yield* all;
}

const plainTotals = (totals: readonly Total[]) =>
  totals
    .filter(({ group }) => group === '*')
    .map(total => [itemName(total), total.value, total.unitsIn.length > 0 ? total.approximate : null]);

const CELL = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 20_000 }).map(String) },
  fc.constantFrom('', '0', '无', '不适用', '13000余', '约40'),
);
const RETURN = fc.option(fc.array(CELL, { minLength: 7, maxLength: 13 }), { freq: 6 });

describe.each(['annual-2021', 'annual-2014', 'xifeng-2017'])('%s', id => {
  const form = formNamed(id);

  test('a run over districts gives the sums of a run over all their units', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(RETURN, fc.nat({ max: 2 })), { minLength: 1, maxLength: 8 }), async filed => {
        const units = filed.map((_, nth) => unit(`U${nth}`, `第${nth}乡镇`));
        const returns = filed.flatMap(([raws], nth) => (raws === null ? [] : [returnOf(form, `U${nth}`, raws)]));
        const flat = editionOf(form, '庆阳市', units, returns);
        const districts = ['西峰区', '庆城县', '环县'].map((name, nth) => ({
          district: unit(`D${nth}`, name),
          edition: editionOf(
            form,
            name,
            units.filter((_, i) => filed[i]?.[1] === nth),
            returns,
          ),
        }));
        const arrivals = await Promise.all(districts.map(({ edition }) => arrivalOf(edition)));
        const plan = planOf(
          form,
          '庆阳市',
          districts.map(({ district }) => district),
        );
        const city = await run(each(arrivals), {
          plan,
          form,
          roster: plan.units,
          at: '2026-01-31',
          previous: null,
        });
        expect(city.judgements.map(({ status, reason }) => `${status} ${reason}`)).toEqual(Array(3).fill('accepted '));
        expect(plainTotals(city.totals)).toEqual(plainTotals(flat.totals));
      }),
      { numRuns: 6 },
    );
  });
});

describe('the workbook', () => {
  test('is valid, and the same on every run', async () => {
    const edition = editionOf(formNamed('annual-2021'), '西峰区', [unit('01', '甲')], []);
    const first = await render(edition);
    expect(await schemaErrors(first.bytes, 'xlsx')).toEqual([]);
    expect((await render(edition)).bytes).toEqual(first.bytes);
  });

  test('bears a name that every file system takes, and an organ that is a formula stays a text', async () => {
    const { path, bytes } = await render(editionOf(FORM, '=cmd|甲/乙:?', [unit('01', '甲')], []));
    expect(path).toBe('上报/=cmd｜甲／乙：？.xlsx');
    const reading = readXlsxSync(bytes);
    if (reading.kind === 'refused') throw new Error(reading.refusal);
    const formulas = reading.grid.sheets.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== null));
    expect(formulas).toEqual([]);
  });

  test('without an organ is that of a 汇总单位', async () => {
    expect((await render(editionOf(FORM, null, [], []))).path).toBe('上报/汇总单位.xlsx');
  });

  test('every form of the house can be drawn', async () => {
    for (const form of FORMS) expect((await render(madeEdition({ form }))).bytes.length).toBeGreaterThan(5000);
  });
});
