import { describe, expect, it } from 'vitest';
import type { Finding, Form } from '../../pipeline/model.ts';
import { FORMATS } from '../../pipeline/render/formats.ts';
import { checkReport } from '../../pipeline/render/report/report.ts';
import { reportModel } from '../../pipeline/render/report/report-model.ts';
import { specimenEdition } from '../../pipeline/render/report/specimen.ts';
import { reportHtml } from '../../pipeline/render/report-html.ts';
import { finding } from '../made.ts';
import { type Made, madeEdition, unit } from './edition.ts';
import { FORMS, faultOf, formNamed, KIT } from './house.ts';

const html = (made: Made): string => {
  const [document] = reportHtml.render(madeEdition(made), KIT);
  return new TextDecoder().decode(document?.bytes);
};

/** The page's text between two marks, without elements. */
const textOf = (page: string, from = '<main>', to = '</main>'): string =>
  page
    .slice(page.indexOf(from), page.indexOf(to, page.indexOf(from)))
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"');

const annual = formNamed('annual-2021');
const withTemplate = (source: string): Form => ({ ...annual, report: { ...annual.report, source } });

describe('a report', () => {
  it.each(FORMS.map(form => [form.id, form] as const))('of %s has a template that can be rendered', (_, form) => {
    expect(() => checkReport(form, KIT)).not.toThrow();
  });

  it.each(FORMS.map(form => [form.id, form] as const))(
    'of %s can be rendered when no unit filed anything and nothing is known',
    (_, form) => {
      const page = html({ form, organ: null, filed: [], otherwise: null });
      expect(page).toContain('【待补：发布机关】');
      expect(page).not.toContain('null');
      expect(page).not.toContain('undefined');
      expect(page).not.toContain('NaN');
    },
  );

  it.each(FORMS.map(form => [form.id, form] as const))('of %s has data of the shape of its specimen', (_, form) => {
    const fields = (value: unknown): unknown => {
      if (Array.isArray(value)) return 'list';
      if (typeof value !== 'object' || value === null) return 'leaf';
      return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, fields(field)]));
    };
    expect(fields(reportModel(madeEdition({ form })))).toEqual(fields(reportModel(specimenEdition(form))));
  });

  it('is one page under the path that its form says', () => {
    expect(reportHtml.render(madeEdition({ form: annual }), KIT).map(({ path }) => path)).toEqual(['年度报告.html']);
    expect(FORMATS).toContain(reportHtml);
  });

  it('is the same for the same edition', () => {
    expect(html({ form: annual })).toBe(html({ form: annual }));
  });

  it('asks for nothing from elsewhere', () => {
    expect(html({ form: annual })).not.toMatch(/(?:src|href)="(?!#)|url\(|@import|<script/);
  });

  it('names a fault of its template by file, line and column', () => {
    expect(faultOf(() => checkReport(withTemplate('<p>\n{{数 t3.new_received.totl}}</p>'), KIT))).toContain(
      'templates/annual-2021/report.hbs:2:5: unknown field “t3.new_received.totl”',
    );
    expect(faultOf(() => checkReport(withTemplate('<p>{{title}}</p>\n<div></div>'), KIT))).toContain(
      'templates/annual-2021/report.hbs (as rendered):2:1: <div>',
    );
  });
});

describe('the report on the format of 2021', () => {
  it('has the six sections with their exact headings', () => {
    expect([...html({ form: annual }).matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
      '附注',
    ]);
  });

  it('keeps section one within the thousand characters of the notice', () => {
    const section = textOf(html({ form: annual, otherwise: '3' }), '<section id="section-1">', '</section>');
    expect(section.replace(/\s/g, '').length).toBeLessThanOrEqual(1000);
    expect(section.replace(/\s/g, '').length).toBeGreaterThanOrEqual(600);
  });

  it('speaks of the figures, of the sums that the table does not print, and of the year before', () => {
    const previous = madeEdition({ form: annual, period: '2024', otherwise: '40' });
    const text = textOf(
      html({
        form: annual,
        previous,
        values: {
          't3.new_received.total': '45',
          't3.new_received.natural': '30',
          't3.new_received.legal': '15',
          't3.carried_in.total': '2',
          't3.handled_total.total': '46',
          't3.granted.total': '20',
          't3.deny_secret.total': '1',
          't3.deny_law.total': '5',
          't3.na_not_held.total': '20',
          't3.carried_out.total': '1',
        },
      }),
    );
    expect(text).toContain('本年新收政府信息公开申请45件，同比增长12.5%，上年结转2件，合计47件。');
    expect(text).toContain('自然人30件、法律服务机构15件，其中自然人占66.7%。');
    expect(text).toContain('予以公开20件、不予公开6件、无法提供20件');
    expect(text).toContain('结转下年度继续办理1件');
  });

  it('traces a number to its item', () => {
    expect(html({ form: annual, values: { 't2.permit': '2293' } })).toContain(
      '<data value="2293" data-item="t2.permit" title="行政许可（本年处理决定数量）">2293</data>',
    );
    expect(html({ form: annual, otherwise: '1' })).toContain(
      'data-item="t3.deny_total.total" title="不予公开（总计）">8<',
    );
    expect(html({ form: annual })).toContain('data-item="t3.oth_misc.other" title="其他处理·其他（其他）"');
  });
});

