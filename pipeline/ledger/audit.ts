// Whether archive, record and editions are still what the runs wrote: differences in Chinese, and how much was looked at.
import { existsSync } from 'node:fs';
import { auditArchive } from './audit-archive.ts';
import { auditEditions } from './audit-editions.ts';
import { auditRecord } from './audit-record.ts';
import { ledgerIn } from './open.ts';
import { openSqlite, Unusable } from './sqlite.ts';

export interface Audit {
  readonly differences: readonly string[];
  readonly counts: { readonly files: number; readonly runs: number; readonly editions: number };
}

/** Throws what the disk says where the output cannot be read. */
export const audit = (output: string): Audit => {
  const path = ledgerIn(output);
  if (!existsSync(path)) return unrecorded(path);
  try {
    const ledger = openSqlite(path, 'read');
    try {
      const record = auditRecord(ledger);
      const archive = auditArchive(output, record.archived);
      const editions = auditEditions(output, record.delivered);
      return {
        differences: [...record.differences, ...archive.differences, ...editions.differences],
        counts: { files: archive.count, runs: record.count, editions: editions.count },
      };
    } finally {
      ledger.close();
    }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    if (error.why === 'empty') return unrecorded(path);
    const why = error.why === 'newer' ? '是更新版本的程序写的，请升级程序后再核对' : '已损坏，请从备份恢复';
    return nothing(`运行记录 ${path} ${why}（${error.message}）`);
  }
};

const unrecorded = (path: string): Audit => nothing(`没有运行记录 ${path}，无从核对；运行一次即可建立`);

const nothing = (difference: string): Audit => ({
  differences: [difference],
  counts: { files: 0, runs: 0, editions: 0 },
});
