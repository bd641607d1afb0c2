// What a broken rule says to a clerk: both sides with their figures and cells, the difference, and the source.
import { columnLabel, type Item, rowLabel } from '../items.ts';
import { plainLabel } from '../label.ts';
import type { CellRef, Comparison, Period, Rule } from '../model.ts';
import { periodName } from '../period.ts';
import type { Answers } from './answers.ts';
import { type Edit, figuresOf } from './compile.ts';
import { type Judged, rangeOf } from './evaluate.ts';
import { decimalOf, signOf } from './fraction.ts';
import { keyOf } from './linear.ts';
import { addRanges, exactOf, negate, type Range } from './range.ts';
import type { Amount, Figure } from './syntax.ts';

export interface Sides {
  readonly left: string;
  readonly right: string;
  /** `left − right`; '' where one is known only roughly. */
  readonly difference: string;
}

export const sidesOf = ({ left, right }: Judged): Sides => {
  const difference = exactOf(addRanges([left, negate(right)]));
  return {
    left: rangeText(left),
    right: rangeText(right),
    difference: difference === null ? '' : decimalOf(difference),
  };
};

/** `whose` names the unit, as a sentence begins: `“住建局”`. */
export const complaintOn = (edit: Edit, judged: Judged, answers: Answers, whose: string): string => {
  const { rule, left, right } = edit;
  const sides = sidesOf(judged);
  const shared = sharedColumn([...figuresOf(left), ...figuresOf(right)].map(({ item }) => item));
  const ahead = shared === null ? '' : `“${columnLabel(shared)}”列`;
  const said = rule.message === '' ? `${rule.name}：${DUE[rule.relation]}` : filled(rule.message, sides);
  const context: Context = { answers, column: shared?.key.column ?? null, placed: new Set(), sheet: { last: '' } };
  const [leftText, rightText] = [sideText(left, sides.left, context), sideText(right, sides.right, context)];
  const details = `左边：${leftText}；右边：${rightText}${differenceText(sides.difference)}`;
  return `${whose}${ahead === '' ? '：' : `的${ahead}，`}${ended(said)}${details}。${closing(rule)}`;
};

// A column that all figures are of is said once, ahead of them.
const sharedColumn = ([first, ...others]: readonly Item[]): Item | null =>
  first === undefined || first.column === null || others.some(({ column }) => column !== first.column) ? null : first;

const DUE: Readonly<Record<Comparison, string>> = {
  '=': '左右两边应当相等',
  '<>': '左右两边不应相等',
  '<': '左边应当小于右边',
  '<=': '左边不应大于右边',
  '>': '左边应当大于右边',
  '>=': '左边不应小于右边',
};

const differenceText = (difference: string): string => {
  if (difference === '') return '';
  return difference === '0' ? '；两边相等' : `；相差 ${absoluteText(difference)}`;
};

const filled = (message: string, sides: Sides): string =>
  message
    .replaceAll('{左}', sides.left)
    .replaceAll('{右}', sides.right)
    .replaceAll('{差}', sides.difference === '' ? '不能确定' : absoluteText(sides.difference));

const ended = (text: string): string => (/[。！？；]$/u.test(text) ? text : `${text}。`);

const absoluteText = (decimal: string): string => decimal.replace(/^-/u, '');

const closing = ({ id, source }: Rule): string => `（规则 ${id}${source === '' ? '' : `，依据：${source}`}）`;

interface Context {
  readonly answers: Answers;
  /** The column said ahead of the figures, so that it is not said with each. */
  readonly column: string | null;
  /** Figures of which the cell has been said. */
  readonly placed: Set<string>;
  /** The sheet of the figure before, which is named once. */
  readonly sheet: { last: string };
}

const sideText = (node: Amount<Figure>, value: string, context: Context): string => {
  const told = node.kind === 'call' ? toldTerms(node, context.answers) : [node];
  const isPlain = told.length === 1 && (told[0]?.kind === 'figure' || told[0]?.kind === 'number');
  return `${termText(node, context, 0)}${isPlain ? '' : `＝${value}`}`;
};

