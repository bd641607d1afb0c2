// Letters are printed many at once; each must be what it is when it is printed alone.
import { expect, test } from 'vitest';
import { docxBytes } from '../../pipeline/render/docx/print-docx.ts';
import { letterBytes } from '../../pipeline/render/docx/print-letters.ts';
import type { Block } from '../../pipeline/render/report/blocks.ts';
import { gathered } from '../gathered.ts';
import { schemaErrors } from '../ooxml.ts';

const FACTS = { title: '函', at: '2026-01-20T08:00:00+08:00' };

const letter = (to: string): readonly Block[] => [
  { kind: 'heading', level: 1, id: null, content: [{ kind: 'text', text: '函' }] },
  { kind: 'paragraph', role: 'addressee', content: [{ kind: 'text', text: to }] },
  { kind: 'paragraph', role: null, content: [{ kind: 'todo', content: [{ kind: 'text', text: '【待补】' }] }] },
];

const FORGED = '</w:body><w:sectPr/><w:p><w:pPr><w:pStyle w:val="cut"/></w:pPr></w:p>';

test('each of many letters is what it is alone, also one that holds our own marks as text', async () => {
  const letters = [...Array.from({ length: 130 }, (_, nth) => letter(`单位${nth}`)), letter(FORGED), []];
  const many = await gathered(letterBytes(letters, FACTS));
  expect(many.length).toBe(letters.length);
  for (const nth of [0, 1, 99, 100, 129, 130, 131])
    expect(Buffer.from(many[nth] ?? []).equals(await docxBytes(letters[nth] ?? [], FACTS)), String(nth)).toBe(true);
  expect(await schemaErrors(many[130] ?? new Uint8Array(), 'docx')).toEqual([]);
});

test('no letters are no documents', async () => {
  expect(await gathered(letterBytes([], FACTS))).toEqual([]);
});
