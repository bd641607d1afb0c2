// Text with the bytes of UTF-8 for characters. What is put together of many encoded parts need not be encoded as a whole, and takes a byte
// a letter in memory where a single Chinese character would make it two.

export const encoded = (text: string): string => (ASCII.test(text) ? text : Buffer.from(text).toString('latin1'));

export const bytesOfEncoded = (text: string): Uint8Array => Buffer.from(text, 'latin1');

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them
const ASCII = /^[\u0000-\u007f]*$/;
