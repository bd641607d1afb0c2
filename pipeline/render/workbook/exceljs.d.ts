// The one file of exceljs that we load, which it has no types for.
declare module 'exceljs/lib/doc/workbook.js' {
  import type { Workbook } from 'exceljs';

  const made: new () => Workbook;

  export = made;
}
