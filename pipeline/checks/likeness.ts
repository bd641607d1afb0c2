// Which of many texts are nearly the same: the share of their runs of three characters that both have (Jaccard, 1912).

/** A text counts as copied from this share on, and is long enough to tell from this many characters on. */
export const ALIKE = 0.8;
const SHORTEST = 40;

export type Shingles = ReadonlySet<string>;

/** The runs of three letters, without digits and punctuation, so that only a year exchanged is no difference; null: too short. */
export const shinglesOf = (text: string): Shingles | null => {
  const letters = [...text.normalize('NFKC').replace(/\P{L}/gu, '')];
  if (letters.length < SHORTEST) return null;
  return new Set(letters.slice(2).map((letter, nth) => `${letters[nth]}${letters[nth + 1]}${letter}`));
};

/** Between 0 and 1. */
export const likeness = (a: Shingles, b: Shingles): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared);
};

/**
 * For each text the place of another that is alike, or null. Two sets that share four fifths must share one of their rarest
 * fifth (prefix filtering, Chaudhuri et al. 2006), so that only texts with a rare run in common are compared, and the first that is alike ends it.
 */
export const twinsAmong = (texts: readonly Shingles[]): readonly (number | null)[] => {
  const frequency = new Map<string, number>();
  for (const text of texts) for (const shingle of text) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1);
  const rarest = texts.map(text => rarestOf(text, frequency));
  const holders = new Map<string, number[]>();
  for (const [nth, shingles] of rarest.entries())
    for (const shingle of shingles) {
      const known = holders.get(shingle);
      if (known === undefined) holders.set(shingle, [nth]);
      else known.push(nth);
    }
  return texts.map((text, nth) => twinOf(text, nth, texts, rarest[nth] ?? [], holders));
};

const rarestOf = (text: Shingles, frequency: ReadonlyMap<string, number>): readonly string[] => {
  const counted = Array.from(text, shingle => [frequency.get(shingle) ?? 0, shingle] as const);
  counted.sort(([often, a], [seldom, b]) => often - seldom || (a < b ? -1 : 1));
  return counted.slice(0, text.size - Math.ceil(ALIKE * text.size) + 1).map(([, shingle]) => shingle);
};

const twinOf = (
  text: Shingles,
  nth: number,
  texts: readonly Shingles[],
  rarest: readonly string[],
  holders: ReadonlyMap<string, readonly number[]>,
): number | null => {
  const tried = new Set([nth]);
  for (const shingle of rarest)
    for (const other of holders.get(shingle) ?? []) {
      if (tried.has(other)) continue;
      tried.add(other);
      if (likeness(text, texts[other] ?? new Set()) >= ALIKE) return other;
    }
  return null;
};
