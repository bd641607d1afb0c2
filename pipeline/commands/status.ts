// `status`: who has filed, who is missing, what is open.
import type { Period } from '../model.ts';
import { statusText } from '../terminal/status.ts';
import { EXIT } from './exit.ts';
import type { Source } from './source.ts';
import type { Surroundings } from './surroundings.ts';
import { periodsOf, withHouse } from './with-house.ts';

export const status = (named: Period | undefined, source: Source, around: Surroundings): Promise<number> =>
  withHouse(source, around, async house => {
    const wanted = named === undefined ? periodsOf(house, source.input).slice(-1) : [named];
    for (const name of wanted) around.print(statusText(await house.edition(name)));
    return EXIT.done;
  });
