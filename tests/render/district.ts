// An edition of any size with returns in full, for tests of pages: what each unit typed, summed as the house sums it.
import { itemsOf } from '../../pipeline/items.ts';
import type { Edition, Finding, Form, Judgement, Plan, Return, Unit } from '../../pipeline/model.ts';
import { sum } from '../../pipeline/sum.ts';
import { value } from '../made.ts';

export interface District {
  readonly form: Form;
  readonly units: readonly Unit[];
  /** Codes of the units that filed; all if not given. */
  readonly filed?: readonly string[];
  /** What a unit typed for the nth figure; '5' if not given. */
  readonly typed?: (unit: Unit, nth: number) => string;
  readonly file?: (unit: Unit) => string;
  readonly texts?: (unit: Unit) => Return['texts'];
  readonly findings?: readonly Finding[];
  readonly judgements?: readonly Judgement[];
  readonly plan?: Partial<Plan>;
  readonly previous?: Edition | null;
}

export const districtEdition = (district: District): Edition => {
  const { form, units, findings = [], previous = null } = district;
  const plan: Plan = {
    period: '2025',
    form: form.id,
    due: '2026-01-31',
    title: null,
    organ: '西峰区',
    scope: 'own',
    phase: 'final',
    units,
    ...district.plan,
  };
  const filed = units.filter(({ code }) => district.filed?.includes(code) ?? true);
  const returns = filed.map(unit => returnOf(unit, plan, district));
  const accepted = returns.map(
    ({ unit, delivery }): Judgement => ({
      delivery,
      unit,
      period: plan.period,
      form: form.id,
      status: 'accepted',
      reason: '',
      trouble: null,
    }),
  );
  return {
    plan,
    form,
    at: '2026-01-20T08:00:00+08:00',
    judgements: district.judgements ?? accepted,
    returns,
    totals: sum(form, plan, returns),
    explanations: [],
    findings,
    tally: [{ check: 'adds-up', rule: 't3.new_received', held: 3, broken: 1, unknown: 0, failed: 0 }],
    failures: [],
    madeFrom: null,
    previous,
  };
};

const returnOf = (unit: Unit, plan: Plan, district: District): Return => {
  const path = district.file?.(unit) ?? `${unit.group}/${unit.name}.xlsx`;
  return {
    unit: unit.code,
    period: plan.period,
    scope: 'own',
    form: plan.form,
    delivery: { path, sha256: `sha of ${unit.code}`, size: 1 },
    observations: itemsOf(district.form).map(({ key }, nth) => ({
      ...key,
      value: value(district.typed?.(unit, nth) ?? '5'),
      ref: { file: path, sheet: '年度报告', cell: `C${nth + 5}` },
    })),
    texts: district.texts?.(unit) ?? [],
    remarks: [],
    revision: { rank: 0, filledOn: null, answers: [] },
  };
};
