/** A log that nobody reads. */
export const SILENT = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} } as const;
