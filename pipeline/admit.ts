// One arrival → a return that may count, or a judgement that says why it cannot; and the explanations that came with it.
import { explanationsIn } from './explain/explanations.ts';
import { itemsOf } from './items.ts';
import { isLeft } from './left.ts';
import { withMark } from './mark.ts';
import type {
  Arrival,
  Delivery,
  Explanation,
  Form,
  Generation,
  Grid,
  Judgement,
  Period,
  Plan,
  Reading,
  RefusalKind,
  Remark,
  Return,
  Trouble,
  Unit,
} from './model.ts';
import type { Identity } from './normalize/identify.ts';
import { identify, unitOfPath } from './normalize/identify.ts';
import { normalize } from './normalize/normalize.ts';
import type { UnitNames } from './normalize/unit-names.ts';
import { withZeroReport } from './normalize/zero-report.ts';
import { onceOf } from './once-of.ts';
import { periodName, yearOf } from './period.ts';
import { type Recognition, recognise } from './recognise/recognise.ts';
import { withoutReference } from './recognise/reference.ts';
import type { Candidate } from './settle.ts';

type Outcome = { readonly candidate: Candidate } | { readonly judgement: Judgement };

export type Admission = Outcome & { readonly explanations: readonly Explanation[] };

/** What a clerk is told of a file that gives nothing: what it is, and the way out. */
const REFUSALS: Readonly<Record<RefusalKind, readonly [string, string]>> = {
  empty: ['文件是空的，没有任何填报内容', '请单位重新报送填好的报表'],
  'not-a-spreadsheet': ['文件不是电子表格', '请另存为 .xlsx 工作簿后重新报送'],
  encrypted: ['文件设有打开密码，无法读取', '请取消密码后重新报送'],
  damaged: ['文件已损坏或没有传完', '请用 Excel 或 WPS 打开后另存为 .xlsx，再重新报送'],
  unsafe: ['文件内部结构异常，为安全起见未打开', '请用 Excel 或 WPS 打开后另存为新的 .xlsx，再重新报送'],
  'too-large': ['文件过大，超过读取上限', '请删去图片、附件和多余的工作表后重新报送'],
  'too-slow': ['文件过于复杂，在时限内没有读完', '请把报表复制到新的 .xlsx 工作簿后重新报送'],
  crashed: ['读取文件时程序中断', '请用 Excel 或 WPS 打开后另存为 .xlsx，再重新报送'],
};

export const admit = (arrival: Arrival, plan: Plan, form: Form, names: UnitNames): Admission => {
  const { delivery } = arrival;
  if ('ignored' in arrival) {
    // What may yet become a return is told with the unit whose it would be.
    const unit = isLeft(arrival.ignored) ? unitOfPath(delivery.path, names) : null;
    return {
      judgement: { ...unused(delivery, unit, null), status: 'ignored', reason: arrival.ignored },
      explanations: [],
    };
  }
  const { reading } = arrival;
  if (reading.kind === 'refused') return { ...refuse(delivery, reading, plan, names), explanations: [] };
  const { list, explanations, rest } = explanationsIn(withMark(reading.grid), delivery.path);
  const outcome = admitGrid(delivery, withoutReference(rest), plan, form, names);
  const isNoReturn = 'judgement' in outcome && outcome.judgement.trouble?.rule === 'no-table';
  if (!isNoReturn || list === 'none') return { ...outcome, explanations };
  if (list === 'foreign') return { ...reject(outcome.judgement, NO_NUMBERS), explanations };
  const reason = `核实说明，${explanations.length} 条`;
  return { judgement: { ...unused(delivery, null, plan.period), status: 'accepted', reason }, explanations };
};

const NO_NUMBERS: Trouble = {
  check: 'is-recognised',
  rule: 'no-numbers',
  message: '有编号、说明两列，但没有一个编号是问题清单中的，既不是核实说明，也不是报表',
  suggestion: '如是核实说明，编号请照抄问题清单（data/findings.csv）的 id；如是报表，请改用本期的空白表填报',
  remarks: [],
};

const refuse = (
  delivery: Delivery,
  { refusal, detail }: Extract<Reading, { kind: 'refused' }>,
  plan: Plan,
  names: UnitNames,
): Outcome => {
  const [what, suggestion] = REFUSALS[refusal];
  const message = detail === '' ? what : `${what}（${detail}）`;
  const unit = unitOfPath(delivery.path, names);
  return reject(unused(delivery, unit, plan.period), {
    check: 'is-readable',
    rule: refusal,
    message,
    suggestion,
    remarks: [],
  });
};

