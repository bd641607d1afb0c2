import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../pipeline/render/report-html.ts';
import { type Made, madeEdition } from './edition.ts';
import { formNamed, KIT } from './house.ts';

const form = formNamed('annual-2021');
const made = (filed: readonly string[], permits: string): Made => ({ form, filed, values: { 't2.permit': permits } });

const page = (now: Made, before: Made): string => {
  const [document] = reportHtml.render(
    madeEdition({ ...now, previous: madeEdition({ ...before, period: '2024' }) }),
    KIT,
  );
  return new TextDecoder().decode(document?.bytes).replace(/<[^>]*>/g, '');
};

describe('a change against the year before', () => {
  it('is told where both sums are over the same units', () => {
    expect(page(made(['01', '02', '11'], '150'), made(['01', '02', '11'], '100'))).toContain('同比增长50.0%');
  });

  it('is not told, and that is said, where a unit is missing from one of them', () => {
    const text = page(made(['01', '02', '11'], '150'), made(['01', '02'], '100'));
    expect(text).not.toContain('同比增长');
    expect(text).toContain('口径不一，没有计算同比');
  });
});
