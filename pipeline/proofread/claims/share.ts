// 占 87%: a part of a whole, half up at the printed decimals (P2); the base may be any total that the text has just told.
import { compare } from '../../decimal.ts';
import type { Decimal } from '../../model.ts';
import { distanceOf, percentOf, sumOf, truncatedPercentOf } from '../arithmetic.ts';
import { isTotal, totalsBefore } from '../context.ts';
import { broken, held, type Judge, type Script } from '../judge.ts';
import { type List, listsOf } from '../lists.ts';
import type { Claim, Group, Mention, Sentence } from '../words.ts';

export const share: Judge = {
  id: 'share',
  judge: script =>
    script.sentences.flatMap((sentence, index) => {
      const lists = sentence.groups.flatMap(listsOf);
      const shares = sentence.groups.flatMap(sharesOf);
      return sentence.groups.flatMap(group =>
        sharesOf(group).flatMap(found => {
          const others = shares.filter(({ percent }) => percent !== found.percent);
          return judgeShare(found, sentence, basesOf(found, group, lists, script, index), others);
        }),
      );
    }),
};

interface Share {
  readonly part: Mention;
  readonly percent: Mention;
  /** 占总数92件的87%. */
  readonly base: Mention | null;
  /** 298件（28.1%）: said to be a share by its place only. */
  readonly isBare?: boolean;
}

export const sharesOf = ({ host, members }: Group): readonly Share[] => {
  const shares: Share[] = [];
  members.forEach(({ mention: percent, gap }, index) => {
    if (percent.family !== 'percent' || !percent.isExact) return;
    const [last, before] = [members[index - 1], members[index - 2]];
    if (last === undefined) {
      if (host !== null && (gap === '' || (gap.length <= 12 && isShare(gap))))
        shares.push({ part: host, percent, base: null, isBare: gap === '' });
    } else if (last.mention.family === 'percent') return;
    else if (isShare(gap)) shares.push({ part: last.mention, percent, base: null });
    else if (before !== undefined && /占[^，。；]*$/u.test(last.gap) && /^的$/u.test(gap))
      shares.push({ part: before.mention, percent, base: last.mention });
    else shares.push(...namedShare(members.slice(0, index), gap, percent));
  });
  return shares;
};

// 自然人65件……，其中自然人占91.5%: the part is named again.
const namedShare = (members: Group['members'], gap: string, percent: Mention): readonly Share[] => {
  const name = /(?:^|[，；、])(?:其中)?([^，；、]{2,12})占$/u.exec(gap.slice(-30))?.[1];
  const part =
    name === undefined
      ? undefined
      : members.findLast(({ mention }) => mention.family !== 'percent' && mention.label.endsWith(name))?.mention;
  return part === undefined ? [] : [{ part, percent, base: null }];
};

// 占 right behind the part; a share of something else (同比, 满意率) is none.
const isShare = (gap: string): boolean =>
  /^[，、]?(?:约|各|分别)?占[比总数量全部申请收到答复受理办结当年本公开信息政府的件例重达为约]*$/u.test(gap);

interface Bases {
  /** Those that the part is said to be of, the likeliest first. */
  readonly due: readonly Mention[];
  /** Those that it can be of as well. */
  readonly possible: readonly Decimal[];
  readonly isNear: boolean;
}

const basesOf = (found: Share, group: Group, lists: readonly List[], script: Script, index: number): Bases => {
  if (found.base !== null) return { due: [found.base], possible: [], isNear: true };
  const own = lists.filter(list => [...list.parts, ...list.more].includes(found.part));
  const wholes = own.flatMap(list => list.whole ?? []);
  const outer = wholes.flatMap(whole => lists.filter(list => list.parts.includes(whole)));
  const members = group.members.map(({ mention }) => mention);
  const earlier = members
    .slice(0, members.indexOf(found.part))
    .filter(mention => isTotal(mention) && !own.some(list => list.parts.includes(mention)));
  const before = totalsBefore(script.sentences, index);
  const near = [...wholes, ...outer.flatMap(list => list.whole ?? []), ...earlier];
  const sums = [...own, ...outer].filter(list => list.parts.length > 1).map(list => sumOf(list.parts));
  const far = script.handled.filter(({ sentence }) => sentence < index);
  return {
    due: [...near, ...before],
    possible: [...sums, ...far.map(({ mention }) => mention.amount)],
    isNear: wholes.length + earlier.length > 0,
  };
};

const judgeShare = (
  { part, percent, isBare = false }: Share,
  sentence: Sentence,
  bases: Bases,
  others: readonly Share[],
): readonly Claim[] => {
  const { places, amount: stated } = percent;
  const usable = [...bases.due.map(({ amount }) => amount), ...bases.possible].filter(
    base => compare(base, '0') > 0 && compare(part.amount, base) <= 0,
  );
  const equation = (base: Decimal): string => `${part.amount} ÷ ${base} = ${percentOf(part.amount, base, places + 2)}%`;
  const right = usable.find(base => compare(percentOf(part.amount, base, places), stated) === 0);
  if (right !== undefined) return [held('占比', sentence, `${equation(right)} → ${stated}%`)];
  if (!part.isExact) return [];
  const base = sharedBase(usable, others) ?? likeliestBase(part, percent, usable, bases);
  if (base === undefined) return [];
  const due = percentOf(part.amount, base, places);
  const isCut = compare(truncatedPercentOf(part.amount, base, places), stated) === 0;
  const words = isCut ? '（截断，未四舍五入）' : '';
  const isSure = isCut || sharedBase([base], others) !== undefined || (isClose(stated, due) && !isBare);
  const confidence = isSure ? (bases.isNear ? '高' : '中') : '低';
  return [
    broken(
      '占比',
      sentence,
      confidence,
      `${equation(base)} ≠ ${stated}%`,
      `${part.label.slice(-15)}${part.raw}占${base}的${due}%，写作${percent.raw}${words}`,
    ),
  ];
};

/** The base of which two other shares of the sentence are. */
const sharedBase = (usable: readonly Decimal[], others: readonly Share[]): Decimal | undefined =>
  usable.find(
    base =>
      others.filter(({ part, percent }) => compare(percentOf(part.amount, base, percent.places), percent.amount) === 0)
        .length > 1,
  );

/** One that fits when the percentage was cut off, else the one that is due and comes nearest. */
const likeliestBase = (
  part: Mention,
  { places, amount }: Mention,
  usable: readonly Decimal[],
  bases: Bases,
): Decimal | undefined => {
  const cut = usable.find(base => compare(truncatedPercentOf(part.amount, base, places), amount) === 0);
  const exact = bases.due.filter(base => base.isExact && usable.includes(base.amount)).map(base => base.amount);
  const distance = (base: Decimal): number => Number(distanceOf(percentOf(part.amount, base, places + 2), amount));
  return cut ?? exact.toSorted((a, b) => distance(a) - distance(b))[0];
};

// Further off, it is more likely a share of something that we do not see.
const isClose = (stated: Decimal, due: Decimal): boolean => Number(distanceOf(stated, due)) <= Number(due) * 0.15;
