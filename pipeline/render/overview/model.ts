// Edition → everything that the template of the overview names.
import { filedIn } from '../../filing.ts';
import type { Edition } from '../../model.ts';
import { periodName } from '../../period.ts';
import { explainedOf } from '../report/report-explained.ts';
import { checkTitle } from '../told/check-titles.ts';
import { toldFindings } from '../told/finding.ts';
import { type Charted, chartedYears } from './charted.ts';
import { type Choices, choicesOf, type ListedFinding, listedFindings } from './findings.ts';
import { type Output, outputsOf } from './outputs.ts';
import { ruleNames } from './rule-names.ts';
import { shown } from './shown.ts';
import { STATUS, type ToDo, toDoOf } from './to-do.ts';
import { standingsOf, type Verdict, verdictOf } from './verdict.ts';

export interface OverviewModel {
  readonly organ: string;
  readonly period: string;
  readonly form: string;
  readonly isDraft: boolean;
  readonly at: string;
  readonly due: string;
  readonly verdict: Verdict;
  readonly toDo: ToDo;
  readonly filing: { readonly all: GroupFiling; readonly groups: readonly GroupFiling[] };
  readonly findings: readonly ListedFinding[];
  readonly choices: Choices;
  readonly years: readonly Charted[];
  readonly checks: readonly CheckTally[];
  readonly files: readonly {
    readonly path: string;
    readonly unit: string;
    readonly status: string;
    readonly reason: string;
  }[];
  readonly explained: ReturnType<typeof explainedOf>;
  readonly outputs: readonly Output[];
}

interface GroupFiling {
  readonly name: string;
  readonly due: number;
  readonly filed: number;
  readonly lacking: number;
  /** Whole percent, rounded down, so that 100 is all. */
  readonly percent: number;
}

interface CheckTally extends Counts {
  readonly title: string;
  readonly rules: readonly (Counts & { readonly name: string })[];
}

interface Counts {
  readonly held: number;
  readonly broken: number;
  readonly unknown: number;
  readonly failed: number;
}

export const overviewModel = (edition: Edition): OverviewModel => {
  const { plan, form, at, judgements } = edition;
  const standings = standingsOf(edition);
  const findings = listedFindings(toldFindings(edition), checkTitle);
  const unitNames = new Map(plan.units.map(({ code, name }) => [code, name] as const));
  return shown({
    organ: plan.organ ?? '',
    period: periodName(plan.period),
    form: form.title,
    isDraft: plan.phase === 'draft',
    at: at.replace('T', ' ').slice(0, 16),
    due: plan.due ?? '',
    verdict: verdictOf(edition, standings),
    toDo: toDoOf(edition, standings),
    filing: filingOf(edition),
    findings,
    choices: choicesOf(findings),
    years: chartedYears(edition),
    checks: checksOf(edition),
    files: judgements.map(({ delivery, unit, status, reason }) => ({
      path: delivery.path,
      unit: unit === null ? '' : (unitNames.get(unit) ?? unit),
      status: STATUS[status],
      reason,
    })),
    explained: explainedOf(edition),
    outputs: outputsOf(form, standings),
  });
};

const filingOf = (edition: Edition): OverviewModel['filing'] => {
  const { plan } = edition;
  const count = (name: string, units: Edition['plan']['units']): GroupFiling => {
    const came = units.filter(filedIn(edition)).length;
    const percent = units.length === 0 ? 100 : Math.floor((100 * came) / units.length);
    return { name, due: units.length, filed: came, lacking: units.length - came, percent };
  };
  const groups = [...Map.groupBy(plan.units, ({ group }) => group)];
  return {
    all: count('合计', plan.units),
    groups: groups.map(([name, units]) => count(name === '' ? '未分组' : name, units)),
  };
};

const checksOf = ({ tally, form }: Edition): readonly CheckTally[] => {
  const nameOf = ruleNames(form);
  return [...Map.groupBy(tally, ({ check }) => check)].map(([check, rules]) => ({
    title: checkTitle(check),
    ...sumOf(rules),
    rules: rules.map(({ rule, held, broken, unknown, failed }) => ({
      name: nameOf(rule),
      held,
      broken,
      unknown,
      failed,
    })),
  }));
};

const sumOf = (all: readonly Counts[]): Counts => {
  const sum = (count: (one: Counts) => number): number => all.reduce((total, one) => total + count(one), 0);
  return {
    held: sum(({ held }) => held),
    broken: sum(({ broken }) => broken),
    unknown: sum(({ unknown }) => unknown),
    failed: sum(({ failed }) => failed),
  };
};
