import { describe, expect, it } from 'vitest';
import type { Block } from '../../pipeline/render/report/blocks.ts';
import { plainText } from '../../pipeline/render/report/print-html.ts';
import { reportBlocks } from '../../pipeline/render/report/report.ts';
import { madeEdition, unit } from './edition.ts';
import { formNamed, KIT } from './house.ts';

// Chapter, item, value, word, and the words that must stand in the chapter. From the district's own report for 2017.
const FACTS: readonly (readonly [string, string, string, string | null, string])[] = [
  ['section-2', 'ways.website_items', '13000', '余', '13000余条'],
  ['section-2', 'ways.website_visits', '5500000', '万', '550万次'],
  ['section-2', 'ways.broadcast_news', '1546', '多', '新闻1546多条'],
  ['section-2', 'ways.broadcast_notices', '101', null, '公告101条'],
  ['section-2', 'ways.broadcast_qa', '61', null, '热点难点问题61条'],
  ['section-2', 'ways.reading_point_notices', '29', null, '公告公示29条'],
  ['section-2', 'ways.service_centres', '10', null, '10个乡镇、街办'],
  ['section-3', 'key.key_total', '798', null, '重点领域信息798条'],
  ['section-3', 'key.key_norm_disclosed', '8', null, '主动公开规范性文件8件'],
  ['section-3', 'key.key_norm_issued', '20', null, '制发规范性文件20件'],
  ['section-3', 'key.key_personnel', '5', null, '人事信息5条'],
  ['section-3', 'key.key_gov_docs', '44', null, '政府文件44份'],
  ['section-3', 'key.key_social_security', '13', null, '社保信息13条'],
  ['section-3', 'key.key_notices', '101', null, '通知公告101条'],
  ['section-3', 'key.key_three_public', '283', null, '三公经费283条'],
  ['section-3', 'key.key_housing', '6', null, '保障住房公示6条'],
  ['section-3', 'key.key_projects', '28', null, '重点项目信息28条'],
  ['section-3', 'key.key_food', '65', null, '食品安全65条'],
  ['section-3', 'key.key_environment', '76', null, '环境保护76条'],
  ['section-3', 'key.key_urban_mgmt', '8', null, '城管执法8条'],
  ['section-3', 'key.key_interpretation', '61', null, '政策解读和热点关切61条'],
  ['section-4', 'stat.c_recv', '92', null, '收到政府信息公开申请92件'],
  ['section-4', 'stat.c_recv_face', '61', null, '当面申请61件'],
  ['section-4', 'stat.c_recv_net', '20', null, '网上提交表单申请20件'],
  ['section-4', 'stat.c_recv_fax', '6', null, '传真申请6件'],
  ['section-4', 'stat.c_recv_letter', '5', null, '信函申请5件'],
  ['section-4', 'stat.c_reply_already', '80', null, '属于已主动公开80件，占87.0%'],
  ['section-4', 'stat.c_reply_agree', '88', null, '同意公开88件，占95.7%'],
  ['section-4', 'stat.c_reply_partial', '0', null, '同意部分公开0件'],
  ['section-4', 'stat.c_reply_deny', '4', null, '不同意公开4件，占4.3%'],
  ['section-4', 'stat.c_deny_privacy', '1', null, '涉及个人隐私1件，占1.1%'],
  ['section-4', 'stat.c_deny_notinfo', '3', null, '不是《条例》所指政府信息3件，占3.3%'],
  ['section-4', 'stat.c_deny_law', '0', null, '法律法规规定的其他情形0件'],
  ['section-4', 'stat.c_reply_notours', '0', null, '不属于本行政机关公开0件'],
  ['section-4', 'stat.c_reply_none', '0', null, '申请信息不存在0件'],
  ['section-4', 'stat.c_reply_amend', '0', null, '告知作出更改补充0件'],
  ['section-4', 'stat.c_reply_otherway', '0', null, '告知通过其他途径办理0件'],
  ['section-5', 'stat.d_total', '0', null, '行政复议0件'],
  ['section-5', 'stat.e_total', '0', null, '行政诉讼0件'],
  ['section-5', 'stat.f_complaints', '0', null, '申诉0件'],
  ['section-6', 'stat.h_staff', '49', null, '共49人'],
  ['section-6', 'stat.h_fulltime', '3', null, '专职3人'],
  ['section-6', 'stat.h_parttime', '46', null, '兼职46人'],
  ['section-6', 'stat.i_meetings', '2', null, '专题会议2次'],
  ['section-6', 'stat.i_trainings', '2', null, '培训班2次'],
  ['section-6', 'stat.i_trained', '98', null, '培训98人次'],
  ['section-6', 'stat.g_fee', '0', null, '收取的费用为0万元'],
];

const edition = madeEdition({
  form: formNamed('xifeng-2017'),
  period: '2017',
  units: [unit('01', '区政府办')],
  otherwise: null,
  values: Object.fromEntries(FACTS.map(([, item, value]) => [item, value])),
  words: Object.fromEntries(FACTS.flatMap(([, item, , word]) => (word === null ? [] : [[item, word]]))),
});
const blocks = reportBlocks(edition, KIT);

const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'section':
      return block.blocks.map(textOf).join('\n');
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'table':
      return '';
    default:
      return plainText(block.content);
  }
};

const chapter = (id: string): string => {
  const found = blocks.find(block => block.kind === 'section' && block.id === id);
  return found === undefined ? '' : textOf(found);
};

describe('the report of 西峰区 for 2017', () => {
  it.each(FACTS)('states in %s the figure %s', (section, _, __, ___, words) => {
    expect(chapter(section)).toContain(words);
  });

  it('has the seven chapters in order', () => {
    const headings = blocks.flatMap(block =>
      block.kind === 'section' && block.role === null ? [block.blocks[0]] : [],
    );
    expect(headings.map(block => (block === undefined ? '' : textOf(block)))).toEqual([
      '一、工作概述',
      '二、主动公开政府信息情况',
      '三、重点领域信息公开情况',
      '四、依申请公开情况',
      '五、行政复议和行政诉讼情况',
      '六、政府信息公开工作机构、人员和经费情况',
      '七、存在的主要问题及下一步打算',
    ]);
  });

  it('says once which figures are approximate', () => {
    const notes = chapter('notes');
    expect(notes).toContain('通过政府网站发布的各类信息13000余条');
    expect(notes.match(/报送时为约数/g)).toHaveLength(1);
  });

  it('leaves no figure of its chapters to fill', () => {
    const chapters = [2, 3, 4, 5, 6].map(n => chapter(`section-${n}`)).join('');
    expect(chapters.match(/【待补：[^】]*】/g)).toEqual([
      '【待补：本年度公开的主要类别】',
      '【待补：报刊、便民手册、公告栏、电子屏等其他方式】',
    ]);
  });
});
