// One period of a run: its edition made, delivered, kept and told.
import { join } from 'node:path';
import { addPdf } from '../deliver/add-pdf.ts';
import { deliver } from '../deliver/deliver.ts';
import { stillHeld } from '../deliver/lock.ts';
import type { House } from '../house.ts';
import type { Keep } from '../ledger/keep.ts';
import type { Document, Edition, LongDocument, Period } from '../model.ts';
import { knownOf, noticeOf } from '../notify/notice.ts';
import { periodName } from '../period.ts';
import { wordPath } from '../render/report/report.ts';
import { keptText } from '../terminal/kept.ts';
import { summary } from '../terminal/summary.ts';
import { logKept } from './output-folder.ts';
import type { RunOptions } from './run.ts';
import { recordText } from './standing.ts';
import type { Surroundings } from './surroundings.ts';

export interface Written {
  readonly edition: Edition;
  /** What is new since the edition before; '' where nothing is. */
  readonly notice: string;
}

/** Into archive and record, once what was offered to the archive is there. */
export type KeepLater = (...kept: Parameters<Keep>) => Promise<void>;

export const writeEdition = async (
  house: House,
  name: Period,
  { output, pdf }: RunOptions,
  keep: KeepLater,
  around: Surroundings,
): Promise<Written> => {
  const { log, print, milliseconds } = around;
  const started = milliseconds();
  const edition = await house.edition(name);
  const made = house.documents(edition);
  const documents = pdf ? withPdf(edition, made, join(output, name), around) : made;
  const before = knownOf(recordText(output, name) ?? '');
  const hashes = new Map<string, string>();
  stillHeld(output);
  const kept = await deliver(documents, output, name, { staged: (path, hash) => hashes.set(path, hash) });
  logKept(name, kept, around);
  await keep(edition, hashes);
  log.info({ period: name, ...countsIn(edition), ms: Math.round(milliseconds() - started) }, 'edition written');
  print(summary(edition, join(output, name)) + keptText(kept));
  return { edition, notice: noticeOf(edition, before) };
};

const withPdf = (
  { plan, form }: Edition,
  made: AsyncIterable<Document | LongDocument>,
  folder: string,
  { log, print }: Surroundings,
): AsyncIterable<Document | LongDocument> => {
  const path = wordPath(form);
  return addPdf(made, path, folder, without => {
    const reason = without.kind === 'lacking' ? 'there is no LibreOffice on this machine' : without.why;
    log.warn({ period: plan.period, reason }, 'the report was not printed as PDF');
    print(`${periodName(plan.period)}：没有生成 PDF。请用 Word 或 WPS 打开 ${path}，另存为 PDF。\n`);
  });
};

const countsIn = ({ plan, returns, judgements, findings }: Edition) => ({
  units: plan.units.length,
  filed: returns.length,
  files: judgements.length,
  findings: findings.length,
  fatal: findings.filter(({ severity }) => severity === 'fatal').length,
});
