// What the house itself holds, for tests: its forms and its kit.
import { join } from 'node:path';
import { Fault } from '../../pipeline/fault.ts';
import { loadForms } from '../../pipeline/forms/load.ts';
import type { Form } from '../../pipeline/model.ts';
import { loadKit } from '../../pipeline/render/kit.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');

export const FORMS = loadForms(TEMPLATES);
export const KIT = loadKit(TEMPLATES);

export const formNamed = (id: string): Form => {
  const form = FORMS.find(one => one.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
};

/** The message of the Fault that `act` must throw. */
export const faultOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
  throw new Error('no Fault was thrown');
};
