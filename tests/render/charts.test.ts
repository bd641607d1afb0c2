import { describe, expect, test } from 'vitest';
import type { Edition } from '../../pipeline/model.ts';
import type { Chart } from '../../pipeline/render/charts/chart.ts';
import { chartsOverYears } from '../../pipeline/render/charts/over-years.ts';
import { svgOf } from '../../pipeline/render/charts/svg.ts';
import { districtEdition } from './district.ts';
import { unit } from './edition.ts';
import { formNamed } from './house.ts';

const SIZE = { width: 600, height: 300 };
const CHART: Chart = {
  title: '收到申请',
  alt: '收到申请：2024年3件，2025年不详',
  unit: '件',
  categories: ['2024年', '2025年'],
  series: [
    { name: '新收', values: [3, null] },
    { name: '结转', values: [17, 41] },
  ],
};

describe('a drawing', () => {
  test('has the same bytes each time, whatever was drawn before', async () => {
    const first = await svgOf(CHART, SIZE);
    await svgOf({ ...CHART, categories: ['a', 'b'] }, SIZE);
    expect(await svgOf(CHART, SIZE)).toBe(first);
  });

  test('shares no id with another one, so that both can stand in a page', async () => {
    const ids = (svg: string) => [...svg.matchAll(/\bid="([^"]+)"/gu)].map(([, id]) => id);
    const other = ids(await svgOf({ ...CHART, title: '办理结果' }, SIZE));
    const own = ids(await svgOf(CHART, SIZE));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(id => other.includes(id))).toEqual([]);
  });

  test('has a name, a pattern a series and the number of each bar, and nothing for what is unknown', async () => {
    const svg = await svgOf(CHART, SIZE);
    expect(svg).toContain('role="img" aria-label="收到申请：2024年3件，2025年不详"');
    expect(svg.match(/<pattern /gu)).toHaveLength(2);
    for (const number of ['3', '17', '41']) expect(svg).toContain(`>${number}</text>`);
    expect(svg).not.toMatch(/NaN|undefined|null|>-<\/text>/u);
  });

  test('runs nothing, asks for nothing and takes names as text', async () => {
    const name = '</svg><script>alert(1)</script>{a|b}{{x}}\u0000';
    const svg = await svgOf({ ...CHART, alt: `"${name}`, series: [{ name, values: [1, 2] }] }, SIZE);
    expect(svg).not.toMatch(/<script|<style|href="/u);
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('&lt;/svg&gt;&lt;script&gt;');
    expect(svg.match(/<\/svg>/gu)).toHaveLength(1);
  });
});

describe('the charts over the years', () => {
  const form = formNamed('annual-2021');
  const year = (period: string, previous: Edition | null) =>
    districtEdition({ form, units: [unit('01', '教育局')], plan: { period }, previous });

  test('need two years, show five at most, oldest first', () => {
    let edition = year('2018', null);
    expect(chartsOverYears(edition)).toEqual([]);
    for (const period of ['2019', '2020', '2021', '2022', '2023', '2024']) edition = year(period, edition);
    const charts = chartsOverYears(edition);
    expect(charts.map(({ title }) => title)).toEqual(['收到的政府信息公开申请', '办理结果', '年末尚未办结、尚未审结']);
    expect(charts[0]?.categories).toEqual(['2020年', '2021年', '2022年', '2023年', '2024年']);
  });

  test('cross from one form to the next, and leave unknown what a form does not ask', () => {
    const older = districtEdition({
      form: formNamed('annual-2014'),
      units: [unit('01', '教育局')],
      plan: { period: '2018' },
    });
    const [received] = chartsOverYears(year('2019', older));
    expect(received?.series).toEqual([
      { name: '本年新收', values: [5, 5] },
      { name: '上年结转', values: [null, 5] },
    ]);
    expect(received?.alt).toContain('上年结转：2018年不详，2019年5件');
  });
});
