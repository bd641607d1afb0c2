// Blanks made, filled in by other programs and read back, as a unit and a clerk would do it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadForms } from '../../../pipeline/forms/load.ts';
import { itemName } from '../../../pipeline/items.ts';
import type { Arrival, Edition, Form, Return, Unit } from '../../../pipeline/model.ts';
import { openReader } from '../../../pipeline/read/read.ts';
import { blankReturns } from '../../../pipeline/render/blank/blank.ts';
import { addressOf, planBlank } from '../../../pipeline/render/blank/cells.ts';
import { totalsOf } from '../../../pipeline/render/blank/totals.ts';
import { run } from '../../../pipeline/run.ts';
import { folderWith } from '../../files.ts';
import { plan, unit } from '../../made.ts';
import { python } from '../../programs.ts';

export const FORMS = loadForms('templates');
export const AT = '2026-01-20T08:00:00+08:00';
export const UNIT = unit('01', '西峰区教育局');
const UNITS: readonly Unit[] = [UNIT, unit('02', '西峰区民政局')];

export const assignment = (form: Form, previous: Edition | null = null) => {
  const period = String(form.until ?? form.since + 3);
  return { plan: plan({ form: form.id, period, due: null, units: UNITS }), form, at: AT, previous };
};

export const blankOf = async (form: Form, previous: Edition | null = null): Promise<Uint8Array> => {
  const [document] = await blankReturns(assignment(form, previous), one => one === UNIT);
  if (document === undefined) throw new Error('no blank was made');
  return document.bytes;
};

/** What to write where: sheet, address, value; by item name. */
export const inputsOf = (form: Form): ReadonlyMap<string, readonly [sheet: string, address: string]> => {
  const planned = planBlank(form);
  const totals = totalsOf(planned);
  return new Map(
    [...planned.cells]
      .filter(([name]) => !totals.has(name))
      .map(([name, { sheet, area }]) => [name, [sheet, addressOf(area)] as const]),
  );
};

const FILL = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for sheet, address, value in json.load(open(sys.argv[2])): book[sheet][address] = value
book.save(sys.argv[1])
`;

/** The workbook with cells filled in by openpyxl, which saves formulas without their results. */
export const filledByPython = (
  bytes: Uint8Array,
  cells: readonly (readonly [sheet: string, address: string, value: number | string])[],
): Uint8Array => {
  const folder = folderWith({ 'blank.xlsx': bytes, 'cells.json': JSON.stringify(cells) });
  python(FILL, join(folder, 'blank.xlsx'), join(folder, 'cells.json'));
  return readFileSync(join(folder, 'blank.xlsx'));
};

/** The edition that a file makes by itself. */
export const editionOf = async (
  form: Form,
  bytes: Uint8Array,
  path = '报表.xlsx',
  previous: Edition | null = null,
): Promise<Edition> => {
  const reader = openReader();
  try {
    const reading = await reader.read(bytes);
    const arrivals = async function* (): AsyncGenerator<Arrival> {
      yield { delivery: { path, sha256: 'sha', size: bytes.length }, reading };
    };
    return await run(arrivals(), { ...assignment(form, previous), roster: UNITS });
  } finally {
    await reader.close();
  }
};

export const figuresIn = ({ observations }: Return): ReadonlyMap<string, string> =>
  new Map(
    observations.map(found => [itemName(found), 'amount' in found.value ? found.value.amount : found.value.kind]),
  );
