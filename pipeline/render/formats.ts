// All document formats, by id.
import { checklistWorkbook } from './checklist-workbook.ts';
import { data } from './data.ts';
import type { Format } from './format.ts';
import { materialDocx } from './material-docx.ts';
import { overviewHtml } from './overview-html.ts';
import { receipts } from './receipts.ts';
import { reportDocx } from './report-docx.ts';
import { reportHtml } from './report-html.ts';
import { returned } from './returned.ts';
import { summaryWorkbook } from './summary-workbook.ts';
import { upwardWorkbook } from './upward-workbook.ts';

export const FORMATS: readonly Format[] = [
  checklistWorkbook,
  data,
  materialDocx,
  overviewHtml,
  receipts,
  reportDocx,
  reportHtml,
  returned,
  summaryWorkbook,
  upwardWorkbook,
];
