// What a report says once about all its figures: which are approximate, how many lack units, what is still open.
import { missingUnits } from '../../filing.ts';
import { itemsOf } from '../../items.ts';
import type { Edition } from '../../model.ts';
import type { Figure } from './figure.ts';
import { figureAt, type Tables } from './report-figures.ts';

export interface Notes {
  readonly approximate: readonly Figure[];
  /** Figures that lack units beyond those that filed nothing at all. */
  readonly incomplete: number;
  /** Whether last year's sums are over other units for some figures, so that their change is not told. */
  readonly incomparable: boolean;
  /** Fatal findings that nobody explained or corrected yet. */
  readonly open: number;
}

export const notesOf = (edition: Edition, tables: Tables): Notes => {
  const stated = itemsOf(edition.form).map(({ key }) => figureAt(tables, key));
  const silent = missingUnits(edition).length;
  return {
    approximate: stated.filter(figure => figure.value !== null && figure.approximate !== null),
    incomplete: stated.filter(figure => figure.missing > silent).length,
    incomparable: edition.previous !== null && stated.some(figure => figure.value !== null && figure.previous === null),
    open: edition.findings.filter(({ severity, status }) => severity === 'fatal' && status === 'open').length,
  };
};
