// The report as PDF: printed once for each document, by a program that may be missing, fail or hang.
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addPdf, type WithoutPdf } from '../../pipeline/deliver/add-pdf.ts';
import { deliver } from '../../pipeline/deliver/deliver.ts';
import { LIBREOFFICE, type Printed, printPdf } from '../../pipeline/deliver/print-pdf.ts';
import type { Document } from '../../pipeline/model.ts';
import { docxBytes } from '../../pipeline/render/docx/print-docx.ts';
import { documentsIn } from '../documents.ts';
import { fileWith, folderWith } from '../files.ts';
import { pdfText, testWith } from '../programs.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const report = (text: string): readonly Document[] => [{ path: '年度报告.docx', bytes: bytes(text) }];

/** A printer that counts what it is asked. */
const counting = () => {
  const asked: string[] = [];
  const print = async (docx: Uint8Array): Promise<Printed> => {
    asked.push(new TextDecoder().decode(docx));
    return { kind: 'pdf', bytes: bytes(`%PDF of ${new TextDecoder().decode(docx)}`) };
  };
  return { asked, print };
};

/** Runs over these texts of the report, in one output folder. */
const runs = async (texts: readonly string[], between: (folder: string) => void = () => {}) => {
  const output = folderWith();
  const { asked, print } = counting();
  let last: readonly Document[] = [];
  for (const text of texts) {
    last = await documentsIn(addPdf(report(text), '年度报告.docx', join(output, '2025'), () => {}, print));
    await deliver(last, output, '2025');
    between(join(output, '2025'));
  }
  return { asked, last };
};

describe('the PDF', () => {
  test('is printed again only where the document is another one', async () => {
    const { asked, last } = await runs(['a', 'a', 'b', 'b']);
    expect(asked).toEqual(['a', 'b']);
    expect(last.map(({ path }) => path)).toEqual(['年度报告.docx', '年度报告.pdf']);
    expect(new TextDecoder().decode(last[1]?.bytes)).toBe('%PDF of b');
  });

  test('that somebody changed is printed again', async () => {
    const { asked } = await runs(['a', 'a'], folder => writeFileSync(join(folder, '年度报告.pdf'), 'theirs'));
    expect(asked).toEqual(['a', 'a']);
  });

  test.each<Printed>([{ kind: 'lacking' }, { kind: 'failed', why: 'ended with 1' }])(
    'is left out where there is none: %j',
    async outcome => {
      const told: WithoutPdf[] = [];
      const documents = addPdf(
        report('a'),
        '年度报告.docx',
        '/nowhere',
        without => told.push(without),
        async () => outcome,
      );
      expect(await documentsIn(documents)).toEqual(report('a'));
      expect(told).toEqual([outcome]);
    },
  );
});

const script = (text: string): string => {
  const path = fileWith('soffice', `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
};

describe('the program', () => {
  test('may be missing', async () => {
    expect(await printPdf(bytes(''), { commands: ['/nowhere/soffice'], milliseconds: 9000 })).toEqual({
      kind: 'lacking',
    });
  });

  test('may fail, and may say that all is well and print nothing', async () => {
    expect(await printPdf(bytes(''), { commands: [script('exit 3')], milliseconds: 9000 })).toEqual({
      kind: 'failed',
      why: 'ended with 3',
    });
    expect(await printPdf(bytes(''), { commands: [script('exit 0')], milliseconds: 9000 })).toMatchObject({
      kind: 'failed',
    });
  });

  test('that hangs is ended, with what it started', async () => {
    const started = performance.now();
    const hung = await printPdf(bytes(''), { commands: [script('sleep 20; true')], milliseconds: 300 });
    expect(hung).toEqual({ kind: 'failed', why: 'took more than 0.3 s' });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  testWith('soffice', 'pdftotext')(
    'prints the text, and the same bytes each time',
    async () => {
      const docx = await docxBytes([{ kind: 'paragraph', role: null, content: [{ kind: 'text', text: '本年新收' }] }], {
        title: '年报',
        at: '2026-01-20T08:00:00+08:00',
      });
      const print = async () => {
        const documents = [{ path: 'a.docx', bytes: docx }];
        const print = (one: Uint8Array): Promise<Printed> => printPdf(one, LIBREOFFICE);
        const made = await documentsIn(addPdf(documents, 'a.docx', '/nowhere', () => {}, print));
        return made[1]?.bytes ?? new Uint8Array();
      };
      const pdf = await print();
      expect(pdfText(pdf)).toContain('本年新收');
      expect(pdf).toEqual(await print());
    },
    180_000,
  );
});
