// The overview as a browser shows it from disk: by mouse, keyboard, reader, on paper and without script.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Edition, Finding } from '../../pipeline/model.ts';
import { overviewHtml } from '../../pipeline/render/overview-html.ts';
import { violationsOf } from '../axe.ts';
import { openBrowser, openPage } from '../browser.ts';
import { finding, judgement } from '../made.ts';
import { commandOf, pdfText, testWith } from '../programs.ts';
import { districtEdition } from './district.ts';
import { unit } from './edition.ts';
import { formNamed, KIT } from './house.ts';

const form = formNamed('annual-2021');
const inBrowser = testWith('chromium');

let browser: Browser;
beforeAll(async () => {
  if (commandOf('chromium') !== null) browser = await openBrowser();
});
afterAll(() => browser?.close());

const htmlOf = async (edition: Edition): Promise<Uint8Array> => {
  const [document] = await overviewHtml.render(edition, KIT);
  return document?.bytes ?? new Uint8Array();
};

const about = (id: string, code: string | null, more: Partial<Finding>): Finding =>
  finding({ id, place: { unit: code, table: 't3', row: 'granted', column: 'total', ref: null }, ...more });

const units = [{ ...unit('01', '教育局'), contact: '张主任' }, unit('02', '民政局'), unit('11', '董志镇', '乡镇')];
const FINDINGS = [
  about('f000000000001', '01', {
    severity: 'fatal',
    check: 'adds-up',
    message: '分项之和为 35，少 18。',
    due: '35',
    difference: '-18',
  }),
  about('f000000000002', '01', { message: '与上年相差很大。', suggestion: '请核实' }),
  about('f000000000003', '02', { severity: 'info', message: '行名写错一字。' }),
  about('f000000000004', '02', { status: 'explained', explanation: '口径调整', message: '总计未填。' }),
];
const ordinary = districtEdition({
  form,
  units,
  filed: ['01', '02'],
  findings: FINDINGS,
  typed: ({ code }, nth) => (nth === 0 ? (code === '01' ? '13余' : '') : String(nth)),
  previous: districtEdition({ form, units, plan: { period: '2024' } }),
});

const shownFindings = (page: Page): Promise<readonly string[]> =>
  page.locator('.finding:not([hidden])').evaluateAll(items => items.map(item => item.id));

