// 退回更正说明: what the sheet that goes back with a workbook says, without a word of how a spreadsheet stores it.
import { isAnswerable } from '../../can-answer.ts';
import { type Mark, markText } from '../../mark.ts';
import type { ToldFinding } from '../told/finding.ts';

export const COVER = '退回更正说明';

/** The columns of its list; `explain/` reads the answers by these names. */
export const COLUMNS = [
  { name: '编号', width: 15 },
  { name: '位置', width: 15 },
  { name: '处理', width: 9 },
  { name: '填报项', width: 18 },
  { name: '问题', width: 42 },
  { name: '填报数', width: 10 },
  { name: '应为', width: 10 },
  { name: '差', width: 8 },
  { name: '建议', width: 20 },
  { name: '原因', width: 14 },
  { name: '说明', width: 28 },
  { name: '说明人', width: 9 },
  { name: '日期', width: 11 },
] as const;

export interface CoverLine {
  readonly told: ToldFinding;
  /** Where its link leads, or null: a sheet of this file and a cell. */
  readonly target: { readonly sheet: string; readonly cell: string } | null;
  /** What was answered before, so that nobody types it twice. */
  readonly answer: { readonly reason: string; readonly text: string; readonly by: string; readonly on: string };
}

export interface Cover {
  readonly unit: string;
  readonly file: string;
  readonly periodName: string;
  /** Until when it is to be back: 2026年1月31日前, 收到后三个工作日内. */
  readonly due: string;
  /** `marked`: the unit's own workbook; `list`: only this sheet. `why`: why it is not the workbook, or ''. */
  readonly kind: 'marked' | 'list';
  readonly why: string;
  readonly lines: readonly CoverLine[];
  readonly mark: Mark;
}

/** Its sentences above the list. */
export const sentences = ({ unit, file, periodName, due, kind, why, lines }: Cover): readonly string[] => {
  const open = lines.filter(({ told }) => told.finding.status === 'open');
  const [fatal, query] = ['fatal', 'query'].map(
    severity => open.filter(({ told }) => told.finding.severity === severity).length,
  );
  const counts = [...(fatal === 0 ? [] : [`${fatal} 处须更正`]), ...(query === 0 ? [] : [`${query} 处请核实`])];
  return [
    `${unit}：贵单位报送的${periodName}报表（${file}）中，${counts.join('，')}。请于${due}改好发回。`,
    ...(kind === 'marked'
      ? HOW_MARKED
      : [`本文件只有问题清单，没有带回原报表${why === '' ? '' : `：${why}`}。`, ...HOW_LISTED]),
  ];
};

const HOW_MARKED = [
  '一、改哪里：红色单元格须更正；黄色单元格请核对，有误就改，无误请在下表“说明”栏写明理由。单元格上有批注；点下表“位置”可跳到该单元格；数改了，颜色自动消失。',
  '二、怎么改：直接在本文件原来的表上改，保存即可。“建议”只供核对参考，请以贵单位的实际数据为准。',
  '三、怎么发回：把本文件整个发回，文件名不限，不必另附说明。请保留本表和“编号”一栏，程序靠它对上每个问题。',
];
const HOW_LISTED = [
  '一、请打开贵单位的原报表，按下表“位置”找到单元格：须更正的请改数；请核实的，有误就改，无误请在下表“说明”栏写明理由。',
  '二、“建议”只供核对参考，请以贵单位的实际数据为准。',
  '三、改好的报表请另存为 .xlsx，文件名中写上“更正”，与本文件一起发回。请保留“编号”一栏，程序靠它对上每个问题。',
];

/** What is to be done about a finding, in a word. */
export const actionOf = ({ finding }: ToldFinding): string => {
  if (finding.status === 'explained') return '已说明';
  if (finding.severity === 'info') return '供参考';
  return isAnswerable(finding) ? '改或说明' : '须更正';
};

/** The texts of a line, by column. */
export const textsOf = ({ told, answer }: CoverLine): readonly string[] => {
  const { finding, figure, place } = told;
  const reasons = finding.reasons.length === 0 ? '' : `可说明的原因：${finding.reasons.join('、')}`;
  return [
    finding.id,
    finding.place.ref === null ? '' : shortPlace(told) || place,
    actionOf(told),
    figure,
    finding.message,
    finding.stated,
    finding.due,
    finding.difference,
    [told.advice, reasons].filter(text => text !== '').join('；'),
    answer.reason,
    answer.text,
    answer.by,
    answer.on,
  ];
};

const shortPlace = ({ finding }: ToldFinding): string =>
  finding.place.ref === null
    ? ''
    : [finding.place.ref.sheet, finding.place.ref.cell].filter(text => text !== '').join(' ');

/** Under the list, in small letters. */
export const footOf = (cover: Cover): string => markText(cover.mark);

/** What the comment on a cell says: its findings, one below the other. */
export const noteOf = (told: readonly ToldFinding[]): string =>
  told
    .map(one => {
      const { message, id } = one.finding;
      return [
        `【${actionOf(one)}】${message}`,
        ...(one.advice === '' ? [] : [`建议：${one.advice}`]),
        `（编号 ${id}）`,
      ].join('\n');
    })
    .join('\n\n');
