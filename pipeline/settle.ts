// One return per unit, period and scope; every other delivery is named with the reason why it does not count.
import { itemName } from './items.ts';
import type { Judgement, Return, Value } from './model.ts';

/** A delivery that could be read as a return. `disputed`: cover and file name speak of different units. */
export interface Candidate {
  readonly ret: Return;
  readonly disputed: boolean;
}

export interface Settlement {
  /** One a unit and scope, by unit code. */
  readonly returns: readonly Return[];
  /** One a candidate, by path. */
  readonly judgements: readonly Judgement[];
}

export const settle = (candidates: readonly Candidate[]): Settlement => {
  const groups = Map.groupBy(candidates, ({ ret }) => JSON.stringify([ret.unit, ret.period, ret.scope]));
  const settled = [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => settleGroup(group));
  return {
    returns: settled.flatMap(({ returns }) => returns),
    judgements: settled.flatMap(({ judgements }) => judgements).sort(byPath),
  };
};

const settleGroup = (group: readonly Candidate[]): Settlement => {
  const sure = group.filter(({ disputed }) => !disputed);
  const standing = (sure.length > 0 ? sure : group).map(({ ret }) => ret).sort(byPath);
  const doubted = group.map(({ ret }) => ret).filter(ret => !standing.includes(ret));
  const latest = standing.filter(ret => !standing.some(other => isLater(other, ret)));
  const [first] = latest as [Return, ...Return[]];
  const agreed = latest.every(ret => saysTheSame(ret, first));
  const judgements = [
    ...standing.map(ret => judge(ret, first, latest, agreed)),
    ...doubted.map(ret =>
      judgement(ret, 'conflict', `表内与文件名所示单位不一致，本单位另有报表（${first.delivery.path}），未采用`),
    ),
  ];
  return { returns: agreed ? [first] : [], judgements };
};

const judge = (ret: Return, first: Return, latest: readonly Return[], agreed: boolean): Judgement => {
  const others = latest
    .filter(other => other !== ret)
    .map(other => other.delivery.path)
    .join('、');
  if (!latest.includes(ret)) return replaced(ret, latest.find(other => isLater(other, ret)) ?? first);
  if (!agreed) return judgement(ret, 'conflict', `同一单位有多份内容不同的报表，无法判断以哪份为准：${others}`);
  if (ret === first) return judgement(ret, 'accepted', '');
  return judgement(ret, 'superseded', sameAs(ret, first));
};

const replaced = (ret: Return, by: Return): Judgement => {
  if (saysTheSame(ret, by)) return judgement(ret, 'superseded', sameAs(ret, by));
  const how = by.revision.rank > ret.revision.rank ? '更正后' : '填报日期更晚';
  return judgement(ret, 'superseded', `已由${how}的报表替代：${by.delivery.path}`);
};

const sameAs = (ret: Return, other: Return): string =>
  `与 ${other.delivery.path} ${ret.delivery.sha256 === other.delivery.sha256 ? '内容' : '数字'}完全相同，只计一次`;

/** Whether `a` says of itself that it replaces `b`: a later version, or of one version filled in on a later day. */
const isLater = (a: Return, b: Return): boolean => {
  if (a.revision.rank !== b.revision.rank) return a.revision.rank > b.revision.rank;
  const [day, other] = [a.revision.filledOn, b.revision.filledOn];
  return day !== null && other !== null && day > other;
};

const saysTheSame = (a: Return, b: Return): boolean =>
  a === b || a.delivery.sha256 === b.delivery.sha256 || figures(a) === figures(b);

const figures = (ret: Return): string =>
  JSON.stringify([
    ret.observations.map(({ value, ...key }) => [itemName(key), value.kind, content(value)]),
    ret.texts.map(({ id, text }) => [id, text]),
  ]);

// Two figures that nobody can read are the same only where the same was typed.
const content = (value: Value): string =>
  'amount' in value ? value.amount : value.kind === 'unreadable' ? value.raw : '';

const judgement = (ret: Return, status: Judgement['status'], reason: string): Judgement => ({
  delivery: ret.delivery,
  unit: ret.unit,
  period: ret.period,
  form: ret.form,
  status,
  reason,
  trouble: null,
});

const byPath = (a: Pick<Return, 'delivery'>, b: Pick<Return, 'delivery'>): number =>
  compareText(a.delivery.path, b.delivery.path);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
