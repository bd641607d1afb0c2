// Proves a template's expressions: that a path leads somewhere, and that a helper is there and gets what it takes.
import { Fault } from '../../fault.ts';
import { type Helper, isKind, type Kind } from './helpers/helper.ts';
import { type Call, type Expression, type Path, placeOf } from './template.ts';
import { follow, type Scope } from './template-scope.ts';

/** Where expressions stand: in which file, and with which helpers. */
export interface Site {
  readonly file: string;
  readonly helpers: readonly Helper[];
}

export const fail: (site: Site, node: { readonly loc: hbs.AST.SourceLocation }, message: string) => never = (
  site,
  node,
  message,
) => {
  throw new Fault(message, placeOf(site.file, node));
};

/** What an expression is in the specimen. */
export const lookUp = (site: Site, expression: Expression, scope: Scope): unknown => {
  switch (expression.type) {
    case 'PathExpression': {
      const found = follow(expression, scope);
      if ('problem' in found) fail(site, expression, found.problem);
      return found.value;
    }
    case 'SubExpression': {
      const call = expression as unknown as Call;
      const helper = helperNamed(site, call, scope);
      if (helper === null) fail(site, expression, 'only helpers are called in brackets');
      checkCall(site, helper, call, scope);
      if (helper.gives !== 'truth') fail(site, expression, `{{${helper.id}}} prints; it cannot be an argument`);
      return true;
    }
    case 'UndefinedLiteral':
    case 'NullLiteral':
      return fail(site, expression, 'null and undefined are no arguments');
    default:
      return expression.value;
  }
};

/** The helper that a mustache or subexpression calls; null where it names a field. */
export const helperNamed = (site: Site, call: Call, scope: Scope): Helper | null => {
  const path = call.path as Path;
  const helper = site.helpers.find(one => one.id === path.original && !path.data && !scope.names.has(one.id));
  if (helper !== undefined) return helper;
  if (call.params.length > 0 || call.hash !== undefined) fail(site, path, `unknown helper “${path.original}”`);
  return null;
};

export const checkCall = (site: Site, helper: Helper, call: Call, scope: Scope): void => {
  const wanted = helper.takes.length;
  const count = call.params.length;
  const fits = helper.repeats ? count > 0 && count % wanted === 0 : count === wanted;
  const takes = `${helper.takes.join(', ')}${helper.repeats ? ', once or more' : ''}`;
  if (!fits) fail(site, call, `{{${helper.id}}} takes ${takes}; ${count} given`);
  const checkKind = (expression: Expression, kind: Kind): void => {
    if (!isKind(lookUp(site, expression, scope), kind)) fail(site, expression, `{{${helper.id}}} needs a ${kind} here`);
  };
  for (const [i, param] of call.params.entries()) checkKind(param as Expression, helper.takes[i % wanted] as Kind);
  for (const pair of call.hash?.pairs ?? []) {
    const kind = helper.options?.[pair.key];
    if (kind === undefined) fail(site, pair, `{{${helper.id}}} has no option “${pair.key}”`);
    checkKind(pair.value as Expression, kind);
  }
};
