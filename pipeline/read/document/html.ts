// The paragraphs of a web page outside its tables. A page laid out in tables has no other text, and is read whole.

export const isHtml = (text: string): boolean =>
  /<(?:!doctype|html|head|body|meta|p|div|table)\b/iu.test(text.slice(0, 4_000));

export const readHtml = (html: string): readonly string[] => {
  const outside: string[] = [];
  const all: string[] = [];
  let text = '';
  let tables = 0;
  const end = (): void => {
    const paragraph = unescaped(text);
    if (tables === 0) outside.push(paragraph);
    all.push(paragraph);
    text = '';
  };
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      text += html.slice(at);
      break;
    }
    text += html.slice(at, open).replace(/[\r\n\t]/gu, ' ');
    const isComment = html.startsWith('<!--', open);
    const close = html.indexOf(isComment ? '-->' : '>', open);
    if (close === -1) break;
    at = close + (isComment ? 3 : 1);
    const [, slash = '', found = ''] = TAG.exec(html.slice(open, open + 20)) ?? [];
    const name = found.toLowerCase();
    if (slash === '' && SILENT.has(name)) at = behind(html, name, at);
    if (!BLOCKS.has(name)) continue;
    if (name === 'table' && slash !== '') {
      end();
      tables = Math.max(0, tables - 1);
    } else end();
    if (name === 'table' && slash === '') tables += 1;
  }
  end();
  return outside.join('').replace(/\s/gu, '').length < 100 ? all : outside;
};

const TAG = /^<(\/?)([a-z][a-z0-9]*)/iu;
const SILENT = new Set(['script', 'style', 'title', 'noscript', 'template', 'svg']);
const BLOCKS = new Set(
  (
    'address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header ' +
    'hr html li main nav ol option p pre section select table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

const behind = (html: string, name: string, at: number): number => {
  const close = new RegExp(`</${name}[^>]{0,50}>`, 'giu');
  close.lastIndex = at;
  return close.test(html) ? close.lastIndex : html.length;
};

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ensp: ' ',
  emsp: ' ',
};

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
