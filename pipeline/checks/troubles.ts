// Files that give nothing, as broken verdicts of the check that their trouble names.
import type { Judgement, Plan, Trouble, Verdict } from '../model.ts';
import { broken, held, unknown } from './check.ts';
import { unitName } from './wording.ts';

/** One verdict a file that is no litter: broken by its trouble, held where it came past this check, else unknown. */
export const troubles = (check: Trouble['check'], judgements: readonly Judgement[], plan: Plan): readonly Verdict[] =>
  judgements.flatMap(({ delivery, unit, status, trouble }) => {
    if (status === 'ignored') return [];
    // A file that could not be opened may hold any form.
    if (trouble?.check === 'is-readable' && check === 'is-recognised') return [unknown('file')];
    if (trouble?.check !== check) return [held('file')];
    const whose = unit === null ? '' : `“${unitName(plan, unit)}”的`;
    const evidence = trouble.remarks.map(({ stated, ref }) =>
      ref === null || ref.cell === '' ? stated : `${ref.sheet}!${ref.cell}“${stated}”`,
    );
    const told = evidence.length === 0 ? '' : `（依据：${evidence.join('；')}）`;
    return [
      broken(trouble.rule, {
        severity: 'fatal',
        place: { unit, ref: { file: delivery.path, sheet: '', cell: '' } },
        stated: delivery.path,
        message: `${whose}文件 ${delivery.path} 没有采用：${trouble.message}${told}。`,
        suggestion: trouble.suggestion,
      }),
    ];
  });
