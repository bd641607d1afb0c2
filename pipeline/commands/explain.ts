// `explain`: a figure down to its units, files, cells and raw texts.
import type { Period } from '../model.ts';
import { explainText } from '../terminal/explain.ts';
import { EXIT } from './exit.ts';
import type { Source } from './source.ts';
import type { Surroundings } from './surroundings.ts';
import { withHouse } from './with-house.ts';

export interface ExplainOptions extends Source {
  readonly unit?: string;
}

export const explain = (named: Period, item: string, options: ExplainOptions, around: Surroundings): Promise<number> =>
  withHouse(options, around, async house => {
    around.print(explainText(await house.edition(named), item, options.unit ?? null));
    return EXIT.done;
  });
