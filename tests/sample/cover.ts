// Draws what stands around the tables of a return: title, who files it, who signs, prose answers.
import { type Canvas, put, putAcross } from './canvas.ts';
import type { Prose } from './prose-2017.ts';

export interface Cover {
  readonly title: string;
  /** The unit as it names itself. */
  readonly unit: string;
  readonly filledOn: string;
}

/** Title and one line 填报单位 … 填报日期 over the columns given; returns the row below. */
export function drawCover(on: Canvas, at: { top: number; left: number; right: number }, cover: Cover): number {
  const across = (row: number) => ({ top: row, left: at.left, bottom: row, right: at.right });
  putAcross(on, across(at.top), cover.title, 'title');
  on.heights.set(at.top, 34);
  putAcross(on, across(at.top + 1), `填报单位：${cover.unit}　　　　填报日期：${cover.filledOn}`, 'line');
  return at.top + 2;
}

/** The same as a block of label and text rows, as some offices hand out. */
export function drawCoverBlock(on: Canvas, at: { top: number; left: number; right: number }, cover: Cover): number {
  putAcross(on, { top: at.top, left: at.left, bottom: at.top, right: at.right }, cover.title, 'title');
  on.heights.set(at.top, 34);
  const lines: readonly (readonly [string, string])[] = [
    ['填报单位', cover.unit],
    ['填报人', '办公室文书'],
    ['审核人', '分管副职'],
    ['联系电话', ''],
    ['填报日期', cover.filledOn],
  ];
  let row = at.top + 1;
  for (const [label, text] of lines) {
    put(on, row, at.left, label, 'label');
    putAcross(on, { top: row, left: at.left + 1, bottom: row, right: at.right }, text === '' ? null : text, 'words');
    row += 1;
  }
  return row + 1;
}

export function drawSignatures(on: Canvas, row: number, at: { left: number; right: number }): number {
  const text = '单位负责人：主要负责人　　审核人：分管副职　　填报人：办公室文书　　联系电话：';
  putAcross(on, { top: row, left: at.left, bottom: row, right: at.right }, text, 'line');
  return row + 1;
}

export function drawTableTitle(on: Canvas, row: number, at: { left: number; right: number }, title: string): number {
  putAcross(on, { top: row, left: at.left, bottom: row, right: at.right }, title, 'heading');
  on.heights.set(row, 26);
  return row + 1;
}

/** Three prose answers, each below its own heading. */
export function drawProse(on: Canvas, top: number, at: { left: number; right: number }, prose: Prose): number {
  let row = top;
  for (const [label, text] of [
    ['工作概述', prose.overview],
    ['存在的主要问题', prose.problems],
    ['下一步打算', prose.plans],
  ] as const) {
    putAcross(on, { top: row, left: at.left, bottom: row, right: at.right }, label, 'section');
    putAcross(on, { top: row + 1, left: at.left, bottom: row + 1, right: at.right }, text, 'words');
    on.heights.set(row + 1, 18 * Math.ceil(text.length / 34) + 8);
    row += 2;
  }
  return row;
}
