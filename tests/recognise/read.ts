// Recognition as the tests look at it: where each figure was found, and what was remarked.
import { join } from 'node:path';
import { loadForms } from '../../pipeline/forms/load.ts';
import { itemName } from '../../pipeline/items.ts';
import type { Form, Sheet } from '../../pipeline/model.ts';
import { recognise } from '../../pipeline/recognise/recognise.ts';
import { gridOf } from '../grid.ts';
import { type Block, placesOn, toSheet } from './block.ts';

const FORMS = loadForms(join(import.meta.dirname, '../../templates'));

export const formOf = (id: string): Form => {
  const form = FORMS.find(candidate => candidate.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
};

export interface Reading {
  /** `表!C5` by item name; the addresses of a figure found twice are joined by a blank. */
  readonly places: Readonly<Record<string, string>>;
  /** `label-repaired 表!A3: 自然入 → 自然人` */
  readonly remarks: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly generation: string | null;
}

export const read = (form: Form, sheets: readonly Sheet[], year = form.until ?? 2023): Reading => {
  const { placements, remarks, texts, generation } = recognise(gridOf(...sheets), form, year);
  const places: Record<string, string> = {};
  for (const { key, ref } of placements) {
    const name = itemName(key);
    places[name] = [...(places[name] === undefined ? [] : [places[name]]), `${ref.sheet}!${ref.cell}`].join(' ');
  }
  return {
    places,
    remarks: remarks.map(({ kind, key, ref, stated, due }) => {
      const place = ref === null ? Object.values(key).join('.') : `${ref.sheet}!${ref.cell}`;
      return `${kind} ${place}: ${stated}${due === '' ? '' : ` → ${due}`}`;
    }),
    texts: Object.fromEntries(texts.map(({ id, text, ref }) => [id, `${ref.cell} ${text}`])),
    generation: generation?.id ?? null,
  };
};

/** Reads blocks, a sheet each, and what should be found of them. */
export const readBlocks = (form: Form, blocks: readonly Block[]): Reading & { readonly due: Reading['places'] } => {
  const sheets = blocks.map((block, index) => toSheet(block, { name: `表${index + 1}` }));
  const due = Object.assign({}, ...blocks.map((block, index) => placesOn(sheets[index] as Sheet, block)));
  return { ...read(form, sheets), due };
};
