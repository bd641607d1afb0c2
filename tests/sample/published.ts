// The figures of published annual reports of 2021 to 2023, as far as they could be read; never completed by us.
import { readFileSync } from 'node:fs';

/** `t3` rows hold seven columns. A figure that is null, or a row that is absent, was not printed or not read. */
export interface Published {
  readonly code: string;
  /** Null where the report does not tell. */
  readonly year: number | null;
  readonly source: string | null;
  readonly title: string | null;
  readonly t2: Readonly<Record<string, string | null>>;
  readonly t3: Readonly<Record<string, readonly (string | null)[]>>;
  readonly t4: Readonly<Record<string, string | null>>;
}

const ALL: readonly Published[] = JSON.parse(readFileSync(new URL('./published.json', import.meta.url), 'utf8'));

export function published(code: string, year: number | null): Published {
  const found = ALL.find(p => p.code === code && p.year === year);
  if (found === undefined) throw new Error(`no published report of ${code} for ${year}`);
  return found;
}
