// Two editions of few documents, an output folder as a run left it, and what a person then sees in it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import type { Document } from '../../pipeline/model.ts';
import { contentOf, folderWith } from '../files.ts';

export type Texts = Readonly<Record<string, string>>;

export const documents = (files: Texts): readonly Document[] =>
  Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));

export const BEFORE: Texts = { '年度报告.docx': '旧', 'data/run.json': '{}', '退回/教育局.xlsx': 'x' };
export const AFTER: Texts = { '年度报告.docx': '新', 'data/run.json': '{"a":1}', '审核清单.xlsx': 'y' };

export const outputWith = async (files: Texts = BEFORE): Promise<string> => {
  const output = folderWith();
  await deliver(documents(files), output, '2025');
  return output;
};

/** What a person sees of the edition: all but the list of what was written. */
export const editionIn = (output: string): Texts => {
  const { '.nianbao.sha256': manifest, ...rest } = contentOf(join(output, '2025'));
  expect(manifest).toBeDefined();
  return rest;
};

export const entries = (folder: string): readonly string[] => readdirSync(folder).sort();
