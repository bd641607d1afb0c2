import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../pipeline/render/report/figure.ts';
import { HELPERS } from '../../pipeline/render/report/helpers/list.ts';
import { renderTemplate } from '../../pipeline/render/report/template.ts';

const figure = (value: string | null, rest: Partial<Figure> = {}): Figure => ({
  kind: 'figure',
  item: 'stat.c_recv',
  label: '收到申请数',
  unit: '件',
  value,
  approximate: null,
  missing: 0,
  previous: null,
  ...rest,
});

/** What a template prints, without the elements around numbers. */
const printed = (source: string, data: Record<string, unknown>): string =>
  renderTemplate(source, data, new Map(), HELPERS).replace(/<[^>]*>/g, '');

describe('a number', () => {
  it.each([
    ['92', null, '92'],
    ['0', null, '0'],
    ['13000', '余', '13000余'],
    ['1546', '多', '1546多'],
    ['5500000', '万', '550万'],
    ['25000', '万', '2.5万'],
    ['5500003', '万', '约5500003'],
    ['300000000', '亿', '3亿'],
    ['5000', '近', '近5000'],
    ['300', '左右', '约300'],
    ['300', '以上', '不少于300'],
    ['24252.311082', null, '24252.311082'],
  ])('%s with %s is printed %s', (value, approximate, text) => {
    expect(printed('{{数 a}}', { a: figure(value, { approximate }) })).toBe(text);
  });

  it('carries its exact value, its item and what it counts', () => {
    const a = figure('5500000', { approximate: '万', item: 'ways.website_visits', label: '累计访问量' });
    expect(renderTemplate('{{数 a}}', { a }, new Map(), HELPERS)).toBe(
      '<data value="5500000" data-item="ways.website_visits" title="累计访问量">550万</data>',
    );
  });

  it('that no unit stated is a blank to fill, never 0', () => {
    expect(printed('{{数 a}}', { a: figure(null) })).toBe('【待补：收到申请数】');
    expect(printed('{{格 a}}', { a: figure(null) })).toBe('待补');
  });

  it.each([
    ['{{千分 a}}', '1204', null, '1,204'],
    ['{{千分 a}}', '204', null, '204'],
    ['{{千分 a}}', '24252.311082', null, '24,252.311082'],
    ['{{千分 a}}', '13000', '余', '13,000余'],
    ['{{万 a}}', '5500000', null, '550万'],
    ['{{万 a}}', '25000', null, '2.5万'],
    ['{{万 a}}', '12345', null, '1.2345万'],
    ['{{万 a}}', '9999', null, '9999'],
    ['{{万 a}}', '5500000', '万', '550万'],
    ['{{余 a}}', '13456', null, '13000余'],
    ['{{余 a}}', '13000', null, '13000'],
    ['{{余 a}}', '157', null, '150余'],
    ['{{余 a}}', '99', null, '99'],
    ['{{余 a}}', '1546', '多', '1546多'],
  ])('%s of %s (%s) is %s', (source, value, approximate, text) => {
    expect(printed(source, { a: figure(value, { approximate }) })).toBe(text);
  });
});

describe('占比', () => {
  it.each([
    ['80', '92', '{{占比 a b}}', '87.0%'],
    ['80', '92', '{{占比 a b 位数=2}}', '86.96%'],
    ['88', '92', '{{占比 a b}}', '95.7%'],
    ['3', '92', '{{占比 a b}}', '3.3%'],
    ['1', '92', '{{占比 a b}}', '1.1%'],
    ['1', '8', '{{占比 a b 位数=2}}', '12.50%'],
    ['1', '8', '{{占比 a b 位数=0}}', '13%'],
    ['0', '92', '{{占比 a b}}', '0.0%'],
    ['1', '0', '{{占比 a b}}', '—'],
  ])('%s of %s by %s is %s', (a, b, source, text) => {
    expect(printed(source, { a: figure(a), b: figure(b) })).toBe(text);
  });

  it('says 约 if one of both is approximate, and nothing if one is unknown', () => {
    expect(printed('{{占比 a b}}', { a: figure('1'), b: figure('2', { approximate: '余' }) })).toBe('约50.0%');
    expect(printed('{{占比 a b}}', { a: figure(null), b: figure('2') })).toBe('—');
  });

  it('is exactly half up for all whole numbers', () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(whole, fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.integer({ min: 0, max: 4 }), (a, b, places) => {
        const scale = 10n ** BigInt(places);
        const rounded = (2n * 100n * scale * a + b) / (2n * b);
        const decimals = places === 0 ? '' : `.${String(rounded % scale).padStart(places, '0')}`;
        const text = printed('{{占比 a b 位数=n}}', { a: figure(String(a)), b: figure(String(b)), n: places });
        expect(text).toBe(`${rounded / scale}${decimals}%`);
      }),
    );
  });
});

