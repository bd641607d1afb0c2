// Edition → everything a report template may name. The figures stand under their table's id: `t3.new_received.total`.
import { Fault } from '../fault.ts';
import { itemName } from '../items.ts';
import type { Edition, Form, FormRow, FormTable, Unit } from '../model.ts';
import { periodName, spanOf, yearOf } from '../period.ts';
import { derivedRows } from './derived-rows.ts';
import { printable } from './escape.ts';
import { type Figure, isFigure, makeFigure } from './figure.ts';
import { plainLabel } from './label-text.ts';
import { layOutTable, type TableLayout } from './table-layout.ts';
import { addTotals, indexTotals, type TotalOf } from './totals-index.ts';

/** A row of a table without columns is its figure; else it has one for each column. */
export type TableFigures = Readonly<Record<string, Figure | Readonly<Record<string, Figure>>>>;

export interface ReportFacts {
  readonly title: string;
  /** '' where period.yaml names none. */
  readonly organ: string;
  /** How the text speaks of all that it covers: 全区, 全县, 本机关 … */
  readonly whole: string;
  readonly form: string;
  readonly period: PeriodFacts;
  readonly lastYear: number;
  readonly nextYear: number;
  /** Whether it covers the units below the organ, too. */
  readonly isAggregate: boolean;
  /** The time given to the run, ISO. */
  readonly at: string;
  readonly units: UnitFacts;
  /** By the id of the form's text: what the units answered. */
  readonly texts: Readonly<Record<string, readonly Answer[]>>;
  readonly layout: Readonly<Record<string, TableLayout>>;
  readonly notes: Notes;
}

export type ReportModel = ReportFacts & { readonly [table: string]: unknown };

interface PeriodFacts {
  readonly year: number;
  /** 2025年, 2025年第三季度. */
  readonly name: string;
  /** First and last day, ISO. */
  readonly first: string;
  readonly last: string;
}

interface UnitFacts {
  readonly due: number;
  readonly filed: number;
  readonly missing: number;
  readonly missingUnits: readonly { readonly code: string; readonly name: string; readonly group: string }[];
  readonly groups: readonly { readonly name: string; readonly due: number; readonly filed: number }[];
}

interface Answer {
  readonly unit: string;
  readonly text: string;
}

/** What a report says once about its figures. */
interface Notes {
  readonly approximate: readonly Figure[];
  /** Figures that lack units beyond those that filed nothing at all. */
  readonly incomplete: number;
  /** Fatal findings that nobody explained or corrected yet. */
  readonly open: number;
}

export const reportModel = (edition: Edition): ReportModel => {
  const { plan, form } = edition;
  const period = { year: yearOf(plan.period), name: periodName(plan.period), ...spanOf(plan.period) };
  const tables = figuresOf(edition);
  const facts: ReportFacts = {
    title: printable(plan.title ?? `${plan.organ ?? ''}${period.name}政府信息公开工作年度报告`),
    organ: printable(plan.organ ?? ''),
    whole: wholeOf(edition),
    form: form.title,
    period,
    lastYear: period.year - 1,
    nextYear: period.year + 1,
    isAggregate: plan.scope === 'aggregate',
    at: edition.at,
    units: unitFacts(edition),
    texts: textsOf(edition),
    layout: layoutOf(form, tables),
    notes: notesOf(edition, tables),
  };
  for (const table of form.tables)
    if (table.id in facts)
      throw new Fault(`a table of ${form.id} cannot be named “${table.id}”: reports mean something else by it`);
  return { ...facts, ...tables };
};

const wholeOf = ({ plan }: Edition): string => {
  if (plan.scope === 'own') return '本机关';
  const [, kind] = /([省市县区旗乡镇])(?:人民政府)?$/u.exec(plan.organ ?? '') ?? [];
  return kind === undefined ? '本行政区域' : `全${kind}`;
};

type Tables = Readonly<Record<string, TableFigures>>;

const figuresOf = (edition: Edition): Tables => {
  const now = indexTotals(edition);
  const before = indexTotals(edition.previous);
  return Object.fromEntries(edition.form.tables.map(table => [table.id, tableFigures(table, now, before)]));
};

