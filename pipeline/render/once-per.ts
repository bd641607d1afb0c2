// What several documents ask of the same edition, form or list is worked out once, and kept as long as that is.

/** The same pure function. Its keys are never changed in place. */
export const oncePer = <Key extends WeakKey, Answer>(work: (key: Key) => Answer): ((key: Key) => Answer) => {
  const made = new WeakMap<Key, { readonly answer: Answer }>();
  return key => {
    const known = made.get(key) ?? { answer: work(key) };
    made.set(key, known);
    return known.answer;
  };
};
