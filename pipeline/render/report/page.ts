// A page around blocks: the shell and style of templates/page.

import type { Page } from '../format.ts';
import type { Markup } from './escape.ts';
import { asMarkup, renderTemplate } from './template.ts';

/** What government sites ask of the head of a page, as far as a report knows it; `organ` is '' where none is named. */
export interface PageHead {
  readonly title: string;
  readonly organ: string;
}

/** The head is text; the style comes from our own folder and stands in the page as it is, so that it needs no other file. */
export const printPage = (page: Page, { title, organ }: PageHead, body: Markup): string =>
  renderTemplate(
    page.shell,
    { title, organ, style: asMarkup({ markup: page.style }), body: asMarkup(body) },
    new Map(),
    [],
  );
