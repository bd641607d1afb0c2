// Edition → everything a report template may name. The figures stand under their table's id: `t3.new_received.total`.
import { Fault } from '../../fault.ts';
import type { Edition, Form } from '../../model.ts';
import { onceOf } from '../../once-of.ts';
import { periodName, spanOf, yearOf } from '../../period.ts';
import { printable } from './escape.ts';
import { type ExplainedFinding, explainedOf } from './report-explained.ts';
import { figureAt, figuresOf, type Tables } from './report-figures.ts';
import { type Notes, notesOf } from './report-notes.ts';
import { type Answer, textsOf } from './report-texts.ts';
import { type UnitFacts, unitFacts } from './report-units.ts';
import { layOutTable, type TableLayout } from './table-layout.ts';

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
  readonly explained: readonly ExplainedFinding[];
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

export const reportModel = onceOf((edition: Edition): ReportModel => {
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
    explained: explainedOf(edition),
  };
  for (const table of form.tables)
    if (table.id in facts)
      throw new Fault(`a table of ${form.id} cannot be named “${table.id}”: reports mean something else by it`);
  return { ...facts, ...tables };
});

const wholeOf = ({ plan }: Edition): string => {
  if (plan.scope === 'own') return '本机关';
  const [, kind] = /([省市县区旗乡镇])(?:人民政府)?$/u.exec(plan.organ ?? '') ?? [];
  return kind === undefined ? '本行政区域' : `全${kind}`;
};

const layoutOf = (form: Form, tables: Tables): Readonly<Record<string, TableLayout>> =>
  Object.fromEntries(
    form.tables.map(table => [
      table.id,
      layOutTable(table, (row, column) => figureAt(tables, { table: table.id, row: row.id, column })),
    ]),
  );
