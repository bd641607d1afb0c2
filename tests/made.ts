// A small form, units, and returns written as a clerk would write them, for tests of what happens after reading.
import type { Confronted } from '../pipeline/checks/check.ts';
import { itemName, itemsOf } from '../pipeline/items.ts';
import type {
  Explanation,
  Finding,
  Form,
  FormColumn,
  FormRow,
  Judgement,
  Observation,
  Part,
  Plan,
  Return,
  Unit,
  Value,
} from '../pipeline/model.ts';

const part = (whole: string, kind: Part['kind'] = 'exhaustive'): Part => ({ whole, kind, severity: 'fatal' });

const row = (id: string, label: string, more: Partial<FormRow> = {}): FormRow => ({
  id,
  label: { text: label, aliases: [] },
  under: [],
  heads: [],
  unit: '件',
  measure: 'count',
  partOf: null,
  carriesFrom: null,
  ...more,
});

const column = (id: string, label: string, partOf: Part | null): FormColumn => ({
  id,
  kind: 'figure',
  label: { text: label, aliases: [] },
  under: [],
  partOf,
});

/** Applications (rows × columns, both adding up) and a list of figures of every measure. */
export const FORM: Form = {
  id: 'small',
  title: '小统计表',
  since: 2020,
  until: null,
  extends: null,
  tables: [
    {
      id: 'app',
      title: { text: '三、申请情况', aliases: [] },
      rows: [
        row('granted', '予以公开', { partOf: part('handled') }),
        row('denied', '不予公开', { partOf: part('handled') }),
        row('handled', '办理总计'),
      ],
      columns: [
        column('natural', '自然人', part('total')),
        column('legal', '法人', part('total')),
        column('total', '总计', null),
      ],
    },
    {
      id: 'list',
      title: { text: '二、主动公开', aliases: [] },
      rows: [
        row('press', '新闻发布会次数', { unit: '次' }),
        row('press_lead', '主要负责同志参加次数', { unit: '次', partOf: part('press', 'of_which') }),
        row('fee', '收费金额', { unit: '万元', measure: 'money' }),
        row('change', '比上年增减', { measure: 'change' }),
      ],
      columns: [],
    },
  ],
  texts: [],
  generations: [],
  olderRows: [],
  once: [],
  rules: [],
  report: { path: '年度报告.html', source: '' },
  hash: '',
};

export const ITEMS = itemsOf(FORM).map(item => itemName(item.key));

export const unit = (code: string, name: string, group = '部门'): Unit => ({
  code,
  name,
  aliases: [],
  group,
  parent: null,
  since: null,
  until: null,
  contact: '',
});

export const UNITS = [unit('01', '教育局'), unit('02', '民政局'), unit('11', '董志镇', '乡镇')];

export const plan = (more: Partial<Plan> = {}): Plan => ({
  period: '2025',
  form: FORM.id,
  due: '2026-01-31',
  title: null,
  organ: '西峰区',
  scope: 'own',
  phase: 'final',
  units: UNITS,
  ...more,
});

/** `5` a count, `` a blank, 无, 不适用, `5余` and `约5` approximate, anything else unreadable. */
export const value = (raw: string): Value => {
  if (raw === '') return { kind: 'blank', raw };
  if (raw === '无') return { kind: 'nil', raw };
  if (raw === '不适用') return { kind: 'not-applicable', raw };
  if (/^-?\d+(?:\.\d+)?$/u.test(raw)) return { kind: 'count', amount: raw, raw };
  const [, about, amount, over] = /^(约?)(\d+)(余?)$/u.exec(raw) ?? [];
  if (amount !== undefined)
    return { kind: 'approximate', amount, low: amount, high: null, word: about || over || '', raw };
  return { kind: 'unreadable', raw, reason: 'several-numbers' };
};

/** By item; null: the line is not in the file. */
export type Cells = Readonly<Record<string, string | null>>;

/** The return of a unit; figures not named are `otherwise`. */
export const ret = (code: string, cells: Cells, more: Partial<Return> = {}, otherwise: string | null = '0'): Return => {
  const delivery = more.delivery ?? { path: `${code}.xlsx`, sha256: `sha of ${code}`, size: 1 };
  const observations = itemsOf(FORM).flatMap(({ key }, nth): readonly Observation[] => {
    const name = itemName(key);
    const raw = name in cells ? cells[name] : otherwise;
    if (raw === null || raw === undefined) return [];
    return [{ ...key, value: value(raw), ref: { file: delivery.path, sheet: '统计表', cell: `C${nth + 2}` } }];
  });
  return {
    unit: code,
    period: '2025',
    scope: 'own',
    form: FORM.id,
    delivery,
    observations,
    texts: [],
    remarks: [],
    revision: { rank: 0, filledOn: null, answers: [] },
    ...more,
  };
};

/** A return in a file of its own; its bytes are its figures unless `sha256` says otherwise. */
export const sent = (
  code: string,
  path: string,
  cells: Cells = {},
  {
    rank = 0,
    filledOn = null,
    answers = [],
    sha256 = `${code} ${path}`,
  }: Partial<Return['revision'] & { sha256: string }> = {},
): Return => ret(code, cells, { delivery: { path, sha256, size: 1 }, revision: { rank, filledOn, answers } });

export const judgement = (more: Partial<Judgement> = {}): Judgement => ({
  delivery: { path: '教育局.xlsx', sha256: '0123456789abcdef', size: 1 },
  unit: '01',
  period: '2025',
  form: FORM.id,
  status: 'accepted',
  reason: '',
  trouble: null,
  ...more,
});

/** A query about a figure of 教育局. */
export const finding = (more: Partial<Finding> = {}): Finding => ({
  id: 'f0123456789a',
  period: '2025',
  check: 'is-filled',
  rule: 'total-filled',
  severity: 'query',
  place: { unit: '01', table: 'app', row: 'granted', column: 'total', ref: null },
  stated: '',
  due: '5',
  difference: '',
  message: '总计未填。',
  suggestion: '',
  explainable: true,
  reasons: [],
  status: 'open',
  explanation: '',
  ...more,
});

/** What answers it. */
export const explanation = (more: Partial<Explanation> = {}): Explanation => ({
  finding: 'f0123456789a',
  reason: '口径',
  text: '数字属实',
  by: '张某',
  on: '2026-01-20',
  ref: { file: '说明.csv', sheet: 'csv', cell: 'B2' },
  ...more,
});

export const confronted = (returns: readonly Return[], more: Partial<Confronted> = {}): Confronted => ({
  plan: plan(),
  form: FORM,
  at: '2026-02-01',
  judgements: [],
  returns,
  totals: [],
  explanations: [],
  previous: null,
  ...more,
});

/** Everything below is frozen, so that a stage that changes what it was given throws. */
export const frozen = <T>(given: T): T => {
  if (typeof given === 'object' && given !== null && !Object.isFrozen(given)) {
    Object.freeze(given);
    for (const one of Object.values(given)) frozen(one);
  }
  return given;
};
