// The ways in which units lay out the 2017 return. Each look draws a whole workbook.
import type { Answer, Answers } from './answer.ts';
import { type Book, type Canvas, canvas, put, setWidths } from './canvas.ts';
import { type Cover, drawCover, drawCoverBlock, drawProse, drawSignatures, drawTableTitle } from './cover.ts';
import { drawList, type ListStyle, lastYears, printed } from './list.ts';
import type { Prose } from './prose-2017.ts';
import { KEY, STAT, WAYS } from './rows-2017.ts';

export interface Content {
  readonly cover: Cover;
  readonly answers: Answers;
  readonly prose: Prose | null;
  readonly relabelled: Readonly<Record<string, string>>;
}

export type LookOf2017 = (content: Content) => Book;

const SONG = { title: '黑体', body: '宋体', shade: null };
const FANG = { title: '方正小标宋简体', body: '仿宋', shade: 'FFF2F2F2' };
const WAYS_TITLE = '主动公开政府信息的方式';
const KEY_TITLE = '重点领域信息公开情况';
const STAT_TITLE = '政府信息公开情况统计表';

function styled(content: Content, style: Partial<ListStyle>): ListStyle {
  return {
    columns: ['label', 'unit', 'value'],
    heads: {},
    word: printed,
    sums: false,
    relabelled: content.relabelled,
    ...style,
  };
}

/** All three tables one below the other; returns the row below. */
function stack(on: Canvas, top: number, left: number, content: Content, style: ListStyle): number {
  const at = { left, right: left + style.columns.length - 1 };
  let row = top;
  for (const [id, title, rows] of [
    ['stat', STAT_TITLE, STAT],
    ['ways', `附表一　${WAYS_TITLE}`, WAYS],
    ['key', `附表二　${KEY_TITLE}`, KEY],
  ] as const) {
    if (id !== 'stat') row = drawTableTitle(on, row + 1, at, title);
    row = drawList(on, { top: row, left }, { id, rows }, content.answers, style);
  }
  return row;
}

/** As the notice prints it, with signatures below. */
export const official: LookOf2017 = content => {
  const on = canvas('统计表');
  const at = { left: 1, right: 3 };
  let row = drawCover(on, { top: 1, ...at }, content.cover);
  row = stack(on, row, 1, content, styled(content, {}));
  if (content.prose !== null) row = drawProse(on, row + 1, at, content.prose);
  drawSignatures(on, row + 1, at);
  return { canvases: [on], faces: SONG };
};

/** With serial numbers, last year's figures and a column for notes. */
export const numbered: LookOf2017 = content => {
  const on = canvas('2017年度');
  const columns = ['serial', 'label', 'unit', 'last', 'value', 'note'] as const;
  const at = { left: 1, right: columns.length };
  let row = drawCoverBlock(on, { top: 1, ...at }, content.cover);
  on.widths.set(1, 10);
  row = stack(on, row, 1, content, styled(content, { columns, heads: { unit: '计量单位', value: '本年数' } }));
  on.widths.set(1, 10);
  if (content.prose !== null) drawProse(on, row + 1, at, content.prose);
  return { canvases: [on], faces: FANG };
};

/** Each section on its own sheet, the prose too. */
export const parted: LookOf2017 = content => {
  const at = { left: 1, right: 3 };
  const style = styled(content, {
    heads: { label: '指标名称', unit: '计量单位' },
    word: row => row.label,
  });
  const canvases = (
    [
      ['表一', WAYS_TITLE, 'ways', WAYS],
      ['表二', KEY_TITLE, 'key', KEY],
      ['表三', STAT_TITLE, 'stat', STAT],
    ] as const
  ).map(([name, title, id, rows]) => {
    const on = canvas(name);
    const row = drawCover(on, { top: 1, ...at }, { ...content.cover, title: `${title}（2017年度）` });
    drawList(on, { top: row, left: 1 }, { id, rows }, content.answers, style);
    return on;
  });
  if (content.prose !== null) {
    const on = canvas('文字材料');
    setWidths(on, 1, [30, 30, 30]);
    drawProse(
      on,
      drawCover(on, { top: 1, ...at }, { ...content.cover, title: '2017年政府信息公开工作情况' }),
      at,
      content.prose,
    );
    canvases.push(on);
  }
  return { canvases, faces: FANG };
};