describe('同比', () => {
  it.each([
    ['165', '160', '，同比增长3.1%'],
    ['155', '160', '，同比下降3.1%'],
    ['160', '160', '，与上年持平'],
    ['0', '0', '，与上年持平'],
    ['5', '0', '，上年为0件'],
    ['0', '5', '，同比下降100.0%'],
    ['5', null, ''],
    [null, '5', ''],
  ])('from %s after %s is “%s”', (value, previous, text) => {
    expect(printed('{{同比 a}}', { a: figure(value, { previous }) })).toBe(text);
  });
});

describe('列举', () => {
  const LIST = "{{列举 '当面申请' a '网络申请' b '信函申请' c}}";

  it.each([
    ['61', '20', '0', '当面申请61件、网络申请20件'],
    ['0', '0', '5', '信函申请5件'],
    ['0', '0', '0', '当面申请、网络申请、信函申请均为0件'],
    ['61', null, '0', '当面申请61件、网络申请【待补：收到申请数】件'],
  ])('of %s, %s, %s is %s', (a, b, c, text) => {
    expect(printed(LIST, { a: figure(a), b: figure(b), c: figure(c) })).toBe(text);
  });

  it('keeps zeros when asked', () => {
    const data = { a: figure('1'), b: figure('0') };
    expect(printed("{{列举 '甲' a '乙' b 零=true}}", data)).toBe('甲1件、乙0件');
    expect(printed("{{列举 '甲' b '乙' b 零=true}}", data)).toBe('甲0件、乙0件');
  });

  it.each([
    ['61', '20', '81', '甲61件、乙20件'],
    ['61', '20', '80', '甲61件、乙20件【待核：各项合计81件，与80件不符】'],
    ['0', '0', '3', '甲、乙均为0件【待核：各项合计0件，与3件不符】'],
    ['61', '20', null, '甲61件、乙20件'],
    ['61', null, '80', '甲61件、乙【待补：收到申请数】件'],
  ])('of %s and %s that should add up to %s is %s', (a, b, whole, text) => {
    const data = { a: figure(a), b: figure(b), c: figure(whole) };
    expect(printed("{{列举 '甲' a '乙' b 合计=c}}", data)).toBe(text);
  });

  it('drops exactly the zeros', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), values => {
        const [a, b, c] = values.map(value => figure(String(value)));
        const text = printed(LIST, { a, b, c });
        const kept = values.filter(value => value > 0);
        expect(text.match(/\d+/g)?.map(Number)).toEqual(kept.length > 0 ? kept : [0]);
      }),
    );
  });
});

describe('small helpers', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '100'],
    [0, '0'],
  ])('序号 %s is %s', (n, text) => {
    expect(printed('{{序号 n}}', { n })).toBe(text);
  });

  it('序号 gives no two numbers the same word', () => {
    const words = Array.from({ length: 99 }, (_, i) => printed('{{序号 n}}', { n: i + 1 }));
    expect(new Set(words).size).toBe(99);
  });

  it.each([
    ['2026-01-31', '2026年1月31日'],
    ['2026-12-01T23:59:00Z', '2026年12月1日'],
  ])('日期 %s is %s', (iso, text) => {
    expect(printed('{{日期 iso}}', { iso })).toBe(text);
  });

  it('待补 marks a blank and escapes what it names', () => {
    expect(renderTemplate("{{待补 '电话<b>'}}", {}, new Map(), HELPERS)).toBe(
      '<mark class="todo">【待补：电话&lt;b&gt;】</mark>',
    );
  });

  it('有 is true only of a known figure that is not 0', () => {
    const source = '{{#if (有 a)}}有{{else}}无{{/if}}';
    expect([figure('1'), figure('0'), figure('0.00'), figure(null)].map(a => printed(source, { a })).join('')).toBe(
      '有无无无',
    );
  });

  it('are listed, one a file of their folder', () => {
    const files = readdirSync(join(import.meta.dirname, '../../pipeline/render/report/helpers'));
    expect(files.filter(file => !['data.ts', 'helper.ts', 'list.ts'].includes(file))).toHaveLength(HELPERS.length);
  });

  it('all have ids of their own', () => {
    expect(new Set(HELPERS.map(({ id }) => id)).size).toBe(HELPERS.length);
  });
});

describe('a chart', () => {
  const drawn = (a: Figure, b: Figure): string =>
    renderTemplate("{{图 '甲' a '乙' b 题='结果' 年=2025}}", { a, b }, new Map(), HELPERS);

  it('has last year beside this one only where all its figures can be compared', () => {
    const both = drawn(figure('3', { previous: '2' }), figure('0', { previous: '0' }));
    expect(both).toContain('<table class="chart"><caption>结果</caption>');
    expect(both.replace(/<[^>]*>/gu, '|').replace(/\|+/gu, '|')).toBe('|结果|指标（件）|2025年|2024年|甲|3|2|乙|0|0|');
    expect(drawn(figure('3', { previous: '2' }), figure('0'))).not.toContain('2024年');
  });

  it('is not drawn where a figure is unknown or all are 0', () => {
    expect(drawn(figure('3'), figure(null))).toBe('');
    expect(drawn(figure('0'), figure('0'))).toBe('');
  });
});
