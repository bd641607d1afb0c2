// Who has filed, who is missing and what is open, for the terminal.
import { filedIn, missingUnits } from '../filing.ts';
import type { Edition, Finding, Severity, Unit } from '../model.ts';
import { periodName } from '../period.ts';
import { SEVERITY_NAMES } from '../severity-names.ts';
import { plain } from './plain.ts';

export const statusText = (edition: Edition): string => {
  const { plan, judgements, findings } = edition;
  const missing = missingUnits(edition);
  const set = (status: string): number => judgements.filter(judgement => judgement.status === status).length;
  const lines = [
    `${plan.organ ?? ''}${periodName(plan.period)}  表式 ${plan.form}${plan.due === null ? '' : `  截止 ${plan.due}`}`,
    `  应报 ${plan.units.length}，已报 ${plan.units.length - missing.length}，未报 ${missing.length}`,
    ...groupLines(edition, filedIn(edition)),
    ...(missing.length === 0 ? [] : [`  未报：${missing.map(unit => unit.name).join('、')}`]),
    `  文件 ${judgements.length}：采用 ${set('accepted')}，被替代 ${set('superseded')}，冲突 ${set('conflict')}，未采用 ${set('rejected')}，忽略 ${set('ignored')}`,
    `  待处理：${countsOf(findings)}`,
    ...findings
      .filter(finding => finding.severity === 'fatal' && finding.status === 'open')
      .map(finding => `  · ${finding.message}`),
  ];
  return `${lines.map(plain).join('\n')}\n`;
};

const groupLines = ({ plan }: Edition, hasFiled: (unit: Unit) => boolean): readonly string[] =>
  [...Map.groupBy(plan.units, unit => unit.group)].map(([group, units]) => {
    const count = units.filter(hasFiled).length;
    return `  ${group === '' ? '未分组' : group} ${count}/${units.length}`;
  });

export const countsOf = (findings: readonly Finding[]): string => {
  const open = findings.filter(finding => finding.status === 'open');
  const count = (severity: Severity): string =>
    `${SEVERITY_NAMES[severity]} ${open.filter(finding => finding.severity === severity).length}`;
  return `${count('fatal')}，${count('query')}，${count('info')}`;
};
