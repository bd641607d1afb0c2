// A written report as paragraphs, whatever it was saved as.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../pipeline/read/document.ts';
import { zip } from './zip-writer.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const docx = (body: string): Buffer =>
  zip([
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', data: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
  ]);
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const read = (text: string | Uint8Array): readonly string[] => {
  const writing = readDocument(Buffer.from(text));
  return writing.kind === 'writing' ? writing.paragraphs : [writing.refusal];
};

describe('a .docx', () => {
  test('is its paragraphs, each whole though cut into runs', () => {
    expect(read(docx(`<w:p>${run('收到申请9')}${run('2件')}</w:p><w:p>${run('办结')}</w:p>`))).toEqual([
      '收到申请92件',
      '办结',
    ]);
  });

  test('leaves tables and struck-out text out', () => {
    const table = `<w:tbl><w:tr><w:tc><w:p>${run('总计')}</w:p></w:tc></w:tr></w:tbl>`;
    const deleted = '<w:del><w:r><w:delText>61</w:delText></w:r></w:del>';
    expect(read(docx(`${table}<w:p>${deleted}${run('62件')}</w:p>`))).toEqual(['62件']);
  });

  test('that is another kind of zip is refused', () => {
    expect(read(zip([{ name: 'a.txt', data: 'a' }]))).toEqual(['damaged']);
  });
});

describe('a page', () => {
  const page = (body: string): string =>
    `<!DOCTYPE html><html><head><title>题</title><style>p{}</style></head><body>${body}</body></html>`;
  const prose = '本年收到政府信息公开申请'.repeat(10);

  test('is its blocks, without tags, scripts, comments and tables', () => {
    const body = `<p>${prose}<b>92</b><data value="1">件</data>&nbsp;</p><script>if (1<2) x</script><!-- <p>无 --><table><tr><td>92</table><div>办&#32467;</div>`;
    expect(read(page(body))).toEqual([`${prose}92件`, '办结']);
  });

  test('that is laid out in tables is read whole', () => {
    expect(read(page('<table><tr><td>收到申请92件</td></tr></table>'))).toEqual(['收到申请92件']);
  });
});

test('a text is read in UTF-8 and in GB18030', () => {
  expect(read('一\r\n\r\n二')).toEqual(['一', '二']);
  expect(read(Buffer.from([0xca, 0xd5, 0xb5, 0xbd]))).toEqual(['收到']);
});

test('what is no writing is refused, and nothing throws', () => {
  expect(read('%PDF-1.7')).toEqual(['damaged']);
  expect(read('')).toEqual(['empty']);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => void readDocument(bytes)));
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<',
          '>',
          '<!--',
          '-->',
          '<script>',
          '</script',
          '<table>',
          '</table>',
          '&#x110000;',
          'a',
        ),
      ),
      pieces => void read(`<html>${pieces.join('')}`),
    ),
  );
});
