// Which of many names stand in a text: in time that does not grow with how many there are.

export interface Place {
  readonly name: string;
  /** The first place where it begins. */
  readonly at: number;
}

/** By where they begin, and of those that begin at one place the longest first. */
export const namesWithin = (names: Iterable<string>): ((text: string) => readonly Place[]) => {
  const known = new Set(names);
  const beginnings = new Set(
    [...known].flatMap(name => Array.from({ length: name.length }, (_, i) => name.slice(0, i + 1))),
  );
  const beginningAt = (text: string, at: number): readonly string[] => {
    const found: string[] = [];
    for (let end = at + 1; end <= text.length; end++) {
      const piece = text.slice(at, end);
      if (!beginnings.has(piece)) break;
      if (known.has(piece)) found.unshift(piece);
    }
    return found;
  };
  return text => {
    const found = new Map<string, number>();
    for (let at = 0; at < text.length; at++)
      for (const name of beginningAt(text, at)) if (!found.has(name)) found.set(name, at);
    return [...found].map(([name, at]) => ({ name, at }));
  };
};
