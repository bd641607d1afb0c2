// What is made one by one, all together.
export const gathered = async <T>(items: Iterable<T> | AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