const tableFigures = (table: FormTable, now: TotalOf, before: TotalOf): TableFigures => {
  const columns = table.columns.filter(column => column.kind === 'figure');
  const figure = (rows: readonly string[], id: string, label: string, unit: string, column: string | null): Figure => {
    const key = { table: table.id, row: id, column: column ?? 'value' };
    const sum = (of: TotalOf) =>
      addTotals(
        key,
        rows.map(row => of({ ...key, row })),
      );
    return makeFigure(itemName(key), label, unit, sum(now), sum(before));
  };
  const row = (rows: readonly string[], id: string, label: string, unit: string) =>
    columns.length === 0
      ? figure(rows, id, label, unit, null)
      : Object.fromEntries(columns.map(c => [c.id, figure(rows, id, `${label}（${c.label.text}）`, unit, c.id)]));
  return Object.fromEntries([
    ...table.rows.map(r => [r.id, row([r.id], r.id, labelOf(table, r), r.unit)] as const),
    ...derivedRows(table).map(r => [r.id, row(r.rows, r.id, r.label, r.unit)] as const),
  ]);
};

// 规章（本年制发件数）; where the official table prints no label: 行政复议结果维持.
const labelOf = (table: FormTable, row: FormRow): string => {
  const heads = row.heads.map(id => table.columns.find(column => column.id === id)?.label.text ?? id);
  if (row.label === null) return heads.map(plainLabel).join('');
  const label = plainLabel(row.label.text);
  return heads.length === 0 ? label : `${label}（${heads.map(plainLabel).join('')}）`;
};

const layoutOf = (form: Form, tables: Tables): Readonly<Record<string, TableLayout>> =>
  Object.fromEntries(
    form.tables.map(table => [
      table.id,
      layOutTable(table, (row, column) => {
        const found = tables[table.id]?.[row.id];
        const figure = isFigure(found) ? found : found?.[column];
        if (figure === undefined) throw new Fault(`${form.id} has no figure ${table.id}.${row.id}.${column}`);
        return figure;
      }),
    ]),
  );

const unitFacts = (edition: Edition): UnitFacts => {
  const filed = new Set(edition.returns.map(ret => ret.unit));
  const due = edition.plan.units;
  const hasFiled = (unit: Unit): boolean => filed.has(unit.code);
  const missing = due.filter(unit => !hasFiled(unit));
  return {
    due: due.length,
    filed: due.length - missing.length,
    missing: missing.length,
    missingUnits: missing.map(({ code, name, group }) => ({ code, name: printable(name), group: printable(group) })),
    groups: [...Map.groupBy(due, unit => unit.group)]
      .filter(([name]) => name !== '')
      .map(([name, units]) => ({
        name: printable(name),
        due: units.length,
        filed: units.filter(hasFiled).length,
      })),
  };
};

const textsOf = (edition: Edition): Readonly<Record<string, readonly Answer[]>> => {
  const nameOf = new Map(edition.plan.units.map(unit => [unit.code, unit.name]));
  const answers = edition.returns.flatMap(ret =>
    ret.texts.map(({ id, text }) => ({
      id,
      unit: printable(nameOf.get(ret.unit) ?? ret.unit),
      text: printable(text.trim()),
    })),
  );
  return Object.fromEntries(
    edition.form.texts.map(({ id }) => [
      id,
      answers.filter(answer => answer.id === id && answer.text !== '').map(({ unit, text }) => ({ unit, text })),
    ]),
  );
};

const notesOf = (edition: Edition, tables: Tables): Notes => {
  const stated = edition.form.tables.flatMap(table =>
    table.rows.flatMap(row => {
      const found = tables[table.id]?.[row.id];
      if (found === undefined) return [];
      return isFigure(found) ? [found] : Object.values(found);
    }),
  );
  const silent = edition.plan.units.length - new Set(edition.returns.map(ret => ret.unit)).size;
  return {
    approximate: stated.filter(figure => figure.value !== null && figure.approximate !== null),
    incomplete: stated.filter(figure => figure.missing > silent).length,
    open: edition.findings.filter(({ severity, status }) => severity === 'fatal' && status === 'open').length,
  };
};
