// A text of the rule language → its words, labels, numbers and signs.
import { Fault } from '../fault.ts';

export interface Token {
  /** `label` stood in quotes; a `word` may be an id, a label, `and`, `sum` … */
  readonly kind: 'number' | 'word' | 'label' | 'sign';
  readonly text: string;
}

/** Full-width signs and digits are theirs: `＋` `×` `≤` `（`. */
export const tokensOf = (text: string, place: string): readonly Token[] => {
  if (text.length > LONGEST) throw new Fault(`is longer than ${LONGEST} characters`, place);
  const plain = text.normalize('NFKC');
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(plain)?.groups;
    if (groups === undefined) throw new Fault(`"${plain.slice(at, at + 10)}" is nothing that a rule can hold`, place);
    const { number, word, sign } = groups;
    const label = groups['curly'] ?? groups['straight'] ?? groups['corner'];
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (label !== undefined) tokens.push({ kind: 'label', text: label });
    else if (word !== undefined) tokens.push({ kind: 'word', text: WORDS.get(word) ?? word });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: SIGNS.get(sign) ?? sign });
  }
  return tokens;
};

const LONGEST = 2_000;
const TOKEN =
  /\s+|(?<number>\d+(?:\.\d+)?)(?![\p{L}\p{N}_])|“(?<curly>[^”]*)”|"(?<straight>[^"]*)"|「(?<corner>[^」]*)」|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<sign>\.\.|<=|>=|<>|!=|==|[-+*/()=<>.,;、×÷≤≥≠≦≧−–])/uy;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
  ['≤', '<='],
  ['≦', '<='],
  ['≥', '>='],
  ['≧', '>='],
  ['≠', '<>'],
  ['!=', '<>'],
  ['==', '='],
  ['、', ','],
]);

const WORDS: ReadonlyMap<string, string> = new Map([
  ['且', 'and'],
  ['或', 'or'],
  ['上年', 'prev'],
  ['下级', 'child'],
  ['本格', 'cell'],
]);
