// Texts that are XML or nearly so: small ones put together of pieces, and whole ones with a piece put in or out.
import type { Random } from '../bench/random.ts';

const PIECES: readonly string[] = [
  ...['<a>', '</a>', '<b/>', '<a', '<x:b y:z="1"', '</', '/>', '<', '>', '/', '=', '"', "'", '!', '[', '-', '.', ':'],
  ...['<!--', '-->', '--', '<![CDATA[', ']]>', ']]', '<?p ?>', '<?p', '?>', '?', '<!DOCTYPE a>', '<!DOCTYPE'],
  ...['<?xml version="1.0"?>', '<?xml version="1.1" standalone="yes"?>', '<?xml', ' version="1.0"', ' standalone="no"'],
  ...['&amp;', '&lt;', '&apos', '&', ';', '&x;', '&#x41;', '&#65;', '&#13;', '&#xd;', '&#0;', '&#x1;', '&#xd800;'],
  ...['&#xfffe;', '&#x10ffff;', '&#x110000;', 'b="1"', " c='2'", ' xmlns="u"', ' __proto__="1"', 'text', '1', ' '],
  ...['\r', '\r\n', '\n', '\t', '\0', '\x0b', '\x7f', '\u0085', '\u00b7', '\u00d7', '\u0300', '\u2028', '\u3000'],
  ...['\ufffe', '\ufeff', '中', '😀'],
];

const WHOLE: readonly string[] = [
  '<a b="1"><c>x &amp; y</c><!-- z --><d/></a>',
  '<?xml version="1.0" standalone="yes"?>\r\n<r xmlns="u" xmlns:q="v"><q:c a=\'1\' b="&#10;&lt;">中&#x4e2d;<![CDATA[ <x> ]]></q:c><?p q?></r>\n',
  '<?xml version="1.1"?><a>\u0085x\u2028</a>',
];

export const nearlyXml = (chance: Random): string => {
  let text = chance.below(2) === 0 ? '' : chance.oneOf(WHOLE);
  const isWhole = text !== '';
  for (let left = 1 + chance.below(isWhole ? 3 : 10); left > 0; left--) {
    const at = isWhole ? chance.below(text.length + 1) : text.length;
    const without = isWhole && chance.below(3) === 0 ? chance.below(6) : 0;
    text = text.slice(0, at) + chance.oneOf(PIECES) + text.slice(at + without);
  }
  return isWhole || chance.below(2) === 0 ? text : `<a>${text}</a>`;
};
