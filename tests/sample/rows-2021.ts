// The rows and columns of tables 三 and 四 of the 2021 form, in official order, with their labels as printed.

export const APPLICANTS = ['natural', 'enterprise', 'research', 'welfare', 'legal', 'other', 'total'] as const;

/** `group`: the heading that spans several rows, such as （三）不予公开. */
export interface OutcomeRow {
  readonly id: string;
  readonly group: string | null;
  readonly label: string;
}

function rows(group: string, ...pairs: readonly (readonly [string, string])[]): readonly OutcomeRow[] {
  return pairs.map(([id, label]) => ({ id, group, label }));
}

/** What stands under 三、本年度办理结果. */
export const OUTCOMES: readonly OutcomeRow[] = [
  { id: 'granted', group: null, label: '（一）予以公开' },
  { id: 'partial', group: null, label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' },
  ...rows(
    '（三）不予公开',
    ['deny_secret', '1.属于国家秘密'],
    ['deny_law', '2.其他法律行政法规禁止公开'],
    ['deny_safety', '3.危及“三安全一稳定”'],
    ['deny_third_party', '4.保护第三方合法权益'],
    ['deny_internal', '5.属于三类内部事务信息'],
    ['deny_process', '6.属于四类过程性信息'],
    ['deny_case_file', '7.属于行政执法案卷'],
    ['deny_query', '8.属于行政查询事项'],
  ),
  ...rows(
    '（四）无法提供',
    ['na_not_held', '1.本机关不掌握相关政府信息'],
    ['na_need_create', '2.没有现成信息需要另行制作'],
    ['na_unclear', '3.补正后申请内容仍不明确'],
  ),
  ...rows(
    '（五）不予处理',
    ['rej_petition', '1.信访举报投诉类申请'],
    ['rej_repeat', '2.重复申请'],
    ['rej_publication', '3.要求提供公开出版物'],
    ['rej_excessive', '4.无正当理由大量反复申请'],
    ['rej_reconfirm', '5.要求行政机关确认或重新出具已获取信息'],
  ),
  ...rows(
    '（六）其他处理',
    ['oth_no_correction', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
    ['oth_no_fee', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
    ['oth_misc', '3.其他'],
  ),
  { id: 'handled_total', group: null, label: '（七）总计' },
];

export const RESULTS = ['upheld', 'corrected', 'other', 'pending', 'total'] as const;
export const RESULT_LABELS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;