/** The national table at the left, the district's two tables beside it. */
export const sideBySide: LookOf2017 = content => {
  const on = canvas('Sheet1', { landscape: true });
  const style = styled(content, {});
  const top = drawCover(on, { top: 1, left: 1, right: 7 }, content.cover) + 1;
  drawList(on, { top, left: 1 }, { id: 'stat', rows: STAT }, content.answers, style);
  const right = { left: 5, right: 7 };
  let row = drawTableTitle(on, top, right, WAYS_TITLE);
  row = drawList(on, { top: row, left: 5 }, { id: 'ways', rows: WAYS }, content.answers, style);
  row = drawTableTitle(on, row + 1, right, KEY_TITLE);
  row = drawList(on, { top: row, left: 5 }, { id: 'key', rows: KEY }, content.answers, style);
  on.widths.set(5, 38);
  if (content.prose !== null) drawProse(on, row + 1, right, content.prose);
  return { canvases: [on], faces: SONG };
};

/** Pushed down and to the right by blank rows and columns; one formatted cell far below. */
export const shifted: LookOf2017 = content => {
  const on = canvas('Sheet1');
  setWidths(on, 1, [3, 3, 3]);
  const row = drawCover(on, { top: 5, left: 4, right: 6 }, content.cover);
  stack(on, row + 2, 4, content, styled(content, { word: line => line.label }));
  put(on, 2400, 12, null, 'phantom', '0.00');
  return { canvases: [on], faces: SONG };
};

/** Without a column of units: they stand in the labels, with half-width brackets and loose spaces. */
export const unitsInLabels: LookOf2017 = content => {
  const on = canvas('年报数据');
  const columns = ['label', 'value', 'note'] as const;
  const at = { left: 1, right: columns.length };
  const style = styled(content, {
    columns,
    heads: { label: '项  目', value: '数 量' },
    word: row => loose(row.unit === '' ? row.label : `${row.label}（${row.unit}）`),
  });
  let row = drawCover(on, { top: 1, ...at }, content.cover);
  row = stack(on, row, 1, content, style);
  if (content.prose !== null) drawProse(on, row + 1, at, content.prose);
  return { canvases: [on], faces: { title: '微软雅黑', body: '微软雅黑', shade: 'FFDDEBF7' } };
};

function loose(label: string): string {
  return label
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll('：', ':')
    .replace(/^(\d+)\./, '$1、 ');
}

/** Totals typed as formulas. */
export const summed: LookOf2017 = content => {
  const on = canvas('统计表');
  const columns = ['serial', 'label', 'unit', 'value'] as const;
  const at = { left: 1, right: columns.length };
  let row = drawCover(on, { top: 1, ...at }, content.cover);
  row = stack(on, row, 1, content, styled(content, { columns, sums: true }));
  if (content.prose !== null) row = drawProse(on, row + 1, at, content.prose);
  drawSignatures(on, row + 1, at);
  return { canvases: [on], faces: FANG };
};

/** This year's sheet in front, last year's hidden behind it. */
export const withHiddenLastYear: LookOf2017 = content => {
  const style = styled(content, {});
  const draw = (on: Canvas, answers: Answers, title: string) => {
    const row = drawCover(on, { top: 1, left: 1, right: 3 }, { ...content.cover, title });
    stack(on, row, 1, { ...content, answers }, style);
    return on;
  };
  const last = new Map<string, Answer>();
  for (const [item, { truth }] of content.answers) last.set(item, { ink: lastYears(truth), truth: null });
  return {
    canvases: [
      draw(canvas('2017年'), content.answers, content.cover.title),
      draw(canvas('2016年', { hidden: true }), last, content.cover.title.replace('2017', '2016')),
    ],
    faces: SONG,
  };
};
