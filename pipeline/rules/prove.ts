// Proof of the rules of a form: their examples come out as said, no two say the same, none says the opposite of another.
import { itemName } from '../items.ts';
import type { Comparison, Form, Rule } from '../model.ts';
import { type Relation, relationsOf } from '../relations.ts';
import { compileRules, type Edit, figuresIn } from './compile.ts';
import { proveExamples } from './examples.ts';
import { decimalOf, inverse, negative, signOf, times } from './fraction.ts';
import { differenceOf, keyOf } from './linear.ts';
import type { Amount, Condition, Figure } from './syntax.ts';

/** Problems in plain English; none where the rules are sound. */
export const proveRules = (form: Form): readonly string[] => {
  const { byRule, names } = compileRules(form);
  const examples = [...byRule].flatMap(([rule, edits]) => proveExamples(rule, edits, names));
  const claims = [...[...byRule.values()].flat().map(claimOf), ...relationsOf(form).flatMap(claimOfRelation)];
  const pairs = [...Map.groupBy(claims, ({ about }) => about).values()].flatMap(proveTogether);
  return [...examples, ...new Set(pairs)];
};

/** Figures under no rule and no relation: nothing is wrong with that, but no mistake in them would be found. */
export const figuresWithoutRule = (form: Form): readonly string[] => {
  const { byRule, names } = compileRules(form);
  const ruled = new Set([...byRule.values()].flat().flatMap(edit => figuresIn(edit).map(({ name }) => name)));
  const related = relationsOf(form).flatMap(({ whole, parts }) => [whole, ...parts].map(({ key }) => itemName(key)));
  for (const name of related) ruled.add(name);
  return [...names.items.keys()].filter(name => !ruled.has(name));
};

/** What is said of one amount. */
interface Claim {
  readonly who: string;
  readonly about: string;
  /** Where the amount may lie about 0. */
  readonly allowed: string;
}

const ALLOWED: Readonly<Record<Comparison, string>> = {
  '=': '=',
  '<>': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '=>',
};

const claimOf = ({ rule, when, left, right }: Edit): Claim => {
  const { text, isTurned } = amountText(left, right);
  const allowed = isTurned ? turned(ALLOWED[rule.relation]) : ALLOWED[rule.relation];
  const condition = when === null ? '' : conditionText(when);
  const limits = [rule.on, rule.since, rule.until, [...rule.units].sort(), Number(rule.tolerance), condition];
  return { who: `rule "${rule.id}"`, about: JSON.stringify([text, limits]), allowed: order(allowed) };
};

const claimOfRelation = ({ rule, kind, whole, parts }: Relation): readonly Claim[] => {
  const figure = (item: Relation['whole']): Figure => ({
    kind: 'figure',
    item,
    name: itemName(item.key),
    from: { kind: 'here' },
  });
  const claim = (terms: readonly Figure[], allowed: string): Claim => {
    const { text, isTurned } = amountText({ kind: 'call', call: 'sum', terms }, figure(whole));
    const limits: readonly (Rule['since'] | string | number | readonly string[])[] = ['return', null, null, [], 0, ''];
    const about = JSON.stringify([text, limits]);
    return { who: `relation "${rule}"`, about, allowed: order(isTurned ? turned(allowed) : allowed) };
  };
  if (kind === 'exhaustive') return [claim(parts.map(figure), '=')];
  return parts.map(part => claim([figure(part)], '<='));
};

const proveTogether = ([first, ...others]: readonly Claim[]): readonly string[] => {
  if (first === undefined) return [];
  const here = others.flatMap(other => {
    if (other.who === first.who) return [];
    if (other.allowed === first.allowed) return [`${other.who} says the same as ${first.who}`];
    const both = [...first.allowed].filter(sign => other.allowed.includes(sign));
    return both.length === 0 ? [`${other.who} can never hold together with ${first.who}`] : [];
  });
  return [...here, ...proveTogether(others)];
};

/** `left − right` as a text that is the same however it was written; `isTurned`: as `right − left`. */
const amountText = (
  left: Amount<Figure>,
  right: Amount<Figure>,
): { readonly text: string; readonly isTurned: boolean } => {
  const linear = differenceOf(left, right);
  const terms = [...(linear?.terms ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const first = terms[0]?.[1].factor;
  if (linear === null || first === undefined) {
    const [a, b] = [textOf(left), textOf(right)];
    return a <= b ? { text: `${a} - ${b}`, isTurned: false } : { text: `${b} - ${a}`, isTurned: true };
  }
  const isTurned = signOf(first) < 0;
  const unit = inverse(isTurned ? negative(first) : first);
  const factor = isTurned ? negative(unit) : unit;
  const texts = terms.map(([key, term]) => `${decimalOf(times(term.factor, factor))} ${key}`);
  return { text: [...texts, decimalOf(times(linear.constant, factor))].join(' + '), isTurned };
};

const textOf = (node: Amount<Figure>): string => {
  switch (node.kind) {
    case 'figure':
      return keyOf(node);
    case 'number':
      return node.value;
    case 'span':
      return `${keyOf(node.first)}..${keyOf(node.last)}`;
    case 'call':
      return `${node.call}(${node.terms.map(textOf).join(', ')})`;
    case 'negative':
      return `-(${textOf(node.of)})`;
    case 'binary':
      return `(${textOf(node.left)} ${node.sign} ${textOf(node.right)})`;
  }
};

const conditionText = (node: Condition<Figure>): string =>
  node.kind === 'compare'
    ? `${textOf(node.left)} ${node.relation} ${textOf(node.right)}`
    : `(${node.of.map(conditionText).join(` ${node.kind} `)})`;

const turned = (allowed: string): string =>
  [...allowed].map(sign => (sign === '<' ? '>' : sign === '>' ? '<' : sign)).join('');

const order = (allowed: string): string => [...allowed].sort().join('');
