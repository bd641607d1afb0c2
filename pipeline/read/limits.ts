// How much of a file is read before it is refused. Measured on 1,264 real workbooks; the largest good value stands beside each.

export interface Limits {
  /** Bytes of the file as it came. */
  readonly file: number;
  /** Bytes of all parts of a zip together (60 MiB). */
  readonly unpacked: number;
  /** Bytes of one part. */
  readonly entry: number;
  /** Parts of a zip (340). */
  readonly entries: number;
  /** Unpacked size over packed size of a part above 1 MiB (121). */
  readonly ratio: number;
  /** Sheets of a workbook (30). */
  readonly sheets: number;
  /** Filled cells of a file (175,095). */
  readonly cells: number;
  readonly merges: number;
  /** Characters of all formulas, shared ones written out. */
  readonly formulas: number;
  /** Characters of the texts of all cells. */
  readonly texts: number;
  readonly csvRows: number;
  /** Bytes, unpacked, up to which a file is read in the process itself. */
  readonly quick: number;
  /** Milliseconds for a file that is read in the other process. */
  readonly time: number;
  /** MiB of heap for the other process. */
  readonly heap: number;
}

export const defaultLimits: Limits = {
  file: 20 * 2 ** 20,
  unpacked: 200 * 2 ** 20,
  entry: 64 * 2 ** 20,
  entries: 1_000,
  ratio: 200,
  sheets: 100,
  cells: 1_000_000,
  merges: 100_000,
  formulas: 50_000_000,
  texts: 50_000_000,
  csvRows: 200_000,
  quick: 4 * 2 ** 20,
  time: 30_000,
  heap: 1_024,
};

/** The limits with another size of file in MiB (what it may unpack to goes with it) and another time in seconds. */
export const limitsOf = ({
  mebibytes,
  seconds,
}: {
  readonly mebibytes?: number;
  readonly seconds?: number;
}): Limits => {
  const { file, entry, unpacked, time } = defaultLimits;
  const size = mebibytes === undefined ? file : mebibytes * 2 ** 20;
  const scaled = (limit: number): number => Math.round((limit / file) * size);
  return {
    ...defaultLimits,
    file: size,
    entry: scaled(entry),
    unpacked: scaled(unpacked),
    time: seconds === undefined ? time : seconds * 1_000,
  };
};
