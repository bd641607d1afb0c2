// A chart as data, from which a drawing and a table are made.

export interface Chart {
  readonly title: string;
  /** What the drawing shows, in words. */
  readonly alt: string;
  /** 件, 条, 万元 … */
  readonly unit: string;
  readonly categories: readonly string[];
  /** One value a category; null where it is unknown. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}
