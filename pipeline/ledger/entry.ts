// An edition and what it was made from → its entry in the ledger.
import { basename } from 'node:path';
import { receivedOf } from '../made-from.ts';
import type { CellRef, Edition, Return } from '../model.ts';
import { sha256 } from '../sha256.ts';
import type { Entry, Hash } from './ledger.ts';

/** The bytes of the roster and of period.yaml, and the limits of reading. */
export interface Basis {
  readonly roster: { readonly place: string; readonly bytes: Uint8Array };
  readonly settings: { readonly bytes: Uint8Array } | null;
  readonly limits: object;
}

/**
 * `documents`: the sha256 of those that were written, by path, or null where the edition was only read for the year after it. `keepText`
 * keeps a content and gives its hash.
 */
export const entryOf = (
  edition: Edition,
  basis: Basis,
  documents: ReadonlyMap<string, Hash> | null,
  previous: number | null,
  version: string,
  keepText: (content: string) => Hash,
): Entry => {
  const keep = (value: unknown): Hash => keepText(JSON.stringify(value));
  const { plan, form, at, judgements, returns, findings, explanations } = edition;
  return {
    run: {
      time: at,
      version,
      period: plan.period,
      delivered: documents !== null,
      form: { id: form.id, hash: form.hash },
      limits: { ...basis.limits },
      roster: { name: basename(basis.roster.place), sha256: sha256(basis.roster.bytes) },
      settings: basis.settings === null ? null : sha256(basis.settings.bytes),
      previous,
      inputs: keep(judgements.map(receivedOf)),
      observations: keep(returns.map(ret => keep(figuresOf(ret)))),
      findings: keep(findings),
      explanations: keep(explanations),
      documents: keep([...(documents ?? [])]),
    },
    deliveries: judgements
      .map(({ delivery: { sha256, size } }) => ({ sha256, size, firstSeen: at }))
      .filter(({ sha256 }) => sha256 !== ''),
  };
};

/** A figure is [table, row, column, value, cell, and the file and sheet by their place in `places`], so that three thousand returns stay small. */
const figuresOf = ({ unit, delivery, observations }: Return) => {
  const places: (readonly [file: string, sheet: string])[] = [];
  const placeOf = ({ file, sheet }: CellRef): number => {
    const known = places.findLastIndex(([ofFile, ofSheet]) => ofSheet === sheet && ofFile === file);
    return known >= 0 ? known : places.push([file, sheet]) - 1;
  };
  const figures = observations.map(
    ({ table, row, column, value, ref }) => [table, row, column, value, ref.cell, placeOf(ref)] as const,
  );
  return { unit, delivery, places, figures };
};
