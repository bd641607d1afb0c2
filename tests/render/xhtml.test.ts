import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../pipeline/render/report/blocks-of.ts';
import { printHtml } from '../../pipeline/render/report/print-html.ts';
import { parseXhtml } from '../../pipeline/render/report/xhtml.ts';
import { faultOf } from './house.ts';

const printed = (source: string): string => printHtml(blocksOf(parseXhtml(source, 'report'))).markup;

describe('the XHTML subset', () => {
  it.each([
    '<h1>标题</h1>',
    '<h3>（一）<strong>主动</strong><em>公开</em></h3>',
    '<p class="organ">甲<br>乙<sup>1</sup><mark class="todo">【待补】</mark><a href="#table-3">表三</a></p>',
    '<p>共<data value="13000" data-item="ways.website_items" title="信息">13000余</data>条</p>',
    '<section id="s1" class="notes">\n<h2>一</h2>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n</section>',
    '<ol>\n<li>甲</li>\n</ol>',
  ])('comes out as it went in: %s', source => {
    expect(printed(source.replaceAll('<br>', '<br/>'))).toBe(source);
  });

  it('keeps merged cells', () => {
    const source =
      '<table id="t"><caption>表</caption><thead><tr><th scope="colgroup" colspan="2">甲</th></tr></thead>' +
      '<tbody><tr><th scope="row" rowspan="2">乙</th><td class="figure">1</td></tr><tr><td>2</td></tr></tbody></table>';
    expect(printed(source).replaceAll('\n', '')).toBe(source);
  });

  it('shows no space where the source only breaks a line, and one where it has one', () => {
    expect(printed('<p>\n  甲\n  乙 a  b\n</p>')).toBe('<p>甲乙 a b</p>');
  });

  it('keeps what was escaped escaped', () => {
    expect(printed('<p>&lt;script&gt; &amp;amp; {{x}} &#34;</p>')).toBe('<p>&lt;script&gt; &amp;amp; {{x}} &quot;</p>');
  });

  it.each([
    ['an element that reports do not have', '<p>甲</p>\n<div>x</div>', '2:1', '<div> is not one of'],
    ['a script', '<p><script>x</script></p>', '1:4', '<script> is not one of'],
    ['a picture', '<p>\n甲<img src="x"/></p>', '2:2', '<img> is not one of'],
    ['an element in the wrong place', '<p><table></table></p>', '1:4', '<table> may not stand in <p>'],
    ['a row outside of a table', '<tr></tr>', '1:1', '<tr> may not stand in'],
    ['text outside of a paragraph', '<section>甲</section>', '1:', 'stands directly in <section>'],
    ['an attribute that is not known', '<p onclick="x">甲</p>', '1:1', 'no attribute “onclick”'],
    ['a style', '<p style="color:red">甲</p>', '1:1', 'no attribute “style”'],
    ['a link to elsewhere', '<p><a href="https://example.org">x</a></p>', '1:4', 'href='],
    ['a span of 0', '<table><tbody><tr><td colspan="0">x</td></tr></tbody></table>', '1:19', 'colspan="0"'],
    ['an element that is not closed', '<p>甲', '1:', 'unclosed tag'],
    ['elements that cross', '<p><strong>甲</p></strong>', '1:', 'unexpected close tag'],
    ['a bare &', '<p>甲 & 乙</p>', '1:', 'unclosed tag'],
    ['an entity that XML does not know', '<p>&nbsp;</p>', '1:', 'entity'],
    ['a processing instruction', '<?php x ?><p>甲</p>', '1:', 'processing instruction'],
    ['a CDATA section', '<p><![CDATA[x]]></p>', '1:', 'CDATA'],
  ])('refuses %s', (_, source, place, message) => {
    const fault = faultOf(() => parseXhtml(source, 'report'));
    expect(fault).toContain(`report:${place}`);
    expect(fault).toContain(message);
  });
});
