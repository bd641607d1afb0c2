// A YAML file whose values are asked for by path, so that a fault names the line of what is wrong.
import { isNode, LineCounter, parseDocument } from 'yaml';
import { Fault } from '../fault.ts';

export type Path = readonly (string | number)[];

export interface YamlSource {
  /** The plain value at a path; undefined where there is none. */
  readonly at: (path: Path) => unknown;
  /** `file:line` of the value at a path, or of the nearest that contains it. */
  readonly place: (path: Path) => string;
}

/** Throws a Fault with its line where the text is not YAML. */
export const openYaml = (text: string, file: string): YamlSource => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const wrong = document.errors[0];
  if (wrong !== undefined) throw new Fault(wrong.message, `${file}:${lines.linePos(wrong.pos[0]).line}`);
  const root: unknown = document.toJS();
  const place = (path: Path): string => {
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return `${file}:${lines.linePos(node.range[0]).line}`;
    return path.length === 0 ? `${file}:1` : place(path.slice(0, -1));
  };
  return { at: path => path.reduce(step, root), place };
};

const step = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;

/** A filled text; a number counts as its digits. */
export const requireText = (source: YamlSource, path: Path): string => {
  const value = source.at(path);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new Fault(`"${path.at(-1)}" is missing or is not a text`, source.place(path));
};

export const optionalText = (source: YamlSource, path: Path): string | null =>
  isAbsent(source.at(path)) ? null : requireText(source, path);

export const requireYear = (source: YamlSource, path: Path): number => {
  const value = source.at(path);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 9999) return value;
  throw new Fault(`"${path.at(-1)}" is missing or is not a year such as 2021`, source.place(path));
};

export const optionalYear = (source: YamlSource, path: Path): number | null =>
  isAbsent(source.at(path)) ? null : requireYear(source, path);

/** The paths of a list's items; none where the list is absent. */
export const itemPaths = (source: YamlSource, path: Path): readonly Path[] => {
  const value = source.at(path);
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) throw new Fault(`"${path.at(-1)}" is not a list`, source.place(path));
  return value.map((_, position) => [...path, position]);
};

export const textList = (source: YamlSource, path: Path): readonly string[] =>
  itemPaths(source, path).map(item => requireText(source, item));

/** Throws a Fault where the value is no mapping or has a key that is not among `keys`. */
export const requireKeys = (source: YamlSource, path: Path, keys: readonly string[]): void => {
  const value = source.at(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Fault(`is to hold ${keys.join(', ')}`, source.place(path));
  }
  const unknown = Object.keys(value).find(key => !keys.includes(key));
  if (unknown !== undefined) {
    throw new Fault(`"${unknown}" is unknown here; known are ${keys.join(', ')}`, source.place([...path, unknown]));
  }
};

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
