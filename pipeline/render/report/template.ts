// Handlebars, known to this file only: source → syntax tree, and source × data → text with all data escaped.
import Handlebars from 'handlebars';
import { Fault } from '../../fault.ts';
import { onceOf } from '../../once-of.ts';
import type { Markup } from './escape.ts';
import { given, type Helper } from './helpers/helper.ts';

export type Tree = hbs.AST.Program;
export type Node =
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | (hbs.AST.Statement & { readonly type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock' });
export type Expression =
  | hbs.AST.PathExpression
  | hbs.AST.SubExpression
  | hbs.AST.StringLiteral
  | hbs.AST.NumberLiteral
  | hbs.AST.BooleanLiteral
  | hbs.AST.UndefinedLiteral
  | hbs.AST.NullLiteral;
export type Call = Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash' | 'loc'>;
export type Path = hbs.AST.PathExpression;

/** The block helpers that templates may use; all others of Handlebars are taken away. */
export const BLOCKS: readonly string[] = ['each', 'if', 'unless', 'with'];

/** A syntax error is a Fault at `file:line:column`. */
export const parseTemplate = (source: string, file: string): Tree => {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    const { line, column, message } = syntaxError(error as SyntaxTrouble);
    throw new Fault(message, `${file}:${line}:${column}`);
  }
};

/** `file:line:column` of a node, both from 1. */
export const placeOf = (file: string, node: { readonly loc: hbs.AST.SourceLocation }): string =>
  `${file}:${node.loc.start.line}:${node.loc.start.column + 1}`;

export const renderTemplate = (
  source: string,
  data: Readonly<Record<string, unknown>>,
  partials: ReadonlyMap<string, string>,
  helpers: readonly Helper[],
): string => {
  return compilerOf(partials)(helpers)(source)(data, PROTOTYPES_OFF);
};

type Compiled = ReturnType<typeof Handlebars.compile>;

// A partial is compiled at its first use, and serves every template that has the same set.
const compilerOf = onceOf((partials: ReadonlyMap<string, string>) =>
  onceOf((helpers: readonly Helper[]) => {
    const handlebars = Handlebars.create();
    for (const name of Object.keys(handlebars.helpers))
      if (!BLOCKS.includes(name) && !INNER.includes(name)) handlebars.unregisterHelper(name);
    for (const [name, partial] of partials) handlebars.registerPartial(name, partial);
    for (const helper of helpers) handlebars.registerHelper(helper.id, callable(helper));
    const made = new Map<string, Compiled>();
    return (source: string): Compiled => {
      const known = made.get(source) ?? handlebars.compile(source, { strict: true, preventIndent: true });
      made.set(source, known);
      return known;
    };
  }),
);

/** Marks text that is markup already, such as a page's body, as data for `renderTemplate`. */
export const asMarkup = ({ markup }: Markup): unknown => new Handlebars.SafeString(markup);

const PROTOTYPES_OFF = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };
// Compiled templates call these two by name.
const INNER = ['helperMissing', 'blockHelperMissing'];

const callable =
  (helper: Helper) =>
  (...all: readonly unknown[]): unknown => {
    const options = all.at(-1) as Handlebars.HelperOptions;
    const result = helper.run(given(helper.id, all.slice(0, -1), options.hash));
    return typeof result === 'object' ? asMarkup(result) : result;
  };

interface SyntaxTrouble extends Error {
  readonly lineNumber?: number;
  readonly column?: number;
}

// The parser tells the line in words only, and no column.
const syntaxError = (error: SyntaxTrouble) => {
  if (error.lineNumber !== undefined)
    return { line: error.lineNumber, column: (error.column ?? 0) + 1, message: error.message };
  const [, line = '1'] = /error on line (\d+)/.exec(error.message) ?? [];
  return { line: Number(line), column: 1, message: error.message.replaceAll('\n', ' ') };
};
