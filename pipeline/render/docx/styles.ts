// The named styles of our .docx: staff restyle a whole document by changing one of them.
import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { CHARACTER, CLOSER, LINE } from './measures.ts';

type ParagraphSettings = NonNullable<IParagraphStyleOptions['paragraph']>;

/** Sizes of type in half points. */
const SIZE = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18, 六号: 15 };

export const FONT = { title: '方正小标宋简体', body: '仿宋_GB2312', hei: '黑体', kai: '楷体_GB2312', song: '宋体' };

// Letters and figures in the type that offices use for them; where only the Chinese font is asked for, a machine without it shows a stray one.
const fontOf = (name: string) => ({ ascii: LATIN, hAnsi: LATIN, eastAsia: name, cs: LATIN, hint: 'eastAsia' });

const LATIN = 'Times New Roman';

const exactly = (line: number, around: { readonly before?: number; readonly after?: number } = {}) => ({
  line,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
  ...around,
});

const style = (
  name: string,
  font: string,
  size: number,
  paragraph: ParagraphSettings,
  {
    basedOn = 'Normal',
    next,
    bold,
  }: { readonly basedOn?: string; readonly next?: string; readonly bold?: boolean } = {},
): IParagraphStyleOptions => ({
  id: name,
  name,
  basedOn,
  next: next ?? name,
  quickFormat: true,
  run: {
    font: fontOf(font),
    size,
    sizeComplexScript: size,
    ...(size === SIZE.三号 ? { characterSpacing: CLOSER } : {}),
    ...(bold === undefined ? {} : { bold }),
  },
  paragraph,
});

const INDENT = { firstLineChars: 200, firstLine: 2 * CHARACTER };
const FLUSH = { firstLineChars: 0, firstLine: 0 };

const heading = (name: string, font: string, outlineLevel: number, bold = false): IParagraphStyleOptions =>
  style(
    name,
    font,
    SIZE.三号,
    { spacing: exactly(LINE), indent: INDENT, keepNext: true, keepLines: true, outlineLevel },
    { next: '年报正文', bold },
  );

/** Right of the text's edge by `characters`, as a signature stands. */
const signature = (name: string, characters: number, spacing: ReturnType<typeof exactly>): IParagraphStyleOptions =>
  style(
    name,
    FONT.body,
    SIZE.三号,
    { spacing, indent: { ...FLUSH, right: characters * CHARACTER }, alignment: AlignmentType.RIGHT, keepLines: true },
    { next: '年报正文' },
  );

const inTable = (name: string, font: string, size: number, line: number, alignment: 'left' | 'center') =>
  style(name, font, size, { spacing: exactly(line), indent: FLUSH, alignment });

const PARAGRAPH_STYLES: readonly IParagraphStyleOptions[] = [
  {
    id: 'Normal',
    name: 'Normal',
    quickFormat: true,
    run: { font: fontOf(FONT.body), size: SIZE.三号, sizeComplexScript: SIZE.三号 },
    paragraph: { alignment: AlignmentType.BOTH },
  },
  style(
    '年报标题',
    FONT.title,
    SIZE.二号,
    {
      spacing: exactly(680, { after: LINE }),
      indent: FLUSH,
      alignment: AlignmentType.CENTER,
      keepNext: true,
      keepLines: true,
    },
    { next: '年报正文' },
  ),
  style('年报正文', FONT.body, SIZE.三号, { spacing: exactly(LINE), indent: INDENT }),
  // To whom a letter goes: from the edge, as official documents have it.
  style('年报主送', FONT.body, SIZE.三号, { spacing: exactly(LINE), indent: FLUSH }, { next: '年报正文' }),
  heading('年报一级标题', FONT.hei, 0),
  heading('年报二级标题', FONT.kai, 1),
  heading('年报三级标题', FONT.body, 2, true),
  style('年报列表', FONT.body, SIZE.三号, { spacing: exactly(LINE), indent: INDENT }),
  signature('年报署名', 4, exactly(LINE, { before: LINE })),
  signature('年报日期', 2, exactly(LINE)),
  style(
    '年报表题',
    FONT.hei,
    SIZE.四号,
    {
      spacing: exactly(LINE, { before: 120, after: 60 }),
      indent: FLUSH,
      alignment: AlignmentType.CENTER,
      keepNext: true,
    },
    { next: '年报正文' },
  ),
  inTable('年报表头', FONT.hei, SIZE.小五, 250, AlignmentType.CENTER),
  inTable('年报表格文字', FONT.song, SIZE.小五, 250, AlignmentType.LEFT),
  inTable('年报表格数字', FONT.song, SIZE.小五, 250, AlignmentType.CENTER),
  inTable('年报表格小数字', FONT.song, SIZE.六号, 250, AlignmentType.CENTER),
  style('年报图', FONT.song, SIZE.小五, { indent: FLUSH, alignment: AlignmentType.CENTER, spacing: { before: 120 } }),
  style(
    '年报附注标题',
    FONT.hei,
    SIZE.五号,
    {
      spacing: exactly(340, { before: LINE }),
      indent: { firstLineChars: 200, firstLine: 420 },
      keepNext: true,
      outlineLevel: 0,
    },
    { next: '年报附注' },
  ),
  style('年报附注', FONT.song, SIZE.五号, {
    spacing: exactly(340),
    indent: { firstLineChars: 200, firstLine: 420 },
  }),
  style('年报出处', FONT.song, SIZE.五号, {
    spacing: exactly(340),
    keepNext: true,
    indent: { firstLineChars: 200, firstLine: 420 },
  }),
  style('年报上年文字', FONT.kai, SIZE.小四, {
    spacing: exactly(400),
    indent: { left: 640, firstLineChars: 200, firstLine: 480 },
  }),
  style('年报页码', FONT.song, SIZE.四号, { indent: FLUSH }),
];

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: fontOf(FONT.body),
        size: SIZE.三号,
        // Of Latin letters and figures: as Chinese, they would be broken within a number.
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
    },
  },
  paragraphStyles: PARAGRAPH_STYLES,
};
