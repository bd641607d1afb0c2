// Labels without their numbering and notes, as prose and titles name a figure.

/** `（四）部分公开（区分处理的…）` → `部分公开`; `其中：主动公开规范性文件数` → `主动公开规范性文件数`. */
export const plainLabel = (text: string): string =>
  text.trim().replace(NUMBERING, '').replace(NOTE, '').trim() || text.trim();

const NUMBERING = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.．、]|其中[：:])\s*/u;
const NOTE = /[（(][^（）()]*[）)]$/u;
