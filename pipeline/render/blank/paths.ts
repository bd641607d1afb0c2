// Headings over headings → which stretch of rows or columns each of them covers.

/** A heading over the lines `from` to `to`, at the levels `level` to `end`; all counted from 0, ends included. */
export interface Heading {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly end: number;
}

/** `paths`: the headings of each line, outermost first; the innermost reaches down to the last of `depth` levels. */
export const headingsOf = (paths: readonly (readonly string[])[], depth: number): readonly Heading[] =>
  paths.flatMap((path, line) =>
    path.flatMap((text, level): readonly Heading[] => {
      const isInnermost = level === path.length - 1;
      if (isInnermost) return [{ text, from: line, to: line, level, end: depth - 1 }];
      if (line > 0 && isShared(paths[line - 1] ?? [], path, level)) return [];
      const after = paths.findIndex((other, index) => index > line && !isShared(other, path, level));
      return [{ text, from: line, to: (after === -1 ? paths.length : after) - 1, level, end: level }];
    }),
  );

// The innermost heading of a line is its own, be it spelt like one above it.
const isShared = (other: readonly string[], path: readonly string[], level: number): boolean =>
  other.length > level + 1 && path.slice(0, level + 1).every((text, index) => text === other[index]);
