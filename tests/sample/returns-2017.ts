// Who sent what for 2017: path, layout, and how the unit names itself.

import type { LookOf2017 } from './looks-2017.ts';
import * as looks from './looks-2017.ts';
import type { ZeroHabit } from './wording-2017.ts';

export interface Filing {
  readonly code: string;
  readonly path: string;
  readonly look: LookOf2017;
  readonly unit: string;
  readonly filledOn: string;
  readonly zeros: ZeroHabit;
  /** Rows whose label was mistyped: id → as typed. */
  readonly relabelled: Readonly<Record<string, string>>;
  /** Figures that differ from the unit's true ones: an earlier version of the return. */
  readonly earlier: Readonly<Record<string, number>> | null;
  readonly title: string;
}

function filing(
  code: string,
  path: string,
  look: LookOf2017,
  unit: string,
  day: number,
  more: Partial<Filing> = {},
): Filing {
  return {
    code,
    path,
    look,
    unit,
    filledOn: `2018年1月${day}日`,
    zeros: '0',
    relabelled: {},
    earlier: null,
    title: '政府信息公开情况统计表（2017年度）',
    ...more,
  };
}

/** Sixteen departments; 审计局 (XF16) has not filed. */
const DEPARTMENTS: readonly Filing[] = [
  filing('XF01', '部门/西峰区政府办公室2017年统计表.xlsx', looks.official, '西峰区人民政府办公室', 25),
  filing('XF02', '部门/发改局/区发改局政府信息公开统计表.xlsx', looks.numbered, '西峰区发展和改革局', 12),
  filing('XF03', '部门/教育局-2017年报表.xlsx', looks.parted, '西峰区教育局', 15),
  filing('XF04', '部门/财政局2017年信息公开统计表.xlsx', looks.summed, '西峰区财政局', 16),
  filing('XF05', '部门/人社局/区人社局2017年统计表.xlsx', looks.official, '西峰区人力资源和社会保障局', 11, {
    earlier: { 'key.key_social_security': 1, 'key.key_total': 26, 'stat.i_trained': 8 },
  }),
  filing('XF05', '部门/人社局/区人社局2017年统计表（更正）.xlsx', looks.official, '西峰区人力资源和社会保障局', 22),
  filing('XF06', '部门/民政局统计表.xlsx', looks.sideBySide, '西峰区民政局', 17),
  filing('XF07', '部门/年报数据（住建）.xlsx', looks.unitsInLabels, '区住建局', 18),
  filing('XF08', '部门/环保局2017.xls', looks.official, '西峰区环境保护局', 10),
  filing('XF09', '部门/食药监局报表.xlsx', looks.shifted, '西峰区食品药品监督管理局', 19),
  filing('XF10', '部门/城管局2017年度统计表.xlsx', looks.numbered, '西峰区城市管理行政执法局', 23),
  filing('XF11', '部门/卫计局统计表2017.xlsx', looks.official, '西峰区卫生和计划生育局', 18, {
    relabelled: { b_interview: '　　2.政府网站在线防谈次数', i_trained: '　（三）接收培训人员数' },
  }),
  filing('XF12', '部门/国土分局/国土资源局西峰分局（2017）.xlsx', looks.parted, '庆阳市国土资源局西峰分局', 24),
  filing('XF13', '部门/广播电视台统计表.xlsx', looks.official, '西峰广播电视台', 9),
  filing('XF14', '部门/政务服务中心.ods', looks.official, '西峰区政务服务中心', 16),
  filing('XF15', '部门/统计局2017年统计表.csv', looks.official, '西峰区统计局', 8),
  filing('XF17', '部门/农牧局统计表.xlsx', looks.withHiddenLastYear, '西峰区农牧局', 20),
];

const TOWNS: readonly Filing[] = [
  filing('XF18', '乡镇/董志镇2017年政府信息公开统计表.xlsx', looks.official, '董志镇人民政府', 15),
  filing('XF19', '乡镇/肖金镇/肖金镇统计表.xlsx', looks.numbered, '肖金镇人民政府', 16),
  filing('XF20', '乡镇/后官寨统计表.xlsx', looks.unitsInLabels, '后官寨乡', 22),
  filing('XF21', '乡镇/彭原镇报表.xlsx', looks.official, '彭原镇人民政府', 17),
  filing('XF22', '乡镇/温泉镇信息公开统计.xlsx', looks.summed, '温泉镇人民政府', 19),
  filing('XF23', '乡镇/显胜乡/2017年报表.xlsx', looks.shifted, '显胜乡人民政府', 26, { zeros: '—' }),
  filing('XF24', '乡镇/什社乡统计表.xlsx', looks.official, '什社乡人民政府', 29, { zeros: 'blank' }),
];

const STREETS: readonly Filing[] = [
  filing('XF25', '街道/北街街道统计表.xlsx', looks.sideBySide, '北街街道办事处', 15),
  filing('XF26', '街道/南街办统计表.xlsx', looks.numbered, '南街街道办事处', 18, { zeros: 'mixed' }),
  filing('XF27', '街道/西街街道2017.xlsx', looks.parted, '西街街道办事处', 23),
];

export const FILINGS: readonly Filing[] = [...DEPARTMENTS, ...TOWNS, ...STREETS];

/** The same bytes once more, deeper in the folders. */
export const COPIES: readonly { readonly from: string; readonly to: string }[] = [
  { from: '街道/北街街道统计表.xlsx', to: '街道/北街/补报/北街街道统计表.xlsx' },
];
