import { describe, expect, it } from 'vitest';
import type { Figure } from '../../pipeline/render/report/figure.ts';
import { HELPERS } from '../../pipeline/render/report/helpers/list.ts';
import { checkTemplate } from '../../pipeline/render/report/template-check.ts';
import { faultOf } from './house.ts';

const figure: Figure = {
  kind: 'figure',
  item: 't.a',
  label: '甲',
  unit: '件',
  value: '1',
  approximate: null,
  missing: 0,
  previous: '1',
};

const specimen = {
  title: '年度报告',
  organ: '某区',
  isAggregate: true,
  t: { a: figure, b: figure },
  units: { due: 2, missing: [{ name: '乙镇', tags: ['x'] }], none: [] },
  period: { first: '2025-01-01' },
};

const check = (source: string, partials: Record<string, string> = {}): void =>
  checkTemplate(
    { file: 'templates/f/report.hbs', source, partials: new Map(Object.entries(partials)), helpers: HELPERS },
    specimen,
  );

describe('a template', () => {
  it.each([
    ['a field', '{{title}}{{this.title}}{{./title}}{{@root.title}}'],
    ['a helper with a figure', '{{数 t.a}}{{占比 t.a t.b 位数=2}}'],
    [
      'a list',
      '{{#each units.missing}}{{name}}{{@index}}{{../title}}{{#each tags}}{{this}}{{../name}}{{/each}}{{/each}}',
    ],
    ['block parameters', '{{#each units.missing as |unit i|}}{{unit.name}}{{i}}{{/each}}'],
    ['the way up through #if, which is no step', '{{#each units.missing}}{{#if @first}}{{../organ}}{{/if}}{{/each}}'],
    ['the entries of an object', '{{#each t}}{{@key}}{{数 this}}{{/each}}'],
    ['#with', '{{#with units as |u|}}{{due}}{{u.due}}{{../title}}{{/with}}'],
    ['a length', '{{units.missing.length}}'],
    ['a truth', '{{#if (有 t.a)}}{{title}}{{else}}{{organ}}{{/if}}{{#unless isAggregate}}x{{/unless}}'],
    ['a comment', '{{!-- {{nothing}} --}}'],
  ])('may name %s', (_, source) => {
    expect(() => check(source)).not.toThrow();
  });

  it.each([
    ['a typo in a mustache', '<p>{{titel}}</p>', '1:6', 'unknown field “titel”'],
    ['a typo on another line', '<p>\n  {{title}}\n  {{organn}}\n</p>', '3:5', 'unknown field “organn”'],
    ['a typo in a nested path', '{{数 t.a}}{{units.deu}}', '1:12', 'unknown field “units.deu”: there is no “deu”'],
    ['a typo in a helper argument', '{{数 t.c}}', '1:5', 'unknown field “t.c”: there is no “c” among a, b'],
    ['a typo in a second argument', '{{占比 t.a t.x}}', '1:10', 'unknown field “t.x”'],
    ['a typo in an option', '{{占比 t.a t.b 位数=n}}', '1:17', 'unknown field “n”'],
    ['an option that is not there', '{{占比 t.a t.b 位=1}}', '1:14', 'no option “位”'],
    ['a typo in #if', '{{#if isAgregate}}x{{/if}}', '1:7', 'unknown field “isAgregate”'],
    ['a typo in #unless', '{{#unless x}}x{{/unless}}', '1:11', 'unknown field “x”'],
    ['a typo in #each', '{{#each units.list}}x{{/each}}', '1:9', 'unknown field “units.list”'],
    ['a typo in the body of #each', '{{#each units.missing}}\n{{nmae}}{{/each}}', '2:3', 'unknown field “nmae”'],
    ['a typo in a branch never taken', '{{#if isAggregate}}x{{else}}{{y}}{{/if}}', '1:31', 'unknown field “y”'],
    ['a typo in brackets', '{{#if (有 t.z)}}x{{/if}}', '1:10', 'unknown field “t.z”'],
    ['a typo one step up', '{{#each units.missing}}{{../titel}}{{/each}}', '1:26', 'unknown field “../titel”'],
    ['too many steps up', '{{../title}}', '1:3', 'goes up further'],
    ['a field of a text', '{{title.name}}', '1:3', 'nothing has “name” there'],
    ['an inherited property', '{{title.constructor}}', '1:3', 'unknown field'],
    ['an entry by its number', '{{units.missing.[0].name}}', '1:3', 'unknown field'],
    ['@index outside of a list', '{{@index}}', '1:3', 'unknown “@index”'],
    ['an unknown helper', '{{数字 t.a}}', '1:3', 'unknown helper “数字”'],
    ['an unknown block', '{{#list units}}x{{/list}}', '1:4', 'unknown block {{#list}}'],
    ['a helper taken away', '{{lookup t title}}', '1:3', 'unknown helper “lookup”'],
    ['too few arguments', '{{占比 t.a}}', '1:1', 'takes figure, figure; 1 given'],
    ['half a pair', "{{列举 '甲' t.a '乙'}}", '1:1', 'once or more; 3 given'],
    ['the wrong kind of argument', '{{数 title}}', '1:5', '{{数}} needs a figure here'],
    ['a figure printed bare', '{{t.a}}', '1:3', 'write {{数 t.a}}'],
    ['a list printed bare', '{{units}}', '1:3', 'not one value'],
    ['a figure as a truth', '{{#if t.a}}x{{/if}}', '1:7', 'a figure is always there'],
    ['markup that is not escaped', '{{{title}}}', '1:1', 'not escaped'],
    ['markup that is not escaped, by &', '<p>{{&title}}</p>', '1:4', 'not escaped'],
    ['an inline partial', '{{#*inline "x"}}{{/inline}}', '1:1', 'DecoratorBlock is not allowed'],
    ['a partial that is not there', '{{> footer}}', '1:5', 'there is no partial “footer”'],
    ['a list of which the specimen has nothing', '{{#each units.none}}x{{/each}}', '1:9', 'cannot be checked'],
    ['a block that is not closed', 'a\n{{#if title}}\n', '3:1', 'Parse error'],
    ['blocks that cross', 'a\n{{#each units}}{{/if}}', '2:4', "each doesn't match if"],
  ])('with %s is a Fault', (_, source, place, message) => {
    const fault = faultOf(() => check(source));
    expect(fault).toContain(`templates/f/report.hbs:${place}: `);
    expect(fault).toContain(message);
  });

  it.each([
    ['a field', '{{> p}}', '{{title}}\n {{titel}}', 'templates/partials/p.hbs:2:4'],
    ['a field of its own context', '{{> p units}}', '{{due}}{{title}}', 'templates/partials/p.hbs:1:10'],
    [
      'the way up to where it is called',
      '{{#each units.missing}}{{> p}}{{/each}}',
      '{{../title}}',
      'templates/partials/p.hbs:1:3',
    ],
    ['itself', '{{> p}}', '{{> p}}', 'templates/partials/p.hbs:1:5'],
    ['a context that is not there', '{{> p unit}}', 'x', 'templates/f/report.hbs:1:7'],
    ['an option that leads nowhere', '{{> p units what=titel}}', 'x', 'templates/f/report.hbs:1:18'],
  ])('with a partial is checked to the end: %s', (_, source, partial, place) => {
    expect(faultOf(() => check(source, { p: partial }))).toContain(`${place}: `);
  });

  it('may give a partial a context and options', () => {
    expect(() => check('{{> p units what=title n=1}}', { p: '{{due}}{{what}}{{n}}' })).not.toThrow();
  });
});
