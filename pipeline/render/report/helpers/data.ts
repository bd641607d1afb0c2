// A printed number that can be traced: its value and item stand in the element around it.
import type { Decimal } from '../../../model.ts';
import { escaped, type Markup } from '../escape.ts';
import type { Figure } from '../figure.ts';

export const markData = (value: Decimal, item: string, title: string, text: string): string =>
  `<data value="${escaped(value)}" data-item="${escaped(item)}" title="${escaped(title)}">${escaped(text)}</data>`;

/** `待补`: a blank to fill; `待核`: what is printed and cannot be right. */
export const markTodo = (what: string, kind: '待补' | '待核' = '待补'): string =>
  `<mark class="todo">${what === '' ? kind : `【${kind}：${escaped(what)}】`}</mark>`;

/** A figure through `write`; one that no unit stated is a blank to fill, never 0. */
export const markFigure = (
  figure: Figure,
  write: (value: Decimal, word: string | null) => string,
  blank: string = figure.label,
): Markup => ({
  markup:
    figure.value === null
      ? markTodo(blank)
      : markData(figure.value, figure.item, figure.label, write(figure.value, figure.approximate)),
});
