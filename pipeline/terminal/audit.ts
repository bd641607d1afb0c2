// What an audit found, for a terminal.
import type { Audit } from '../ledger/audit.ts';
import { plain } from './plain.ts';

export const auditText = ({ differences, counts }: Audit): string => {
  const { files, runs, editions } = counts;
  const looked = `核对了存档 ${files} 个文件、运行记录 ${runs} 条、成果 ${editions} 期`;
  const verdict = differences.length === 0 ? '全部相符' : `有 ${differences.length} 处不符`;
  return [...differences.map(line => `不符：${plain(line)}`), `${looked}：${verdict}`]
    .map(line => `${line}\n`)
    .join('');
};
