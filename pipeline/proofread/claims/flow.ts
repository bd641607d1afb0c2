// 新收 + 结转 = 办结 + 结转下年, within a paragraph that tells of applications. 收到 may mean the new ones or all: either is right.
import { add, compare } from '../../decimal.ts';
import { hintOf } from '../hints.ts';
import { broken, held, type Judge, type Script } from '../judge.ts';
import { isOfApplications, outerMembers, type Role, roleOf } from '../roles.ts';
import type { Claim, Mention, Sentence } from '../words.ts';

export const flow: Judge = { id: 'flow', judge: ({ sentences }) => paragraphsOf(sentences).flatMap(judgeParagraph) };

type Figures = ReadonlyMap<Role, Mention>;

const paragraphsOf = (sentences: Script['sentences']): readonly (readonly Sentence[])[] => [
  ...Map.groupBy(sentences, ({ paragraph }) => paragraph).values(),
];

const judgeParagraph = (sentences: readonly Sentence[]): readonly Claim[] => {
  const about = sentences.filter(isOfApplications);
  const [first] = about;
  if (first === undefined) return [];
  const found = figuresOf(sentences.slice(sentences.indexOf(first)));
  const [received, handled] = [found?.get('received'), found?.get('handled')];
  if (found === null || received === undefined || handled === undefined) return [];
  return judgeFlow(found, received, handled, about.find(({ text }) => text.includes(received.raw)) ?? first);
};

/** Null where one of them is told with two values: the paragraph tells of several organs or times. */
const figuresOf = (sentences: readonly Sentence[]): Figures | null => {
  const figures = new Map<Role, Mention>();
  for (const { groups } of sentences)
    for (const { mention } of [
      ...outerMembers(groups),
      ...groups.filter(({ isOuter }) => !isOuter).flatMap(({ members }) => members),
    ]) {
      const role = roleOf(mention);
      if (role === null || !mention.isExact) continue;
      if (role === 'carried-in' && figures.has(role)) continue;
      const known = figures.get(role);
      if (known !== undefined && compare(known.amount, mention.amount) !== 0) return null;
      figures.set(role, mention);
    }
  return figures;
};

const judgeFlow = (figures: Figures, received: Mention, handled: Mention, sentence: Sentence): readonly Claim[] => {
  const [carriedIn, carriedOut] = [figures.get('carried-in'), figures.get('carried-out')];
  const left = add([received.amount, carriedIn?.amount ?? '0']);
  const right = add([handled.amount, carriedOut?.amount ?? '0']);
  const isNew = /新收|新增/u.test(received.label);
  const shown = (sign: string): string =>
    `${received.amount}${carriedIn === undefined ? '' : ` + ${carriedIn.amount}`} ${sign} ${handled.amount}${carriedOut === undefined ? '' : ` + ${carriedOut.amount}`}`;
  if (compare(left, right) === 0) return [held('收办', sentence, shown('='))];
  if (!isNew && carriedIn !== undefined && compare(received.amount, right) === 0)
    return [
      held(
        '收办',
        sentence,
        `${received.amount} = ${handled.amount} + ${carriedOut?.amount ?? '0'}（“收到”含上年结转${carriedIn.amount}）`,
      ),
    ];
  const hint = hintOf(left, right, [received, handled], []);
  // What is not told may fill the gap: cases still open, or carried over.
  if (carriedOut === undefined)
    return [broken('收办', sentence, hint === '' ? '低' : '中', shown('≠'), `收到与办结不相等${hint}`)];
  const isUnknown = carriedIn === undefined && compare(left, right) < 0;
  return [
    broken(
      '收办',
      sentence,
      isUnknown ? '低' : isNew && carriedIn !== undefined ? '高' : '中',
      shown('≠'),
      `收到加上年结转，与办结加结转下年不相等${hint}`,
    ),
  ];
};
