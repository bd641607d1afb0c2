// Proves a template against a specimen of its data before it is rendered: no field, helper or partial that is not there.
import { Fault } from '../../fault.ts';
import { isFigure } from './figure.ts';
import type { Helper } from './helpers/helper.ts';
import { BLOCKS, type Expression, type Node, type Path, parseTemplate, placeOf, type Tree } from './template.ts';
import { checkCall, fail, helperNamed, lookUp, type Site } from './template-expressions.ts';
import { enter, isRecord, type Scope, scopeOf } from './template-scope.ts';

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
  const { file, source, partials, helpers } = set;
  const check: Check = { file, helpers, partials, treeOf, within: [], seen: new Set(), unseen: new Map() };
  checkBody(check, treeOf(file, source), scopeOf(specimen, specimen));
  for (const place of check.unseen.values())
    throw new Fault('the specimen has no entry here, so the body cannot be checked', place);
};

interface Check extends Site {
  readonly partials: ReadonlyMap<string, string>;
  readonly treeOf: (file: string, source: string) => Tree;
  /** The partials that are open, outermost first. */
  readonly within: readonly string[];
  /** `#each` blocks whose body was checked, and those that met only empty lists so far, with their places. */
  readonly seen: Set<Node>;
  readonly unseen: Map<Node, string>;
}

const checkBody = (check: Check, tree: Tree | undefined, scope: Scope): void => {
  for (const node of (tree?.body ?? []) as readonly Node[]) checkNode(check, node, scope);
};

const checkNode = (check: Check, node: Node, scope: Scope): void => {
  switch (node.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      break;
    case 'MustacheStatement':
      checkPrinted(check, node, scope);
      break;
    case 'BlockStatement':
      checkBlock(check, node, scope);
      break;
    case 'PartialStatement':
      checkPartial(check, node, scope);
      break;
    default:
      fail(check, node, `${node.type} is not allowed in a template`);
  }
};

const checkPrinted = (check: Check, node: hbs.AST.MustacheStatement, scope: Scope): void => {
  if (!node.escaped) fail(check, node, 'markup that is not escaped ({{{ }}} or {{& }}) is not allowed; write {{ }}');
  if (node.path.type !== 'PathExpression') fail(check, node, 'a literal needs no braces');
  const path = node.path as Path;
  const helper = helperNamed(check, node, scope);
  if (helper?.gives === 'truth') fail(check, node, `{{${helper.id}}} prints nothing; write {{#if (${helper.id} …)}}`);
  if (helper !== null) {
    checkCall(check, helper, node, scope);
    return;
  }
  const value = lookUp(check, path, scope);
  if (isFigure(value)) fail(check, path, `“${path.original}” is a figure; write {{数 ${path.original}}}`);
  if (typeof value === 'object') fail(check, path, `“${path.original}” is not one value that could be printed`);
};

const checkBlock = (check: Check, node: hbs.AST.BlockStatement, scope: Scope): void => {
  const name = node.path.original;
  if (!BLOCKS.includes(name)) fail(check, node.path, `unknown block {{#${name}}}; there are ${BLOCKS.join(', ')}`);
  const [subject] = node.params as readonly Expression[];
  if (subject === undefined || node.params.length > 1) fail(check, node, `{{#${name}}} needs one argument`);
  if (node.hash !== undefined) fail(check, node.hash, `{{#${name}}} takes no options`);
  const value = lookUp(check, subject, scope);
  checkBody(check, node.inverse, scope);
  if (name === 'each') checkEach(check, node, subject, value, scope);
  else if (name === 'with') checkBody(check, node.program, enter(scope, value, named(node, value)));
  else checkTruth(check, node, subject, value, scope);
};

const checkTruth = (
  check: Check,
  node: hbs.AST.BlockStatement,
  subject: Expression,
  value: unknown,
  scope: Scope,
): void => {
  const name = node.path.original;
  if (isFigure(value)) fail(check, subject, `a figure is always there, 0 or not; write {{#${name} (有 …)}}`);
  if (isRecord(value) && !Array.isArray(value)) fail(check, subject, `{{#${name}}} of what is always there`);
  checkBody(check, node.program, scope);
};

const checkEach = (
  check: Check,
  node: hbs.AST.BlockStatement,
  subject: Expression,
  value: unknown,
  scope: Scope,
): void => {
  if (isFigure(value) || !isRecord(value)) fail(check, subject, '{{#each}} needs a list');
  const entries = Object.entries(value);
  // A list may be empty in one entry of a list around it; somewhere it must have an entry, or its body stays unchecked.
  if (entries.length > 0) {
    check.seen.add(node);
    check.unseen.delete(node);
  } else if (!check.seen.has(node)) check.unseen.set(node, placeOf(check.file, subject));
  for (const [index, [name, entry]] of entries.entries()) {
    const key = Array.isArray(value) ? index : name;
    const data = new Map<string, unknown>([
      ['index', index],
      ['first', index === 0],
      ['last', index === entries.length - 1],
      ['key', key],
    ]);
    checkBody(check, node.program, enter(scope, entry, named(node, entry, key), data));
  }
};

const named = (node: hbs.AST.BlockStatement, ...values: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map((node.program.blockParams ?? []).map((name, i) => [name, values[i]] as const));

const checkPartial = (check: Check, node: hbs.AST.PartialStatement, scope: Scope): void => {
  if (node.name.type !== 'PathExpression') fail(check, node, 'the name of a partial must stand there as it is');
  const path = node.name as Path;
  const name = path.original;
  const source = check.partials.get(name);
  if (source === undefined) fail(check, path, `there is no partial “${name}” in templates/partials`);
  if (check.within.includes(name)) fail(check, path, `the partial “${name}” would include itself`);
  const [context] = node.params as readonly Expression[];
  const value = context === undefined ? scope.value : lookUp(check, context, scope);
  if (node.hash !== undefined && !isRecord(value)) fail(check, node.hash, 'options can only be added to an object');
  const pairs = node.hash?.pairs ?? [];
  const added = pairs.map(pair => [pair.key, lookUp(check, pair.value as Expression, scope)] as const);
  const file = `templates/partials/${name}.hbs`;
  // Handlebars gives a partial neither the block parameters nor the way up (../) of the place that calls it.
  const inside = added.length > 0 && isRecord(value) ? { ...value, ...Object.fromEntries(added) } : value;
  const open: Check = { ...check, file, within: [...check.within, name] };
  checkBody(open, check.treeOf(file, source), scopeOf(inside, scope.root, scope.data));
};
