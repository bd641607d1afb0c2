// Which published reports stand in the samples of 2021 to 2023, in what file, and how each departs from the printed form.
import type { Answer, Answers, Ink } from './answer.ts';
import type { Book, Faces } from './canvas.ts';
import { type Published, published } from './published.ts';
import { onOneSheet, onSheets, type Report, SECTIONS } from './report-2021.ts';
import { APPLICANTS, OUTCOMES, RESULTS } from './rows-2021.ts';
import type { Departures } from './tables-2021.ts';
import { PUBLISHED } from './units.ts';

export interface Case {
  readonly code: string;
  readonly period: string;
  readonly path: string;
  readonly draw: (report: Report) => Book;
  /** The year its record names; null where the record names none. */
  readonly year: number | null;
  readonly tables: Report['tables'];
  readonly departures: Partial<Departures>;
  readonly sections: Report['sections'];
  readonly above: Report['above'];
  readonly below: Report['below'];
  /** Ink of a figure that the record has as not filled. */
  readonly emptyInk: Ink | null;
  readonly faces: Faces;
}

const FANG = { title: '方正小标宋简体', body: '仿宋_GB2312', shade: null };
const SONG = { title: '宋体', body: '宋体', shade: 'FFF2F2F2' };

function shown(code: string, year: number, path: string, draw: Case['draw'], more: Partial<Case> = {}): Case {
  return {
    code,
    period: String(year),
    path,
    draw,
    year,
    tables: ['t2', 't3', 't4'],
    departures: {},
    sections: SECTIONS,
    above: [],
    below: [],
    emptyInk: null,
    faces: FANG,
    ...more,
  };
}

/** Only the rows that the record holds: the rest of the table is cut off. */
const cut = (...ids: readonly string[]) => ({ onlyRows: new Set(ids) });

export const CASES: readonly Case[] = [
  shown('PT', 2021, '县区/平潭综合实验区2021.xlsx', onOneSheet),
  shown('HZJT', 2021, '部门/赫章县交通运输局2021年报.xls', onSheets, {
    above: [['主动公开', '全年公布信息69条，其中工作动态61条、运输5条、建设3条、航务1条。']],
  }),
  shown('ZJGA', 2021, '部门/湛江开发区公安局.et', onSheets, { tables: ['t2', 't3'] }),
  shown('YND', 2021, '乡镇/鸭南乡2021年度表.xlsx', onSheets, {
    departures: { relabelled: { 现行有效件数: '现行有效件' } },
    faces: SONG,
  }),
  shown('YCX', 2021, '乡镇/虞丞乡/年报.xlsx', onOneSheet, { faces: SONG, tables: ['t3', 't4'] }),

  shown('PT', 2022, '县区/平潭综合实验区2022.xlsx', onSheets, {
    sections: [SECTIONS[0], SECTIONS[1], '四、政府信息公开行政法复议、行政诉讼情况'],
  }),
  shown('TPZ', 2022, '乡镇/太平镇2022年.xlsx', onOneSheet, { departures: { oneOtherRow: true }, faces: SONG }),
  shown('ELJD', 2022, '街道/二郎街道年报数据.xlsx', onSheets, {
    departures: { relabelled: { 总计: '合计', '（七）总计': '（七）合计' } },
  }),
  shown('HQZW', 2022, '部门/红桥区政务服务办2022.xlsx', onSheets, {
    departures: {
      ...cut('new_received', 'carried_in', 'granted'),
      relabelled: { '二、上年结转政府信息公开申请数量': '二、上年度继续办理' },
    },
    tables: ['t2', 't3'],
  }),
  shown('LTWL', 2022, '部门/临潼区物流区.xls', onOneSheet, { tables: ['t2'] }),

  shown('PT', 2023, '县区/平潭综合实验区2023.xlsx', onOneSheet),
  shown('SQ', 2023, '县区/宿迁市2023年.xlsx', onSheets, {
    departures: { format: '#,##0' },
    below: [['六、其他需要报告的事项', '2023年全市收取信息处理费25件，共2950元。']],
  }),
  shown('SYFG', 2023, '部门/沭阳县发改局2023.xlsx', onOneSheet, {
    departures: cut('new_received', 'carried_in', 'granted', 'partial', 'deny_secret', 'deny_law', 'deny_safety'),
    tables: ['t3'],
    emptyInk: '\u00a0',
    faces: { title: '微软雅黑', body: '微软雅黑', shade: null },
  }),
  shown('CXXZ', 2023, '部门/苍溪县乡村振兴局.et', onSheets),
  shown('CCTY', 2023, '部门/长春市退役军人事务局2023年度.xlsx', onOneSheet, {
    above: [['依申请公开', '全年共受理政府信息公开申请2件。']],
  }),
  shown('XWSF', 2023, '部门/徐闻县司法局.xlsx', onOneSheet, {
    year: null,
    departures: { relabelled: { 商业企业: '商业\n企业', 科研机构: '科研\n机构' } },
    faces: SONG,
  }),
];

export function answersOfCase(one: Case): Answers {
  const record = published(one.code, one.year);
  const answers = new Map<string, Answer>();
  for (const [id, figure] of cells(record, one.departures.oneOtherRow ?? false)) {
    const ink = figure === null ? one.emptyInk : asInk(figure);
    answers.set(id, { ink, truth: figure });
  }
  return answers;
}

function asInk(figure: string): Ink {
  const ink = Number(figure);
  if (String(ink) !== figure) throw new Error(`${figure} does not survive as a number`);
  return ink;
}

/** All cells of the form, with the record's figure or null. */
function* cells(record: Published, oneOtherRow: boolean): Generator<readonly [string, string | null]> {
  for (const id of ['reg_made', 'reg_repealed', 'reg_valid', 'norm_made', 'norm_repealed', 'norm_valid'])
    yield [`t2.${id}.value`, record.t2[id] ?? null];
  for (const id of ['permit', 'penalty', 'coercion', 'fee_wan']) yield [`t2.${id}.value`, record.t2[id] ?? null];
  for (const id of ['new_received', 'carried_in', ...OUTCOMES.map(o => o.id), 'carried_out']) {
    if (oneOtherRow && (id === 'oth_no_correction' || id === 'oth_no_fee')) continue;
    for (const [i, applicant] of APPLICANTS.entries()) yield [`t3.${id}.${applicant}`, record.t3[id]?.[i] ?? null];
  }
  for (const path of ['rev', 'dir', 'post'])
    for (const result of RESULTS) yield [`t4.${path}_${result}.value`, record.t4[`${path}_${result}`] ?? null];
}

export function reportOf(one: Case): Report {
  const unit = PUBLISHED.find(u => u.code === one.code)?.name ?? one.code;
  return {
    // Without the year where the record does not know it.
    title: `${unit}${one.year === null ? '' : `${one.year}年`}政府信息公开工作年度报告`,
    unit,
    answers: answersOfCase(one),
    departures: { relabelled: {}, onlyRows: null, oneOtherRow: false, format: null, ...one.departures },
    sections: one.sections,
    above: one.above,
    below: one.below,
    tables: one.tables,
    faces: one.faces,
  };
}
