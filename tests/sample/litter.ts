// What lies about in a shared folder and is no return.

/** The file that Excel keeps beside an open workbook: the user's name, padded. */
export function lockFile(): Buffer {
  const bytes = Buffer.alloc(165, 0x20);
  bytes[0] = 4;
  bytes.write('user', 1, 'latin1');
  Buffer.from('user', 'utf16le').copy(bytes, 56);
  bytes[55] = 4;
  return bytes;
}

/** Enough of a Thumbs.db to be one: the OLE2 signature. */
export function thumbsDb(): Buffer {
  const bytes = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  return bytes;
}
