// Files that are left for the next run: why, in Chinese. A unit's return may be one of them, so that the clerk is told of them.

/** With which each of these reasons ends. */
export const LEFT = '留待下次运行';

/** Of a file whose copying has begun and whose bytes have not come yet. */
export const EMPTY = `文件是空的（0 字节），可能还在复制，${LEFT}`;

const UNOPENED = '文件打不开';

/** `code`: what the disk said, such as EACCES. */
export const unopened = (code: string): string => `${UNOPENED}（${code}），${LEFT}`;

export const isUnopened = (ignored: string): boolean => ignored.startsWith(UNOPENED);

export const isLeft = (ignored: string): boolean => ignored.endsWith(LEFT);
