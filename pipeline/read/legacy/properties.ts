// Document properties of an old workbook: title, subject, keywords, and custom ones.
import type { WorkBook } from '@e965/xlsx';

/** What every .xls says of itself; SheetJS puts it among the custom properties. */
const STANDARD: ReadonlySet<string> = new Set(
  `Title Subject Keywords Author Comments Template LastAuthor RevNumber EditTime LastPrinted CreatedDate ModifiedDate
  PageCount WordCount CharCount Thumbnail Application DocSecurity CodePage Category PresentationTarget Bytes Lines
  Paragraphs Slides Notes HiddenCount MultimediaClips ScaleCrop HeadingPairs TitlesOfParts Manager Company LinksUpToDate
  CharacterCount SharedDoc HyperlinksChanged AppVersion DigSig ContentType ContentStatus Language Version
  SystemIdentifier Worksheets SheetNames NamedRanges DefinedNames Chartsheets Locale Behavior`.split(/\s+/),
);

export const propertiesOf = ({ Props, Custprops }: WorkBook): ReadonlyMap<string, string> => {
  const properties = new Map<string, string>();
  for (const [name, value] of Object.entries(Custprops ?? {})) {
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
    if (isPlain && !STANDARD.has(name)) properties.set(name, String(value));
  }
  if (Props?.Title) properties.set('title', Props.Title);
  if (Props?.Subject) properties.set('subject', Props.Subject);
  if (Props?.Keywords) properties.set('keywords', Props.Keywords);
  return properties;
};
