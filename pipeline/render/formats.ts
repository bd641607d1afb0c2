// All document formats, by id.
import { checklistWorkbook } from './checklist-workbook.ts';
import { data } from './data.ts';
import type { Format } from './format.ts';
import { overviewHtml } from './overview-html.ts';
import { reportHtml } from './report-html.ts';
import { summaryWorkbook } from './summary-workbook.ts';
import { upwardWorkbook } from './upward-workbook.ts';

export const FORMATS: readonly Format[] = [
  checklistWorkbook,
  data,
  overviewHtml,
  reportHtml,
  summaryWorkbook,
  upwardWorkbook,
];
