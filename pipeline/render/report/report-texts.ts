// What the units answered in words, by the id of the form's text.
import type { Edition } from '../../model.ts';
import { printable } from './escape.ts';

export interface Answer {
  readonly unit: string;
  readonly text: string;
}

export const textsOf = (edition: Edition): Readonly<Record<string, readonly Answer[]>> => {
  const nameOf = new Map(edition.plan.units.map(unit => [unit.code, unit.name]));
  const answers = edition.returns.flatMap(ret =>
    ret.texts.map(({ id, text }) => ({
      id,
      unit: printable(nameOf.get(ret.unit) ?? ret.unit),
      text: printable(text.trim()),
    })),
  );
  return Object.fromEntries(
    edition.form.texts.map(({ id }) => [
      id,
      answers.filter(answer => answer.id === id && answer.text !== '').map(({ unit, text }) => ({ unit, text })),
    ]),
  );
};
