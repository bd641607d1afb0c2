// {{占比 part whole 位数=1}}: 100·part/whole, exactly, rounded half up: 86.96%. “—” where the whole is 0 or one is unknown.
import type { Figure } from '../figure.ts';
import { percent } from '../number-text.ts';
import { markData } from './data.ts';
import type { Helper } from './helper.ts';

export const share: Helper = {
  id: '占比',
  takes: ['figure', 'figure'],
  options: { 位数: 'number' },
  gives: 'markup',
  run: given => {
    const part = given.figure(0);
    const whole = given.figure(1);
    const result = shareOf(part, whole, Number(given.option('位数') ?? 1));
    if (result === null) return '—';
    const vague = part.approximate !== null || whole.approximate !== null ? '约' : '';
    const title = `${part.label} ÷ ${whole.label}`;
    return { markup: markData(result, `${part.item}/${whole.item}`, title, `${vague}${result}%`) };
  },
};

const shareOf = (part: Figure, whole: Figure, places: number): string | null =>
  part.value === null || whole.value === null ? null : percent(part.value, whole.value, places);
