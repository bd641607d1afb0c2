// Paths of headings → merged cells, as printed tables merge them.

/** `along`: how many neighbouring entries it stands for; `across`: how many levels it fills. */
export interface Span {
  readonly text: string;
  readonly along: number;
  readonly across: number;
}

/** Who fills the levels that a short path leaves over. */
export type Stretch = 'innermost' | 'outermost';

/** For each path, by level, the cells that begin there: a heading shared with the neighbour before is not begun again. */
export const spans = (paths: readonly (readonly string[])[], stretch: Stretch): readonly (readonly Placed[])[] => {
  const depth = Math.max(...paths.map(path => path.length));
  // Where the outermost heading stretches, paths of different length cannot share it: they begin at different levels.
  const shares: typeof sharesUpTo = (level, path, other) =>
    sharesUpTo(level, path, other) && (stretch === 'innermost' || other?.length === path.length);
  return paths.map((path, index) =>
    path.flatMap((text, level) => {
      const isLabel = level === path.length - 1;
      if (!isLabel && shares(level, path, paths[index - 1])) return [];
      const along = isLabel ? 1 : paths.slice(index).findIndex(other => !shares(level, path, other));
      const grows = stretch === 'innermost' ? isLabel : level === 0;
      const before = stretch === 'outermost' && level > 0 ? depth - path.length : 0;
      return [
        {
          text,
          along: along === -1 ? paths.length - index : along,
          across: grows ? 1 + depth - path.length : 1,
          level: level + before,
        },
      ];
    }),
  );
};

export interface Placed extends Span {
  readonly level: number;
}

// A heading covers an entry only if it is not that entry's own label: 总计 beside 总计 are two cells.
const sharesUpTo = (level: number, path: readonly string[], other: readonly string[] | undefined): boolean =>
  other !== undefined && other.length > level + 1 && path.slice(0, level + 1).every((text, i) => other[i] === text);
