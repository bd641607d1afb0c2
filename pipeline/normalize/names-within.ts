// Which of many names stand in a text: in time that does not grow with how many there are.

export interface Place {
  readonly name: string;
  /** The first place where it begins. */
  readonly at: number;
}

/** By where they begin, and of those that begin at one place the longest first. */
export const namesWithin = (names: Iterable<string>): ((text: string) => readonly Place[]) => {
  const root = treeOf(names);
  const beginningAt = (text: string, from: number): readonly string[] => {
    const found: string[] = [];
    let node = root.next.get(text.charCodeAt(from));
    for (let at = from + 1; node !== undefined; at += 1) {
      if (node.name !== null) found.unshift(node.name);
      node = node.next.get(text.charCodeAt(at));
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

/** What some names have in common from their beginning on; `name`: the one that ends here. */
interface Beginning {
  name: string | null;
  /** By the next UTF-16 unit. */
  readonly next: Map<number, Beginning>;
}

const treeOf = (names: Iterable<string>): Beginning => {
  const root: Beginning = { name: null, next: new Map() };
  for (const name of names) {
    let node = root;
    for (let at = 0; at < name.length; at++) {
      const unit = name.charCodeAt(at);
      const longer = node.next.get(unit) ?? { name: null, next: new Map() };
      node.next.set(unit, longer);
      node = longer;
    }
    if (name !== '') node.name = name;
  }
  return root;
};
