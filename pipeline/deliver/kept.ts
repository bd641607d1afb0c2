// Where a new document and what people have under its name meet: who keeps the name, and what the other is called.
import { basename, dirname, extname } from 'node:path';

/** Two files that would have had one name. */
export interface Kept {
  /**
   * `edited`: what people made of it keeps the name, the new document lies beside. `aside`: the new document has the name, theirs lies
   * beside. `open`: somebody has it open; the new document lies beside until a run finds it closed.
   */
  readonly why: 'edited' | 'aside' | 'open';
  readonly path: string;
  readonly beside: string;
}

/** Not for people to edit: the data of programs and the overview of the run. */
export const isAlwaysOurs = (path: string): boolean => path.startsWith('data/') || path === '总览.html';

/** Paths of the new documents and of what people have in the folder → who yields to whom. */
export const meet = (documents: readonly string[], theirs: readonly string[]): readonly Kept[] => {
  const taken = new Set([...documents, ...theirs]);
  const kept = new Set(theirs);
  return documents
    .filter(path => kept.has(path))
    .map(path => {
      const why = isAlwaysOurs(path) ? 'aside' : 'edited';
      const beside = besideName(path, why === 'aside' ? '人工修改' : '新', taken);
      taken.add(beside);
      return { why, path, beside };
    });
};

/** `年度报告（新）.docx`, with a number where that is taken. */
export const besideName = (path: string, word: string, taken: { readonly has: (path: string) => boolean }): string => {
  const extension = extname(path);
  const folder = dirname(path) === '.' ? '' : `${dirname(path)}/`;
  for (let count = 1; ; count += 1) {
    const name = `${folder}${basename(path, extension)}（${word}${count === 1 ? '' : count}）${extension}`;
    if (!taken.has(name)) return name;
  }
};
