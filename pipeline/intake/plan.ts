// period.yaml, the roster and the forms → what is due for a period.
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import type { Form, Period, Plan, Unit } from '../model.ts';
import { isDay, yearOf } from '../period.ts';

const KEYS = ['form', 'due', 'title', 'organ', 'scope', 'phase', 'units'];

/** `source` is the text of period.yaml, or null where there is none; `place` names it in faults. */
export const planOf = (
  period: Period,
  source: string | null,
  roster: readonly Unit[],
  forms: readonly Form[],
  place: string,
): Plan => {
  const said = source === null ? {} : settings(source, place);
  const text = (key: string): string | null => {
    const value = said[key];
    if (value === undefined || value === '' || value === 'null' || value === '~') return null;
    if (typeof value === 'string') return value;
    throw new Fault(`"${key}" is to be a text`, place);
  };
  const scope = text('scope') ?? 'own';
  if (scope !== 'own' && scope !== 'aggregate') throw new Fault(`scope "${scope}" is neither own nor aggregate`, place);
  const phase = text('phase') ?? 'final';
  if (phase !== 'draft' && phase !== 'final') throw new Fault(`phase "${phase}" is neither draft nor final`, place);
  const due = text('due');
  if (due !== null && !isDay(due)) throw new Fault(`due "${due}" is no date like 2026-01-31`, place);
  const year = yearOf(period);
  return {
    period,
    form: formOf(text('form'), year, forms, place),
    due,
    title: text('title'),
    organ: text('organ'),
    scope,
    phase,
    units: unitsOf(said['units'], roster, year, place),
  };
};

const settings = (source: string, place: string): Readonly<Record<string, unknown>> => {
  const said = parsed(source, place) || {};
  if (typeof said !== 'object' || Array.isArray(said))
    throw new Fault('is to hold lines like "form: annual-2021"', place);
  const unknown = Object.keys(said).find(key => !KEYS.includes(key));
  if (unknown !== undefined) throw new Fault(`"${unknown}" is unknown; known are ${KEYS.join(', ')}`, place);
  return said as Readonly<Record<string, unknown>>;
};

const parsed = (source: string, place: string): unknown => {
  try {
    // Every value is a text: unit 001 is not 1, and a title 2017 no number.
    return parse(source, { schema: 'failsafe', logLevel: 'error' });
  } catch (error) {
    throw new Fault((error as Error).message, place);
  }
};

const formOf = (named: string | null, year: number, forms: readonly Form[], place: string): string => {
  if (named !== null) {
    if (forms.some(form => form.id === named)) return named;
    throw new Fault(`there is no form "${named}"; there are ${forms.map(form => form.id).join(', ')}`, place);
  }
  const serving = forms.filter(form => form.extends === null && form.since <= year && year <= (form.until ?? year));
  const [form] = serving;
  if (form === undefined || serving.length > 1)
    throw new Fault(`${serving.length} forms serve ${year}; name one with "form:"`, place);
  return form.id;
};

const unitsOf = (listed: unknown, roster: readonly Unit[], year: number, place: string): readonly Unit[] => {
  const active = roster.filter(unit => (unit.since ?? year) <= year && year <= (unit.until ?? year));
  if (listed === undefined || listed === '') {
    if (active.length === 0) throw new Fault(`no unit of the roster reports for ${year}`, place);
    return active;
  }
  if (!Array.isArray(listed) || listed.length === 0) throw new Fault('"units" is to be a list of codes', place);
  const codes = new Set(listed.map(String));
  const unknown = [...codes].find(code => !roster.some(unit => unit.code === code));
  if (unknown !== undefined) throw new Fault(`unit "${unknown}" is not in the roster`, place);
  return [
    ...new Map(
      roster
        .filter(unit => codes.has(unit.code))
        .map(unit => [unit.code, active.find(({ code }) => code === unit.code) ?? unit]),
    ).values(),
  ];
};
