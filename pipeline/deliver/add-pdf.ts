// The report as PDF beside its document of Word. It is printed anew only where the document is another one than at the last run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, LongDocument } from '../model.ts';
import { sha256 } from '../sha256.ts';
import { MANIFEST, writtenBy } from './manifest.ts';
import { type Printed, printPdf } from './print-pdf.ts';
import type { Documents } from './stage.ts';

export type WithoutPdf = Exclude<Printed, { readonly kind: 'pdf' }>;

type Print = (docx: Uint8Array) => Promise<Printed>;

/** The documents, and behind them the PDF. `path` is that of the .docx; `folder` is where the last edition lies; `tell` is told why there is none. */
export async function* addPdf(
  documents: Documents,
  path: string,
  folder: string,
  tell: (without: WithoutPdf) => void,
  print: Print = printPdf,
): AsyncGenerator<Document | LongDocument> {
  let docx: Document | null = null;
  for await (const document of documents) {
    if (document.path === path && 'bytes' in document) docx = document;
    yield document;
  }
  if (docx === null) return;
  const pdfPath = path.replace(/\.docx$/u, '.pdf');
  const known = lastPdf(docx, pdfPath, folder);
  const printed: Printed = known === null ? await print(docx.bytes) : { kind: 'pdf', bytes: known };
  if (printed.kind !== 'pdf') tell(printed);
  else yield { path: pdfPath, bytes: known ?? settled(printed.bytes, docx.bytes) };
}

/** The bytes of the last edition's PDF, where it was printed from this very document and nobody changed it since. */
const lastPdf = (docx: Document, pdfPath: string, folder: string): Uint8Array | null => {
  try {
    const written = writtenBy(readFileSync(join(folder, MANIFEST), 'utf8'));
    if (written.get(docx.path)?.has(sha256(docx.bytes)) !== true) return null;
    const pdf = readFileSync(join(folder, pdfPath));
    return written.get(pdfPath)?.has(sha256(pdf)) === true ? pdf : null;
  } catch {
    return null;
  }
};

// LibreOffice stamps the clock and a random number; in their places, of the same length, stands what the document gives.
const settled = (pdf: Uint8Array, docx: Uint8Array): Uint8Array => {
  const number = sha256(docx).slice(0, 32).toUpperCase();
  const text = Buffer.from(pdf).toString('latin1');
  const start = text.lastIndexOf('/CreationDate(D:');
  const head = text.slice(0, Math.max(0, start));
  const tail = text
    .slice(Math.max(0, start))
    .replace(/\/CreationDate\(D:\d{14}/u, '/CreationDate(D:20000101000000')
    .replace(/\/ID \[ <[\dA-F]{32}>(\s*)<[\dA-F]{32}> \]/u, `/ID [ <${number}>$1<${number}> ]`)
    .replace(/\/DocChecksum \/[\dA-F]{32}/u, `/DocChecksum /${number}`);
  return Buffer.from(head + tail, 'latin1');
};
