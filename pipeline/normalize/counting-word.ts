// What a figure counts, and in which power of ten: 件, 人次, 万元.
import { multiply } from '../decimal.ts';
import type { Decimal } from '../model.ts';
import { onceForEach } from '../once-for-each.ts';

/** Words of one family stand for each other (件 for 条). `power` 4 with `scale` 万: ten thousands. */
export interface CountingWord {
  readonly family: string;
  readonly power: number;
  readonly scale: string;
}

/** Powers of ten as written before a counting word; longer ones first, for a regular expression. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['億', 8],
  ['万', 4],
  ['萬', 4],
  ['千', 3],
  ['仟', 3],
  ['百', 2],
  ['佰', 2],
]);

/** The counting word that the text is, as a whole and perhaps in brackets; null: not one that we know. */
export const countingWord = onceForEach((text: string): CountingWord | null => {
  const bare = /^\((.+)\)$/.exec(text)?.[1] ?? text;
  const [, scale = '', word = ''] = SCALED.exec(bare) ?? [];
  const family = FAMILIES.get(word);
  return family ? { family, power: SCALES.get(scale) ?? 0, scale } : null;
});

/** The same for an item's own unit: a form may count what no list has. */
export const asCountingWord = (unit: string): CountingWord =>
  countingWord(unit) ?? { family: unit, power: 0, scale: '' };

/** `decimal` × 10^power, exactly and without trailing zeros. */
export const shift = (decimal: Decimal, power: number): Decimal => {
  // Most figures are whole numbers in the unit that is asked.
  if (power === 0 && PLAIN.test(decimal)) return decimal;
  const shifted = multiply(decimal, power < 0 ? `0.${'0'.repeat(-power - 1)}1` : `1${'0'.repeat(power)}`);
  return shifted === '-0' ? '0' : shifted;
};

const PLAIN = /^(?:0|-?[1-9]\d*)$/;
const SCALED = new RegExp(`^(${[...SCALES.keys()].join('|')})?(.+)$`);
// Pages, households or sessions are other things than documents: each stands for itself.
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ...['元', '圆', '元整', '圆整', '元人民币'].map(word => [word, 'money'] as const),
  ...[...'件条份例起宗篇次则个项部'].map(word => [word, 'thing'] as const),
  ...['人', '人次', '名', '位'].map(word => [word, 'person'] as const),
  ...[...'期场册本批张处家户套种类封页台天'].map(word => [word, word] as const),
  ...['美元', '欧元', '港元', '批次', '场次', '期次'].map(word => [word, word] as const),
]);
