// A small edition with real bytes, kept in an output folder as a run keeps it.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MANIFEST, manifestOf } from '../../pipeline/deliver/manifest.ts';
import { openKeep } from '../../pipeline/ledger/keep.ts';
import type { Document, Edition } from '../../pipeline/model.ts';
import { sha256 } from '../../pipeline/sha256.ts';
import { put } from '../files.ts';
import { confronted, explanation, finding, judgement, plan, ret } from '../made.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `files`: path → content. */
export const edition = (files: Readonly<Record<string, string>>, more: Partial<Edition> = {}): Edition => ({
  ...confronted([ret('01', {})]),
  judgements: Object.entries(files).map(([path, text]) =>
    judgement({ delivery: { path, sha256: sha256(text), size: bytesOf(text).length } }),
  ),
  explanations: [explanation()],
  findings: [finding()],
  tally: [],
  failures: [],
  madeFrom: null,
  ...more,
});

export const yearBefore = (files: Readonly<Record<string, string>>): Edition =>
  edition(files, { plan: plan({ period: '2024' }) });

export interface Said {
  readonly what: object;
  readonly message: string;
}

/** Delivers and keeps editions into `output`, as one run; gives the warnings. */
export const keepAll = (
  output: string,
  editions: readonly (readonly [Edition, Readonly<Record<string, string>>])[],
): readonly Said[] => {
  const said: Said[] = [];
  const contents = new Map(
    editions.flatMap(([one, files]) =>
      [one, ...(one.previous === null ? [] : [one.previous])].flatMap(({ judgements }) =>
        judgements.map(({ delivery }) => [delivery.sha256, files[delivery.path] ?? null] as const),
      ),
    ),
  );
  const made = {
    basis: () => ({
      roster: { place: 'in/units.csv', bytes: bytesOf('名册') },
      settings: { bytes: bytesOf('form: x') },
      limits: { file: 1 },
    }),
    original:
      () =>
      ({ sha256 }: { readonly sha256: string }) => {
        const text = contents.get(sha256) ?? null;
        return text === null ? null : bytesOf(text);
      },
  };
  const keep = openKeep(made, output, '0.1.0', (what, message) => said.push({ what, message }));
  for (const [one] of editions) {
    const documents: readonly Document[] = [{ path: '年度报告.html', bytes: bytesOf(`报告 ${one.at}`) }];
    const list = manifestOf(new Map(documents.map(({ path, bytes }) => [path, new Set([sha256(bytes)])])));
    const files = Object.fromEntries(documents.map(({ path, bytes }) => [path, bytes]));
    put(join(output, one.plan.period), { ...files, [MANIFEST]: list });
    keep(one, new Map(documents.map(({ path, bytes }) => [path, sha256(bytes)])));
  }
  return said;
};

/** What somebody does to the file behind our back. */
export const tamper = (output: string, sql: string): void => {
  const database = new DatabaseSync(join(output, 'ledger.sqlite'));
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
};
