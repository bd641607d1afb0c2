// Trouble in our own house: thrown, and caught once in main.ts. Trouble in the data is a Finding.

export class Fault extends Error {
  override readonly name = 'Fault';
  /** Where the trouble is, such as `templates/annual-2021/report.hbs:12:4`. */
  readonly place: string | null;

  constructor(message: string, place: string | null = null) {
    super(place === null ? message : `${place}: ${message}`);
    this.place = place;
  }
}

/** What the system says of a disk or a share that does not do as it is told (EIO, ENOSPC): trouble of neither the data nor our code. */
export const isOfDisk = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'errno' in error;
