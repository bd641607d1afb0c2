// The rules of a form that are plain linear equalities within one return, for finding the cells that break them.
import type { Form } from '../model.ts';
import type { Equality } from '../relations.ts';
import { compileRules } from './compile.ts';
import { decimalOf, fraction, order, signOf } from './fraction.ts';
import { differenceOf } from './linear.ts';

/** Only rules without condition, tolerance, and limits to units or years: those that hold for every return of the form. */
export const equalitiesOf = (form: Form): readonly Equality[] =>
  [...compileRules(form).byRule].flatMap(([rule, edits]) => {
    const isPlain = rule.on === 'return' && rule.relation === '=' && rule.when === '' && Number(rule.tolerance) === 0;
    if (!isPlain || rule.units.length > 0 || rule.since !== null || rule.until !== null) return [];
    return edits.flatMap(({ left, right }): readonly Equality[] => {
      const linear = differenceOf(left, right);
      if (linear === null || signOf(linear.constant) !== 0 || linear.terms.size === 0) return [];
      const terms = [...linear.terms.values()];
      if (terms.some(({ figure }) => figure.from.kind !== 'here')) return [];
      const rounded = terms.map(({ figure, factor }) => ({
        name: figure.name,
        factor,
        coefficient: decimalOf(factor),
      }));
      if (rounded.some(({ factor, coefficient }) => order(fraction(coefficient), factor) !== 0)) return [];
      return [
        {
          rule: rule.id,
          severity: rule.severity.final,
          terms: rounded.map(({ name, coefficient }) => ({ name, coefficient })),
        },
      ];
    });
  });
