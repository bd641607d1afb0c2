// The lines of the district's 2017 return as printed: two tables of its own and the national statistics table of 2014.

/** `id` null: a heading without a figure. `parts`: how many lines right below add up to this one. */
export interface PrintedRow {
  readonly id: string | null;
  readonly label: string;
  readonly unit: string;
  readonly level: number;
  readonly parts: number;
}

function row(id: string | null, level: number, label: string, unit = '', parts = 0): PrintedRow {
  return { id, label, unit, level, parts };
}

export const WAYS: readonly PrintedRow[] = [
  row(null, 0, '1.通过互联网公开的信息'),
  row('website_items', 1, '通过政府网站发布的各类信息', '条'),
  row('website_visits', 1, '政府门户网站累计访问量', '次'),
  row(null, 0, '2.通过广播电视公开的信息'),
  row('broadcast_news', 1, '西峰广播电视台发布的各类新闻', '条'),
  row('broadcast_notices', 1, '广播电视公告', '条'),
  row('broadcast_qa', 1, '其中：宣传各项政策、解答热点难点问题', '条'),
  row(null, 0, '3.通过公共查阅点公开的信息'),
  row('reading_point_notices', 1, '公共查阅点发布公告公示', '条'),
  row(null, 0, '4.通过其他辅助性的方式公开的信息'),
  row('service_centres', 1, '利用政务中心公开的乡镇街办', '个'),
];

export const KEY: readonly PrintedRow[] = [
  row('key_total', 0, '重点领域信息总数', '条', 13),
  row('key_norm_disclosed', 1, '1.主动公开规范性文件', '件'),
  row('key_norm_issued', 1, '2.制发规范性文件', '件'),
  row('key_personnel', 1, '3.人事信息', '条'),
  row('key_gov_docs', 1, '4.政府文件', '份'),
  row('key_social_security', 1, '5.社保信息', '条'),
  row('key_notices', 1, '6.通知公告', '条'),
  row('key_three_public', 1, '7.三公经费', '条'),
  row('key_housing', 1, '8.保障住房公示', '条'),
  row('key_projects', 1, '9.重点项目信息', '条'),
  row('key_food', 1, '10.食品安全', '条'),
  row('key_environment', 1, '11.环境保护', '条'),
  row('key_urban_mgmt', 1, '12.城管执法', '条'),
  row('key_interpretation', 1, '13.政策解读和热点关切', '条'),
];

export const STAT: readonly PrintedRow[] = [
  row(null, 0, '一、主动公开情况'),
  row('a_total', 1, '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条'),
  row('a_norm_disclosed', 2, '其中：主动公开规范性文件数', '条'),
  row('a_norm_issued', 2, '制发规范性文件总数', '件'),
  row(null, 1, '（二）通过不同渠道和方式公开政府信息的情况'),
  row('a_gazette', 2, '1.政府公报公开政府信息数', '条'),
  row('a_website', 2, '2.政府网站公开政府信息数', '条'),
  row('a_weibo', 2, '3.政务微博公开政府信息数', '条'),
  row('a_wechat', 2, '4.政务微信公开政府信息数', '条'),
  row('a_other', 2, '5.其他方式公开政府信息数', '条'),
  row(null, 0, '二、回应解读情况'),
  row('b_hot', 1, '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）', '次'),
  row(null, 1, '（二）通过不同渠道和方式回应解读的情况'),
  row('b_press', 2, '1.参加或举办新闻发布会总次数', '次'),
  row('b_press_lead', 3, '其中：主要负责同志参加新闻发布会次数', '次'),
  row('b_interview', 2, '2.政府网站在线访谈次数', '次'),
  row('b_interview_lead', 3, '其中：主要负责同志参加政府网站在线访谈次数', '次'),
  row('b_articles', 2, '3.政策解读稿件发布数', '篇'),
  row('b_social', 2, '4.微博微信回应事件数', '次'),
  row('b_other', 2, '5.其他方式回应事件数', '次'),
  row(null, 0, '三、依申请公开情况'),
  row('c_recv', 1, '（一）收到申请数', '件', 4),
  row('c_recv_face', 2, '1.当面申请数', '件'),
  row('c_recv_fax', 2, '2.传真申请数', '件'),
  row('c_recv_net', 2, '3.网络申请数', '件'),
  row('c_recv_letter', 2, '4.信函申请数', '件'),
  row('c_done', 1, '（二）申请办结数', '件', 2),
  row('c_done_ontime', 2, '1.按时办结数', '件'),
  row('c_done_ext', 2, '2.延期办结数', '件'),
  row('c_reply', 1, '（三）申请答复数', '件'),
  row('c_reply_already', 2, '1.属于已主动公开范围数', '件'),
  row('c_reply_agree', 2, '2.同意公开答复数', '件'),
  row('c_reply_partial', 2, '3.同意部分公开答复数', '件'),
  row('c_reply_deny', 2, '4.不同意公开答复数', '件', 6),
  row('c_deny_secret', 3, '其中：1.涉及国家秘密', '件'),
  row('c_deny_business', 3, '2.涉及商业秘密', '件'),
  row('c_deny_privacy', 3, '3.涉及个人隐私', '件'),
  row('c_deny_safety', 3, '4.危及国家安全、公共安全、经济安全和社会稳定', '件'),
  row('c_deny_notinfo', 3, '5.不是《条例》所指政府信息', '件'),
  row('c_deny_law', 3, '6.法律法规规定的其他情形', '件'),
  row('c_reply_notours', 2, '5.不属于本行政机关公开数', '件'),
  row('c_reply_none', 2, '6.申请信息不存在数', '件'),
  row('c_reply_amend', 2, '7.告知作出更改补充数', '件'),
  row('c_reply_otherway', 2, '8.告知通过其他途径办理数', '件'),
  row('d_total', 0, '四、行政复议数量', '件', 3),
  row('d_upheld', 1, '（一）维持具体行政行为数', '件'),
  row('d_corrected', 1, '（二）被依法纠错数', '件'),
  row('d_other', 1, '（三）其他情形数', '件'),
  row('e_total', 0, '五、行政诉讼数量', '件', 3),
  row('e_upheld', 1, '（一）维持具体行政行为或者驳回原告诉讼请求数', '件'),
  row('e_corrected', 1, '（二）被依法纠错数', '件'),
  row('e_other', 1, '（三）其他情形数', '件'),
  row('f_complaints', 0, '六、举报投诉数量', '件'),
  row('g_fee', 0, '七、依申请公开信息收取的费用', '万元'),
  row(null, 0, '八、机构建设和保障经费情况'),
  row('h_bodies', 1, '（一）政府信息公开工作专门机构数', '个'),
  row('h_points', 1, '（二）设置政府信息公开查阅点数', '个'),
  row('h_staff', 1, '（三）从事政府信息公开工作人员数', '人', 2),
  row('h_fulltime', 2, '1.专职人员数（不包括政府公报及政府网站工作人员数）', '人'),
  row('h_parttime', 2, '2.兼职人员数', '人'),
  row('h_budget', 1, '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）', '万元'),
  row(null, 0, '九、政府信息公开会议和培训情况'),
  row('i_meetings', 1, '（一）召开政府信息公开工作会议或专题会议数', '次'),
  row('i_trainings', 1, '（二）举办各类培训班数', '次'),
  row('i_trained', 1, '（三）接受培训人员数', '人次'),
];

export const TABLES_2017: ReadonlyMap<string, readonly PrintedRow[]> = new Map([
  ['ways', WAYS],
  ['key', KEY],
  ['stat', STAT],
]);
