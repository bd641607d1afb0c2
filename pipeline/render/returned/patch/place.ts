// Where a new child of a worksheet has to stand: Excel takes its elements in one order only.
import type { Element, Splice } from './outline.ts';

// CT_Worksheet; what is in no list (mc:AlternateContent around controls) stands behind.
const ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ...['phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins'],
  ...['pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors'],
  ...['smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls'],
];
const placeOf = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

export const childAt = (sheet: Element, name: string, text: string): Splice => {
  const next = sheet.children.find(child => placeOf(child.name) > placeOf(name));
  const at = next?.start ?? sheet.closed;
  if (at === null) throw new Error('an empty worksheet');
  return { at, until: at, text };
};
