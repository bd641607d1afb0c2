// Text → markup: nothing that others wrote can become an element, an attribute or broken XML.

/** Markup that may stand in a document as it is; everything else is text and gets escaped. */
export interface Markup {
  readonly markup: string;
}

export const escapeText = (text: string): string =>
  text.replace(SPECIAL, character => ENTITIES[character] ?? character);

/** A text that others wrote, as it may stand in markup. */
export const escaped = (text: string): string => escapeText(printable(text));

/** Without what XML forbids: control characters and halves of surrogate pairs become U+FFFD. */
export const printable = (text: string): string => text.toWellFormed().replace(FORBIDDEN, '\ufffd');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const SPECIAL = /[&<>"']/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
