// The report as a government site would put it online, and as it comes out of a printer.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../pipeline/house.ts';
import { openLog } from '../../pipeline/log.ts';
import type { Document, Edition } from '../../pipeline/model.ts';
import { overviewHtml } from '../../pipeline/render/overview-html.ts';
import { reportHtml } from '../../pipeline/render/report-html.ts';
import { violationsOf } from '../axe.ts';
import { openBrowser, openPage } from '../browser.ts';
import { commandOf, pdfText, testWith } from '../programs.ts';
import { districtEdition } from './district.ts';
import { unit } from './edition.ts';
import { formNamed, KIT } from './house.ts';

const ROOT = join(import.meta.dirname, '../..');
const inBrowser = testWith('chromium');

let browser: Browser;
let house: House;
beforeAll(async () => {
  if (commandOf('chromium') !== null) browser = await openBrowser();
  const places = { input: join(ROOT, 'input'), templates: join(ROOT, 'templates') };
  house = await openHouse(places, '2026-01-20', openLog('silent'), () => {});
});
afterAll(async () => {
  await browser?.close();
  await house.close();
});

const bytesOf = ([document]: readonly Document[]): Uint8Array => document?.bytes ?? new Uint8Array();
const reportOf = (edition: Edition): Uint8Array => bytesOf(reportHtml.render(edition, KIT));

describe.each(['2017', '2021', '2022', '2023'])('the pages of the sample of %s', period => {
  inBrowser('are accessible, fit a phone and ask for nothing', async () => {
    const edition = await house.edition(period);
    for (const html of [reportOf(edition), bytesOf(await overviewHtml.render(edition, KIT))]) {
      const { page, requests, errors } = await openPage(browser, html);
      expect(await violationsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      expect([requests, errors]).toEqual([[], []]);
      await page.context().close();
    }
  });
});

const edition = districtEdition({
  form: formNamed('annual-2021'),
  units: [unit('01', '教育局'), unit('02', '<民政局>')],
});

inBrowser('the report has its tables whole, each on one page, and page numbers outside', async () => {
  const { page } = await openPage(browser, reportOf(edition));
  const pages = pdfText(await page.pdf({ preferCSSPageSize: true }))
    .split('\f')
    .slice(0, -1);
  const numbers = pages.map(text => /^( *)—\s*(\d+)\s*—\s*$/mu.exec(text));
  expect(numbers.map(found => found?.[2])).toEqual(pages.map((_, nth) => String(nth + 1)));
  // Odd ones stand at the right and even ones at the left.
  const indents = numbers.map(found => found?.[1]?.length ?? -1);
  expect(indents.map(indent => (indent > 20 ? 'right' : 'left'))).toEqual(
    pages.map((_, nth) => (nth % 2 === 0 ? 'right' : 'left')),
  );
  const grid = pages.filter(
    text => text.includes('本年新收政府信息公开申请数量') && text.includes('结转下年度继续办理'),
  );
  expect(grid).toHaveLength(1);
  await page.context().close();
});

test('every table of the report has a name and says what its headings head', () => {
  const html = new TextDecoder().decode(reportOf(edition));
  const tables = html.match(/<table[\s\S]*?<\/table>/gu) ?? [];
  expect(tables.map(table => /<caption[^>]*>([^<]*)</u.exec(table)?.[1])).toEqual([
    '政府信息公开申请办理结果',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
  ]);
  expect(tables.join('').match(/<th(?! scope=)[ >]/gu)).toBeNull();
});

test('the head says what a government site asks of it, as far as it is known', () => {
  const html = new TextDecoder().decode(reportOf(edition));
  expect(html).toContain('<meta name="ArticleTitle" content="西峰区2025年政府信息公开工作年度报告">');
  expect(html).toContain('<meta name="ContentSource" content="西峰区">');
  const unnamed = reportOf({ ...edition, plan: { ...edition.plan, organ: null } });
  expect(new TextDecoder().decode(unnamed)).not.toContain('ContentSource');
});
