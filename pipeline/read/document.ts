// A written report, as plain paragraphs: .docx, .html or plain text, told apart by content. Tables are no prose.
import type { RefusalKind } from '../model.ts';
import { readDocx } from './document/docx.ts';
import { isHtml, readHtml } from './document/html.ts';
import { kindOf } from './kind.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { Refusal, refuse } from './refusal.ts';
import { decodeText } from './text.ts';
import { readDirectory } from './zip/directory.ts';

export type Writing =
  | { readonly kind: 'writing'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: RefusalKind; readonly detail: string };

/** Never throws. */
export const readDocument = (bytes: Uint8Array, limits: Limits = defaultLimits): Writing => {
  try {
    const paragraphs = paragraphsOf(bytes, limits)
      .map(text => text.trim())
      .filter(text => text !== '');
    return { kind: 'writing', paragraphs };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refusal: error.kind, detail: error.message };
    return { kind: 'refused', refusal: 'crashed', detail: String(error).slice(0, 200) };
  }
};

const paragraphsOf = (bytes: Uint8Array, limits: Limits): readonly string[] => {
  if (bytes.length === 0) return refuse('empty', '0 字节');
  if (bytes.length > limits.file) return refuse('too-large', `文件超过 ${limits.file} 字节`);
  const kind = kindOf(bytes);
  if (kind === 'zip') return readDocx(readDirectory(bytes, limits));
  if (kind === 'ole2') return refuse('damaged', '旧格式 .doc，请另存为 .docx');
  if (kind !== 'text') return refuse('damaged', `${kind.other}，不是 .docx、.html 或 .txt`);
  const { text } = decodeText(bytes);
  return isHtml(text) ? readHtml(text) : text.split(/[\r\n]/u);
};
