// Draws a whole 2021-form return: its tables on one sheet or on several, with the few prose answers known.
import type { Answers } from './answer.ts';
import { type Book, type Canvas, canvas, type Faces, putAcross, setWidths } from './canvas.ts';
import { type Departures, drawTable2, drawTable3, drawTable4, type Spans, type Typist } from './tables-2021.ts';

export interface Report {
  readonly title: string;
  readonly unit: string;
  readonly answers: Answers;
  readonly departures: Departures;
  /** Section headings as this report has them. */
  readonly sections: readonly [string, string, string];
  /** Label and text of prose answers, above and below the tables. */
  readonly above: readonly (readonly [string, string])[];
  readonly below: readonly (readonly [string, string])[];
  readonly tables: readonly ('t2' | 't3' | 't4')[];
  readonly faces: Faces;
}

export const SECTIONS = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
] as const;

const DRAW = { t2: drawTable2, t3: drawTable3, t4: drawTable4 };

interface Room {
  /** The printed columns of a table → the first and last spreadsheet column that each takes. */
  readonly spans: Readonly<Record<'t2' | 't3' | 't4', Spans>>;
  readonly right: Readonly<Record<'t2' | 't3' | 't4', number>>;
}

/** Fifteen equal columns, shared by three tables of four, ten and fifteen. */
const SHARED: Room = {
  spans: {
    t2: i => [4 * i - 3, Math.min(4 * i, 15)],
    t3: i => (i === 1 ? [1, 1] : i === 2 ? [2, 3] : i === 3 ? [4, 8] : [i + 5, i + 5]),
    t4: i => [i, i],
  },
  right: { t2: 15, t3: 15, t4: 15 },
};

const OWN: Room = { spans: { t2: i => [i, i], t3: i => [i, i], t4: i => [i, i] }, right: { t2: 4, t3: 10, t4: 15 } };
const WIDTHS = {
  t2: [26, 20, 20, 20],
  t3: [9, 15, 36, 9, 9, 9, 10, 10, 9, 9],
  t4: Array.from({ length: 15 }, () => 8),
};

export function onOneSheet(report: Report): Book {
  const on = canvas('年度报告', { onePage: true });
  setWidths(
    on,
    1,
    Array.from({ length: 15 }, () => 8.5),
  );
  let row = heading(on, 15, report);
  row = prose(on, row, 15, report.above);
  for (const table of report.tables) row = section(on, row, table, report, SHARED) + 1;
  prose(on, row, 15, report.below);
  return { canvases: [on], faces: report.faces };
}

export function onSheets(report: Report): Book {
  const canvases = report.tables.map(table => {
    const on = canvas({ t2: '表二', t3: '表三', t4: '表四' }[table], { landscape: table === 't4', onePage: true });
    setWidths(on, 1, WIDTHS[table]);
    section(on, heading(on, OWN.right[table], report), table, report, OWN);
    return on;
  });
  const texts = [...report.above, ...report.below];
  if (texts.length > 0) {
    const on = canvas('文字部分');
    setWidths(on, 1, [24, 24, 24, 24]);
    prose(on, heading(on, 4, report), 4, texts);
    canvases.push(on);
  }
  return { canvases, faces: report.faces };
}

function heading(on: Canvas, right: number, report: Report): number {
  putAcross(on, { top: 1, left: 1, bottom: 1, right }, report.title, 'title');
  on.heights.set(1, 40);
  putAcross(on, { top: 2, left: 1, bottom: 2, right }, `填报单位：${report.unit}`, 'line');
  return 3;
}

function section(on: Canvas, top: number, table: 't2' | 't3' | 't4', report: Report, room: Room): number {
  const title = report.sections[['t2', 't3', 't4'].indexOf(table)] ?? '';
  putAcross(on, { top, left: 1, bottom: top, right: room.right[table] }, title, 'heading');
  on.heights.set(top, 26);
  const typist: Typist = item => report.answers.get(item)?.ink ?? null;
  return DRAW[table](on, top + 1, typist, report.departures, room.spans[table]);
}

function prose(on: Canvas, top: number, right: number, texts: readonly (readonly [string, string])[]): number {
  let row = top;
  for (const [label, text] of texts) {
    putAcross(on, { top: row, left: 1, bottom: row, right }, label, 'heading');
    putAcross(on, { top: row + 1, left: 1, bottom: row + 1, right }, text, 'words');
    on.heights.set(row + 1, 30);
    row += 2;
  }
  return row;
}
