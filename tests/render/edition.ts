// A made-up edition for tests: a form, some units and the figures that they sum to.
import { itemName, itemsOf } from '../../pipeline/items.ts';
import type { Decimal, Edition, Form, Return, Unit } from '../../pipeline/model.ts';

export interface Made {
  readonly form: Form;
  readonly period?: string;
  readonly organ?: string | null;
  /** By `stat.c_recv`; what is not named is `otherwise`. */
  readonly values?: Readonly<Record<string, Decimal>>;
  /** The value of all other figures; null: no unit stated them. */
  readonly otherwise?: Decimal | null;
  readonly words?: Readonly<Record<string, string>>;
  readonly units?: readonly Unit[];
  /** Codes of the units that filed; all if not given. */
  readonly filed?: readonly string[];
  readonly texts?: readonly { readonly unit: string; readonly id: string; readonly text: string }[];
  readonly previous?: Edition | null;
}

export const unit = (code: string, name: string, group = '部门'): Unit => ({
  code,
  name,
  aliases: [],
  group,
  parent: null,
  since: null,
  until: null,
  contact: '',
});

export const madeEdition = (made: Made): Edition => {
  const units = made.units ?? [unit('01', '区教育局'), unit('02', '区民政局'), unit('11', '董志镇', '乡镇街道')];
  const filed = units.map(({ code }) => code).filter(code => made.filed?.includes(code) ?? true);
  const missing = units.map(({ code }) => code).filter(code => !filed.includes(code));
  const period = made.period ?? '2025';
  const otherwise = made.otherwise === undefined ? '0' : made.otherwise;
  return {
    plan: {
      period,
      form: made.form.id,
      due: null,
      title: null,
      organ: made.organ === undefined ? '西峰区' : made.organ,
      scope: 'aggregate',
      phase: 'final',
      units,
    },
    form: made.form,
    at: '2026-01-20T08:00:00+08:00',
    judgements: [],
    returns: filed.map(code => madeReturn(made, period, code)),
    totals: itemsOf(made.form).map(({ key }) => {
      const value = made.values?.[itemName(key)] ?? otherwise;
      return {
        ...key,
        group: '*',
        value: value ?? '0',
        approximate: made.words?.[itemName(key)] ?? null,
        unitsIn: value === null ? [] : filed,
        unitsMissing: value === null ? units.map(({ code }) => code) : missing,
      };
    }),
    explanations: [],
    findings: [],
    tally: [],
    failures: [],
    madeFrom: null,
    previous: made.previous ?? null,
  };
};

const madeReturn = (made: Made, period: string, code: string): Return => ({
  unit: code,
  period,
  scope: 'aggregate',
  form: made.form.id,
  delivery: { path: `${code}.xlsx`, sha256: '', size: 1 },
  observations: [],
  texts: (made.texts ?? [])
    .filter(answer => answer.unit === code)
    .map(({ id, text }) => ({ id, text, ref: { file: `${code}.xlsx`, sheet: '表', cell: 'A1' } })),
  remarks: [],
  revision: { rank: 0, filledOn: null, answers: [] },
});
