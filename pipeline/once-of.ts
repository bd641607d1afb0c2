// A pure function of an object that many ask for the same few, as every stage asks for the items of a form.

/** The same function; it keeps its answer for as long as there is the object. What else it is told must not matter to the answer. */
export const onceOf = <Asked extends object, Told extends readonly unknown[], Answer extends NonNullable<unknown>>(
  work: (asked: Asked, ...told: Told) => Answer,
): ((asked: Asked, ...told: Told) => Answer) => {
  const known = new WeakMap<Asked, Answer>();
  return (asked, ...told) => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const answer = work(asked, ...told);
    known.set(asked, answer);
    return answer;
  };
};
