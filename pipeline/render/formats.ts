// All document formats, by id.
import { data } from './data.ts';
import type { Format } from './format.ts';
import { materialDocx } from './material-docx.ts';
import { reportDocx } from './report-docx.ts';
import { reportHtml } from './report-html.ts';

export const FORMATS: readonly Format[] = [data, materialDocx, reportDocx, reportHtml];
