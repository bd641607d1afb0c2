// Rules for tests, made in one line.
import type { Rule } from '../../pipeline/model.ts';

export const rule = (more: Partial<Rule> = {}): Rule => ({
  id: 'R1',
  name: '两数应当相等',
  on: 'return',
  scope: '',
  when: '',
  left: '',
  relation: '=',
  right: '0',
  tolerance: '0',
  severity: { draft: 'fatal', final: 'fatal' },
  missing: 'zero',
  since: null,
  until: null,
  units: [],
  message: '',
  reasons: [],
  source: '',
  held: [],
  broken: [],
  place: 'rules.csv:2',
  ...more,
});
