// An admission that was packed comes back as it was, to the order of its fields: what is written down of it is the same.
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Admitted } from '../../pipeline/admit-safely.ts';
import { loadForms } from '../../pipeline/forms/load.ts';
import { type Item, itemsOf } from '../../pipeline/items.ts';
import type { CellRef, Form, Observation, Remark, Value } from '../../pipeline/model.ts';
import { packedAdmission, unpackedAdmission } from '../../pipeline/take/packed-admission.ts';

const FORMS = loadForms(join(import.meta.dirname, '../../templates'));

const delivery = { path: '乡镇/董志镇.xlsx', sha256: 'a'.repeat(64), size: 12 };
const text = fc.string({ unit: 'binary', maxLength: 20 });
const amount = fc.bigInt({ min: -1_000n, max: 100_000n }).map(String);

const value: fc.Arbitrary<Value> = fc.oneof(
  amount.map((raw): Value => ({ kind: 'count', amount: raw, raw })),
  fc.record({ kind: fc.constant('count' as const), amount, raw: text }),
  fc.record({
    kind: fc.constant('approximate' as const),
    amount,
    low: amount,
    high: fc.option(amount),
    word: text,
    raw: text,
  }),
  fc.record({ kind: fc.constantFrom('nil' as const, 'not-applicable' as const, 'blank' as const), raw: text }),
  fc.record({
    kind: fc.constant('unreadable' as const),
    reason: fc.constantFrom('date' as const, 'text' as const),
    raw: text,
  }),
  fc.record({ kind: fc.constant('unreadable' as const), raw: text, reason: fc.constant('two-cells' as const) }),
);

const ref = (file: fc.Arbitrary<string>): fc.Arbitrary<CellRef> =>
  fc.record({ file, sheet: fc.constantFrom('表二', '表三', '其他'), cell: fc.constantFrom('A1', 'C6', 'AB120') });

const observationsOf = (form: Form, file: fc.Arbitrary<string>): fc.Arbitrary<readonly Observation[]> =>
  fc
    .subarray(itemsOf(form).map(({ key }) => key))
    .chain(keys =>
      fc.tuple(...keys.map(key => fc.tuple(value, ref(file)).map(([value, ref]) => ({ ...key, value, ref })))),
    );

const remark: fc.Arbitrary<Remark> = fc.record({
  kind: fc.constantFrom('label-repaired' as const, 'note' as const),
  key: fc.constantFrom({}, { table: 't2' }),
  ref: fc.option(ref(fc.constant(delivery.path))),
  stated: text,
  due: text,
});

const admittedOf = (form: Form, file: fc.Arbitrary<string>): fc.Arbitrary<Admitted> =>
  fc.record({ observations: observationsOf(form, file), remarks: fc.array(remark), texts: fc.array(text) }).map(
    ({ observations, remarks, texts }): Admitted => ({
      candidate: {
        ret: {
          unit: '01',
          period: '2025',
          scope: 'own',
          form: form.id,
          delivery,
          observations,
          texts: texts.map(one => ({ id: 'overview', text: one, ref: { file: delivery.path, sheet: '', cell: 'A1' } })),
          remarks,
          revision: { rank: -1, filledOn: null, answers: [] },
        },
        disputed: false,
      },
      explanations: [],
      failure: null,
    }),
  );

const isSame = (admitted: Admitted, form: Form): void => {
  const back = unpackedAdmission(packedAdmission(admitted, form), form, delivery);
  expect(back).toEqual(admitted);
  expect(JSON.stringify(back)).toBe(JSON.stringify(admitted));
};

test.each(FORMS.map(form => [form.id, form] as const))('any return of %s', (_, form) => {
  fc.assert(
    fc.property(admittedOf(form, fc.constant(delivery.path)), admitted => isSame(admitted, form)),
    { numRuns: 30 },
  );
});

test('a return that speaks of another file, or of a figure that the form does not ask', () => {
  const form = FORMS[0] as Form;
  const { key } = itemsOf(form)[0] as Item;
  const of = (table: string, file: string): Observation => ({
    ...key,
    table,
    value: { kind: 'blank', raw: '' },
    ref: { file, sheet: '表', cell: 'A1' },
  });
  const admitted = fc.sample(admittedOf(form, fc.constant(delivery.path)), 1)[0] as Admitted;
  if (!('candidate' in admitted)) throw new Error('no return');
  for (const strange of [of('t99', delivery.path), of(key.table, '别的.xlsx')]) {
    const ret = { ...admitted.candidate.ret, observations: [strange] };
    isSame({ ...admitted, candidate: { ...admitted.candidate, ret } }, form);
  }
});

test('a judgement, its explanations and a failure', () => {
  const form = FORMS[0] as Form;
  const judgement = {
    delivery,
    unit: null,
    period: '2025',
    form: null,
    status: 'rejected',
    reason: '…',
    trouble: null,
  } as const;
  const explanation = {
    finding: 'f',
    reason: '',
    text: '是',
    by: '',
    on: null,
    ref: { file: delivery.path, sheet: 'a', cell: 'B2' },
  };
  isSame({ judgement, explanations: [explanation], failure: 'Error: …' }, form);
});
