// A pure function of an object that many ask for the same few, as every stage asks for the items of a form.

/** The same function; it keeps its answer for as long as there is the object. */
export const onceOf = <Asked extends object, Answer extends NonNullable<unknown>>(
  work: (asked: Asked) => Answer,
): ((asked: Asked) => Answer) => {
  const known = new WeakMap<Asked, Answer>();
  return asked => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const answer = work(asked);
    known.set(asked, answer);
    return answer;
  };
};
