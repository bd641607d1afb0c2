// Texts of the rule language → what they say. Names are not looked up here.
import { Fault } from '../fault.ts';
import type { Comparison } from '../model.ts';
import type { Amount, Call, Condition, From, Name, Sign } from './syntax.ts';
import { type Token, tokensOf } from './tokens.ts';

/** `place` names it in faults. */
export const parseAmount = (text: string, place: string): Amount<Name> => {
  const parser = new Parser(text, place);
  const amount = parser.amount(parser.either(0));
  parser.end();
  return amount;
};

export const parseCondition = (text: string, place: string): Condition<Name> => {
  const parser = new Parser(text, place);
  const condition = parser.condition(parser.either(0));
  parser.end();
  return condition;
};

/** `prev.carried_out`, alone. */
export const parseName = (text: string, place: string): Name => {
  const amount = parseAmount(text, place);
  if (amount.kind !== 'figure') throw new Fault(`"${text}" is no name of a figure`, place);
  return amount;
};

type Node = Amount<Name> | Condition<Name>;

// A class, since every step moves the one position in the tokens.
class Parser {
  readonly #tokens: readonly Token[];
  readonly #place: string;
  #at = 0;

  constructor(text: string, place: string) {
    this.#tokens = tokensOf(text, place);
    this.#place = place;
  }

  end(): void {
    if (this.#at < this.#tokens.length) this.#fail('nothing more');
  }

  amount(node: Node): Amount<Name> {
    if (isCondition(node)) throw new Fault('a condition stands where a number is due', this.#place);
    return node;
  }

  condition(node: Node): Condition<Name> {
    if (isCondition(node)) return node;
    throw new Fault('a number stands where a condition is due, such as a > 0', this.#place);
  }

  either(depth: number): Node {
    return this.#joined('or', () => this.#joined('and', () => this.#comparison(depth)));
  }

  #joined(word: 'and' | 'or', part: () => Node): Node {
    const first = part();
    if (!this.#isWord(word)) return first;
    const of = [this.condition(first)];
    while (this.#takeWord(word)) of.push(this.condition(part()));
    return { kind: word, of };
  }

  #comparison(depth: number): Node {
    const left = this.#sum(depth);
    const relation = this.#takeSign(...COMPARISONS);
    if (relation === null) return left;
    return { kind: 'compare', left: this.amount(left), relation, right: this.amount(this.#sum(depth)) };
  }

  #sum(depth: number): Node {
    return this.#binary(['+', '-'], () => this.#binary(['*', '/'], () => this.#signed(depth)));
  }

  #binary(signs: readonly Sign[], part: () => Node): Node {
    let left = part();
    for (let sign = this.#takeSign(...signs); sign !== null; sign = this.#takeSign(...signs))
      left = { kind: 'binary', sign, left: this.amount(left), right: this.amount(part()) };
    return left;
  }

  #signed(depth: number): Node {
    if (depth > DEEPEST) throw new Fault(`is nested deeper than ${DEEPEST}`, this.#place);
    if (this.#takeSign('-') !== null) return { kind: 'negative', of: this.amount(this.#signed(depth + 1)) };
    if (this.#takeSign('(') !== null) {
      const inner = this.either(depth + 1);
      this.#require(')');
      return inner;
    }
    const token = this.#tokens[this.#at];
    if (token?.kind === 'number') {
      this.#at += 1;
      return { kind: 'number', value: token.text };
    }
    const call = CALLS.find(name => token?.kind === 'word' && token.text === name && this.#isSign('(', 1));
    return call === undefined ? this.#name() : this.#call(call, depth);
  }

  #call(call: Call, depth: number): Node {
    this.#at += 2;
    const terms: Amount<Name>[] = [];
    do terms.push(this.#term(depth + 1));
    while (this.#takeSign(',') !== null);
    this.#require(')');
    if (call === 'abs' && (terms.length > 1 || terms[0]?.kind === 'span'))
      throw new Fault('abs takes one number', this.#place);
    return { kind: 'call', call, terms };
  }

  #term(depth: number): Amount<Name> {
    const first = this.amount(this.#sum(depth));
    if (this.#takeSign('..') === null) return first;
    if (first.kind !== 'figure') throw new Fault('".." stands between two names', this.#place);
    const last = this.#name();
    // sum(prev.a..b) is all of the year before.
    return { kind: 'span', first, last: { ...last, from: first.from } };
  }

  #name(): Name {
    const from = this.#from();
    const path = [this.#part()];
    while (this.#takeSign('.') !== null) path.push(this.#part());
    return { kind: 'figure', path, from };
  }

  #from(): From {
    if (this.#isWord('child') && this.#isSign('.', 1)) {
      this.#at += 2;
      return { kind: 'children' };
    }
    if (!this.#isWord('prev') || !(this.#isSign('.', 1) || this.#isSign('(', 1))) return { kind: 'here' };
    this.#at += 1;
    const years = this.#takeSign('(') === null ? 1 : this.#years();
    this.#require('.');
    return { kind: 'before', years };
  }

  #years(): number {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'number' || !/^[1-9]$/u.test(token.text)) this.#fail('a number of years from 1 to 9');
    this.#at += 1;
    this.#require(')');
    return Number(token?.text);
  }

  #part(): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'label' && (token?.kind !== 'word' || token.text === 'and' || token.text === 'or'))
      this.#fail('a name or a number');
    this.#at += 1;
    return token?.text ?? '';
  }

  #isWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'word' && token.text === word;
  }

  #takeWord(word: string): boolean {
    const is = this.#isWord(word);
    if (is) this.#at += 1;
    return is;
  }

  #isSign(sign: string, ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead];
    return token?.kind === 'sign' && token.text === sign;
  }

  #takeSign<const S extends string>(...signs: readonly S[]): S | null {
    const found = signs.find(sign => this.#isSign(sign)) ?? null;
    if (found !== null) this.#at += 1;
    return found;
  }

  #require(sign: string): void {
    if (this.#takeSign(sign) === null) this.#fail(`"${sign}"`);
  }

  #fail(due: string): never {
    const token = this.#tokens[this.#at];
    const found = token === undefined ? 'its end' : `"${token.text}"`;
    throw new Fault(`${due} is due where ${found} stands`, this.#place);
  }
}

const isCondition = (node: Node): node is Condition<Name> =>
  node.kind === 'compare' || node.kind === 'and' || node.kind === 'or';

const COMPARISONS: readonly Comparison[] = ['=', '<>', '<=', '>=', '<', '>'];
const CALLS: readonly Call[] = ['sum', 'max', 'min', 'abs'];
const DEEPEST = 50;