const admitGrid = (delivery: Delivery, grid: Grid, plan: Plan, form: Form, names: UnitNames): Outcome => {
  const identity = identify(delivery.path, grid, names, plan.period, plan.scope);
  const recognition = recognise(grid, form, yearOf(plan.period), delivery.path);
  const stop = ([rule, message, suggestion]: Obstacle): Outcome => {
    const period = identity.otherYear === null ? plan.period : String(identity.otherYear);
    const trouble: Trouble = { check: 'is-recognised', rule, message, suggestion, remarks: identity.remarks };
    return reject(unused(delivery, identity.unit, period), trouble);
  };
  const obstacle = formObstacle(recognition, form);
  if (obstacle !== null) return stop(obstacle);
  const { unit, several } = identity;
  if (several.length > 0) return stop(severalUnits(several));
  if (unit === null) return stop(unknownUnit(identity, names));
  const mismatch = mismatchOf(unit, identity, plan);
  if (mismatch !== null) return stop(mismatch);
  const file = delivery.path;
  const { observations, remarks } = withZeroReport(identity.zeroReport, normalize(form, recognition.placements));
  const ret: Return = {
    unit: unit.code,
    period: plan.period,
    scope: identity.scope,
    form: form.id,
    delivery,
    observations,
    texts: recognition.texts,
    remarks: [
      ...identity.remarks,
      ...recognition.remarks,
      ...remarks,
      ...gridRemarks(grid, file),
      ...olderRemark(recognition.generation),
    ],
    revision: identity.revision,
  };
  return { candidate: { ret, disputed: identity.disputed } };
};

/** Why a file cannot count: the rule, what is wrong, and the way out. */
type Obstacle = readonly [rule: string, message: string, suggestion: string];

const formObstacle = ({ generation, placements }: Recognition, form: Form): Obstacle | null => {
  const few = placements.length * 4 < itemsOf(form).length;
  if (generation !== null && few)
    return ['other-form', `填的是${generation.title}，不是本期要求的${form.title}`, '请改用本期的空白表填报'];
  if (placements.length > 0) return null;
  return ['no-table', `没有找到${form.title}的任何表格`, '请核对是否发错文件，或改用本期的空白表填报'];
};

const mismatchOf = (unit: Unit, { otherYear, otherPart, scope }: Identity, plan: Plan): Obstacle | null => {
  if (otherYear !== null) {
    const message = `文件写明是${otherYear}年的报表，不是${periodName(plan.period)}的`;
    return ['other-period', message, '如确为本期数据，请改正表中年度后重新报送'];
  }
  if (otherPart !== null) {
    const message = `文件写的是“${otherPart}”，不是${periodName(plan.period)}的报表`;
    return ['other-period', message, '如确为本期数据，请改正表中的期间后重新报送'];
  }
  if (!dueIn(plan).has(unit.code))
    return ['not-due', `“${unit.name}”不在本期应报送单位之列`, '如应报送，请在 units.csv 或 period.yaml 中列入'];
  if (scope === plan.scope) return null;
  const [stated, due] = scope === 'aggregate' ? ['汇总数', '本机关数'] : ['本机关数', '汇总数'];
  return ['other-scope', `报的是${stated}，本期要求报${due}`, '请按本期口径重新报送'];
};

// The same for every file of a run.
const dueIn = onceOf((plan: Plan): ReadonlySet<string> => new Set(plan.units.map(({ code }) => code)));

const severalUnits = (names: readonly string[]): Obstacle => [
  'several-units',
  `一个文件里有几个单位的报表（${names.slice(0, 5).join('、')}），无法分清各是谁的`,
  '请每个单位单独报送一个文件',
];

const unknownUnit = ({ named }: Identity, names: UnitNames): Obstacle => {
  if (named === '')
    return ['unknown-unit', '看不出是哪个单位报送的', '请在表中写明填报单位，或以单位名称命名文件后重新报送'];
  if (names.bearers(named) > 1)
    return [
      'unknown-unit',
      `名册中有不止一个单位叫“${named}”，无法分清是哪一个`,
      '请在 units.csv 中改用不同的名称或别称',
    ];
  const hint = `名册中相近的单位：${names.like(named).join('、')}；如是别称，请加入 units.csv 的 aliases`;
  return ['unknown-unit', `填报单位“${named}”不在单位名册中`, hint];
};

const gridRemarks = (grid: Grid, file: string): readonly Remark[] =>
  grid.notes.map(({ kind, place, detail }) => ({
    kind: 'note',
    key: {},
    ref: place === null ? null : { file, ...place },
    stated: detail,
    due: kind,
  }));

const olderRemark = (generation: Generation | null): readonly Remark[] =>
  generation === null ? [] : [{ kind: 'older-template', key: {}, ref: null, stated: generation.title, due: '' }];

const reject = (judgement: Judgement, trouble: Trouble): Outcome => ({
  judgement: { ...judgement, reason: trouble.message, trouble },
});

const unused = (delivery: Delivery, unit: Unit | null, period: Period | null): Judgement => ({
  delivery,
  unit: unit?.code ?? null,
  period,
  form: null,
  status: 'rejected',
  reason: '',
  trouble: null,
});
