// What a run says of documents that people edited or have open.
import type { Kept } from '../deliver/kept.ts';
import { plain } from './plain.ts';

export const keptText = (kept: readonly Kept[]): string =>
  kept.map(one => `  ${plain(SENTENCES[one.why](one.path, one.beside))}\n`).join('');

const SENTENCES: Readonly<Record<Kept['why'], (path: string, beside: string) => string>> = {
  edited: (path, beside) => `“${path}”有人修改过，原样保留；新生成的是“${beside}”`,
  aside: (path, beside) => `“${path}”有人修改过，已重新生成；修改过的另存为“${beside}”`,
  open: (path, beside) => `“${path}”正被人打开，未能替换；新生成的是“${beside}”，关闭后再运行即归位`,
};
