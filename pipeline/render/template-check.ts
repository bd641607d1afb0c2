// Proves a template against a specimen of its data before it is rendered: no field, helper or partial that is not there.
import { Fault } from '../fault.ts';
import { isFigure } from './figure.ts';
import { type Helper, isKind, type Kind } from './helpers/helper.ts';
import { BLOCKS, type Call, type Expression, type Node, type Path, parseTemplate, placeOf, type Tree } from './template.ts';

export interface TemplateSet {
  /** The main template's file name, for messages; partials are `templates/partials/<name>.hbs`. */
  readonly file: string;
  readonly source: string;
  readonly partials: ReadonlyMap<string, string>;
  readonly helpers: readonly Helper[];
}

/**
 * `specimen` is data of the same shape in which no list is empty and nothing is null. Handlebars' own `strict` does not see a
 * missing field in helper arguments, `#if`, `#each` and partial hashes, nor anything in a branch not taken. Throws a Fault at
 * `file:line:column`.
 */
export const checkTemplate = (set: TemplateSet, specimen: Readonly<Record<string, unknown>>): void => {
  const trees = new Map<string, Tree>();
  const treeOf = (file: string, source: string): Tree => {
    const tree = trees.get(file) ?? parseTemplate(source, file);
    trees.set(file, tree);
    return tree;
  };
  const check: Check = { set, treeOf, file: set.file, within: [], seen: new Set(), unseen: new Map() };
  checkBody(check, treeOf(set.file, set.source), { value: specimen, parent: null, names: new Map(), root: specimen, data: [] });
  for (const place of check.unseen.values()) throw new Fault('the specimen has no entry here, so the body cannot be checked', place);
};

interface Check {
  readonly set: TemplateSet;
  readonly treeOf: (file: string, source: string) => Tree;
  readonly file: string;
  /** The partials that are open, outermost first. */
  readonly within: readonly string[];
  /** `#each` blocks whose body was checked, and those that met only empty lists so far, with their places. */
  readonly seen: Set<Node>;
  readonly unseen: Map<Node, string>;
}

interface Scope {
  readonly value: unknown;
  readonly parent: Scope | null;
  /** Block parameters. */
  readonly names: ReadonlyMap<string, unknown>;
  readonly root: unknown;
  /** `index`, `first` …, inside `#each`. */
  readonly data: readonly string[];
}

const checkBody = (check: Check, tree: Tree | undefined, scope: Scope): void => {
  for (const node of (tree?.body ?? []) as readonly Node[]) checkNode(check, node, scope);
};

const checkNode = (check: Check, node: Node, scope: Scope): void => {
  switch (node.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return;
    case 'MustacheStatement':
      if (!node.escaped) fail(check, node, 'markup that is not escaped ({{{ }}} or {{& }}) is not allowed; write {{ }}');
      return checkPrinted(check, node, scope);
    case 'BlockStatement':
      return checkBlock(check, node, scope);
    case 'PartialStatement':
      return checkPartial(check, node, scope);
    default:
      return fail(check, node, `${node.type} is not allowed in a template`);
  }
};

const checkPrinted = (check: Check, node: hbs.AST.MustacheStatement, scope: Scope): void => {
  if (node.path.type !== 'PathExpression') return fail(check, node, 'a literal needs no braces');
  const helper = helperNamed(check, node, scope);
  if (helper !== null) {
    if (helper.gives !== 'markup') fail(check, node, `{{${helper.id}}} prints nothing; it belongs into {{#if (${helper.id} …)}}`);
    return checkCall(check, helper, node, scope);
  }
  const path = node.path as Path;
  const value = valueOf(check, path, scope);
  if (isFigure(value)) fail(check, path, `“${path.original}” is a figure; write {{数 ${path.original}}}`);
  if (typeof value === 'object') fail(check, path, `“${path.original}” is not one value that could be printed`);
};

const checkBlock = (check: Check, node: hbs.AST.BlockStatement, scope: Scope): void => {
  const name = node.path.original;
  if (!BLOCKS.includes(name)) return fail(check, node.path, `unknown block {{#${name}}}; there are ${BLOCKS.join(', ')}`);
  const [subject] = node.params as readonly Expression[];
  if (subject === undefined || node.params.length > 1) return fail(check, node, `{{#${name}}} needs one argument`);
  if (node.hash !== undefined) return fail(check, node.hash, `{{#${name}}} takes no options`);
  const value = valueOf(check, subject, scope);
  checkBody(check, node.inverse, scope);
  if (name === 'each') return checkEach(check, node, subject, value, scope);
  if (name === 'with') return checkBody(check, node.program, enter(scope, value, node.program.blockParams ?? [], [value], []));
  if (isFigure(value)) fail(check, subject, `a figure is always there, 0 or not; write {{#${name} (有 …)}}`);
  if (isRecord(value) && !Array.isArray(value)) fail(check, subject, `{{#${name}}} of what is always there`);
  checkBody(check, node.program, scope);
};

const checkEach = (check: Check, node: hbs.AST.BlockStatement, subject: Expression, value: unknown, scope: Scope): void => {
  if (isFigure(value) || !isRecord(value)) return fail(check, subject, '{{#each}} needs a list');
  const entries = Object.entries(value).map(([key, entry]) => [Array.isArray(value) ? Number(key) : key, entry] as const);
  // A list may be empty in one entry of a list around it; somewhere it must have an entry, or its body stays unchecked.
  if (entries.length > 0) {
    check.seen.add(node);
    check.unseen.delete(node);
  } else if (!check.seen.has(node)) check.unseen.set(node, placeOf(check.file, subject));
  for (const [key, entry] of entries)
    checkBody(check, node.program, enter(scope, entry, node.program.blockParams ?? [], [entry, key], EACH));
};

