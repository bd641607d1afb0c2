// Proof that the relations of a form are sums: parts and wholes of one kind, in one unit, without a circle.
import type { Form, FormTable, Measure, Part } from '../model.ts';

export const proveRelations = (form: Form): readonly string[] =>
  form.tables.flatMap(table => [
    ...proveParts(table.id, 'row', rowMembers(table)),
    ...proveParts(table.id, 'column', columnMembers(table)),
    ...proveCarry(table),
  ]);

// A row or a column as a member of relations. Columns have no unit of their own.
interface Member {
  readonly id: string;
  readonly partOf: Part | null;
  readonly unit: string;
  readonly measure: Measure | null;
}

const rowMembers = (table: FormTable): readonly Member[] => table.rows;

const columnMembers = (table: FormTable): readonly Member[] =>
  table.columns.map(({ id, partOf }) => ({ id, partOf, unit: '', measure: null }));

const proveParts = (table: string, kind: string, members: readonly Member[]): readonly string[] => {
  const byId = new Map(members.map(member => [member.id, member]));
  const wholes = new Set(members.flatMap(member => member.partOf?.whole ?? []));
  return [
    ...members.flatMap(member => proveUnit(table, kind, member, byId)),
    ...[...wholes].flatMap(whole => proveWhole(table, kind, whole, members)),
    ...members
      .filter(member => isInCircle(member, byId))
      .map(({ id }) => `${table}: ${kind} "${id}" is, in the end, part of itself`),
  ];
};

// Adding 件 to 份 may be asked of a person as a query; as arithmetic that must hold it is a mistake.
const proveUnit = (table: string, kind: string, part: Member, byId: ReadonlyMap<string, Member>): readonly string[] => {
  const whole = part.partOf === null ? undefined : byId.get(part.partOf.whole);
  if (whole === undefined || part.partOf?.severity !== 'fatal') return [];
  if (part.unit === whole.unit && part.measure === whole.measure) return [];
  return [
    `${table}: ${kind} "${part.id}" (${part.unit}, ${part.measure}) is no part of "${whole.id}" (${whole.unit}, ${whole.measure})`,
  ];
};

const proveWhole = (table: string, kind: string, whole: string, members: readonly Member[]): readonly string[] => {
  const parts = members.flatMap(({ partOf }) => (partOf?.whole === whole ? partOf : []));
  const sums = parts.filter(part => part.kind === 'exhaustive');
  const problems: string[] = [];
  if (sums.length > 0 && sums.length < parts.length) {
    problems.push(`${table}: ${kind} "${whole}" has exhaustive and of_which parts; it can be whole in one way only`);
  }
  if (sums.length === 1) problems.push(`${table}: ${kind} "${whole}" has a single exhaustive part; that is no sum`);
  if (new Set(sums.map(part => part.severity)).size > 1) {
    problems.push(`${table}: ${kind} "${whole}" is a sum with parts of several severities`);
  }
  return problems;
};

const isInCircle = (start: Member, byId: ReadonlyMap<string, Member>): boolean => {
  const seen = new Set<string>();
  let member = start.partOf === null ? undefined : byId.get(start.partOf.whole);
  while (member !== undefined && member.id !== start.id && !seen.has(member.id)) {
    seen.add(member.id);
    member = member.partOf === null ? undefined : byId.get(member.partOf.whole);
  }
  return member?.id === start.id;
};

const proveCarry = (table: FormTable): readonly string[] =>
  table.rows.flatMap(row => {
    const source = table.rows.find(other => other.id === row.carriesFrom);
    if (source === undefined) return [];
    if (source.id === row.id) return [`${table.id}: row "${row.id}" takes its value over from itself`];
    if (source.unit === row.unit && source.measure === row.measure) return [];
    return [`${table.id}: row "${row.id}" (${row.unit}) takes its value over from "${source.id}" (${source.unit})`];
  });
