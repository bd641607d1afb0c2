// What a unit is told of the files that it sent.
import type { Edition, Judgement } from '../../model.ts';
import { dayName, periodName } from '../../period.ts';

export interface Receipt {
  readonly unit: string;
  readonly counted: readonly File[];
  readonly aside: readonly File[];
  /** Figures that were filled in and count. */
  readonly figures: number;
  /** Open findings. */
  readonly fatal: number;
  readonly query: number;
}

interface File {
  readonly path: string;
  /** The first eight digits of its sha256. */
  readonly check: string;
  readonly reason: string;
}

/** One a unit that sent anything, by unit code as the plan lists them. */
export const receiptsOf = ({ plan, judgements, returns, findings }: Edition): readonly Receipt[] => {
  const byUnit = Map.groupBy(judgements, ({ unit }) => unit);
  const open = Map.groupBy(
    findings.filter(({ status }) => status === 'open'),
    ({ place }) => place.unit,
  );
  const observed = new Map(returns.map(ret => [ret.unit, ret.observations] as const));
  return plan.units.flatMap(({ code, name }) => {
    const sent = byUnit.get(code) ?? [];
    if (sent.length === 0) return [];
    const own = open.get(code) ?? [];
    const observations = observed.get(code) ?? [];
    return [
      {
        unit: name,
        counted: sent.filter(({ status }) => status === 'accepted').map(fileOf),
        aside: sent.filter(({ status }) => status !== 'accepted').map(fileOf),
        figures: observations.reduce((count, { value }) => (value.kind === 'blank' ? count : count + 1), 0),
        fatal: own.filter(({ severity }) => severity === 'fatal').length,
        query: own.filter(({ severity }) => severity === 'query').length,
      },
    ];
  });
};

const fileOf = ({ delivery: { path, sha256 }, reason }: Judgement): File => ({
  path,
  check: sha256.slice(0, 8),
  reason,
});

/** As it is pasted into a message or printed. */
export const receiptText = (
  { plan, at }: Edition,
  { unit, counted, aside, figures, fatal, query }: Receipt,
): string => {
  const named = ({ path, check }: File): string => `${path.split('/').at(-1)}（校验码 ${check}）`;
  const asked = [...(fatal === 0 ? [] : [`须更正 ${fatal} 处`]), ...(query === 0 ? [] : [`请核实 ${query} 处`])];
  return [
    `${unit}：截至${timeText(at)}，贵单位${periodName(plan.period)}报表收到 ${counted.length + aside.length} 个文件。`,
    ...(counted.length === 0
      ? ['目前没有一个能够计入，请按下列原因处理后重新报送。']
      : [`已计入：${counted.map(named).join('、')}，共 ${figures} 项数据。`]),
    ...aside.map(file => `未计入：${named(file)}，${file.reason}。`),
    ...(counted.length === 0
      ? []
      : [asked.length === 0 ? '审核未发现需要更正或核实的问题。' : `审核：${asked.join('，')}，详见退回的工作簿。`]),
  ].join('\n');
};

const timeText = (at: string): string => {
  const [, time] = /T(\d\d:\d\d)/u.exec(at) ?? [];
  return `${dayName(at)}${time === undefined ? '' : ` ${time}`}`;
};
