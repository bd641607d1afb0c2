// What rules.csv says must hold: in each return, from year to year, and among the sums.
import { itemName } from '../items.ts';
import type { Decimal, Finding, Plan, Return, Rule, Verdict } from '../model.ts';
import { yearOf } from '../period.ts';
import { type Answers, type Asked, answersOfTotals, answersOfUnits } from '../rules/answers.ts';
import { compileRules, type Edit, figuresIn, figuresOf } from '../rules/compile.ts';
import { type Judged, judge } from '../rules/evaluate.ts';
import { fraction } from '../rules/fraction.ts';
import { atAGlance, type Glance, glanceOf } from '../rules/glance.ts';
import { exactly } from '../rules/range.ts';
import { complaintOn, sidesOf } from '../rules/wording.ts';
import { addsUp } from './adds-up.ts';
import type { Check } from './check.ts';
import { broken, held, told, unknown } from './check.ts';
import { placeIn } from './wording.ts';

export const obeysRules: Check = {
  id: 'obeys-rules',
  title: '报表符合各项审核规则',
  round: 1,
  rules: ({ form }) => form.rules.map(({ id }) => id),
  run: (confronted, found = []) => {
    const { form, plan, returns } = confronted;
    const answersOf = answersOfUnits(confronted);
    const totals: Subject = {
      ret: null,
      name: '',
      answers: answersOfTotals(confronted),
      numbers: () => Number.NaN,
      likely: new Map(),
    };
    const likely = likelyValues(found);
    const units = new Map(plan.units.map(unit => [unit.code, unit]));
    const subjects = returns.map((ret): Subject & { readonly ret: Return } => {
      const name = units.get(ret.unit)?.name ?? ret.unit;
      return { ret, name, ...answersOf(ret.unit), likely: likely.get(ret.unit) ?? new Map() };
    });
    const isFor = ({ units: named }: Rule, { unit }: Return): boolean =>
      named.length === 0 || named.includes(unit) || named.includes(units.get(unit)?.group ?? '');
    return [...compileRules(form).byRule].flatMap(([rule, edits]) => {
      if (!serves(rule, plan)) return [];
      const looked = edits.map(edit => ({ edit, glance: glanceOf(edit) }));
      if (rule.on === 'total') return verdictsOn(looked, totals, plan);
      return subjects.filter(({ ret }) => isFor(rule, ret)).flatMap(subject => verdictsOn(looked, subject, plan));
    });
  },
};

/** A return, or the sums of all, which are nobody's. */
interface Subject extends Asked {
  readonly ret: Return | null;
  readonly name: string;
  /** What sums say that a figure probably is, by item name. */
  readonly likely: ReadonlyMap<string, Decimal>;
}

const likelyValues = (found: readonly Finding[]): ReadonlyMap<string, ReadonlyMap<string, Decimal>> => {
  const named = found.flatMap(({ check, place, suggestion }) => {
    const { unit, table, row, column } = place;
    if (check !== addsUp.id || unit === null || !/^-?\d+(?:\.\d+)?$/u.test(suggestion)) return [];
    if (table === undefined || row === undefined || column === undefined) return [];
    return [{ unit, name: itemName({ table, row, column }), suggestion }];
  });
  return new Map(
    [...Map.groupBy(named, ({ unit }) => unit)].map(
      ([unit, cells]) => [unit, new Map(cells.map(({ name, suggestion }) => [name, suggestion] as const))] as const,
    ),
  );
};

const serves = ({ since, until, on }: Rule, { period, scope }: Plan): boolean => {
  const year = yearOf(period);
  return (since ?? year) <= year && year <= (until ?? year) && (on !== 'aggregate' || scope === 'aggregate');
};

interface Looked {
  readonly edit: Edit;
  readonly glance: Glance | null;
}

const verdictsOn = (looked: readonly Looked[], subject: Subject, plan: Plan): readonly Verdict[] =>
  looked.flatMap(one => {
    try {
      return verdictOn(one, subject, plan);
    } catch (error) {
      // A rule that cannot run never held.
      const { rule } = one.edit;
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return [{ outcome: 'failed', rule: rule.id, error: `${rule.place}: ${told}` }];
    }
  });

const verdictOn = ({ edit, glance }: Looked, subject: Subject, plan: Plan): readonly Verdict[] => {
  const { rule } = edit;
  const { answers, numbers } = subject;
  const first = glance === null ? null : atAGlance(glance, numbers);
  if (first === 'aside') return [];
  if (first === 'held') return [held(rule.id)];
  const judged = judge(edit, figure => answers(figure).range);
  if (judged.outcome === 'aside') return [];
  if (judged.outcome === 'unknown' || isUndecided(edit, answers)) return [unknown(rule.id)];
  if (judged.outcome === 'held') return [held(rule.id)];
  return [isToldBySums(edit, subject) ? told(rule.id, addsUp.id) : brokenBy(edit, judged, subject, plan)];
};

// One wrong cell, one finding: with the value that its sums ask for, the rule would hold.
const isToldBySums = (edit: Edit, { answers, likely }: Subject): boolean => {
  const here = figuresIn(edit).filter(({ name, from }) => from.kind === 'here' && likely.has(name));
  if (here.length === 0) return false;
  const repaired = judge(edit, figure => {
    const value = figure.from.kind === 'here' ? likely.get(figure.name) : undefined;
    return value === undefined ? answers(figure).range : exactly(fraction(value));
  });
  return repaired.outcome === 'held';
};

/** With a blank where blanks decide nothing, or with sums over different units. */
const isUndecided = (edit: Edit, answers: Answers): boolean => {
  const found = figuresIn(edit).map(answers);
  if (edit.rule.missing === 'skip' && found.some(({ isBlank }) => isBlank)) return true;
  return new Set(found.map(({ coverage }) => coverage).filter(coverage => coverage !== '')).size > 1;
};

const brokenBy = (edit: Edit, judged: Judged, { ret, name, answers }: Subject, plan: Plan): Verdict => {
  const { rule, left, right } = edit;
  const sides = sidesOf(judged);
  const sideFigures = [...figuresOf(left), ...figuresOf(right)];
  const at = sideFigures.find(({ from }) => from.kind === 'here') ?? sideFigures[0];
  const ref = at === undefined || at.from.kind !== 'here' ? null : answers(at).ref;
  return broken(rule.id, {
    severity: rule.severity[plan.phase],
    place: ret === null ? { unit: null, ref: null, ...at?.item.key } : placeIn(ret, at?.item.key ?? {}, ref),
    stated: sides.left,
    due: rule.relation === '=' ? sides.right : `${SHOWN[rule.relation]}${sides.right}`,
    difference: sides.difference,
    message: complaintOn(edit, judged, answers, ret === null ? '汇总数' : `“${name}”`),
    explainable: rule.severity[plan.phase] !== 'fatal' || rule.reasons.length > 0,
    reasons: rule.reasons,
    suggestion:
      rule.reasons.length === 0
        ? '请核对两边各数。'
        : `请核对两边各数；如属实，请说明原因（${rule.reasons.join('、')}）。`,
  });
};

const SHOWN = { '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;
