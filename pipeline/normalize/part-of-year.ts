// The part of a year that a text speaks of, as the ends of periods: `H1`, `Q3`, `07`; `range` for any other stretch of months.

/** Null where it speaks of none, or of the whole year. A day of filling in speaks of none. */
export const partIn = (text: string): string | null => {
  const plain = text.slice(0, 200).normalize('NFKC').replace(/\s/gu, '');
  const half = /([上下])半年/u.exec(plain);
  if (half !== null) return half[1] === '上' ? 'H1' : 'H2';
  const quarter = /第?([一二三四1-4])季度|(?<![a-z])q([1-4])(?!\d)/iu.exec(plain);
  if (quarter !== null) return `Q${QUARTERS.get(quarter[1] ?? '') ?? quarter[1] ?? quarter[2]}`;
  const range = /(?<!\d)(\d{1,2})(?:月(?:1日)?(?:起)?)?(?:至|到|-|—|~)(?:20\d\d年)?(\d{1,2})月/u.exec(plain);
  if (range !== null) return stretch(Number(range[1]), Number(range[2]));
  const month = /(?<!\d)(\d{1,2})月(?:份|月报|月?度?(?:统计|报表|情况|政府信息))/u.exec(plain);
  return month === null ? null : stretch(Number(month[1]), Number(month[1]));
};

const QUARTERS = new Map([...'一二三四'].map((numeral, index) => [numeral, index + 1] as const));

const stretch = (from: number, to: number): string | null => {
  if (from > to || to > 12 || (from === 1 && to === 12)) return null;
  if (from === to) return String(from).padStart(2, '0');
  if (to - from === 5 && from % 6 === 1) return from === 1 ? 'H1' : 'H2';
  return to - from === 2 && from % 3 === 1 ? `Q${(from + 2) / 3}` : 'range';
};
