// 退回函: one page to a unit, with what is to be done and the gravest of its findings.
import { isAnswerable } from '../../can-answer.ts';
import type { Edition, Unit } from '../../model.ts';
import { dayName, periodName } from '../../period.ts';
import type { Block, Inline } from '../report/blocks.ts';
import { printable } from '../report/escape.ts';
import type { ToldFinding } from '../told/finding.ts';
import { type Case, isAsked } from './cases.ts';
import { dueText } from './due.ts';

export interface Letter {
  readonly unit: Unit;
  readonly blocks: readonly Block[];
}

export const LETTER_TITLE = '关于退回更正政府信息公开年度报表的函';

/** One a unit, whatever the number of its files. */
export const lettersOf = (edition: Edition, cases: readonly Case[]): readonly Letter[] =>
  [...Map.groupBy(cases, ({ unit }) => unit)].map(([unit, all]) => {
    const findings = all.flatMap(one => one.findings).filter(isAsked);
    return { unit, blocks: blocksOf(edition, unit, findings, all.length) };
  });

const blocksOf = (edition: Edition, unit: Unit, findings: readonly ToldFinding[], files: number): readonly Block[] => {
  const { plan, at } = edition;
  const fatal = findings.filter(({ finding }) => finding.severity === 'fatal').length;
  const counts = [
    ...(fatal === 0 ? [] : [`须更正 ${fatal} 处`]),
    ...(findings.length === fatal ? [] : [`请核实 ${findings.length - fatal} 处`]),
  ].join('，');
  const [first, ...others] = shortened(findings.map(problemOf));
  const reason = findings.some(({ finding }) => isAnswerable(finding))
    ? '；数据属实的，在“退回更正说明”表中写明理由'
    : '';
  const left = findings.length - others.length - (first === undefined ? 0 : 1);
  return [
    { kind: 'heading', level: 1, id: null, content: [text(LETTER_TITLE)] },
    paragraph([text(`编号：${plan.period}－退－${unit.code}`)], 'addressee'),
    paragraph([text(`${unit.name}：`)], 'addressee'),
    paragraph([text(`贵单位报送的${periodName(plan.period)}报表已收到。经审核，${counts}。主要问题如下：`)]),
    ...[first, ...others].flatMap((problem, nth) =>
      problem === undefined ? [] : [paragraph([text(`${nth + 1}．${problem}`)])],
    ),
    ...(left > 0 ? [paragraph([text(`其余 ${left} 处见退回的工作簿。`)])] : []),
    paragraph([
      text(
        `请在退回的工作簿${files > 1 ? `（共 ${files} 个）` : ''}中改正${reason}，于${dueText(edition)}发回，文件名不限。联系方式：`,
      ),
      { kind: 'todo', content: [text('【待补：联系人、电话】')] },
    ]),
    paragraph(
      plan.organ === null ? [{ kind: 'todo', content: [text('【待补：落款单位】')] }] : [text(plan.organ)],
      'organ',
    ),
    paragraph([text(dayName(at))], 'date'),
  ];
};

const text = (said: string): Inline => ({ kind: 'text', text: printable(said) });

const paragraph = (content: readonly Inline[], role: string | null = null): Block => ({
  kind: 'paragraph',
  role,
  content,
});

/** The figure, what was stated and what was due; where there are no figures, the message. */
const problemOf = ({ finding, figure, unit }: ToldFinding): string => {
  const { stated, due, place, message } = finding;
  const where =
    place.ref === null ? '' : `（${[place.ref.sheet, place.ref.cell].filter(part => part !== '').join(' ')}）`;
  // The letter says above whose return it is.
  const bare = message.startsWith(`“${unit}”`) ? message.slice(unit.length + 2).replace(/^[：，]/u, '') : message;
  if (figure === '' || due === '' || stated.length > 12 || due.length > 12) return bare;
  return `“${figure}”${where}：${stated === '' ? '未填' : `填报 ${stated}`}，应为 ${due}。`;
};

/** As many as fit on the page: a line of it has 28 characters. */
const shortened = (problems: readonly string[]): readonly string[] => {
  let lines = 0;
  return problems
    .map(problem => ([...problem].length > LONGEST ? `${[...problem].slice(0, LONGEST - 1).join('')}…` : problem))
    .filter(problem => {
      lines += Math.ceil(([...problem].length + 4) / 28);
      return lines <= ROOM;
    });
};

const [LONGEST, ROOM] = [78, 9];