describe('the closing note', () => {
  const units = [unit('01', '区教育局'), unit('02', '区民政局'), unit('11', '董志镇', '乡镇街道')];

  it('counts the units and names the missing', () => {
    const text = textOf(html({ form: annual, units, filed: ['01', '11'] }), '<section id="notes"');
    expect(text).toContain('应报送单位3个，已报送2个，未报送1个（部门应报2个、已报1个；乡镇街道应报1个、已报1个）');
    expect(text).toContain('未报送的是：区民政局。');
    expect(text).toContain('2025年1月1日至2025年12月31日');
    expect(text).toContain('生成于2026年1月20日');
  });

  it('counts figures that lack a unit that did file', () => {
    const edition = madeEdition({ form: annual, units });
    const totals = edition.totals.map((total, i) =>
      i < 2 ? { ...total, unitsIn: ['01', '02'], unitsMissing: ['11'] } : total,
    );
    expect(reportModel({ ...edition, totals }).notes.incomplete).toBe(2);
    expect(reportModel(edition).notes.incomplete).toBe(0);
  });

  it('counts fatal findings that are still open', () => {
    const edition = madeEdition({ form: annual });
    const findings = [
      finding({ severity: 'fatal' }),
      finding({ severity: 'fatal', status: 'explained' }),
      finding({ severity: 'query' }),
    ];
    expect(reportModel({ ...edition, findings }).notes.open).toBe(1);
  });
});

describe('the appendix of explained findings', () => {
  const pageWith = (...findings: readonly Finding[]): string => {
    const [document] = reportHtml.render({ ...madeEdition({ form: annual }), findings }, KIT);
    return new TextDecoder().decode(document?.bytes);
  };
  const place = { unit: '01', table: 't2', row: 'permit', column: 'value', ref: null };
  const explained = finding({ place, status: 'explained', explanation: '说明：<b>属实</b>' });

  it('names unit, figure, what was asked and the answer, as text', () => {
    expect(pageWith(explained)).toContain(
      '<tr><td>区教育局</td><td>行政许可</td><td>总计未填。</td><td>说明：&lt;b&gt;属实&lt;/b&gt;</td></tr>',
    );
  });

  it('is not there while nothing was explained', () => {
    expect(pageWith(finding())).not.toContain('已核实说明的问题');
  });
});

describe('what others wrote', () => {
  const nasty = '<script>alert("1")</script>{{title}}{{{x}}} & "\' \u0000\u0008\ud800 ]]>';

  it('is printed as text and never as markup, template or broken XML', () => {
    const page = html({
      form: annual,
      organ: nasty,
      units: [unit('01', nasty, nasty), unit('02', `${nasty}2`)],
      filed: ['01'],
      texts: [{ unit: '01', id: 's5', text: nasty }],
    });
    expect(page).not.toContain('<script');
    expect(page).toContain(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;{{title}}{{{x}}} &amp; &quot;&#39; ��� ]]&gt;',
    );
    expect(page).toContain('未报送的是：&lt;script&gt;');
    expect(page.split('\n').find(line => line.startsWith('<title>'))).not.toContain('<script');
  });

  it('cannot reach into the page by a property of objects', () => {
    expect(faultOf(() => checkReport(withTemplate('<p>{{organ.constructor.name}}</p>'), KIT))).toContain(
      'unknown field',
    );
    expect(faultOf(() => checkReport(withTemplate('<p>{{__proto__}}</p>'), KIT))).toContain('unknown field');
  });
});
