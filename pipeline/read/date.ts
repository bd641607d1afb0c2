// Serial day numbers of spreadsheets → ISO dates.

const DAY = 86_400;
const LAST_DAY = 2_958_465; // 9999-12-31

/** Days between the two calendars that workbooks count from: 1900 and 1904. */
const SINCE_1904 = 1_462;

/** `2026-03-01` or `2026-03-01T08:30:00`; null where no date has this number. */
export const isoDate = (serial: number, from1904: boolean): string | null => {
  const seconds = Math.round((serial - Math.floor(serial)) * DAY);
  const day = Math.floor(serial) + (seconds === DAY ? 1 : 0) + (from1904 ? SINCE_1904 : 0);
  if (!(day >= 0 && day <= LAST_DAY)) return null;
  const time = seconds % DAY === 0 ? '' : `T${clock(seconds)}`;
  return `${calendarDay(day)}${time}`;
};

const calendarDay = (day: number): string => {
  // Excel counts a 29 February 1900 that never was; the days before it are one off.
  if (day === 60) return '1900-02-29';
  const start = Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(start + day * DAY * 1_000).toISOString().slice(0, 10);
};

const clock = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(11, 19);
