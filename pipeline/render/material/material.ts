// Edition → what the units answered in words, text by text in the form's order, each with its place and its answer of last year.
import { filedIn, missingUnits } from '../../filing.ts';
import type { CellRef, Edition, FormText } from '../../model.ts';
import { printable } from '../report/escape.ts';

export interface Answered {
  readonly unit: string;
  readonly text: string;
  readonly ref: CellRef;
  /** What the same unit answered to the same question a year before, or null. */
  readonly lastYear: string | null;
}

export interface Question {
  readonly section: string;
  readonly label: string;
  /** In the roster's order. */
  readonly answers: readonly Answered[];
  /** Names of units that filed and wrote nothing here. */
  readonly silent: readonly string[];
}

export interface Material {
  readonly questions: readonly Question[];
  /** Names of units without a return that counts. */
  readonly unfiled: readonly string[];
}

export const materialOf = (edition: Edition): Material => ({
  questions: edition.form.texts.map(text => questionOf(edition, text)),
  unfiled: missingUnits(edition).map(({ name }) => printable(name)),
});

const questionOf = (edition: Edition, { id, section, label }: FormText): Question => {
  const now = answersTo(edition, id);
  const before = answersTo(edition.previous, id);
  const units = edition.plan.units.filter(filedIn(edition));
  return {
    section,
    label: label.text,
    answers: units.flatMap(({ code, name }) => {
      const answer = now.get(code);
      return answer === undefined
        ? []
        : [{ ...answer, unit: printable(name), lastYear: before.get(code)?.text ?? null }];
    }),
    silent: units.filter(({ code }) => !now.has(code)).map(({ name }) => printable(name)),
  };
};

type Stated = Pick<Answered, 'text' | 'ref'>;

/** By the unit's code; nothing for those who left it empty. */
const answersTo = (edition: Edition | null, id: string): ReadonlyMap<string, Stated> =>
  new Map(
    (edition?.returns ?? []).flatMap(({ unit, texts }) =>
      texts
        .filter(answer => answer.id === id && answer.text.trim() !== '')
        .map(({ text, ref }) => [unit, { text: printable(text.trim()), ref }] as const),
    ),
  );
