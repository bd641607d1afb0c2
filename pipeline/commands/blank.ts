// `blank`: blank returns of a period, one a unit, into its folder 空白表.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deliver } from '../deliver/deliver.ts';
import type { Period } from '../model.ts';
import { periodName } from '../period.ts';
import { keptText } from '../terminal/kept.ts';
import { EXIT } from './exit.ts';
import { alone, keepApart, logKept } from './output-folder.ts';
import type { Source } from './source.ts';
import type { Surroundings } from './surroundings.ts';
import { withHouse } from './with-house.ts';

const BLANKS = '空白表';

export interface BlankOptions extends Source {
  readonly output: string;
  readonly unit?: string;
}

export const blank = async (named: Period, options: BlankOptions, around: Surroundings): Promise<number> => {
  keepApart(options);
  const { log, print, milliseconds } = around;
  return withHouse(options, around, async house => {
    const started = milliseconds();
    const folder = join(options.output, named, BLANKS);
    const standing = new Set(existsSync(folder) ? readdirSync(folder) : []);
    const documents = await house.blanks(named, options.unit ?? null, standing);
    const kept = await alone(options.output, around, () => deliver(documents, options.output, named, { part: BLANKS }));
    logKept(named, kept, around);
    log.info({ period: named, blanks: documents.length, ms: Math.round(milliseconds() - started) }, 'blanks written');
    print(`${periodName(named)}：空白表 ${documents.length} 份 → ${folder}\n${keptText(kept)}`);
    return EXIT.done;
  });
};
