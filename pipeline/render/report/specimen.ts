// An edition made up from a form alone, with one of everything: what a template may name is what its report model has.
import { itemsOf } from '../../items.ts';
import type { Edition, Finding, Form, ItemKey, Return, Total, Unit } from '../../model.ts';

/** No list of its report model is empty and nothing in it is null, so that every branch of a template can be checked. */
export const specimenEdition = (form: Form): Edition => ({ ...year(form, 2), previous: year(form, 1) });

const year = (form: Form, nth: number): Edition => {
  const period = String(form.since + nth);
  return {
    plan: {
      period,
      form: form.id,
      due: `${period}-01-31`,
      title: null,
      organ: '某区',
      scope: 'aggregate',
      phase: 'final',
      units: [unit('A', '甲局', '部门'), unit('B', '乙镇', '乡镇')],
    },
    form,
    at: `${period}-01-20T08:00:00+08:00`,
    judgements: [],
    returns: [answered(form, period)],
    totals: itemsOf(form).map(item => total(item.key)),
    explanations: [],
    findings: [explainedFinding(period)],
    tally: [],
    failures: [],
    madeFrom: null,
    previous: null,
  };
};

const unit = (code: string, name: string, group: string): Unit => ({
  code,
  name,
  aliases: [],
  group,
  parent: null,
  since: null,
  until: null,
  contact: '',
});

const answered = (form: Form, period: string): Return => ({
  unit: 'A',
  period,
  scope: 'aggregate',
  form: form.id,
  delivery: { path: 'a.xlsx', sha256: '', size: 0 },
  observations: [],
  texts: form.texts.map(({ id }) => ({ id, text: '某事', ref: { file: 'a.xlsx', sheet: '表', cell: 'A1' } })),
  remarks: [],
  revision: { rank: 0, filledOn: null, answers: [] },
});

const explainedFinding = (period: string): Finding => ({
  id: 'f00000000000',
  period,
  check: 'is-filled',
  rule: 'total-filled',
  severity: 'query',
  place: { unit: 'A', ref: null },
  stated: '',
  due: '',
  difference: '',
  message: '某事',
  suggestion: '',
  explainable: true,
  reasons: [],
  status: 'explained',
  explanation: '某因',
});

const total = (key: ItemKey): Total => ({
  ...key,
  group: '*',
  value: '1',
  approximate: '余',
  unitsIn: ['A'],
  unitsMissing: ['B'],
});
