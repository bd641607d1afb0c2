// The contract of a template helper: what it takes is declared, so that a template is checked before it runs.
import { Fault } from '../../../fault.ts';
import type { Markup } from '../escape.ts';
import { type Figure, isFigure } from '../figure.ts';

export type Kind = 'figure' | 'number' | 'text' | 'truth';

export interface Helper {
  /** The name as templates write it. */
  readonly id: string;
  readonly takes: readonly Kind[];
  /** `takes` may be given once and again: label figure label figure … */
  readonly repeats?: true;
  readonly options?: Readonly<Record<string, Kind>>;
  /** `markup` is printed; a `truth` serves `#if`. */
  readonly gives: 'markup' | 'truth';
  readonly run: (given: Given) => Markup | string | boolean;
}

/** The arguments of one call; asking for one of another kind is a Fault. */
export interface Given {
  readonly count: number;
  readonly figure: (position: number) => Figure;
  readonly number: (position: number) => number;
  readonly text: (position: number) => string;
  readonly option: (name: string) => unknown;
}

export const given = (helper: string, args: readonly unknown[], options: Readonly<Record<string, unknown>>): Given => {
  const take = <T>(position: number, kind: Kind, isOne: (value: unknown) => value is T): T => {
    const value = args[position];
    if (isOne(value)) return value;
    throw new Fault(`{{${helper}}} needs a ${kind} as argument ${position + 1}, not ${typeof value}`);
  };
  return {
    count: args.length,
    figure: position => take(position, 'figure', isFigure),
    number: position => take(position, 'number', value => typeof value === 'number'),
    text: position => take(position, 'text', value => typeof value === 'string'),
    option: name => options[name],
  };
};

export const isKind = (value: unknown, kind: Kind): boolean => {
  if (kind === 'figure') return isFigure(value);
  if (kind === 'truth') return typeof value === 'boolean';
  return kind === 'number' ? typeof value === 'number' : typeof value === 'string';
};
