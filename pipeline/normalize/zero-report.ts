// 零报告 ticked on the cover: what is empty is stated to be none.
import type { Observation } from '../model.ts';
import type { Answered } from './cover.ts';
import type { Answers } from './normalize.ts';

/** `said`: the answer to 零报告, or null. Blanks of a return that says it is a 零报告 are nil; where figures stand in it all the same, they count, and it is said. */
export const withZeroReport = (said: Answered | null, answers: Answers): Answers => {
  if (said === null || !/^(?:是|√|✓|✔|☑|■|有)$/u.test(said.text.trim())) return answers;
  const against = answers.observations.find(isAbove0);
  if (against !== undefined)
    return {
      ...answers,
      remarks: [
        ...answers.remarks,
        { kind: 'zero-report-disagrees', key: {}, ref: said.ref, stated: said.text, due: where(against) },
      ],
    };
  const raw = `零报告：${said.text}`;
  return {
    ...answers,
    observations: answers.observations.map(observation =>
      observation.value.kind === 'blank' ? { ...observation, value: { kind: 'nil', raw } } : observation,
    ),
  };
};

const isAbove0 = ({ value }: Observation): boolean =>
  value.kind === 'unreadable' || ('amount' in value && Number(value.amount) !== 0);

const where = ({ ref, value }: Observation): string =>
  `${ref.sheet === '' ? '' : `“${ref.sheet}”`}${ref.cell} ${value.raw}`;
