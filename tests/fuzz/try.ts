// Mutants through the reader and the run, and what became of each.
import { loadForms } from '../../pipeline/forms/load.ts';
import { planOf } from '../../pipeline/intake/plan.ts';
import type { Arrival, Form, Grid, Unit } from '../../pipeline/model.ts';
import type { Reader } from '../../pipeline/read/read.ts';
import { run } from '../../pipeline/run.ts';
import type { Random } from '../bench/random.ts';
import { mutant } from './mutate.ts';
import { ORIGINALS } from './originals.ts';

export interface Trial {
  /** `read`, or how it was refused. */
  readonly outcome: string;
  readonly milliseconds: number;
  /** What must never be: a crash of the reader or of the run, a file that hangs, a broken checksum that nobody noticed. */
  readonly wrong: string | null;
  readonly told: string;
  readonly bytes: Buffer;
}

const ROSTER: readonly Unit[] = [
  { code: 'A', name: '教育局', aliases: [], group: '', parent: null, since: null, until: null, contact: '' },
];
const FORMS = loadForms(new URL('../../templates', import.meta.url).pathname);

async function* only(arrival: Arrival): AsyncGenerator<Arrival> {
  yield arrival;
}

const failuresOf = async (arrival: Arrival, year: string): Promise<readonly string[]> => {
  const plan = planOf(year, null, ROSTER, FORMS, 'period.yaml');
  const form = FORMS.find(({ id }) => id === plan.form) as Form;
  const edition = await run(only(arrival), { plan, form, roster: ROSTER, at: '2024-01-01', previous: null });
  return edition.failures;
};

const figuresOf = ({ sheets }: Grid): string =>
  JSON.stringify(sheets.map(({ name, cells }) => [name, cells.map(({ row, column, typed }) => [row, column, typed])]));

export const tryOne = async (reader: Reader, chance: Random): Promise<Trial> => {
  const original = chance.oneOf(ORIGINALS);
  const { bytes, how, isSealed } = mutant(original.bytes, chance);
  const told = `${original.name}: ${how}`;
  const started = performance.now();
  const reading = await reader.read(bytes);
  const outcome = reading.kind === 'refused' ? reading.refusal : 'read';
  const delivery = { path: '教育局.xlsx', sha256: 'x', size: bytes.length };
  const year = original.name.startsWith('2017') ? '2017' : '2021';
  const failures = await failuresOf({ delivery, reading }, year);
  const milliseconds = performance.now() - started;
  const before = isSealed && reading.kind === 'grid' ? await reader.read(original.bytes) : null;
  const isChanged =
    before?.kind === 'grid' && reading.kind === 'grid' && figuresOf(before.grid) !== figuresOf(reading.grid);
  const wrong =
    failures.length > 0
      ? failures.join('; ')
      : outcome === 'crashed' || outcome === 'too-slow'
        ? `${outcome} ${reading.kind === 'refused' ? reading.detail : ''}`
        : isChanged
          ? 'read with other figures'
          : null;
  return { outcome, milliseconds, wrong, told, bytes };
};
