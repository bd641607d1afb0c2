// After the tests of each file: their folders are gone, though the process goes on to the next file.
import { afterAll } from 'vitest';
import { removeFolders } from '../files.ts';

afterAll(removeFolders);
