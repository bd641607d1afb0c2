// Draws tables 二, 三 and 四 of the 2021 form as the notice prints them, merged headings and all.
import type { Ink } from './answer.ts';
import { type Canvas, type Look, putAcross } from './canvas.ts';
import { APPLICANTS, OUTCOMES, RESULT_LABELS, RESULTS } from './rows-2021.ts';

/** Where a figure of `table.row.column` is typed, and how: null leaves the cell empty. */
export type Typist = (item: string) => Ink | null;

/** How a report departs from the printed form. */
export interface Departures {
  /** Label as printed → as this report has it. */
  readonly relabelled: Readonly<Record<string, string>>;
  /** Rows of table 三 to leave out altogether; null: none. */
  readonly onlyRows: ReadonlySet<string> | null;
  /** The 2019 form has one row for （六）其他处理. */
  readonly oneOtherRow: boolean;
  readonly format: string | null;
}

/** The first and last spreadsheet column of a printed column, counted from 1. */
export type Spans = (column: number) => readonly [number, number];

/** Writes into printed columns `left` to `right` and rows `top` to `bottom`. */
type Pen = (
  top: number,
  left: number,
  bottom: number,
  right: number,
  ink: Ink | null,
  look: Look,
  format?: string | null,
) => void;

function penOn(on: Canvas, spans: Spans): Pen {
  return (top, left, bottom, right, ink, look, format = null) => {
    putAcross(on, { top, left: spans(left)[0], bottom, right: spans(right)[1] }, ink, look, format);
  };
}

/** Table 二 over four printed columns; returns the row below. */
export function drawTable2(on: Canvas, top: number, type: Typist, how: Departures, spans: Spans): number {
  const pen = penOn(on, spans);
  const say = (label: string) => how.relabelled[label] ?? label;
  let row = top;
  const block = (article: string, heads: readonly string[]) => {
    pen(row, 1, row, 4, article, 'section');
    row += 1;
    pen(row, 1, row, 1, '信息内容', 'head');
    heads.forEach((head, i) => {
      pen(row, 2 + i, row, heads.length === 1 ? 4 : 2 + i, say(head), 'head');
    });
    row += 1;
  };
  const single = (label: string, item: string, format = how.format) => {
    pen(row, 1, row, 1, say(label), 'label');
    pen(row, 2, row, 4, type(`t2.${item}.value`), 'figure', format);
    row += 1;
  };
  block('第二十条第（一）项', ['本年制发件数', '本年废止件数', '现行有效件数']);
  for (const [label, id] of [
    ['规章', 'reg'],
    ['行政规范性文件', 'norm'],
  ] as const) {
    pen(row, 1, row, 1, say(label), 'label');
    ['made', 'repealed', 'valid'].forEach((kind, i) => {
      pen(row, 2 + i, row, 2 + i, type(`t2.${id}_${kind}.value`), 'figure', how.format);
    });
    row += 1;
  }
  block('第二十条第（五）项', ['本年处理决定数量']);
  single('行政许可', 'permit');
  block('第二十条第（六）项', ['本年处理决定数量']);
  single('行政处罚', 'penalty');
  single('行政强制', 'coercion');
  block('第二十条第（八）项', ['本年收费金额（单位：万元）']);
  single('行政事业性收费', 'fee_wan', null);
  return row;
}

/** Table 三 over ten printed columns: three of labels, seven of figures; returns the row below. */
export function drawTable3(on: Canvas, top: number, type: Typist, how: Departures, spans: Spans): number {
  const pen = penOn(on, spans);
  const say = (label: string) => how.relabelled[label] ?? label;
  drawApplicants(pen, top, say);
  on.heights.set(top + 2, 34);

  const isDrawn = (id: string) => how.onlyRows === null || how.onlyRows.has(id);
  let row = top + 3;
  const figures = (id: string) => {
    APPLICANTS.forEach((applicant, i) => {
      pen(row, 4 + i, row, 4 + i, type(`t3.${id}.${applicant}`), 'figure', how.format);
    });
  };
  const wide = (id: string, label: string) => {
    if (!isDrawn(id)) return;
    pen(row, 1, row, 3, say(label), 'label');
    figures(id);
    on.heights.set(row, 24);
    row += 1;
  };
  wide('new_received', '一、本年新收政府信息公开申请数量');
  wide('carried_in', '二、上年结转政府信息公开申请数量');
  const isOneRow = (id: string) => how.oneOtherRow && id.startsWith('oth_');
  const outcomes = OUTCOMES.filter(o => isDrawn(o.id) && (!isOneRow(o.id) || o.id === 'oth_misc'));
  if (outcomes.length > 0) pen(row, 1, row + outcomes.length - 1, 1, '三、本年度办理结果', 'label');
  for (const outcome of outcomes) {
    if (outcome.group === null || isOneRow(outcome.id))
      pen(row, 2, row, 3, say(outcome.group ?? outcome.label), 'label');
    else {
      const kin = outcomes.filter(o => o.group === outcome.group);
      if (kin[0] === outcome) pen(row, 2, row + kin.length - 1, 2, say(outcome.group), 'label');
      pen(row, 3, row, 3, say(outcome.label), 'label');
    }
    figures(outcome.id);
    on.heights.set(row, outcome.label.length > 24 ? 34 : 20);
    row += 1;
  }
  wide('carried_out', '四、结转下年度继续办理');
  return row;
}

/** The three heading rows of table 三. */
function drawApplicants(pen: Pen, top: number, say: (label: string) => string) {
  pen(top, 1, top + 2, 3, '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 'label');
  pen(top, 4, top, 10, '申请人情况', 'head');
  pen(top + 1, 4, top + 2, 4, say('自然人'), 'head');
  pen(top + 1, 5, top + 1, 9, '法人或其他组织', 'head');
  pen(top + 1, 10, top + 2, 10, say('总计'), 'head');
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].forEach((label, i) => {
    pen(top + 2, 5 + i, top + 2, 5 + i, say(label), 'head');
  });
}

/** Table 四: one row of fifteen figures; returns the row below. */
export function drawTable4(on: Canvas, top: number, type: Typist, how: Departures, spans: Spans): number {
  const pen = penOn(on, spans);
  const say = (label: string) => how.relabelled[label] ?? label;
  pen(top, 1, top, 5, '行政复议', 'head');
  pen(top, 6, top, 15, '行政诉讼', 'head');
  pen(top + 1, 6, top + 1, 10, '未经复议直接起诉', 'head');
  pen(top + 1, 11, top + 1, 15, '复议后起诉', 'head');
  ['rev', 'dir', 'post'].forEach((path, p) => {
    RESULTS.forEach((result, i) => {
      const column = 1 + 5 * p + i;
      pen(p === 0 ? top + 1 : top + 2, column, top + 2, column, say(RESULT_LABELS[i] ?? ''), 'head');
      pen(top + 3, column, top + 3, column, type(`t4.${path}_${result}.value`), 'figure', how.format);
    });
  });
  on.heights.set(top + 2, 34);
  on.heights.set(top + 3, 26);
  return top + 4;
}
