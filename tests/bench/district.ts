// A synthetic district: years of its units' figures on the 2021 form, with many zeros, years that scatter, and honest jumps.
import type { Chance } from './chance.ts';

/** By item name; what is not there is 0. Totals are not in it: they follow. */
export type Leaves = ReadonlyMap<string, number>;

export interface Years {
  readonly unit: string;
  readonly group: string;
  readonly years: readonly Leaves[];
}

const APPLICANTS = ['natural', 'enterprise', 'research', 'welfare', 'legal', 'other'];
const APPLICANT_SHARES = [0.85, 0.07, 0.005, 0.01, 0.035, 0.03];
const OUTCOMES: readonly (readonly [string, number])[] = [
  ['granted', 0.42],
  ['partial', 0.12],
  ['na_not_held', 0.22],
  ['deny_process', 0.03],
  ['deny_internal', 0.03],
  ['deny_third_party', 0.03],
  ['deny_case_file', 0.03],
  ['deny_query', 0.02],
  ['na_need_create', 0.02],
  ['rej_petition', 0.02],
  ['rej_repeat', 0.02],
  ['oth_no_correction', 0.02],
  ['oth_misc', 0.02],
];
/** Share of the units that have any, usual mean, how units spread (gamma shape), how a unit's years scatter. */
const LISTED: readonly (readonly [string, number, number, number, number])[] = [
  ['t2.norm_made', 0.6, 3, 0.7, 0.3],
  ['t2.norm_repealed', 0.5, 2, 0.5, 0.8],
  ['t2.permit', 0.4, 900, 0.3, 0.25],
  ['t2.penalty', 0.4, 250, 0.3, 0.15],
  ['t2.coercion', 0.25, 20, 0.3, 0.5],
];

export const districtOf = (chance: Chance, units: number, years: number): readonly Years[] =>
  Array.from({ length: units }, (_, nth) => {
    const unit = String(nth + 1).padStart(3, '0');
    const group = nth % 3 === 0 ? '乡镇' : '部门';
    return { unit, group, years: yearsOf(chance, years) };
  });

const yearsOf = (chance: Chance, count: number): readonly Leaves[] => {
  const levels = LISTED.map(([, share, mean, shape]) => (chance.even() < share ? chance.gamma(shape, mean) : 0));
  const applications = chance.gamma(0.4, 12);
  const outcomes = OUTCOMES.map(([, share]) => chance.gamma(2, share));
  const fee = chance.even() < 0.15 ? Math.exp(3 + 1.5 * chance.normal()) : 0;
  const cases = chance.even() < 0.3 ? chance.gamma(0.5, 2) : 0;
  let stock = chance.count(12, 2);
  return Array.from({ length: count }, () => {
    const leaves = new Map<string, number>();
    for (const [nth, [item, , , , dispersion]] of LISTED.entries())
      leaves.set(item, chance.count((levels[nth] ?? 0) * jump(chance), dispersion));
    stock = Math.max(0, stock + (leaves.get('t2.norm_made') ?? 0) - (leaves.get('t2.norm_repealed') ?? 0));
    leaves.set('t2.norm_valid', stock);
    leaves.set('t2.fee_wan', Math.round(100 * fee * Math.exp(0.5 * chance.normal())) / 100);
    apply(leaves, chance, chance.count(applications * jump(chance), 0.2), outcomes);
    for (const kind of ['rev', 'dir', 'post'])
      for (const result of ['upheld', 'corrected', 'other', 'pending'])
        leaves.set(`t4.${kind}_${result}`, chance.count((cases * (result === 'upheld' ? 0.6 : 0.15)) / 2, 0.5));
    return leaves;
  });
};

/** Honest jumps, as published years have them: permits × 17, × 5 and back, applications × 4 (one in forty). */
const jump = (chance: Chance): number => (chance.even() < 0.025 ? chance.pick([0.2, 0.3, 3, 4, 5, 17]) : 1);

const apply = (leaves: Map<string, number>, chance: Chance, received: number, outcomes: readonly number[]): void => {
  const more = (item: string): void => {
    leaves.set(item, (leaves.get(item) ?? 0) + 1);
  };
  for (let nth = 0; nth < received; nth += 1) {
    const applicant = APPLICANTS[drawn(chance, APPLICANT_SHARES)] ?? 'natural';
    more(`t3.new_received.${applicant}`);
    if (chance.even() < 0.03) more(`t3.carried_out.${applicant}`);
    else more(`t3.${OUTCOMES[drawn(chance, outcomes)]?.[0]}.${applicant}`);
  }
};

const drawn = (chance: Chance, shares: readonly number[]): number => {
  let left = chance.even() * shares.reduce((sum, share) => sum + share, 0);
  for (const [nth, share] of shares.entries()) {
    left -= share;
    if (left < 0) return nth;
  }
  return 0;
};
