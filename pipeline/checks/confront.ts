// Runs the checks over an edition and makes their broken verdicts into findings with stable ids.
import { compareText } from '../compare-text.ts';
import { findingId } from '../finding-id.ts';
import { itemName } from '../items.ts';
import type { Finding, Period, Place, Severity, Tally, Verdict } from '../model.ts';
import type { Check, Confronted } from './check.ts';
import { CHECKS } from './checks.ts';

export interface Outcome {
  /** By severity, then check, unit, place. */
  readonly findings: readonly Finding[];
  /** By check and rule. */
  readonly tally: readonly Tally[];
  readonly failures: readonly string[];
}

export const confront = (confronted: Confronted, checks: readonly Check[] = CHECKS): Outcome => {
  const rounds = [0, 1, 2].map(nth => checks.filter(({ round = 0 }) => round === nth));
  const findings: Finding[] = [];
  const outcomes = rounds.flatMap(round => {
    const made = round.map(check => ({
      check: check.id,
      rules: check.rules?.(confronted) ?? [],
      verdicts: verdictsOf(check, confronted, findings),
    }));
    findings.push(...numberTwins(made.flatMap(outcome => findingsOf(confronted.plan.period, outcome))));
    return made;
  });
  const tally = outcomes.flatMap(({ check, rules, verdicts }) => tallyOf(check, rules, verdicts));
  const failures = outcomes.flatMap(({ check, verdicts }) =>
    verdicts.filter(verdict => verdict.outcome === 'failed').map(({ error }) => `${check}: ${error}`),
  );
  return { findings: inOrder(findings), tally, failures };
};

// A check that throws could not run: that is counted and never laid at a unit's door.
const verdictsOf = (check: Check, confronted: Confronted, found: readonly Finding[]): readonly Verdict[] => {
  try {
    return check.run(confronted, found);
  } catch (error) {
    return [
      {
        outcome: 'failed',
        rule: check.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      },
    ];
  }
};

interface RunCheck {
  readonly check: string;
  readonly verdicts: readonly Verdict[];
}

const findingsOf = (period: Period, { check, verdicts }: RunCheck): readonly Finding[] =>
  verdicts
    .filter(verdict => verdict.outcome === 'broken')
    .map(({ outcome: _, ...complaint }) => {
      const id = idOf(period, check, complaint.rule, complaint.place, complaint.stated);
      return { ...complaint, id, period, check, status: 'open', explanation: '' };
    });

/** The same while unit, check, rule, place and stated value are the same; the address of a cell is no part of it. */
const idOf = (period: Period, check: string, rule: string, place: Place, stated: string): string => {
  const { unit, table = '', row = '', column = '' } = place;
  const where = table === '' ? '' : itemName({ table, row, column });
  return findingId([period, check, rule, unit, where, stated]);
};

// Two findings that say the same of one place (a label repaired on two sheets) keep apart by their order.
const numberTwins = (findings: readonly Finding[]): Finding[] => {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const count = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}-${count}` };
  });
};

const WEIGHT: Readonly<Record<Severity, number>> = { fatal: 0, query: 1, info: 2 };

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .map(finding => ({ finding, weight: WEIGHT[finding.severity], key: sortKey(finding) }))
    .sort((a, b) => a.weight - b.weight || compareText(a.key, b.key))
    .map(({ finding }) => finding);

const sortKey = ({ check, place, id }: Finding): string =>
  JSON.stringify([
    check,
    place.unit ?? '',
    place.ref?.file ?? '',
    place.table ?? '',
    place.row ?? '',
    place.column ?? '',
    id,
  ]);

const noCount = () => ({ held: 0, broken: 0, told: 0, unknown: 0, failed: 0 });

/** A line a rule, also for one of `rules` that looked at nothing. */
const tallyOf = (check: string, rules: readonly string[], verdicts: readonly Verdict[]): readonly Tally[] => {
  const counts = new Map(rules.map(rule => [rule, noCount()]));
  for (const verdict of verdicts) {
    const count = counts.get(verdict.rule) ?? noCount();
    counts.set(verdict.rule, count);
    count[verdict.outcome] += 'times' in verdict ? (verdict.times ?? 1) : 1;
  }
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([rule, { held, broken, told, unknown, failed }]) => ({
      check,
      rule,
      held,
      broken: broken + told,
      unknown,
      failed,
    }));
};
