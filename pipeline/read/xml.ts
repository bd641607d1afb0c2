// XML events for the parts of a workbook.
import { refuse } from './refusal.ts';
import { scan } from './xml/scan.ts';
import { sourceOf } from './xml/source.ts';
import { type Attributes, attribute, entriesOf } from './xml/tag.ts';

export { type Attributes, attribute } from './xml/tag.ts';

/** `name` and `parent` are without prefix; the root's parent is ''. */
export interface Visitor {
  readonly open: (name: string, attributes: Attributes, parent: string) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string, parent: string) => void;
  /** Takes an element in `parent` whole, without a prefix and with at most one below it; see `Events`. */
  readonly whole?: (text: string, start: number, parent: string) => number;
}

const DEPTH = 64;

/** Elements of another namespace than the root's are called this, so that no visitor takes them for its own. */
const FOREIGN = '#';

export const walkXml = (bytes: Uint8Array, part: string, namespaces: 'root' | 'any', visitor: Visitor): void => {
  /** The parents of the element that is open, outermost first. */
  const path: string[] = [];
  let current = '';
  let root = { prefix: '', uri: '' };
  let foreignFrom = DEPTH + 1;

  const { whole } = visitor;
  const isOpenTo = (): boolean =>
    root.prefix === '' && path.length > 0 && path.length + 2 <= DEPTH && path.length <= foreignFrom;
  scan(sourceOf(bytes, part), {
    ...(whole === undefined ? {} : { whole: (text, start) => (isOpenTo() ? whole(text, start, current) : -1) }),
    open: (name, attributes) => {
      if (path.length >= DEPTH) refuse('unsafe', `${part}：嵌套超过 ${DEPTH} 层`);
      const at = name.indexOf(':');
      const prefix = at <= 0 ? '' : name.slice(0, at);
      const bound = attributes.declares
        ? attribute(attributes, prefix === '' ? 'xmlns' : `xmlns:${prefix}`)
        : undefined;
      if (path.length === 0) root = { prefix, uri: bound ?? '' };
      const isForeign = prefix !== root.prefix || (bound !== undefined && bound !== root.uri);
      if (isForeign && namespaces === 'root' && foreignFrom > DEPTH) foreignFrom = path.length;
      const local = path.length >= foreignFrom ? FOREIGN : at < 0 ? name : name.slice(at + 1);
      visitor.open(local, attributes, current);
      path.push(current);
      current = local;
    },
    text: visitor.text,
    close: () => {
      const local = current;
      current = path.pop() ?? '';
      if (path.length === foreignFrom) foreignFrom = DEPTH + 1;
      visitor.close?.(local, current);
    },
  });
};

/** The value of an attribute under any prefix, as `r:id`. */
export const prefixed = (attributes: Attributes, local: string): string | undefined => {
  const found = entriesOf(attributes).find(([name]) => name.endsWith(`:${local}`));
  return found?.[1];
};

export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true' || text === 'on';
