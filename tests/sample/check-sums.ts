// Proves that the returns of 2017 add up to what the district published.
import { APPROXIMATE, FACTS } from './facts.ts';
import type { Truth } from './truth.ts';

export function checkSums(truth: Truth) {
  const wrong: string[] = [];
  for (const [item, fact] of Object.entries(FACTS)) {
    let sum = 0;
    for (const unit of Object.values(truth)) sum += Number(unit[`${item}.value`] ?? 0);
    const due = APPROXIMATE[item] ?? fact;
    if (String(sum) !== due) wrong.push(`${item}: ${sum}, published ${due}`);
  }
  if (wrong.length > 0) throw new Error(`the returns of 2017 do not add up:\n${wrong.join('\n')}`);
}
