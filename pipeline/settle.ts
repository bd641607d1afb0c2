// One return per unit, period and scope; every other delivery is named with the reason why it does not count.
import { compareText } from './compare-text.ts';
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
  const borrowed = borrowedBytes(candidates);
  const own = candidates.filter(candidate => !borrowed.has(candidate));
  const groups = Map.groupBy(own, ({ ret }) => JSON.stringify([ret.unit, ret.period, ret.scope]));
  const settled = [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => settleGroup(group));
  const shared = [...borrowed].map(([{ ret }, others]) =>
    judgement(ret, 'conflict', `与其他单位名下的文件内容完全相同，无法判断是哪个单位的：${others}`),
  );
  return {
    returns: settled.flatMap(({ returns }) => returns),
    judgements: [...settled.flatMap(({ judgements }) => judgements), ...shared].sort(byPath),
  };
};

/**
 * Files with figures in them that lie under the names of several units, byte for byte the same, with the paths of their twins.
 * The same form sent back with nothing but zeros is honest.
 */
const borrowedBytes = (candidates: readonly Candidate[]): ReadonlyMap<Candidate, string> => {
  const twins = [...Map.groupBy(candidates, ({ ret }) => ret.delivery.sha256).values()].filter(
    group => new Set(group.map(({ ret }) => ret.unit)).size > 1 && group.some(({ ret }) => hasFigures(ret)),
  );
  const pathsBeside = (group: readonly Candidate[], { ret }: Candidate): string =>
    group
      .filter(other => other.ret.unit !== ret.unit)
      .map(other => other.ret.delivery.path)
      .sort()
      .join('、');
  return new Map(twins.flatMap(group => group.map(one => [one, pathsBeside(group, one)] as const)));
};

const hasFigures = (ret: Return): boolean =>
  ret.observations.some(({ value }) => 'amount' in value && value.amount !== '0');

const settleGroup = (given: readonly Candidate[]): Settlement => {
  const group = given.map(one => ({ ...one, ret: asLateAsAnswered(one.ret, given) }));
  // What answers one of this group is of this unit, whatever its name says.
  const sure = group.filter(one => !one.disputed || group.some(other => answers(one.ret, other.ret)));
  const standing = (sure.length > 0 ? sure : group).map(({ ret }) => ret).sort(shortestFirst);
  const doubted = group.map(({ ret }) => ret).filter(ret => !standing.includes(ret));
  const open = standing.filter(ret => !standing.some(other => answers(other, ret)));
  const latest = open.filter(ret => !open.some(other => isLater(other, ret)));
  const [first] = latest as [Return, ...Return[]];
  const counted = countedOf(latest);
  const judgements = [
    ...standing.map(ret => judge(ret, first, latest, counted)),
    ...doubted.map(ret =>
      judgement(ret, 'conflict', `表内与文件名所示单位不一致，本单位另有报表（${first.delivery.path}），未采用`),
    ),
  ];
  return { returns: counted.length === 0 ? [] : [combine(counted as [Return, ...Return[]])], judgements };
};

/** Those that count: one if all say the same, all if each brings other tables, none where nobody can say. */
const countedOf = (latest: readonly Return[]): readonly Return[] => {
  if (latest.length === 1) return latest;
  const distinct = latest.filter((ret, index) => !latest.slice(0, index).some(other => saysTheSame(other, ret)));
  const tables = distinct.flatMap(ret => [...tablesOf(ret)]);
  return distinct.length === 1 || new Set(tables).size === tables.length ? distinct : [];
};

const tablesOf = (ret: Return): ReadonlySet<string> => new Set(ret.observations.map(({ table }) => table));

/** A unit that sent each table in a file of its own sent one return. */
const combine = ([first, ...others]: readonly [Return, ...Return[]]): Return => {
  if (others.length === 0) return first;
  const all = [first, ...others];
  const tables = new Set(all.flatMap(ret => [...tablesOf(ret)]));
  const texts = new Map(
    all
      .flatMap(ret => ret.texts)
      .reverse()
      .map(text => [text.id, text] as const),
  );
  return {
    ...first,
    observations: all.flatMap(ret => ret.observations).sort((a, b) => compareText(a.table, b.table)),
    texts: [...texts.values()].sort((a, b) => compareText(a.id, b.id)),
    remarks: all
      .flatMap(ret => ret.remarks)
      .filter(({ kind, key }) => kind !== 'table-missing' || !tables.has(key.table ?? '')),
  };
};

const judge = (ret: Return, first: Return, latest: readonly Return[], counted: readonly Return[]): Judgement => {
  if (counted.includes(ret)) return judgement(ret, 'accepted', '');
  if (!latest.includes(ret)) return replaced(ret, latest.find(other => isLater(other, ret)) ?? first);
  const same = counted.find(other => saysTheSame(ret, other));
  if (same !== undefined) return judgement(ret, 'superseded', sameAs(ret, same));
  const others = latest
    .filter(other => other !== ret)
    .map(other => other.delivery.path)
    .join('、');
  return judgement(ret, 'conflict', `同一单位有多份内容不同的报表，无法判断以哪份为准：${others}`);
};

const replaced = (ret: Return, by: Return): Judgement => {
  if (saysTheSame(ret, by)) return judgement(ret, 'superseded', sameAs(ret, by));
  const isAnswer = answers(by, ret);
  const how = isAnswer ? '退回后发回' : by.revision.rank > ret.revision.rank ? '更正后' : '填报日期更晚';
  return judgement(ret, 'superseded', `已由${how}的报表替代：${by.delivery.path}`);
};

const sameAs = (ret: Return, other: Return): string =>
  `与 ${other.delivery.path} ${ret.delivery.sha256 === other.delivery.sha256 ? '内容' : '数字'}完全相同，只计一次`;

// A correction that was sent back and comes back under a plain name is no less a correction.
const asLateAsAnswered = (ret: Return, group: readonly Candidate[]): Return => {
  const answered = group.map(other => other.ret).filter(other => answers(ret, other));
  const rank = Math.max(ret.revision.rank, ...answered.map(other => other.revision.rank));
  return rank === ret.revision.rank ? ret : { ...ret, revision: { ...ret.revision, rank } };
};

/** Whether `a` is `b` as its unit sent it back to us, corrected or not. */
const answers = (a: Return, b: Return): boolean => a.revision.answers.includes(b.delivery.sha256);

/**
 * Whether `a` says of itself that it replaces `b`: as the answer to it, as a later version, or of one version filled in on a later day. A 更正 beside a
 * 第二次 says nothing of which came last.
 */
const isLater = (a: Return, b: Return): boolean => {
  if (answers(a, b) || answers(b, a)) return answers(a, b);
  const [rank, other] = [a.revision.rank, b.revision.rank];
  if (rank !== other) return rank > other && other !== WORDED;
  const [day, otherDay] = [a.revision.filledOn, b.revision.filledOn];
  return day !== null && otherDay !== null && day > otherDay;
};

// The rank of 更正, 修改 …, which count no versions.
const WORDED = 1;

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

// Of copies the plain name counts: 甲局.xlsx before 甲局 - 副本.xlsx.
const shortestFirst = (a: Return, b: Return): number => a.delivery.path.length - b.delivery.path.length || byPath(a, b);

const byPath = (a: Pick<Return, 'delivery'>, b: Pick<Return, 'delivery'>): number =>
  compareText(a.delivery.path, b.delivery.path);
