// Every explanation answers a finding that is still there and that can be explained.
import { canAnswer } from '../can-answer.ts';
import type { Explanation, Finding, Verdict } from '../model.ts';
import type { Check } from './check.ts';
import { broken, held } from './check.ts';
import { cellText, shortened, unitName } from './wording.ts';

export const isExplained: Check = {
  id: 'is-explained',
  title: '核实说明所答的问题仍在，并且可以说明',
  round: 2,
  run: ({ explanations, plan }, found = []) => {
    const byId = new Map(found.map(finding => [finding.id, finding] as const));
    return explanations.flatMap(explanation => {
      const finding = byId.get(explanation.finding);
      if (finding === undefined) return [stale(explanation)];
      const name = finding.place.unit === null ? '' : unitName(plan, finding.place.unit);
      return [
        held('stale'),
        canAnswer(explanation, finding) ? held('fatal') : notExplainable(explanation, finding, name),
      ];
    });
  },
};

const whole = ({ reason, text }: Explanation): string => shortened(text === '' ? reason : text);

const where = ({ ref }: Explanation): string => `${ref.file} ${cellText(ref)}`;

const stale = (explanation: Explanation): Verdict =>
  broken('stale', {
    severity: 'info',
    explainable: false,
    place: { unit: null, ref: explanation.ref },
    stated: explanation.finding,
    message: `说明所对应的问题已不存在或数值已变：${where(explanation)}，编号 ${explanation.finding}，“${whole(explanation)}”。`,
    suggestion: '数值已变而仍有问题的，请按新的编号重新说明；问题已解决的，不必处理。',
  });

const notExplainable = (explanation: Explanation, finding: Finding, name: string): Verdict =>
  broken('fatal', {
    severity: 'info',
    explainable: false,
    place: { ...finding.place, ref: explanation.ref },
    stated: explanation.finding,
    message: `${name === '' ? '' : `“${name}”的`}强制性问题不能以说明代替更正，仍待处理：${where(explanation)}，编号 ${explanation.finding}，“${whole(explanation)}”。`,
    suggestion:
      finding.reasons.length === 0
        ? '请改正数值后重新报送。'
        : `请改正数值后重新报送；确属下列情形的，写明其一：${finding.reasons.join('、')}。`,
  });
