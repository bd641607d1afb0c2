// A page around blocks: the shell and style of templates/page.

import type { Page } from '../format.ts';
import type { Markup } from './escape.ts';
import { asMarkup, renderTemplate } from './template.ts';

/** `title` is text; the style comes from our own folder and stands in the page as it is, so that it needs no other file. */
export const printPage = (page: Page, title: string, body: Markup): string =>
  renderTemplate(page.shell, { title, style: asMarkup({ markup: page.style }), body: asMarkup(body) }, new Map(), []);
