// One arrival → a return that may count, or a judgement that says why it cannot.
import { recognise } from './forms/recognise.ts';
import { itemsOf } from './items.ts';
import type {
  Arrival,
  Delivery,
  Form,
  Grid,
  Judgement,
  Plan,
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
import { periodName, yearOf } from './period.ts';
import type { Candidate } from './settle.ts';

export type Admission = { readonly candidate: Candidate } | { readonly judgement: Judgement };

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
  if ('ignored' in arrival) return { judgement: judgement(delivery, null, plan, 'ignored', arrival.ignored, null) };
  if (arrival.reading.kind === 'grid') return admitGrid(delivery, arrival.reading.grid, plan, form, names);
  const { refusal, detail } = arrival.reading;
  const [message, suggestion] = REFUSALS[refusal];
  const reason = detail === '' ? message : `${message}（${detail}）`;
  const unit = unitOfPath(delivery.path, names);
  return reject(delivery, unit, plan, {
    check: 'is-readable',
    rule: refusal,
    message: reason,
    suggestion,
    remarks: [],
  });
};

const admitGrid = (delivery: Delivery, grid: Grid, plan: Plan, form: Form, names: UnitNames): Admission => {
  const file = delivery.path;
  const identity = identify(file, grid, names, plan.period, plan.scope);
  const recognition = recognise(grid, form, yearOf(plan.period));
  const generation = recognition.generation;
  const few = recognition.placements.length * 4 < itemsOf(form).length;
  const told = [...identity.remarks, ...recognition.remarks.map(remark => inFile(remark, file))];
  const refuse = (rule: string, message: string, suggestion: string, remarks: readonly Remark[] = []): Admission =>
    reject(delivery, identity.unit, plan, { check: 'is-recognised', rule, message, suggestion, remarks });
  if (generation !== null && few)
    return refuse('other-form', `填的是${generation.title}，不是本期要求的${form.title}`, '请改用本期的空白表填报');
  if (recognition.placements.length === 0)
    return refuse('no-table', `没有找到${form.title}的任何表格`, '请核对是否发错文件，或改用本期的空白表填报');
  if (identity.unit === null) return refuse('unknown-unit', ...unknownUnit(identity, names), identity.remarks);
  if (identity.otherYear !== null)
    return refuse(
      'other-period',
      `文件写明是${identity.otherYear}年的报表，不是${periodName(plan.period)}的`,
      '如确为本期数据，请改正表中年度后重新报送',
      identity.remarks,
    );
  if (!plan.units.some(unit => unit.code === identity.unit?.code))
    return refuse(
      'not-due',
      `“${identity.unit.name}”不在本期应报送单位之列`,
      '如应报送，请在 units.csv 或 period.yaml 中列入',
    );
  if (identity.scope !== plan.scope)
    return refuse(
      'other-scope',
      identity.scope === 'aggregate' ? '报的是汇总数，本期要求报本机关数' : '报的是本机关数，本期要求报汇总数',
      '请按本期口径重新报送',
    );
  const answers = normalize(
    form,
    recognition.placements.map(placement => ({ ...placement, ref: { ...placement.ref, file } })),
  );
  const ret: Return = {
    unit: identity.unit.code,
    period: plan.period,
    scope: identity.scope,
    form: form.id,
    delivery,
    observations: answers.observations,
    texts: recognition.texts.map(text => ({ ...text, ref: { ...text.ref, file } })),
    remarks: [...told, ...answers.remarks, ...gridRemarks(grid, file), ...olderRemark(generation?.title ?? null)],
    revision: identity.revision,
  };
  return { candidate: { ret, disputed: identity.disputed } };
};

const unknownUnit = ({ named }: Identity, names: UnitNames): readonly [string, string] => {
  if (named === '') return ['看不出是哪个单位报送的', '请在表中写明填报单位，或以单位名称命名文件后重新报送'];
  return [
    `填报单位“${named}”不在单位名册中`,
    `名册中相近的单位：${names.like(named).join('、')}；如是别称，请加入 units.csv 的 aliases`,
  ];
};

const inFile = (remark: Remark, file: string): Remark =>
  remark.ref === null ? remark : { ...remark, ref: { ...remark.ref, file } };

const gridRemarks = (grid: Grid, file: string): readonly Remark[] =>
  grid.notes.map(({ kind, place, detail }) => ({
    kind: 'note',
    key: {},
    ref: place === null ? null : { file, ...place },
    stated: detail,
    due: kind,
  }));

const olderRemark = (title: string | null): readonly Remark[] =>
  title === null ? [] : [{ kind: 'older-template', key: {}, ref: null, stated: title, due: '' }];

const reject = (delivery: Delivery, unit: Unit | null, plan: Plan, trouble: Trouble): Admission => ({
  judgement: judgement(delivery, unit, plan, 'rejected', trouble.message, trouble),
});

const judgement = (
  delivery: Delivery,
  unit: Unit | null,
  plan: Plan,
  status: Judgement['status'],
  reason: string,
  trouble: Trouble | null,
): Judgement => ({
  delivery,
  unit: unit?.code ?? null,
  period: status === 'ignored' ? null : plan.period,
  form: null,
  status,
  reason,
  trouble,
});
