// A folder with one honest return of 2021, another unit's file beside it, and what a run makes of the two.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadForms } from '../../pipeline/forms/load.ts';
import { incoming } from '../../pipeline/intake/incoming.ts';
import { planOf } from '../../pipeline/intake/plan.ts';
import { rosterOf } from '../../pipeline/intake/roster.ts';
import { walk } from '../../pipeline/intake/walk.ts';
import type { Document, Edition, Form, Unit } from '../../pipeline/model.ts';
import { defaultLimits as limits } from '../../pipeline/read/limits.ts';
import type { Reader } from '../../pipeline/read/read.ts';
import { FORMATS } from '../../pipeline/render/formats.ts';
import { loadKit } from '../../pipeline/render/kit.ts';
import { editionOf } from '../../pipeline/run.ts';
import { openTaker } from '../../pipeline/take/take.ts';
import { documentsIn } from '../documents.ts';
import { type Files, folderWith } from '../files.ts';

const ROOT = join(import.meta.dirname, '../..');
const HONEST = '乡镇/虞丞乡/年报.xlsx';
const SETTINGS = 'form: annual-2021\norgan: 样本汇集点\nunits: [PT, YCX]\n';

export const TEMPLATES = join(ROOT, 'templates');
export const FORMS = loadForms(TEMPLATES);
export const KIT = loadKit(TEMPLATES);
export const honest = readFileSync(join(ROOT, 'input/2021', HONEST));

export interface Among {
  readonly edition: Edition;
  readonly seconds: number;
}

const rosterIn = async (reader: Reader): Promise<readonly Unit[]> => {
  const reading = await reader.read(readFileSync(join(ROOT, 'input/units.csv')));
  if (reading.kind === 'refused') throw new Error(reading.detail);
  return rosterOf(reading.grid, 'units.csv');
};

/** The edition of the honest return and `files`; `also` are units that report too. */
export const among = async (files: Files, reader: Reader, also: readonly Unit[] = []): Promise<Among> => {
  const folder = folderWith({ [HONEST]: honest, ...files });
  const roster = [...(await rosterIn(reader)), ...also];
  const plan = planOf('2021', SETTINGS, roster, FORMS, 'period.yaml');
  const form = FORMS.find(({ id }) => id === plan.form) as Form;
  const started = performance.now();
  const asked = { plan: { ...plan, units: [...plan.units, ...also] }, form, roster };
  const { take } = openTaker({ reader, limits, memory: null, workers: 1 });
  const came = incoming(walk(folder), limits.file, () => {});
  const edition = await editionOf(take(came, asked), { ...asked, at: '2022-01-20T00:00:00+08:00', previous: null });
  return { edition, seconds: (performance.now() - started) / 1_000 };
};

export const documentsOf = async (edition: Edition): Promise<readonly Document[]> => {
  const all: Document[] = [];
  for (const format of FORMATS) all.push(...(await documentsIn(await format.render(edition, KIT, () => null))));
  return all;
};

/** What the edition says of the honest unit: its return, its findings and how its file was judged. */
export const ofHonest = ({ returns, findings, judgements }: Edition) => ({
  returns: returns.filter(({ unit }) => unit === 'YCX'),
  findings: findings.filter(({ place }) => place.unit === 'YCX'),
  judgements: judgements.filter(({ delivery }) => delivery.path === HONEST),
});
