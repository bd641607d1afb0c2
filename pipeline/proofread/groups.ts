// The numbers of a sentence by the brackets they stand in, each with the words between it and the one before.
import { mentionsOf } from './mentions.ts';
import type { Group, Member, Mention } from './words.ts';

interface Open {
  readonly host: Mention | null;
  readonly members: Member[];
  gap: string;
}

export const groupsOf = (text: string): readonly Group[] => {
  const mentions = mentionsOf(text);
  const done: Open[] = [];
  const outer: Open = { host: null, members: [], gap: '' };
  const open: Open[] = [outer];
  let at = 0;
  const read = (piece: string): void => {
    for (const character of piece) {
      const inner = open.at(-1) ?? outer;
      if (character === '（') open.push({ host: hostIn(inner), members: [], gap: '' });
      else if (character === '）' && open.length > 1) done.push(open.pop() ?? outer);
      else inner.gap += character;
    }
  };
  for (const mention of mentions) {
    read(text.slice(at, mention.start));
    const group = open.at(-1) ?? outer;
    group.members.push({ mention, gap: group.gap });
    group.gap = '';
    at = mention.end;
  }
  read(text.slice(at));
  return [outer, ...done, ...open.slice(1)]
    .filter(({ members }) => members.length > 0)
    .map(group => ({ host: group.host, isOuter: group === outer, members: group.members, tail: group.gap }))
    .toSorted((a, b) => startOf(a) - startOf(b));
};

const startOf = ({ members }: Group): number => members[0]?.mention.start ?? 0;

// A bracket tells of the number right before it; behind a percentage, of the number that has it: 4件，占4.3%（其中…）.
const hostIn = ({ members, gap }: Open): Mention | null =>
  gap.length > 6 ? null : (members.findLast(({ mention }) => mention.family !== 'percent')?.mention ?? null);
