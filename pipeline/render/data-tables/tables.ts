// All data tables, by name.
import { deliveries } from './deliveries.ts';
import { findings } from './findings.ts';
import { observations } from './observations.ts';
import type { DataTable } from './table.ts';
import { tally } from './tally.ts';
import { totals } from './totals.ts';

export const DATA_TABLES: readonly DataTable[] = [deliveries, findings, observations, tally, totals];
