// The list of findings: complete, harmless, and read back when it is filled in and dropped into the input.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../pipeline/checks/checks.ts';
import { openHouse } from '../../pipeline/house.ts';
import type { Edition, Finding } from '../../pipeline/model.ts';
import { checklistWorkbook } from '../../pipeline/render/checklist-workbook.ts';
import { checkTitle } from '../../pipeline/render/told/check-titles.ts';
import { toldFindings } from '../../pipeline/render/told/finding.ts';
import { fileWith, folderWith } from '../files.ts';
import { explanation, finding } from '../made.ts';
import { schemaErrors } from '../ooxml.ts';
import { python, testWith } from '../programs.ts';
import { SILENT } from '../silent.ts';
import { madeEdition } from './edition.ts';
import { formNamed } from './house.ts';
import { opened, writtenBy } from './written.ts';

const ROOT = join(import.meta.dirname, '../..');

const render = writtenBy(checklistWorkbook);

const editionWith = (findings: readonly Finding[], more: Partial<Edition> = {}): Edition => ({
  ...madeEdition({ form: formNamed('annual-2021') }),
  findings,
  ...more,
});

const runOver = async (input: string): Promise<Edition> => {
  const house = await openHouse({ input, templates: join(ROOT, 'templates') }, '2026-01-20', SILENT, () => {});
  try {
    return await house.edition('2023');
  } finally {
    await house.close();
  }
};

describe('the list', () => {
  test('filled in and dropped into the input, explains what it answers', { timeout: 120_000 }, async () => {
    const input = folderWith();
    cpSync(join(ROOT, 'input/2023'), join(input, '2023'), { recursive: true });
    writeFileSync(join(input, 'units.csv'), readFileSync(join(ROOT, 'input/units.csv')));
    const before = await runOver(input);
    const query = before.findings.find(
      ({ status, explainable, severity }) => status === 'open' && explainable && severity === 'query',
    );
    if (query === undefined) throw new Error('the sample has no open query');

    const book = await opened(await render(before));
    const sheet = book.getWorksheet('审核清单');
    const nth = toldFindings(before).findIndex(told => told.finding.id === query.id);
    const row = sheet?.getRow(4 + nth);
    expect(row?.getCell(2).value).toBe(query.id);
    for (const [column, text] of [
      [14, '一次性事项'],
      [15, '已核对原始登记簿，属实。'],
      [16, '张某'],
      [17, '2026-01-19'],
    ] as const)
      if (row !== undefined) row.getCell(column).value = text;
    writeFileSync(join(input, '2023/审核清单.xlsx'), Buffer.from(await book.xlsx.writeBuffer()));

    const after = await runOver(input);
    const answered = after.findings.find(({ id }) => id === query.id);
    expect(answered?.status).toBe('explained');
    expect(answered?.explanation).toBe('原因：一次性事项；说明：已核对原始登记簿，属实。（张某，2026-01-19）');
    expect(after.findings.filter(({ status }) => status === 'explained')).toHaveLength(
      before.findings.filter(({ status }) => status === 'explained').length + 1,
    );
    const again = await opened(await render(after));
    const texts = again.getWorksheet('审核清单')?.getColumn(15).values ?? [];
    expect(texts).toContain('已核对原始登记簿，属实。');
  });

  test('is valid and the same on every run, with hostile texts too', { timeout: 60_000 }, async () => {
    const hostile = ["=cmd|' /C calc'!A0", '\u0000\u0008\ud800', `@${'长'.repeat(40_000)}`, '<b>&"\'', '+1+1'];
    const findings = hostile.map((text, nth) =>
      finding({
        id: `f${nth}23456789ab`,
        message: text,
        suggestion: text,
        stated: text,
        due: text,
        reasons: [`${text.slice(0, 400)},"`],
      }),
    );
    const bytes = await render(editionWith(findings));
    expect(await schemaErrors(bytes, 'xlsx')).toEqual([]);
    expect(await render(editionWith(findings))).toEqual(bytes);
    const formulas: string[] = [];
    (await opened(bytes)).eachSheet(sheet => {
      sheet.eachRow(row => {
        row.eachCell(cell => {
          if (cell.formula) formulas.push(cell.address);
        });
      });
    });
    expect(formulas).toEqual([]);
  });

  test('lets nobody explain what only another value answers', async () => {
    const fatal = finding({ severity: 'fatal', explainable: false });
    const sheet = (await opened(await render(editionWith([fatal])))).getWorksheet('审核清单');
    expect(sheet?.getCell('O4').dataValidation).toMatchObject({ type: 'custom', formulae: ['FALSE'] });
    expect(sheet?.getCell('N4').dataValidation.type).not.toBe('list');
  });

  test('offers the reasons of the rule, and shows the explanation that was given', async () => {
    const one = finding({ reasons: ['并案处理', '撤回申请'], status: 'explained' });
    const edition = editionWith([one], { explanations: [explanation()] });
    const sheet = (await opened(await render(edition))).getWorksheet('审核清单');
    expect(sheet?.getCell('N4').dataValidation.formulae).toEqual(['"并案处理,撤回申请"']);
    expect(sheet?.getCell('O4').value).toBe('数字属实');
  });

  test('of no findings says so', async () => {
    const sheet = (await opened(await render(editionWith([])))).getWorksheet('审核清单');
    expect(sheet?.getCell('A2').value).toBe('本期没有发现问题。');
  });

  testWith('python3')('opens in openpyxl with 3,000 findings', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 3000 }, (_, nth) => finding({ id: `f${String(nth).padStart(11, '0')}` }));
    const path = fileWith('list.xlsx', await render(editionWith(many)));
    const script =
      'import sys,openpyxl;s=openpyxl.load_workbook(sys.argv[1])["审核清单"];print(s.max_row,s.auto_filter.ref)';
    expect(python(script, path).trim()).toBe('3003 A3:Q3003');
  });
});

test('every check has its name in the list, as the check itself has it', () => {
  expect(CHECKS.map(({ id }) => [id, checkTitle(id)])).toEqual(CHECKS.map(({ id, title }) => [id, title]));
});
