// The findings as the page lists them, and what its filters offer.
import type { CheckTitles } from '../told/check-titles.ts';
import type { ToldFinding } from '../told/finding.ts';

export interface ListedFinding {
  readonly id: string;
  readonly severity: string;
  readonly status: string;
  readonly isOpen: boolean;
  readonly isFatal: boolean;
  readonly unit: string;
  readonly figure: string;
  readonly check: string;
  readonly effect: string;
  readonly message: string;
  readonly place: string;
  readonly stated: string;
  readonly due: string;
  readonly difference: string;
  readonly suggestion: string;
  readonly explanation: string;
}

export const listedFindings = (told: readonly ToldFinding[], titles: CheckTitles): readonly ListedFinding[] =>
  told.map(({ finding, unit, figure, severity, status, place, advice, effect }) => ({
    id: finding.id,
    severity,
    status,
    isOpen: finding.status === 'open',
    isFatal: finding.severity === 'fatal',
    unit: unit === '' ? COMMON : unit,
    figure,
    check: titles(finding.check),
    effect: effect.text,
    message: finding.message,
    place,
    stated: finding.stated,
    due: finding.due,
    difference: finding.difference,
    suggestion: advice,
    explanation: finding.explanation,
  }));

export interface Choices {
  readonly severities: readonly Choice[];
  readonly statuses: readonly Choice[];
  readonly units: readonly Choice[];
  readonly checks: readonly Choice[];
}

interface Choice {
  readonly text: string;
  readonly count: number;
}

/** In the order in which the findings bring them. */
export const choicesOf = (findings: readonly ListedFinding[]): Choices => {
  const choices = (text: (finding: ListedFinding) => string): readonly Choice[] =>
    [...Map.groupBy(findings, text)].map(([name, found]) => ({ text: name, count: found.length }));
  return {
    severities: choices(({ severity }) => severity),
    statuses: choices(({ status }) => status),
    units: choices(({ unit }) => unit),
    checks: choices(({ check }) => check),
  };
};

/** As the template says it, too. */
const COMMON = '不属于单个单位';
