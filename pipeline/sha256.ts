// The fingerprint by which files, contents and programs are known.
import { hash } from 'node:crypto';

/** In hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex');
