// One line on a terminal that says how far reading has come; silent where nobody watches.
import type { Progress } from '../house.ts';
import { plain } from './plain.ts';

/** Writes to `stream` at most every 80 ms, by a clock that the caller hands in. */
export const terminalProgress = (stream: NodeJS.WriteStream, now: () => number): Progress => {
  if (!stream.isTTY) return () => {};
  let last = Number.NEGATIVE_INFINITY;
  return (period, path, done, all) => {
    if (done < all && now() - last < 80) return;
    last = now();
    const text = plain(`${period} ${done}/${all} ${path}`).slice(0, Math.max(20, (stream.columns ?? 80) / 2));
    stream.write(done < all ? `\r\u001b[K${text}` : '\r\u001b[K');
  };
};
