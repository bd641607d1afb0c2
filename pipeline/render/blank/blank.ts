// Blank returns, one a unit: the form's tables and texts, totals that add up, a self-check, last year's figures.
import { completer } from '../../complete.ts';
import type { Document, Edition, Form, Plan, Return, Unit } from '../../model.ts';
import { periodName } from '../../period.ts';
import { unitFileNames } from '../file-name.ts';
import { bookBytes, newBook } from '../workbook/book.ts';
import { planBlank } from './cells.ts';
import { addChecks } from './check-sheet.ts';
import { addCover } from './cover-sheet.ts';
import { addReference } from './reference-sheet.ts';
import { checkLines } from './self-check.ts';
import { addTable, carriedOver, type Prefill } from './table-sheet.ts';
import { addTexts } from './text-sheet.ts';
import { totalsOf } from './totals.ts';

export interface Asked {
  readonly plan: Plan;
  readonly form: Form;
  /** The time given, ISO 8601. */
  readonly at: string;
  readonly previous: Edition | null;
}

/** Of the units that are wanted; the names of all units of the plan stay apart. */
export const blankReturns = async (
  asked: Asked,
  isWanted: (unit: Unit, path: string) => boolean = () => true,
): Promise<readonly Document[]> => {
  const names = unitFileNames(asked.plan.units);
  const documents: Document[] = [];
  for (const unit of asked.plan.units) {
    const path = `${names.get(unit.code) ?? unit.code}.xlsx`;
    if (isWanted(unit, path)) documents.push({ path, bytes: await blankReturn(asked, unit) });
  }
  return documents;
};

const blankReturn = async ({ plan, form, at, previous }: Asked, unit: Unit): Promise<Uint8Array> => {
  const planned = planBlank(form);
  const totals = totalsOf(planned);
  const filed = filedBy(unit, plan, previous);
  const lastYear = previous === null || filed === null ? new Map<string, string>() : figuresOf(previous.form, filed);
  const prefill: Prefill = { unit: unit.name, lastYear, carried: carriedOver(form, totals, lastYear) };
  const lines = checkLines({ plan: planned, lastYear }, plan, unit);
  const book = await newBook(`${unit.name} ${periodName(plan.period)}`, at);
  // Programs that open it compute every total and check anew.
  book.calcProperties.fullCalcOnLoad = true;
  await addCover(book, form.title, plan, unit, lines.length > 0);
  for (const table of planned.tables) await addTable(book, planned, table, totals, prefill);
  if (form.texts.length > 0) await addTexts(book, form.texts, unit.name);
  if (lines.length > 0) await addChecks(book, lines);
  if (previous !== null && filed !== null)
    await addReference(book, form, periodName(previous.plan.period), prefill, filed.texts);
  const marks = { 'nianbao-unit': unit.code, 'nianbao-period': plan.period, 'nianbao-form': form.id };
  return bookBytes(book, { properties: new Map(Object.entries(marks)) });
};

const filedBy = ({ code }: Unit, { scope }: Plan, previous: Edition | null): Return | null =>
  previous?.returns.find(ret => ret.unit === code && ret.scope === scope) ?? null;

const figuresOf = (form: Form, ret: Return): ReadonlyMap<string, string> =>
  new Map([...completer(form)(ret)].map(([name, { amount }]) => [name, amount] as const));
