// The kinds of claim that are tried, by id.
import { addsUp } from './claims/adds-up.ts';
import { announced } from './claims/announced.ts';
import { change } from './claims/change.ts';
import { citation } from './claims/citation.ts';
import { equalsSum } from './claims/equals-sum.ts';
import { flow } from './claims/flow.ts';
import { once } from './claims/once.ts';
import { share } from './claims/share.ts';
import { sharesOfOne } from './claims/shares-of-one.ts';
import { totalled } from './claims/totalled.ts';
import type { Judge } from './judge.ts';

export const JUDGES: readonly Judge[] = [
  addsUp,
  announced,
  change,
  citation,
  equalsSum,
  flow,
  once,
  share,
  sharesOfOne,
  totalled,
];
