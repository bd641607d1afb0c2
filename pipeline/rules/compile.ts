// The rules of a form, parsed and taken at each of their coordinates; once a form, not once a return.
import { Fault } from '../fault.ts';
import { type Item, itemName } from '../items.ts';
import type { Form, FormTable, Rule } from '../model.ts';
import { onceOf } from '../once-of.ts';
import { itemNamed, type Names, namesOf, type Spot } from './names.ts';
import { parseAmount, parseCondition } from './parse.ts';
import type { Amount, Condition, Figure, Name } from './syntax.ts';

/** A rule at one of its coordinates. */
export interface Edit {
  readonly rule: Rule;
  readonly spot: Spot | null;
  readonly when: Condition<Figure> | null;
  readonly left: Amount<Figure>;
  readonly right: Amount<Figure>;
}

export interface Edits {
  readonly names: Names;
  /** In the order of the rules; each has one edit or more. */
  readonly byRule: ReadonlyMap<Rule, readonly Edit[]>;
}

/** Throws a Fault at the line of a rule that says nothing that can be checked. */
export const compileRules: (form: Form) => Edits = onceOf(form => {
  const names = namesOf(form);
  return { names, byRule: new Map(form.rules.map(rule => [rule, compileRule(rule, names)])) };
});

const compileRule = (rule: Rule, names: Names): readonly Edit[] => {
  const at = (column: string): string => `${rule.place}, ${column} of ${rule.id}`;
  const when = rule.when === '' ? null : parseCondition(rule.when, at('when'));
  const left = parseAmount(rule.left, at('left'));
  const right = parseAmount(rule.right, at('right'));
  const edits = spotsOf(rule.scope, names, at('scope')).map(spot => ({
    rule,
    spot,
    when: when === null ? null : condition(when, { names, spot, place: at('when') }),
    left: amount(left, { names, spot, place: at('left') }),
    right: amount(right, { names, spot, place: at('right') }),
  }));
  const [first] = edits;
  const figures = first === undefined ? [] : figuresIn(first);
  if (figures.length === 0) throw new Fault('names no figure, so that it always or never holds', at('left'));
  if (rule.on === 'total' && figures.some(({ from }) => from.kind === 'children'))
    throw new Fault('a sum over all units has no units below it', at('left'));
  return edits;
};

/** All figures that an edit looks at, those of its condition too. */
export const figuresIn = ({ when, left, right }: Pick<Edit, 'when' | 'left' | 'right'>): readonly Figure[] => [
  ...(when === null ? [] : figuresOfCondition(when)),
  ...figuresOf(left),
  ...figuresOf(right),
];

export const figuresOf = (node: Amount<Figure>): readonly Figure[] => {
  switch (node.kind) {
    case 'figure':
      return [node];
    case 'number':
      return [];
    case 'span':
      return [node.first, node.last];
    case 'call':
      return node.terms.flatMap(figuresOf);
    case 'negative':
      return figuresOf(node.of);
    case 'binary':
      return [...figuresOf(node.left), ...figuresOf(node.right)];
  }
};

const figuresOfCondition = (node: Condition<Figure>): readonly Figure[] =>
  node.kind === 'compare' ? [...figuresOf(node.left), ...figuresOf(node.right)] : node.of.flatMap(figuresOfCondition);

/** `t3 each column`, `t2 each row`, `t3 each row each column`; 每行 and 每列 are the same. '' has one spot, that of no table. */
export const spotsOf = (scope: string, names: Names, place: string): readonly (Spot | null)[] => {
  if (scope.trim() === '') return [null];
  const [, id = '', each = ''] = /^(\S+)((?:\s+(?:each\s+(?:row|column)|每行|每列))*)$/u.exec(scope.trim()) ?? [];
  const table = names.form.tables.find(candidate => candidate.id === id);
  if (table === undefined) {
    const tables = names.form.tables.map(candidate => candidate.id).join(', ');
    throw new Fault(`"${scope}" is no scope like "t3 each column"; the tables are ${tables}`, place);
  }
  const rows = /row|每行/u.test(each) ? table.rows.map(row => row.id) : [null];
  const columns = /column|每列/u.test(each) ? figureColumns(table, place) : [null];
  return rows.flatMap(row => columns.map(column => ({ table: id, row, column })));
};

const figureColumns = (table: FormTable, place: string): readonly string[] => {
  const columns = table.columns.filter(({ kind }) => kind === 'figure').map(({ id }) => id);
  if (columns.length === 0) throw new Fault(`table "${table.id}" has no columns of figures`, place);
  return columns;
};

interface Around {
  readonly names: Names;
  readonly spot: Spot | null;
  readonly place: string;
}

const condition = (node: Condition<Name>, around: Around): Condition<Figure> =>
  node.kind === 'compare'
    ? { ...node, left: amount(node.left, around), right: amount(node.right, around) }
    : { ...node, of: node.of.map(part => condition(part, around)) };

const amount = (node: Amount<Name>, around: Around): Amount<Figure> => {
  switch (node.kind) {
    case 'figure':
      return figure(node, around);
    case 'number':
      return node;
    case 'span':
      throw new Fault('".." stands within sum( ), max( ) or min( )', around.place);
    case 'call':
      return {
        ...node,
        terms: node.terms.flatMap((term): readonly Amount<Figure>[] =>
          term.kind === 'span' ? span(term, around) : [amount(term, around)],
        ),
      };
    case 'negative':
      return { ...node, of: amount(node.of, around) };
    case 'binary':
      return { ...node, left: amount(node.left, around), right: amount(node.right, around) };
  }
};

export const figure = ({ path, from }: Name, { names, spot, place }: Around): Figure => {
  const item = itemNamed(path, names, spot, place);
  return { kind: 'figure', item, name: itemName(item.key), from };
};

/** The figures from one to another along their row or their column, in the order of the table. */
const span = ({ first, last }: { readonly first: Name; readonly last: Name }, around: Around): readonly Figure[] => {
  const [from, to] = [figure(first, around), figure(last, around)];
  const [a, b] = [from.item, to.item];
  const ofItem = (key: Item['key']): readonly Figure[] => {
    const item = around.names.items.get(itemName(key));
    return item === undefined ? [] : [{ ...from, item, name: itemName(key) }];
  };
  const between = <T extends { readonly id: string }>(list: readonly T[], start: string, end: string): readonly T[] =>
    list.slice(
      list.findIndex(({ id }) => id === start),
      list.findIndex(({ id }) => id === end) + 1,
    );
  const found =
    a.table.id !== b.table.id
      ? []
      : a.key.column === b.key.column
        ? between(a.table.rows, a.key.row, b.key.row).flatMap(row => ofItem({ ...a.key, row: row.id }))
        : a.key.row === b.key.row
          ? between(a.table.columns, a.key.column, b.key.column).flatMap(column =>
              ofItem({ ...a.key, column: column.id }),
            )
          : [];
  if (found.length === 0)
    throw new Fault(`${from.name}..${to.name} is no stretch of a row or a column, from first to last`, around.place);
  return found;
};
