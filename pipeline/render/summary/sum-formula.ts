// The formula of a sum: unknown where no unit states the figure, and money without the dust of binary fractions.
import type { Measure } from '../../model.ts';

/** `IF(COUNT(F6:L6)=0,"",SUM(F6:L6))`. A function takes 255 arguments at most, and there may be more groups. */
export const sumFormula = (ranges: readonly string[], measure: Measure): string => {
  const sum = all('SUM', ranges);
  return `IF(${all('COUNT', ranges)}=0,"",${measure === 'money' ? `ROUND(${sum},${PLACES})` : sum})`;
};

const all = (name: string, ranges: readonly string[]): string => {
  const parts: string[] = [];
  for (let from = 0; from < ranges.length; from += MOST)
    parts.push(`${name}(${ranges.slice(from, from + MOST).join(',')})`);
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join('+')})`;
};

const MOST = 200;
/** Of 万元: below a thousandth of a fen. */
const PLACES = 8;
