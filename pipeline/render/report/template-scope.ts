// What a path of a template can see where it stands, and what it leads to in the specimen.
import type { Path } from './template.ts';

export interface Scope {
  readonly value: unknown;
  readonly parent: Scope | null;
  /** Block parameters. */
  readonly names: ReadonlyMap<string, unknown>;
  readonly root: unknown;
  /** `@index`, `@first` …, inside `#each`. */
  readonly data: ReadonlyMap<string, unknown>;
}

export type Found = { readonly value: unknown } | { readonly problem: string };

export const scopeOf = (value: unknown, root: unknown, data: Scope['data'] = new Map()): Scope => ({
  value,
  parent: null,
  names: new Map(),
  root,
  data,
});

export const enter = (scope: Scope, value: unknown, names: Scope['names'], data = scope.data): Scope => ({
  value,
  parent: scope,
  names: new Map([...scope.names, ...names]),
  root: scope.root,
  data,
});

export const follow = (path: Path, scope: Scope): Found => {
  const start = startOf(path, scope);
  if ('problem' in start) return start;
  let { value } = start;
  for (const part of start.rest) {
    if (!isRecord(value) || !Object.hasOwn(value, part) || (Array.isArray(value) && part !== 'length'))
      return { problem: `unknown field “${path.original}”${hint(value, part)}` };
    value = value[part];
  }
  return { value };
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

type Start = { readonly value: unknown; readonly rest: readonly string[] } | { readonly problem: string };

const startOf = (path: Path, scope: Scope): Start => {
  const [first = '', ...rest] = path.parts;
  if (path.data) {
    if (first === 'root') return { value: scope.root, rest };
    return scope.data.has(first)
      ? { value: scope.data.get(first), rest }
      : { problem: `unknown “${path.original}” here` };
  }
  const isBare = path.depth === 0 && !/^(?:this\b|\.)/.test(path.original);
  if (isBare && scope.names.has(first)) return { value: scope.names.get(first), rest };
  let up: Scope | null = scope;
  for (let i = 0; i < path.depth; i += 1) up = up?.parent ?? null;
  return up === null
    ? { problem: `“${path.original}” goes up further than there is` }
    : { value: up.value, rest: path.parts };
};

const hint = (value: unknown, part: string): string => {
  if (!isRecord(value)) return `: nothing has “${part}” there`;
  const fields = Array.isArray(value) ? ['length'] : Object.keys(value);
  return `: there is no “${part}” among ${fields.slice(0, SHOWN).join(', ')}${fields.length > SHOWN ? ' …' : ''}`;
};

const SHOWN = 12;
