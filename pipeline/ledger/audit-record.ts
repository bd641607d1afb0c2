// The record against itself: the chain of the runs, every content against its fingerprint, the deliveries against the runs.
import { periodName } from '../period.ts';
import { sha256 } from '../sha256.ts';
import { CHAIN_START, chained } from './hash.ts';
import type { ChainedRun, Hash, Ledger, RecordedFile, Run } from './ledger.ts';

export interface RecordAudit {
  readonly differences: readonly string[];
  readonly count: number;
  /** What is to be in the archive, by fingerprint, with a name for people. */
  readonly archived: ReadonlyMap<Hash, string>;
  /** The last edition of each period: path → sha256 of its documents. */
  readonly delivered: ReadonlyMap<string, ReadonlyMap<string, Hash>>;
}

const CONTENTS = {
  inputs: '文件清单',
  observations: '各单位数据',
  findings: '问题清单',
  explanations: '核实说明',
  documents: '成果清单',
} as const;

export const auditRecord = (ledger: Ledger): RecordAudit => {
  const rows = ledger.runs();
  const brokenAt = brokenChain(rows);
  const differences: string[] = brokenAt === null ? [] : [`运行记录被改动或缺少：从第 ${brokenAt} 条起前后对不上`];
  const sound = soundContents(ledger);
  const recorded = <T>(hash: Hash): T | null =>
    sound.has(hash) ? (JSON.parse(ledger.content(hash) ?? 'null') as T) : null;
  const archived = new Map<Hash, string>();
  const firstSeen = new Map<Hash, string>();
  const delivered = new Map<string, ReadonlyMap<string, Hash>>();
  for (const { number, run } of parsed(rows)) {
    const name = `${periodName(run.period)}（第 ${number} 条，${run.time}）`;
    for (const [key, what] of Object.entries(CONTENTS) as [keyof typeof CONTENTS, string][]) {
      const whole = recorded<readonly unknown[]>(run[key]);
      const parts = key === 'observations' ? ((whole ?? []) as readonly Hash[]) : [];
      if (whole === null || parts.some(part => !sound.has(part))) differences.push(`${name}记录的${what}缺少或被改动`);
    }
    for (const { path, sha256 } of recorded<readonly RecordedFile[]>(run.inputs) ?? []) {
      if (sha256 === '') continue;
      if (!archived.has(sha256)) archived.set(sha256, `${run.period}/${path}`);
      if (!firstSeen.has(sha256)) firstSeen.set(sha256, run.time);
    }
    archived.set(run.roster.sha256, run.roster.name);
    if (run.settings !== null) archived.set(run.settings, `${run.period}/period.yaml`);
    if (run.delivered) delivered.set(run.period, new Map(recorded<readonly [string, Hash][]>(run.documents) ?? []));
  }
  const seen = new Map(ledger.deliveries().map(delivery => [delivery.sha256, delivery.firstSeen] as const));
  for (const hash of new Set([...firstSeen.keys(), ...seen.keys()]))
    if (firstSeen.get(hash) !== seen.get(hash))
      differences.push(`首次收到的时间缺少或被改动：${archived.get(hash) ?? '不明文件'}（指纹 ${hash}）`);
  return { differences, count: rows.length, archived, delivered };
};

const brokenChain = (rows: readonly ChainedRun[]): number | null => {
  let before: Hash = CHAIN_START;
  for (const [nth, { number, text, chain }] of rows.entries()) {
    if (number !== nth + 1 || chain !== chained(before, text)) return nth + 1;
    before = chain;
  }
  return null;
};

const soundContents = (ledger: Ledger): ReadonlySet<Hash> => {
  const sound = new Set<Hash>();
  for (const [hash, text] of ledger.contents()) if (text !== null && sha256(text) === hash) sound.add(hash);
  return sound;
};

// A row that somebody made unreadable is a break of the chain, which is told.
const parsed = (rows: readonly ChainedRun[]): readonly { readonly number: number; readonly run: Run }[] =>
  rows.flatMap(({ number, text }) => {
    try {
      return [{ number, run: JSON.parse(text) as Run }];
    } catch {
      return [];
    }
  });
