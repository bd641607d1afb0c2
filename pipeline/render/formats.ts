// All document formats, by id.
import { data } from './data.ts';
import type { Format } from './format.ts';
import { overviewHtml } from './overview-html.ts';
import { reportHtml } from './report-html.ts';

export const FORMATS: readonly Format[] = [data, overviewHtml, reportHtml];
