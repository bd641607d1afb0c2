// All document formats, by id.
import { data } from './data.ts';
import type { Format } from './format.ts';
import { receipts } from './receipts.ts';
import { reportDocx } from './report-docx.ts';
import { reportHtml } from './report-html.ts';
import { returned } from './returned.ts';

export const FORMATS: readonly Format[] = [data, receipts, reportDocx, reportHtml, returned];