const SIGNS = { '+': '＋', '-': '－', '*': '×', '/': '÷' } as const;
const CALLS = { max: '中的最大值', min: '中的最小值', abs: '的绝对值' } as const;

// `level`: 0 as a term of a sum, 1 as a factor, 2 where a sum needs brackets too.
const termText = (node: Amount<Figure>, context: Context, level: 0 | 1 | 2): string => {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'figure':
      return figureText(node, context);
    case 'span':
      return `${figureText(node.first, context)} 至 ${figureText(node.last, context)}`;
    case 'negative':
      return `－${termText(node.of, context, 2)}`;
    case 'call':
      return callText(node, context, level);
    case 'binary': {
      const isSum = node.sign === '+' || node.sign === '-';
      const own = isSum ? 0 : 1;
      const text = `${termText(node.left, context, own)}${SIGNS[node.sign]}${termText(node.right, context, node.sign === '+' ? 0 : 2)}`;
      return level > own ? `（${text}）` : text;
    }
  }
};

const callText = (node: CallNode, context: Context, level: 0 | 1 | 2): string => {
  const told = toldTerms(node, context.answers).map(term => termText(term, context, 0));
  if (told.length === 0) return '各项均为 0';
  if (told.length === 1 && node.call !== 'abs') return told.join('');
  const text = node.call === 'sum' ? told.join('＋') : `${told.join('、')} ${CALLS[node.call]}`;
  return level > 0 ? `（${text}）` : text;
};

type CallNode = Extract<Amount<Figure>, { readonly kind: 'call' }>;

/** A long list is told by its terms that are not 0. */
const toldTerms = ({ call, terms }: CallNode, answers: Answers): readonly Amount<Figure>[] =>
  call === 'sum' || terms.length > SHORT ? terms.filter(term => !isZero(term, answers)) : terms;

const SHORT = 3;

const isZero = (term: Amount<Figure>, answers: Answers): boolean => {
  const exact = exactOf(rangeOf(term, figure => answers(figure).range));
  return exact !== null && signOf(exact) === 0;
};

const figureText = (figure: Figure, { answers, column, placed, sheet }: Context): string => {
  const { item, from } = figure;
  const { shown, ref, period } = answers(figure);
  const label = [rowText(item), item.key.column === column ? '' : columnLabel(item)].filter(text => text !== '');
  const when = from.kind === 'before' ? (period === null ? `${from.years} 年前` : periodName(period)) : '';
  const whose = from.kind === 'children' ? '下级单位' : '';
  const at = ref === null || placed.has(keyOf(figure)) ? '' : placeText(ref, period, sheet);
  placed.add(keyOf(figure));
  return `${when}${whose}“${label.join('·')}” ${shown}${at}`;
};

/** A label that says little by itself, as 总计 among rows, with the heading above it. */
const rowText = (item: Item): string => {
  const { row, table } = item;
  const label = plainLabel(rowLabel(item));
  const heading = row.under.at(-1);
  const isCommon = table.columns.some(column => column.label.text === label);
  return heading === undefined || !isCommon ? label : `${plainLabel(heading)}·${label}`;
};

const placeText = ({ file, sheet, cell }: CellRef, period: Period | null, said: { last: string }): string => {
  const name = `${period === null ? '' : `${period}/${file} `}${sheet === '' ? '' : `工作表“${sheet}”`}`;
  const isSaid = name === said.last;
  said.last = name;
  return `（${isSaid ? '' : name}${cell}）`;
};

const rangeText = (range: Range): string => {
  const exact = exactOf(range);
  if (exact !== null) return decimalOf(exact);
  const { low, high } = range;
  if (low !== null && high !== null) return `${decimalOf(low)}～${decimalOf(high)}`;
  if (low !== null) return `不少于 ${decimalOf(low)}`;
  return high !== null ? `不多于 ${decimalOf(high)}` : '不能确定';
};
