// What the clerk does today: whom to ask, what to send back, in texts to paste.
import type { Edition, Unit } from '../../model.ts';
import { periodName } from '../../period.ts';
import type { Standing, Standings } from './verdict.ts';

export interface ToDo {
  readonly missing: readonly (Named & { readonly note: string })[];
  readonly returned: readonly (Named & { readonly count: number })[];
  readonly asked: readonly (Named & { readonly count: number })[];
  readonly ready: readonly Named[];
  /** Open findings that are of no unit. */
  readonly hasCommon: boolean;
  readonly common: Standings['common'];
  /** '' where nobody is missing. */
  readonly missingText: string;
  readonly returnedText: string;
  readonly askedText: string;
  /** Files that a person has to look at. */
  readonly files: readonly { readonly path: string; readonly status: string; readonly reason: string }[];
}

interface Named {
  readonly name: string;
  readonly group: string;
  readonly contact: string;
}

export const toDoOf = (edition: Edition, standings: Standings): ToDo => {
  const { missing, returned, asked, ready, common } = standings;
  const sent = Map.groupBy(edition.judgements, ({ unit }) => unit);
  const files = edition.judgements.filter(({ status }) => status === 'conflict' || status === 'rejected');
  return {
    missing: missing.map(unit => ({ ...named(unit), note: noteOf(sent.get(unit.code)?.length ?? 0) })),
    returned: returned.map(({ unit, fatal }) => ({ ...named(unit), count: fatal })),
    asked: asked.map(({ unit, query }) => ({ ...named(unit), count: query })),
    ready: ready.map(named),
    hasCommon: common.fatal + common.query > 0,
    common,
    missingText:
      missing.length === 0
        ? ''
        : paste(
            askForReturns(edition),
            missing.map(unit => ({ unit, more: '' })),
          ),
    returnedText: listed('以下单位的报表须更正后重报，问题见退回的工作簿', returned, ({ fatal }) => `${fatal} 处`),
    askedText: listed('以下单位的报表有数字需要核实，请改正或者说明原因', asked, ({ query }) => `${query} 处`),
    files: files.map(({ delivery, status, reason }) => ({ path: delivery.path, status: STATUS[status], reason })),
  };
};

const listed = (head: string, standings: readonly Standing[], more: (standing: Standing) => string): string =>
  standings.length === 0
    ? ''
    : paste(
        `${head}（${standings.length} 个）：`,
        standings.map(standing => ({ unit: standing.unit, more: more(standing) })),
      );

const askForReturns = ({ plan, at }: Edition): string => {
  const what = `${periodName(plan.period)}政府信息公开报表`;
  const count = `（${plan.units.length} 个应报单位中还缺以下单位）`;
  if (plan.due === null) return `请以下单位尽快报送${what}${count}：`;
  const isLate = plan.due < at.slice(0, 10);
  return isLate
    ? `${what}应于 ${plan.due} 前报送，请以下单位抓紧补报${count}：`
    : `请以下单位于 ${plan.due} 前报送${what}${count}：`;
};

/** A line a group: `部门：教育局（联系人：张某）、民政局`. */
const paste = (head: string, all: readonly { readonly unit: Unit; readonly more: string }[]): string => {
  const groups = Map.groupBy(all, ({ unit }) => unit.group);
  const lines = [...groups].map(([group, members]) => {
    const names = members.map(({ unit, more }) => {
      const brackets = [unit.contact, more].filter(text => text !== '').map(oneLine);
      return `${oneLine(unit.name)}${brackets.length === 0 ? '' : `（${brackets.join('，')}）`}`;
    });
    return `${group === '' ? '' : `${oneLine(group)}：`}${names.join('、')}`;
  });
  return [head, ...lines].join('\n');
};

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const named = ({ name, group, contact }: Unit): Named => ({ name, group, contact });

const noteOf = (files: number): string => (files === 0 ? '' : `已交 ${files} 份文件，但都没有采用，原因见“文件”`);

export const STATUS = {
  accepted: '采用',
  superseded: '被替代',
  conflict: '冲突',
  rejected: '未采用',
  ignored: '忽略',
} as const;
