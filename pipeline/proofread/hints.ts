// What a wrong sum often comes from (crosschecks P9).
import type { Decimal } from '../model.ts';
import { distanceOf } from './arithmetic.ts';
import type { Mention } from './words.ts';

/** （差额等于…，重复计算？）（数字颠倒？） or ''. `inSum`: the numbers compared; `others`: those nearby. */
export const hintOf = (
  stated: Decimal,
  due: Decimal,
  inSum: readonly Mention[],
  others: readonly Mention[],
): string => {
  const difference = distanceOf(stated, due);
  if (!/^[1-9]\d{0,11}$/u.test(difference)) return '';
  const twice = difference.length < 2 ? undefined : others.find(({ amount }) => amount === difference);
  const hints = [
    ...(twice === undefined ? [] : [`差额等于“${twice.label.slice(-12)}${twice.raw}”，重复计算？`]),
    ...(inSum.some(({ amount }) => swaps(amount).includes(difference)) ? ['数字颠倒？'] : []),
  ];
  return hints.map(hint => `（${hint}）`).join('');
};

/** By how much the number changes where two neighbouring digits change places; always a multiple of 9. */
const swaps = (number: Decimal): readonly Decimal[] => {
  if (!/^\d{2,12}$/u.test(number)) return [];
  return [...number].slice(1).flatMap((digit, index) => {
    const swapped = `${number.slice(0, index)}${digit}${number[index]}${number.slice(index + 2)}`;
    return swapped === number ? [] : [distanceOf(swapped, number)];
  });
};
