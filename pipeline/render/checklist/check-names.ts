// What each check is about, for those who read a list of findings; a test holds it against the checks themselves.

export const CHECK_NAMES: ReadonlyMap<string, string> = new Map([
  ['adds-up', '总计等于各分项之和'],
  ['cites-the-law', '文字引用现行规定，所写年度是本期'],
  ['has-fee-statement', '其他需要报告的事项写明信息处理费收取情况'],
  ['has-filed', '应报单位都已报送'],
  ['is-concise', '总体情况合计不超过一千字'],
  ['is-counted-once', '同一案件、同一文件不由几个单位重复计数'],
  ['is-explained', '核实说明所答的问题仍在，并且可以说明'],
  ['is-filled', '该填的格没有空着'],
  ['is-fresh', '报表是本期的、本单位的'],
  ['is-own-text', '存在的问题写的是本单位本年的情况，不与上年或其他单位雷同'],
  ['is-plausible', '与往年、与同类单位相比合理'],
  ['is-readable', '文件能打开，数字能读准'],
  ['is-recognised', '报表是本期表式，表格、行、列都认得出'],
  ['is-settled', '一个单位只有一份报表计入'],
  ['obeys-rules', '报表符合各项审核规则'],
]);
