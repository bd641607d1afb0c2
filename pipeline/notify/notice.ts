// What is new since the edition before, in a few lines to send to people; nothing where nothing is.
import { missingUnits } from '../filing.ts';
import type { Edition, Finding, Severity } from '../model.ts';
import { periodName } from '../period.ts';
import { SEVERITY_NAMES } from '../severity-names.ts';

/** What the edition that lies in the output knew: its time, and the ids of its open findings. */
export interface Known {
  readonly at: string;
  readonly open: ReadonlySet<string>;
}

/** From the text of its `data/run.json`; null where that is no record of ours. */
export const knownOf = (record: string): Known | null => {
  try {
    const { at, open_findings: open } = JSON.parse(record);
    return typeof at === 'string' && Array.isArray(open) ? { at, open: new Set(open.map(String)) } : null;
  } catch {
    return null;
  }
};

/** Chinese, of several lines; '' where no finding that needs an answer is new and the day has not just passed. */
export const noticeOf = (edition: Edition, known: Known | null): string => {
  const { plan, findings } = edition;
  const open = findings.filter(({ status }) => status === 'open');
  const fresh = open.filter(({ id, severity }) => severity !== 'info' && known?.open.has(id) !== true);
  const late = hasJustPassed(edition, known) ? missingUnits(edition).map(({ name }) => name) : [];
  if (fresh.length === 0 && late.length === 0) return '';
  const now = new Set(open.map(({ id }) => id));
  const gone = [...(known?.open ?? [])].filter(id => !now.has(id)).length;
  const lines = [
    `${plan.organ ?? ''}${periodName(plan.period)}年报：${headline(fresh, gone)}`,
    ...(late.length === 0 ? [] : [`截止日期 ${plan.due} 已过，未报 ${late.length} 个：${late.join('、')}`]),
    ...gravestFirst(fresh)
      .slice(0, MOST)
      .map(({ severity, message }) => `· ${SEVERITY_NAMES[severity]}：${shortened(message)}`),
    ...(fresh.length > MOST ? [`· 其余 ${fresh.length - MOST} 条见审核清单`] : []),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
};

const headline = (fresh: readonly Finding[], gone: number): string => {
  const count = (severity: Severity): number => fresh.filter(finding => finding.severity === severity).length;
  const solved = gone === 0 ? '' : `，已解决或已说明 ${gone} 条`;
  return `新问题 ${fresh.length} 条（强制性 ${count('fatal')}，核实性 ${count('query')}）${solved}`;
};

const gravestFirst = (findings: readonly Finding[]): readonly Finding[] => [
  ...findings.filter(({ severity }) => severity === 'fatal'),
  ...findings.filter(({ severity }) => severity !== 'fatal'),
];

// Said once: by the first run after the day.
const hasJustPassed = ({ plan, at }: Edition, known: Known | null): boolean =>
  plan.due !== null && at.slice(0, 10) > plan.due && (known === null || known.at.slice(0, 10) <= plan.due);

// What others wrote must not look like another line of ours, nor steer a terminal or a mail program.
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();

// What a unit typed may be as long as a cell; a robot or a small screen takes little.
const shortened = (message: string): string => {
  const characters = [...message];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : message;
};

/** Findings that are told each by its message. */
const MOST = 20;
/** Characters of a message. */
const LONGEST = 200;
