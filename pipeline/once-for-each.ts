// A pure function of a text that is asked the same few texts again and again, as the labels of a form are by every return.
import { oneText } from './one-text.ts';

const MOST = 10_000;
const LONGEST = 200;

/** The same function; it keeps its answers to up to 10,000 texts of up to 200 characters, and then begins anew. */
export const onceForEach = <Answer extends NonNullable<unknown> | null>(
  work: (text: string) => Answer,
): ((text: string) => Answer) => {
  const known = new Map<string, Answer>();
  return text => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (text.length > LONGEST) return work(text);
    const own = oneText(text);
    const answer = work(own);
    if (known.size === MOST) known.clear();
    known.set(own, answer);
    return answer;
  };
};
