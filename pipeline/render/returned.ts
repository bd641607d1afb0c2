// 退回/: to each unit with something to correct or explain, its own workbook with the doubtful cells marked, and a letter.
import { parseAddress } from '../address.ts';
import type { Document, Edition, Explanation } from '../model.ts';
import { periodName } from '../period.ts';
import { unitFileNames } from './file-name.ts';
import type { Format, Original } from './format.ts';
import { type Case, casesOf, isAsked } from './returned/cases.ts';
import { type Cover, type CoverLine, noteOf } from './returned/cover.ts';
import { dueText } from './returned/due.ts';
import { LETTER_TITLE, type Letter, lettersOf } from './returned/letter.ts';
import { coverAlone, patched, type SheetNotes } from './returned/patch/patch.ts';
import type { ToldFinding } from './told/finding.ts';

export const returned = {
  id: 'returned',
  render: async function* (edition, _kit, original) {
    const names = unitFileNames(edition.plan.units);
    const cases = casesOf(edition);
    const stemOf = ({ unit }: Pick<Case, 'unit'>): string => `退回/${names.get(unit.code) ?? unit.code}`;
    for (const one of cases) yield workbookOf(edition, one, original, stemOf(one));
    if (cases.length === 0) return;
    // Loaded where a letter is written: it takes its time.
    const { letterBytes } = await import('./docx/print-letters.ts');
    const letters = lettersOf(edition, cases);
    const printed = letterBytes(
      letters.map(({ blocks }) => blocks),
      { title: LETTER_TITLE, at: edition.at },
    );
    let nth = 0;
    for await (const bytes of printed) yield { path: `${stemOf(letters[nth++] as Letter)}退回函.docx`, bytes };
  },
} satisfies Format;

const workbookOf = (edition: Edition, one: Case, original: Original, stem: string): Document => {
  const path = one.nth === 1 ? stem : `${stem}（${one.nth}）`;
  const bytes = original(one.delivery);
  const cover = coverOf(edition, one);
  if (bytes === null) return listed(path, cover, '原文件已不在收件文件夹中');
  if (!isZip(bytes)) return listed(path, cover, '原文件不是 .xlsx 工作簿，不能在其中标注');
  try {
    const made = patched(bytes, notesOf(one.findings), cover);
    return { path: `${path}.${made.extension}`, bytes: made.bytes };
  } catch {
    // What stops us in one workbook costs its marks, which the sheet says, and nothing else.
    return listed(path, cover, '原文件的内部结构不便标注');
  }
};

const listed = (path: string, cover: Cover, why: string): Document => {
  const lines = cover.lines.map(line => ({ ...line, target: null }));
  return { path: `${path}.xlsx`, bytes: coverAlone({ ...cover, kind: 'list', why, lines }) };
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const coverOf = (edition: Edition, { unit, delivery, answered, findings }: Case): Cover => {
  const answers = new Map(edition.explanations.map(explanation => [explanation.finding, explanation] as const));
  return {
    unit: unit.name,
    file: delivery.path.split('/').at(-1) ?? delivery.path,
    periodName: periodName(edition.plan.period),
    due: dueText(edition),
    kind: 'marked',
    why: '',
    lines: findings.map(told => lineOf(told, delivery.path, answers.get(told.finding.id))),
    mark: { unit: unit.code, period: edition.plan.period, answers: [delivery.sha256, ...answered] },
  };
};

const lineOf = (told: ToldFinding, file: string, answer: Explanation | undefined): CoverLine => {
  const ref = told.finding.place.ref;
  const isHere = ref !== null && ref.file === file && ref.sheet !== '' && parseAddress(ref.cell) !== null;
  return {
    told,
    target: isHere ? { sheet: ref.sheet, cell: ref.cell } : null,
    answer: { reason: answer?.reason ?? '', text: answer?.text ?? '', by: answer?.by ?? '', on: answer?.on ?? '' },
  };
};

/** By sheet: the cells that are asked about, each marked for the gravest of its findings. */
const notesOf = (findings: readonly ToldFinding[]): readonly SheetNotes[] => {
  const asked = findings.filter(told => isAsked(told) && parseAddress(told.finding.place.ref?.cell ?? '') !== null);
  return [...Map.groupBy(asked, ({ finding }) => finding.place.ref?.sheet ?? '')].map(([sheet, all]) => {
    const cells = [...Map.groupBy(all, ({ finding }) => finding.place.ref?.cell ?? '')];
    const isFatal = (told: readonly ToldFinding[]): boolean => told.some(({ finding }) => finding.severity === 'fatal');
    return {
      sheet,
      marks: new Map(cells.map(([cell, told]) => [cell, isFatal(told) ? 'fatal' : 'query'] as const)),
      notes: new Map(cells.map(([cell, told]) => [cell, noteOf(told)] as const)),
    };
  });
};
