// One return counts for each unit; what was set aside for another is said.
import type { Judgement } from '../model.ts';
import type { Check } from './check.ts';
import { broken, held } from './check.ts';
import { unitName } from './wording.ts';

export const isSettled: Check = {
  id: 'is-settled',
  title: '一个单位只有一份报表计入',
  run: ({ judgements, plan }) =>
    judgements.flatMap(judgement => {
      // A list of explanations is accepted and nobody's return.
      if (judgement.unit === null) return [];
      if (judgement.status === 'accepted') return [held('one-return')];
      if (judgement.status !== 'conflict' && judgement.status !== 'superseded') return [];
      return [setAside(judgement, unitName(plan, judgement.unit ?? ''))];
    }),
};

const setAside = ({ delivery, unit, status, reason }: Judgement, name: string) =>
  broken('one-return', {
    severity: status === 'conflict' ? 'fatal' : 'info',
    place: { unit, ref: { file: delivery.path, sheet: '', cell: '' } },
    stated: delivery.sha256.slice(0, 12),
    message: `“${name}”的文件 ${delivery.path} 未计入汇总：${reason}。`,
    suggestion: status === 'conflict' ? '请与单位核实以哪份为准，在其文件名中注明“更正”，或删去另一份。' : '',
  });
