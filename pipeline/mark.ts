// The mark of a workbook that was sent back: whose it is, for when, and which deliveries it answers, by their sha256.
import type { Grid, Period } from './model.ts';

export interface Mark {
  readonly unit: string;
  readonly period: Period;
  /** sha256 of what was sent back, and of what that answered in its turn: the latest first. */
  readonly answers: readonly string[];
}

/** The mark as document properties, by name. */
export const markProperties = ({ unit, period, answers }: Mark): ReadonlyMap<string, string> =>
  new Map([
    ['nianbao-unit', unit],
    ['nianbao-period', period],
    ['nianbao-answers', answers.slice(0, LONGEST_CHAIN).join(' ')],
  ]);

/** The same as a line of text: programs that drop document properties keep cells. */
export const markText = (mark: Mark): string =>
  [WORD, ...[...markProperties(mark)].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join(' ');

/** The grid with its mark among its properties, wherever the file bears it. */
export const withMark = (grid: Grid): Grid => {
  if (grid.properties.has('nianbao-answers')) return grid;
  const text = markIn(grid);
  if (text === undefined) return grid;
  const found = [...text.matchAll(/(nianbao-(?:unit|period|answers))=(\S{0,2000})/gu)].map(
    ([, name = '', value = '']) => [name, decoded(value)] as const,
  );
  return found.length === 0 ? grid : { ...grid, properties: new Map([...found, ...grid.properties]) };
};

const markIn = ({ sheets }: Grid): string | undefined => {
  for (const { cells } of sheets) {
    const cell = cells.find(({ shown }) => shown.startsWith(MARK));
    if (cell !== undefined) return cell.shown;
  }
  return undefined;
};

/** What a file says it answers; anything that is no sha256 is passed over. */
export const answersIn = ({ properties }: Pick<Grid, 'properties'>): readonly string[] =>
  (properties.get('nianbao-answers') ?? '')
    .split(' ')
    .filter(text => /^[0-9a-f]{64}$/u.test(text))
    .slice(0, LONGEST_CHAIN);

const WORD = '退回标识';
const MARK = `${WORD} nianbao-unit=`;
const LONGEST_CHAIN = 20;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};
