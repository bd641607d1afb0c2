// Pages as a browser shows them, from a file and without a network.
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { fileWith } from './files.ts';
import { chromiumPath } from './programs.ts';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: ['--disable-quic', '--no-first-run'] });

/** The page as opened from disk by a double click; requests for anything else are refused and listed in `requests`. */
export const openPage = async (browser: Browser, html: string | Uint8Array, options: BrowserContextOptions = {}) => {
  const path = fileWith('page.html', html);
  const context = await browser.newContext({ offline: true, ...options });
  const page: Page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', request => {
    if (request.url() !== pathToFileURL(path).href) requests.push(request.url());
  });
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(pathToFileURL(path).href);
  return { page, requests, errors };
};
