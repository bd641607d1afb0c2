// What kind of file some bytes are, by their content and never by a name.

export type FileKind = 'zip' | 'ole2' | 'text' | { readonly other: string };

const MAGIC: readonly (readonly [string, FileKind])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', { other: '空的压缩包' }],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole2'],
  ['%PDF-', { other: 'PDF' }],
  ['{\\rtf', { other: 'RTF 文档' }],
  ['\x89PNG', { other: '图片' }],
  ['\xff\xd8\xff', { other: '图片' }],
  ['GIF8', { other: '图片' }],
  ['BM', { other: '图片' }],
  ['II*\0', { other: '图片' }],
  ['MM\0*', { other: '图片' }],
  ['RIFF', { other: '图片' }],
  ['Rar!', { other: 'RAR 压缩包' }],
  ['7z\xbc\xaf\x27\x1c', { other: '7z 压缩包' }],
  ['\x1f\x8b', { other: 'gzip 压缩包' }],
  ['MZ', { other: '程序' }],
  ['\x7fELF', { other: '程序' }],
];

export const kindOf = (bytes: Uint8Array): FileKind => {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return MAGIC.find(([magic]) => start.startsWith(magic))?.[1] ?? 'text';
};
