// What the units answered in words → blocks of 素材汇编.
import type { Edition } from '../../model.ts';
import { periodName, yearBefore } from '../../period.ts';
import type { Block } from '../report/blocks.ts';
import { printable } from '../report/escape.ts';
import { type Answered, type Material, materialOf, type Question } from './material.ts';

export const materialTitle = ({ plan }: Edition): string =>
  printable(`${plan.organ ?? ''}${periodName(plan.period)}政府信息公开工作年度报告素材汇编`);

export const materialBlocks = (edition: Edition): readonly Block[] => {
  const material = materialOf(edition);
  const lastYear = periodName(yearBefore(edition.plan.period));
  return [
    { kind: 'heading', level: 1, id: null, content: words(materialTitle(edition)) },
    ...aboutBlocks(material),
    ...material.questions.flatMap((question, i) => {
      const isNewSection = question.section !== material.questions[i - 1]?.section;
      return questionBlocks(question, isNewSection, lastYear);
    }),
  ];
};

const aboutBlocks = ({ unfiled }: Material): readonly Block[] => [
  paragraph(
    '本汇编收录各单位填报的文字，按报告的章节和单位名册的顺序排列，供起草年度报告时取舍。文字照录原文，没有改动；每段注明字数和出处，上年填报过的附在后面对照。',
  ),
  ...(unfiled.length === 0 ? [] : [paragraph(`未报送的单位（${unfiled.length}个）：${unfiled.join('、')}。`)]),
];

const questionBlocks = (question: Question, isNewSection: boolean, lastYear: string): readonly Block[] => {
  const { section, label, answers } = question;
  return [
    ...(isNewSection ? [heading(2, section)] : []),
    ...(label === section ? [] : [heading(3, label)]),
    ...answers.flatMap(answer => answerBlocks(answer, lastYear)),
    ...silentBlocks(question),
  ];
};

const silentBlocks = ({ answers, silent }: Question): readonly Block[] => {
  if (answers.length === 0) return [paragraph('已报送的单位都没有填写。')];
  return silent.length === 0 ? [] : [paragraph(`没有填写的单位（${silent.length}个）：${silent.join('、')}。`)];
};

const answerBlocks = ({ unit, text, ref, lastYear: before }: Answered, lastYear: string): readonly Block[] => [
  heading(4, `${unit}（${lengthOf(text)}字）`),
  paragraph(`出处：${printable(ref.file)}，工作表“${printable(ref.sheet)}”，单元格${ref.cell}`, 'source'),
  ...paragraphsOf(text, null),
  ...(before === null ? [] : formerBlocks(text, before, lastYear)),
];

const formerBlocks = (text: string, before: string, lastYear: string): readonly Block[] =>
  before === text
    ? [paragraph(`${lastYear}填报：与本年一字不差。`, 'former')]
    : [paragraph(`${lastYear}填报（${lengthOf(before)}字）：`, 'former'), ...paragraphsOf(before, 'former')];

/** As Word counts them, but for words of other scripts: all but white space. */
const lengthOf = (text: string): number => [...text.replace(/\s/gu, '')].length;

const paragraphsOf = (text: string, role: string | null): readonly Block[] =>
  text
    .split(/\r\n|[\r\n]/u)
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => paragraph(line, role));

const words = (text: string) => [{ kind: 'text', text } as const];

const paragraph = (text: string, role: string | null = null): Block => ({
  kind: 'paragraph',
  role,
  content: words(text),
});

const heading = (level: 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, id: null, content: words(text) });