const enter = (
  scope: Scope,
  value: unknown,
  names: readonly string[],
  values: readonly unknown[],
  data: readonly string[],
): Scope => ({
  value,
  parent: scope,
  names: new Map([...scope.names, ...names.map((name, i) => [name, values[i]] as const)]),
  root: scope.root,
  data: data.length > 0 ? data : scope.data,
});

const checkPartial = (check: Check, node: hbs.AST.PartialStatement, scope: Scope): void => {
  if (node.name.type !== 'PathExpression') return fail(check, node, 'the name of a partial must stand there as it is');
  const name = node.name.original;
  const source = check.set.partials.get(name);
  if (source === undefined) return fail(check, node.name, `there is no partial “${name}” in templates/partials`);
  if (check.within.includes(name)) return fail(check, node.name, `the partial “${name}” would include itself`);
  const [context] = node.params as readonly Expression[];
  const value = context === undefined ? scope.value : valueOf(check, context, scope);
  if (node.hash !== undefined && !isRecord(value)) fail(check, node.hash, 'options can only be added to an object');
  const added = (node.hash?.pairs ?? []).map(pair => [pair.key, valueOf(check, pair.value as Expression, scope)] as const);
  const file = `templates/partials/${name}.hbs`;
  // Handlebars gives a partial neither the block parameters nor the way up (../) of the place that calls it.
  checkBody({ ...check, file, within: [...check.within, name] }, check.treeOf(file, source), {
    value: added.length > 0 && isRecord(value) ? { ...value, ...Object.fromEntries(added) } : value,
    parent: null,
    names: new Map(),
    root: scope.root,
    data: scope.data,
  });
};

/** The helper that a mustache or subexpression calls; null where it names a field. */
const helperNamed = (check: Check, call: Call, scope: Scope): Helper | null => {
  const path = call.path as Path;
  const helper = check.set.helpers.find(one => one.id === path.original && !path.data && !scope.names.has(one.id));
  if (helper !== undefined) return helper;
  if (call.params.length > 0 || call.hash !== undefined) fail(check, path, `unknown helper “${path.original}”`);
  return null;
};

const checkCall = (check: Check, helper: Helper, call: Call, scope: Scope): void => {
  const wanted = helper.takes.length;
  const count = call.params.length;
  if (helper.repeats ? count === 0 || count % wanted !== 0 : count !== wanted)
    fail(check, call, `{{${helper.id}}} takes ${helper.takes.join(', ')}${helper.repeats ? ', once or more' : ''}; ${count} given`);
  call.params.forEach((param, i) => {
    checkKind(check, helper, param as Expression, helper.takes[i % wanted] as Kind, scope);
  });
  for (const pair of call.hash?.pairs ?? []) {
    const kind = helper.options?.[pair.key];
    if (kind === undefined) fail(check, pair, `{{${helper.id}}} has no option “${pair.key}”`);
    else checkKind(check, helper, pair.value as Expression, kind, scope);
  }
};

const checkKind = (check: Check, helper: Helper, expression: Expression, kind: Kind, scope: Scope): void => {
  if (!isKind(valueOf(check, expression, scope), kind)) fail(check, expression, `{{${helper.id}}} needs a ${kind} here`);
};

const valueOf = (check: Check, expression: Expression, scope: Scope): unknown => {
  switch (expression.type) {
    case 'PathExpression':
      return follow(check, expression, scope);
    case 'SubExpression': {
      const helper = helperNamed(check, expression as unknown as Call, scope);
      if (helper === null) return fail(check, expression, 'only helpers are called in brackets');
      checkCall(check, helper, expression as unknown as Call, scope);
      return helper.gives === 'truth' ? true : fail(check, expression, `{{${helper.id}}} prints; it cannot be an argument`);
    }
    case 'UndefinedLiteral':
    case 'NullLiteral':
      return fail(check, expression, 'null and undefined are no arguments');
    default:
      return expression.value;
  }
};

const follow = (check: Check, path: Path, scope: Scope): unknown => {
  const parts = [...path.parts] as string[];
  let value = startOf(check, path, scope, parts);
  for (const part of parts) {
    if (!isRecord(value) || !Object.hasOwn(value, part) || (Array.isArray(value) && part !== 'length'))
      return fail(check, path, `unknown field “${path.original}”${hint(value, part)}`);
    value = value[part];
  }
  return value;
};

/** Where a path begins; takes from `parts` what is used up by that. */
const startOf = (check: Check, path: Path, scope: Scope, parts: string[]): unknown => {
  if (path.data) {
    const name = parts.shift() ?? '';
    if (name === 'root') return scope.root;
    if (!scope.data.includes(name)) return fail(check, path, `unknown “${path.original}” here`);
    return { index: 0, first: true, last: true, key: 'key' }[name];
  }
  let up: Scope | null = scope;
  for (let i = 0; i < path.depth; i += 1) up = up?.parent ?? null;
  if (up === null) return fail(check, path, `“${path.original}” goes up further than there is`);
  const isBare = path.depth === 0 && !/^(?:this\b|\.)/.test(path.original);
  if (isBare && scope.names.has(parts[0] ?? '')) return scope.names.get(parts.shift() ?? '');
  return up.value;
};

const hint = (value: unknown, part: string): string => {
  if (!isRecord(value)) return `: nothing has “${part}” there`;
  const fields = Array.isArray(value) ? ['length'] : Object.keys(value);
  return `: there is no “${part}” among ${fields.slice(0, SHOWN).join(', ')}${fields.length > SHOWN ? ' …' : ''}`;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const fail = (check: Check, node: { readonly loc: hbs.AST.SourceLocation }, message: string): never => {
  throw new Fault(message, placeOf(check.file, node));
};

const EACH = ['index', 'first', 'last', 'key'];
const SHOWN = 12;
