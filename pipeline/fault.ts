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