describe('the overview', () => {
  inBrowser('asks for nothing, says no error and is accessible, on a screen, on a phone and in parts', async () => {
    const { page, requests, errors } = await openPage(browser, await htmlOf(ordinary));
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.finding summary').first().click();
    await page.locator('#sums td.figure button').first().click();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect([requests, errors]).toEqual([[], []]);
    await page.context().close();
  });

  inBrowser('narrows the findings by keyboard, and says how many are left', async () => {
    const { page } = await openPage(browser, await htmlOf(ordinary));
    expect(await page.locator('#found').textContent()).toBe('显示 4 条，共 4 条');
    await page.getByLabel('程度').focus();
    await page.keyboard.press('ArrowDown');
    expect(await shownFindings(page)).toEqual(['f000000000001']);
    await page.keyboard.press('Home');
    await page.getByLabel('状态').selectOption('已说明');
    expect(await shownFindings(page)).toEqual(['f000000000004']);
    await page.getByLabel('状态').selectOption('');
    await page.locator('select[name=unit]').selectOption('民政局');
    expect(await shownFindings(page)).toHaveLength(2);
    await page.getByLabel('查找').focus();
    await page.keyboard.type('写错 一字');
    expect(await shownFindings(page)).toEqual(['f000000000003']);
    await page.keyboard.type('没有的话');
    expect(await page.locator('#nothing').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => shownFindings(page)).toHaveLength(4);
    await page.getByLabel('核对内容').selectOption('总计等于各分项之和');
    expect(await shownFindings(page)).toEqual(['f000000000001']);
    await page.context().close();
  });

  inBrowser('opens a figure by keyboard down to its cells, and gives the focus back', async () => {
    const { page } = await openPage(browser, await htmlOf(ordinary));
    const button = page.locator('#sums td.figure button').first();
    expect(await button.textContent()).toBe('13余');
    await button.focus();
    await page.keyboard.press('Enter');
    const rows = page.locator('#source-rows tr');
    expect(
      await rows.evaluateAll(lines => lines.map(line => [...line.children].map(cell => cell.textContent))),
    ).toEqual([
      ['教育局', '13余', '13', '部门/教育局.xlsx', '年度报告', 'C5'],
      ['民政局', '（空）', '0', '部门/民政局.xlsx', '年度报告', 'C5'],
    ]);
    expect(await page.locator('#source-missing').textContent()).toBe('不含 1 个单位：董志镇。');
    expect(await page.locator('#source-sum').textContent()).toContain('由 2 个单位相加而来，其中 1 个不是 0');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(await page.evaluate("document.activeElement === document.querySelector('#sums td.figure button')")).toBe(
      true,
    );
    await page.context().close();
  });

  inBrowser('copies the list of the missing, and the id of a finding', async () => {
    const { page } = await openPage(browser, await htmlOf(ordinary), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: '复制催报名单' }).click();
    const text = '请以下单位于 2026-01-31 前报送2025年政府信息公开报表（3 个应报单位中还缺以下单位）：\n乡镇：董志镇';
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(text);
    expect(await page.locator('#told').textContent()).toBe('已复制');
    await page.locator('.finding summary').first().click();
    await page.getByRole('button', { name: '复制编号' }).click();
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe('f000000000001');
    await page.context().close();
  });

  inBrowser('shows a unit’s findings from the lists, and a finding that an address names', async () => {
    const { page } = await openPage(browser, await htmlOf(ordinary));
    await page.locator('a.see', { hasText: '教育局' }).click();
    await expect.poll(() => shownFindings(page)).toEqual(['f000000000001', 'f000000000002']);
    await page.evaluate('location.hash = "f000000000003"');
    await expect.poll(() => page.locator('#f000000000003 details').getAttribute('open')).toBe('');
    expect(await page.locator('#f000000000003').isVisible()).toBe(true);
    await page.context().close();
  });

  inBrowser('is all on paper, whatever was filtered or closed', async () => {
    const { page } = await openPage(browser, await htmlOf(ordinary));
    await page.getByLabel('程度').selectOption('强制性');
    await page.emulateMedia({ media: 'print' });
    for (const { message } of FINDINGS) expect(await page.getByText(message).first().isVisible(), message).toBe(true);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    const text = pdfText(await page.pdf()).replace(/\s/gu, '');
    for (const { id, message } of FINDINGS) {
      expect(text).toContain(id);
      expect(text).toContain(message.replaceAll(' ', ''));
    }
    await page.context().close();
  });

  inBrowser('has its content where no script may run', async () => {
    const { page, errors } = await openPage(browser, await htmlOf(ordinary), { javaScriptEnabled: false });
    expect(await page.locator('.verdict').textContent()).toContain('还不能发布：1 个单位未报');
    expect(await page.locator('#missing-text').isVisible()).toBe(true);
    await page.locator('.finding summary').first().click();
    expect(await page.getByText('分项之和为 35，少 18。').isVisible()).toBe(true);
    expect(await page.locator('#sums td.figure').first().textContent()).toBe('13余');
    expect(await page.locator('#years svg').count()).toBe(3);
    expect(await page.locator('noscript').textContent()).toContain('observations.csv');
    for (const useless of ['#filters', 'button.copy'])
      expect(await page.locator(useless).first().isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

const ATTACKS = [
  '</script><img src=x onerror="document.title=1">',
  '"><svg onload=document.title=2>',
  '{{constructor}}{{{verdict}}}',
  '__proto__',
  '\u202egnp.xlsx\u2066',
  "'-document.title-'<!--",
];

describe('what others wrote', () => {
  inBrowser('changes nothing, wherever it stands', async () => {
    const hostile = ATTACKS.map((name, i) => ({ ...unit(`0${i}`, name, name), contact: name }));
    const edition = districtEdition({
      form,
      units: hostile,
      filed: hostile.slice(1).map(({ code }) => code),
      plan: { organ: ATTACKS[0] ?? null },
      typed: ({ name }, nth) => (nth < 3 ? name : '1'),
      file: ({ name }) => `${name}/${name}.xlsx`,
      findings: hostile.map(({ code, name }, i) =>
        about(`f${i}`, code, {
          ...{ severity: i % 2 === 0 ? 'fatal' : 'query', check: name, message: name, stated: name, due: name },
          ...{ suggestion: name, explanation: name, status: i === 3 ? 'explained' : 'open' },
          place: {
            unit: code,
            table: 't3',
            row: 'granted',
            column: 'total',
            ref: { file: name, sheet: name, cell: name },
          },
        }),
      ),
      judgements: ATTACKS.map(path =>
        judgement({ delivery: { path, sha256: path, size: 1 }, status: 'rejected', reason: path, unit: path }),
      ),
    });
    const { page, requests, errors } = await openPage(browser, await htmlOf(edition));
    expect(await page.title()).toBe(`2025年总览·${ATTACKS[0]}`);
    expect(await page.locator('img, body svg, script:not([id])').count()).toBe(1);
    expect(await page.locator('.finding').count()).toBe(ATTACKS.length);
    expect(await page.locator('#missing-text').textContent()).toContain(
      `${ATTACKS[0]}：${ATTACKS[0]}（${ATTACKS[0]}）`,
    );
    expect(await page.locator('.files th.path').allTextContents()).toEqual(
      ATTACKS.map(path => path.replace(/[\u202e\u2066]/gu, '\ufffd')),
    );
    for (const button of (await page.locator('#sums td.figure button').all()).slice(0, 4)) {
      await button.click();
      await page.locator('#source-close').click();
    }
    for (const name of ['__proto__', '{{constructor}}{{{verdict}}}']) {
      await page.locator('select[name=unit]').selectOption(name);
      expect(await shownFindings(page)).toHaveLength(1);
    }
    expect(await violationsOf(page)).toEqual([]);
    expect([requests, errors]).toEqual([[], []]);
    await page.context().close();
  });
});
