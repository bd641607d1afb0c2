// What is written as XML by ourselves is what the library would have written.
import { Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainOf } from '../../pipeline/render/docx/plain.ts';
import { BODY, docxBytes, partsOfDocx } from '../../pipeline/render/docx/print-docx.ts';
import type { Block, Inline } from '../../pipeline/render/report/blocks.ts';
import { printable } from '../../pipeline/render/report/escape.ts';
import { partsOf } from '../../pipeline/render/zip.ts';

const FACTS = { title: '汇编', at: '2026-01-20T08:00:00+08:00' };
const bodyOf = async (children: Parameters<typeof partsOfDocx>[0]): Promise<string> =>
  new TextDecoder().decode((await partsOfDocx(children, FACTS)).get(BODY));

const sign = fc.constantFrom('年', 'a', ' ', '\n', '&', '<', '>', '"', "'", '&#39;', '\u0007', '\ud800', '😀', '$&');
const text = fc.string({ unit: sign, minLength: 1, maxLength: 8 });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text.map(one => ({ kind: 'text' as const, text: one })),
  fc.constant({ kind: 'break' as const }),
);

test('any text, in any style and with any breaks', async () => {
  const paragraph = fc.tuple(fc.constantFrom('年报正文', '年报二级标题'), fc.array(inline, { maxLength: 3 }));
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 5 }), async paragraphs => {
      const ours = paragraphs.map(([style, content]) => plainOf(style, content) ?? { xml: '' });
      const theirs = paragraphs.map(([style, content]) => {
        const children = content.map(one =>
          one.kind === 'text' ? new TextRun({ text: printable(one.text) }) : new TextRun({ break: 1 }),
        );
        return new Paragraph({ style, children });
      });
      expect(await bodyOf(ours)).toBe(await bodyOf(theirs));
    }),
    { numRuns: 40 },
  );
});

test('what is more than words is left to the library, in its place', async () => {
  const strong: Inline = { kind: 'strong', content: [{ kind: 'text', text: '三' }] };
  expect(plainOf('年报正文', [strong])).toBeNull();
  const paragraph = (content: Inline): Block => ({ kind: 'paragraph', role: null, content: [content] });
  const [one, two, four] = ['一', '二', '四'].map(word => paragraph({ kind: 'text', text: word }));
  const bytes = await docxBytes([one, two, paragraph(strong), four] as readonly Block[], FACTS);
  const body = new TextDecoder().decode(partsOf(bytes).get(BODY));
  expect(body.match(/[一二三四]/gu)?.join('')).toBe('一二三四');
  expect(body.match(/<w:p>/gu)).toHaveLength(4);
});
