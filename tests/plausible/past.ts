// Editions of earlier years, for tests of what compares with them.
import type { Edition, Return, Scope } from '../../pipeline/model.ts';
import { confronted, plan } from '../made.ts';

/** The years before 2025, newest first, as a chain of editions. */
export const yearsBefore = (years: readonly (readonly Return[])[], scope: Scope = 'own'): Edition | null =>
  years.reduceRight<Edition | null>(
    (previous, returns, back) => ({
      ...confronted(returns, { plan: plan({ period: String(2024 - back), scope }), previous }),
      findings: [],
      tally: [],
      failures: [],
      madeFrom: null,
    }),
    null,
  );
