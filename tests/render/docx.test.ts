// The documents of Word: valid, the same on every run, with the text of the page and the tables of the form.
import { describe, expect, it } from 'vitest';
import type { Form } from '../../pipeline/model.ts';
import { proofread } from '../../pipeline/proofread/proofread.ts';
import { readDocument } from '../../pipeline/read/document.ts';
import { docxBytes } from '../../pipeline/render/docx/print-docx.ts';
import { printHtml } from '../../pipeline/render/report/print-html.ts';
import { reportBlocks } from '../../pipeline/render/report/report.ts';
import { partsOf } from '../../pipeline/render/zip.ts';
import { fileWith } from '../files.ts';
import { schemaErrors } from '../ooxml.ts';
import { convert, pdfText, python, testWith } from '../programs.ts';
import { type Made, madeEdition } from './edition.ts';
import { FORMS, formNamed, KIT } from './house.ts';

const FACTS = { title: '西峰区2025年政府信息公开工作年度报告', at: '2026-01-20T08:00:00+08:00' };
const annual = formNamed('annual-2021');
const blocksFrom = (made: Made) => reportBlocks(madeEdition(made), KIT);
const docx = (made: Made): Promise<Uint8Array> => docxBytes(blocksFrom(made), FACTS);
const partOf = async (made: Made, path: string): Promise<string> =>
  new TextDecoder().decode(partsOf(await docx(made)).get(path));
const paragraphsOf = (bytes: Uint8Array): readonly string[] => {
  const writing = readDocument(bytes);
  if (writing.kind === 'refused') throw new Error(writing.detail);
  return writing.paragraphs;
};
const compared = (form: Form): Made => ({
  form,
  otherwise: '3',
  previous: madeEdition({ form, period: '2024', otherwise: '4' }),
});

describe('a report as .docx', () => {
  it.each(FORMS.map(form => [form.id, form] as const))(
    'of %s is valid, with figures and without any',
    async (_, form) => {
      expect(await schemaErrors(await docx(compared(form)), 'docx')).toEqual([]);
      expect(await schemaErrors(await docx({ form, organ: null, filed: [], otherwise: null }), 'docx')).toEqual([]);
    },
  );

  it('has the same bytes for the same edition, its chart and workbook included', async () => {
    const [first, second] = [await docx(compared(annual)), await docx(compared(annual))];
    expect([...partsOf(first).keys()]).toContain('word/charts/chart1.xml');
    expect(first).toEqual(second);
  });

  it.each(FORMS.map(form => [form.id, form] as const))(
    'of %s says what the page says, and is proofread like it',
    async (_, form) => {
      const page = new TextEncoder().encode(
        `<html><body>${printHtml(blocksFrom({ form, otherwise: '3' })).markup}</body></html>`,
      );
      const plain = (bytes: Uint8Array) => paragraphsOf(bytes).map(text => text.replace(/\s+/gu, ''));
      const ofWord = await docx({ form, otherwise: '3' });
      // Word has captions of tables as paragraphs.
      const captions = blocksFrom({ form }).flatMap(block =>
        block.kind === 'section' ? block.blocks.flatMap(one => (one.kind === 'table' ? one.caption : [])) : [],
      );
      const titles = captions.map(inline => ('text' in inline ? inline.text.replace(/\s+/gu, '') : ''));
      const unless = (texts: readonly string[]) => texts.filter(text => !titles.includes(text));
      expect(unless(plain(ofWord))).toEqual(unless(plain(page)));
      expect(proofread(unless(plain(ofWord)), null)).toEqual(proofread(unless(plain(page)), null));
    },
  );

  it('has a chart that Word can edit, told in words, with last year where it can be compared', async () => {
    const document = await partOf(compared(annual), 'word/document.xml');
    expect(document).toContain('2025年：予以公开3件、部分公开3件');
    expect(document).toContain('2024年：予以公开4件、部分公开4件');
    expect(await partOf({ form: annual, otherwise: '3' }, 'word/document.xml')).not.toContain('2024年：');
    for (const otherwise of [null, '0'])
      expect([...partsOf(await docx({ form: annual, otherwise })).keys()].join()).not.toContain('chart');
  });

  it('stands on the page of GB/T 9704 in named styles, off the grid, with Chinese type', async () => {
    const document = await partOf({ form: annual }, 'word/document.xml');
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
    const styles = await partOf({ form: annual }, 'word/styles.xml');
    const body = /<w:style [^>]*w:styleId="年报正文".*?<\/w:style>/su.exec(styles)?.[0] ?? '';
    expect(body).toContain('w:eastAsia="仿宋_GB2312"');
    expect(body).toContain('w:firstLineChars="200"');
    expect(body).toMatch(/<w:snapToGrid w:val="0"\/><w:spacing [^>]*w:lineRule="exact"/u);
    const used = new Set([...document.matchAll(/<w:pStyle w:val="([^"]+)"/gu)].map(([, id]) => id ?? ''));
    expect([...used].filter(id => !styles.includes(`w:styleId="${id}"`))).toEqual([]);
  });

  it('has the merged cells of the form: 表三 of ten columns, headed by 申请人情况 over seven', async () => {
    const document = await partOf({ form: annual }, 'word/document.xml');
    const table = document.split('<w:tbl>').find(part => part.includes('申请人情况')) ?? '';
    expect(table.match(/<w:gridCol /gu)?.length).toBe(10);
    const cell = table.split('<w:tc>').find(part => part.includes('申请人情况')) ?? '';
    expect(cell).toContain('<w:gridSpan w:val="7"/>');
    expect(table).toContain('<w:vMerge w:val="restart"/>');
    expect(table.match(/<w:tr>|<w:tr /gu)?.length).toBe(table.match(/<w:cantSplit\/>/gu)?.length);
  });
});

describe('in LibreOffice', () => {
  testWith('soffice', 'pdftotext')(
    '表三 stands whole on one page, A4, with numbers at the foot',
    async () => {
      const values = { 't2.fee_wan.value': '24252.311082' };
      const pdf = convert(await docx({ ...compared(annual), otherwise: '123456', values }), 'docx', 'pdf');
      const pages = pdfText(pdf).split('\f');
      const holding = (text: string) =>
        pages.flatMap((page, i) => (page.replace(/\s+/gu, '').includes(text) ? [i] : []));
      expect(holding('申请人情况')).toEqual(holding('四、结转下年度继续办理'));
      expect(holding('申请人情况').length).toBe(1);
      for (const number of [1, 2, 3]) expect(pages[number - 1]).toMatch(new RegExp(`— ?${number} ?—`, 'u'));
      expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/MediaBox ?\[ ?0 0 595\.\d+ 841\.\d+ ?\]/u);
    },
    180_000,
  );

  testWith('python3')('the workbook of the chart holds its figures', async () => {
    const workbook = [...partsOf(await docx(compared(annual)))].find(([path]) => path.endsWith('.xlsx'))?.[1];
    const path = fileWith('chart.xlsx', workbook ?? new Uint8Array());
    const script = 'import sys,openpyxl;print([c.value for c in openpyxl.load_workbook(sys.argv[1]).active[2]])';
    expect(python(script, path)).toContain("['予以公开', 3, 4]");
  });
});
