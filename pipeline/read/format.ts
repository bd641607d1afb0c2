// Number format codes: which make a number a date or a percentage, and what they print around it.

/** What a number format says about the numbers under it. */
export interface Format {
  readonly kind: 'plain' | 'percent' | 'date';
  /** What a date format shows of the date. */
  readonly year: boolean;
  readonly day: boolean;
  readonly time: boolean;
  readonly seconds: boolean;
  /** Positive, negative, zero, text: as many as there are. Empty where the affixes cannot be told for sure. */
  readonly sections: readonly Section[];
}

/** `prefix` and `suffix` are printed around the number; without `digits` the prefix alone is printed. */
export interface Section {
  readonly digits: boolean;
  readonly prefix: string;
  readonly suffix: string;
}

const TOKEN = /"[^"]*"?|[\\!_*].|\[[^\]]*\]|G\/通用格式|general|am\/pm|a\/p|上午\/下午|./gisu;
const LITERAL = /^(?:"[^"]*"?|[\\!].)$/su;
const SILENT = /^(?:[_*].|\[[^\]]*\])$/su;
const ELAPSED = /^\[(?:h+|m+|s+)\]$/i;
const CURRENCY = /^\[\$([^\]-]+)/;
const CONDITION = /^\[[<>=]/;
const GENERAL = /^(?:general|g\/通用格式|@)$/i;

/** Excel allows 255 characters; a longer code says nothing. */
const LONGEST = 1_024;

export const parseFormat = (code: string): Format => {
  const tokens = (code.length > LONGEST ? 'General' : code).match(TOKEN) ?? [];
  const first = tokens.slice(0, splitAt(tokens));
  const letters = first
    .filter(token => !LITERAL.test(token) && !GENERAL.test(token) && (!SILENT.test(token) || ELAPSED.test(token)))
    .join('')
    .replace(/e[+-]/gi, '');
  const has = (pattern: RegExp): boolean => pattern.test(letters);
  const kind = has(/[ymdhse]/i) ? 'date' : has(/%/) ? 'percent' : 'plain';
  const time = kind === 'date' && has(/[hs]/i);
  return {
    kind,
    year: has(/[ye]/i),
    day: has(/d/i) || (!time && has(/m/i)),
    time,
    seconds: has(/s/i),
    sections: kind === 'plain' ? sections(tokens) : [],
  };
};

const splitAt = (tokens: readonly string[]): number => {
  const at = tokens.indexOf(';');
  return at < 0 ? tokens.length : at;
};

const sections = (tokens: readonly string[]): readonly Section[] => {
  if (tokens.some(token => CONDITION.test(token))) return [];
  const found: Section[] = [];
  for (let rest = tokens; ; rest = rest.slice(splitAt(rest) + 1)) {
    const one = section(rest.slice(0, splitAt(rest)));
    if (one === null) return [];
    found.push(one);
    if (splitAt(rest) === rest.length || found.length === 4) return found;
  }
};

/** Null where something stands among the digits, or a comma after them divides by 1,000 (`0!.0,"万"`). */
const section = (tokens: readonly string[]): Section | null => {
  const isDigit = (token: string): boolean => /^[0#?.,]$/.test(token) || GENERAL.test(token);
  const start = tokens.findIndex(isDigit);
  if (start < 0) return { digits: false, prefix: tokens.map(printed).join(''), suffix: '' };
  const end = tokens.findLastIndex(isDigit);
  if (!tokens.slice(start, end + 1).every(isDigit) || tokens[end] === ',') return null;
  const prefix = tokens.slice(0, start).map(printed).join('');
  const suffix = tokens
    .slice(end + 1)
    .map(printed)
    .join('');
  return { digits: true, prefix, suffix };
};

const printed = (token: string): string => {
  if (LITERAL.test(token)) return token.startsWith('"') ? token.replaceAll('"', '') : token.slice(1);
  return SILENT.test(token) ? (CURRENCY.exec(token)?.[1] ?? '') : token;
};
