// Days and signs of a resubmission in names and titles.

/** An ISO day: `2018年1月15日`, `2018-01-15`, `2018/1/15`, `2018.1.15`; else null. */
export const dateIn = (text: string): string | null => {
  const match = /(20\d\d)\s?[年\-/.]\s?(\d{1,2})\s?[月\-/.]\s?(\d{1,2})/u.exec(text.slice(0, 100).normalize('NFKC'));
  const [, year, month, day] = match ?? [];
  if (year === undefined || month === undefined || day === undefined || Number(month) > 12 || Number(day) > 31)
    return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** What a path says of its place among resubmissions: −1 a draft, 0 nothing, 1 a correction, n the n-th version. */
export const revisionRank = (path: string): number => {
  const plain = path.slice(-300).normalize('NFKC');
  const nth = /第([二三四五六2-6])[次版稿]|(?<![a-z])v([2-9])(?!\d)/iu.exec(plain);
  if (nth !== null) return '一二三四五六'.indexOf(nth[1] ?? 'v') + 1 || Number(nth[1] ?? nth[2]);
  if (/更正|修正|改正|修改|修订|订正|重报|补报|重新报|再报|最终|终版|终稿|定稿/u.test(plain)) return 1;
  return /初稿|草稿/u.test(plain) ? -1 : 0;
};
