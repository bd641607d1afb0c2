// A part of a form description together with the line it was written on, so that a fault can point there.
import { Fault } from '../fault.ts';

export interface Located<T> {
  /** What makes it the same part in a form and in the form that extends it: `t3.granted`. */
  readonly key: string;
  /** `templates/annual-2021/rows.csv:12` */
  readonly place: string;
  readonly value: T;
}

/** The base's parts in their order, each replaced by an own one of the same key, then the other own ones. */
export const overlay = <T>(base: readonly Located<T>[], own: readonly Located<T>[]): readonly Located<T>[] => {
  const mine = new Map(own.map(part => [part.key, part]));
  const inherited = new Set(base.map(part => part.key));
  return [...base.map(part => mine.get(part.key) ?? part), ...own.filter(part => !inherited.has(part.key))];
};

/** The parts as given; throws a Fault at the second of two with the same key. `kind` names them: `row`. */
export const requireUnique = <T>(parts: readonly Located<T>[], kind: string): readonly Located<T>[] => {
  const first = new Map<string, string>();
  for (const part of parts) {
    const before = first.get(part.key);
    if (before !== undefined) throw new Fault(`${kind} "${part.key}" stands twice, first at ${before}`, part.place);
    first.set(part.key, part.place);
  }
  return parts;
};

/** `id` as given, if programs can name it: lower-case letters, digits and `_`, a letter first. */
export const requireId = (id: string, kind: string, place: string): string => {
  if (id === '') throw new Fault(`${kind} has no id`, place);
  if (!ID.test(id))
    throw new Fault(`${kind} id "${id}" may hold only a–z, 0–9 and _ and must begin with a letter`, place);
  return id;
};

const ID = /^[a-z][a-z0-9_]*$/;
