// What was made of a file as bytes, and back. A figure stands by its place in the form, so that all returns share the form's own texts.
import type { Admitted } from '../admit-safely.ts';
import { BLANK, countOf } from '../common-values.ts';
import { placesOf } from '../item-places.ts';
import { itemsOf } from '../items.ts';
import type { Delivery, Form, Observation, Value } from '../model.ts';
import { packedText, unpackedText } from '../packed.ts';

/** Of each observation in turn: its place in the form, its sheet's in `sheets`, its cell, and its value. */
interface PackedObservations {
  readonly sheets: readonly string[];
  readonly flat: readonly (number | string | PackedValue)[];
}

/** A count that was typed as it is meant is its text, a blank null. */
type PackedValue = string | null | Value;

interface PackedAdmission {
  /** Null where they stand in `rest`. */
  readonly observations: PackedObservations | null;
  /** All else, without the delivery. */
  readonly rest: Admitted;
}

export const packedAdmission = (admitted: Admitted, form: Form): Uint8Array =>
  packedText(JSON.stringify(apart(admitted, form)));

/** Throws where the bytes are not whole. `form` and `delivery` are those that it was made of. */
export const unpackedAdmission = (bytes: Uint8Array, form: Form, delivery: Delivery): Admitted => {
  const { observations, rest } = JSON.parse(unpackedText(bytes)) as PackedAdmission;
  if (!('candidate' in rest)) return { ...rest, judgement: { ...rest.judgement, delivery } };
  const { candidate } = rest;
  const all = observations === null ? candidate.ret.observations : unpackedObservations(observations, form, delivery);
  return { ...rest, candidate: { ...candidate, ret: { ...candidate.ret, delivery, observations: all } } };
};

const apart = (admitted: Admitted, form: Form): PackedAdmission => {
  if (!('candidate' in admitted))
    return { observations: null, rest: { ...admitted, judgement: { ...admitted.judgement, delivery: NO_DELIVERY } } };
  const { ret } = admitted.candidate;
  const observations = packedObservations(ret.observations, form, ret.delivery);
  const left = observations === null ? ret.observations : [];
  const candidate = { ...admitted.candidate, ret: { ...ret, delivery: NO_DELIVERY, observations: left } };
  return { observations, rest: { ...admitted, candidate } };
};

const NO_DELIVERY: Delivery = { path: '', sha256: '', size: 0 };

/** Null where one is no figure of the form in this file. */
const packedObservations = (all: readonly Observation[], form: Form, { path }: Delivery): PackedObservations | null => {
  const placeOf = placesOf(form);
  const sheets = new Map<string, number>();
  const flat: (number | string | PackedValue)[] = [];
  for (const observation of all) {
    const { file, sheet, cell } = observation.ref;
    const place = placeOf(observation);
    if (place === undefined || file !== path) return null;
    const nth = sheets.get(sheet) ?? sheets.size;
    sheets.set(sheet, nth);
    flat.push(place, nth, cell, packedValue(observation.value));
  }
  return { sheets: [...sheets.keys()], flat };
};

const unpackedObservations = (
  { sheets, flat }: PackedObservations,
  form: Form,
  { path: file }: Delivery,
): readonly Observation[] => {
  const items = itemsOf(form);
  const all: Observation[] = [];
  for (let i = 0; i < flat.length; i += 4) {
    const item = items[flat[i] as number];
    const sheet = sheets[flat[i + 1] as number];
    if (item === undefined || sheet === undefined) throw new RangeError('not as it was packed');
    const { table, row, column } = item.key;
    const value = unpackedValue(flat[i + 3] as PackedValue);
    all.push({ table, row, column, value, ref: { file, sheet, cell: flat[i + 2] as string } });
  }
  return all;
};

const packedValue = (value: Value): PackedValue => {
  if (value.kind === 'count' && value.amount === value.raw) return value.raw;
  return value.kind === 'blank' && value.raw === '' ? null : value;
};

const unpackedValue = (value: PackedValue): Value => {
  if (value === null) return BLANK;
  return typeof value === 'string' ? countOf(value) : value;
};
