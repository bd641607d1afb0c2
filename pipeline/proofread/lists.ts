// Where a sentence lists parts of a whole: 收到申请 92 件，其中当面 61 件、网上 20 件；…
import type { Group, Member, Mention } from './words.ts';

/** `all`: said to be complete. `some`: 其中, 包括. `loose`: numbers follow a number, without a word. */
export type Listing = 'all' | 'some' | 'loose';

export interface List {
  /** Null where the whole stands in an earlier sentence. */
  readonly whole: Mention | null;
  /** The whole of which that whole is a part: 29件，分别为当面4件、信函25件，其中公开15件 may tell of the 29 again. */
  readonly outer: Mention | null;
  readonly kind: Listing;
  readonly parts: readonly Mention[];
  /** The mark before each part but the first. */
  readonly marks: string;
  /** What follows in the sentence and may still belong to it. */
  readonly more: readonly Mention[];
  /** What follows begins with a verb of its own (办结, 召开): the list is at its end. */
  readonly isFinished: boolean;
  /** 从受理形式看: the whole is what was last counted, if none stands before it. */
  readonly isByAspect: boolean;
}

const SOME = /其中|包括|包含|含|涵盖|涉及|^中，|[件条]中，|申请中，/u;
const ASPECT = /[从按][^，、；。]{1,24}?(?:看|分)|按照[^，、；。]{1,16}|统计如下|情况如下/u;
const ALL = /^：|(?:结果|结构|方式|类别)(?:分别)?(?:为|是|如下)?：|分别|分为|构成|组成|即[：为]?|由[^，]{0,12}$/u;
/** 较上年增加1200条: what is divided next stands before it. */
const CHANGED = /较|同比|增加|减少|增长|下降/u;
/** Counted over another time, or not what is being divided. */
const OTHER = /累计|访问|浏览|阅读|点击|粉丝|关注量|上年|去年|上一年|同比|较\d*年|增加|减少|增长|下降/u;
/** What begins to tell of something else. */
const NEW =
  /^(?:另|另外|此外|同时|并|还|共|全年|全部|已|均)*(?:收到|受理|接收|新收|办结|办理|答复|回复|结转|召开|举办|组织|开展|培训|发布|公开|主动公开|制发|印发|审查|回应|接受|被|因)/u;

interface Frame {
  readonly whole: Mention | null;
  readonly outer: Mention | null;
  readonly kind: Listing;
  readonly isByAspect: boolean;
  readonly parts: Mention[];
  readonly more: Mention[];
  marks: string;
  isClosed: boolean;
  isFinished: boolean;
}

export const listsOf = ({ host, members, tail }: Group): readonly List[] => {
  const figures = quantities(members);
  const frames: Frame[] = [];
  const open: Frame[] = [];
  let previous: Mention | null = host;
  const start = (whole: Mention | null, kind: Listing, isByAspect: boolean): void => {
    const around = open.at(-1);
    const outer = around === undefined || around.isClosed ? null : around.whole;
    const frame = {
      whole,
      outer,
      kind,
      isByAspect,
      parts: [],
      more: [],
      marks: '',
      isClosed: false,
      isFinished: false,
    };
    frames.push(frame);
    open.push(frame);
  };
  if (host !== null && !SOME.test(figures[0]?.gap ?? '')) start(host, figures.length > 1 ? 'all' : 'some', false);
  figures.forEach(({ mention, gap }, index) => {
    if (gap.includes('；') && open.length > 1) open.pop();
    const listing = index === 0 && host !== null && open.length > 0 ? null : listingOf(gap);
    if (listing !== null)
      start(
        gap.includes('；') && !SOME.test(gap) ? firstTold(listing, figures) : previous,
        listing.kind,
        listing.isByAspect,
      );
    else if (open.length === 0 && previous !== null && host === null) start(previous, 'loose', false);
    const frame = open.at(-1);
    if (frame !== undefined) take(frame, mention, gap);
    if (!CHANGED.test(mention.label)) previous = mention;
  });
  return frames.map(frame => ({ ...frame, kind: /^等/u.test(tail) && frame.kind === 'all' ? 'some' : frame.kind }));
};

/** Percentages are said of a part and are none; `gap` then begins behind them. */
const quantities = (members: readonly Member[]): readonly Member[] =>
  members.filter(({ mention }) => mention.family !== 'percent');

/** After a ； another division, 从申请人看, is of what the sentence began with. */
const firstTold = ({ isByAspect }: { readonly isByAspect: boolean }, figures: readonly Member[]): Mention | null =>
  isByAspect ? (figures[0]?.mention ?? null) : null;

const listingOf = (gap: string): { readonly kind: Listing; readonly isByAspect: boolean } | null => {
  const text = gap.slice(-60);
  if (OTHER.test(text)) return null;
  const isByAspect = ASPECT.test(text);
  if (SOME.test(text)) return { kind: 'some', isByAspect };
  return isByAspect || ALL.test(text) ? { kind: 'all', isByAspect } : null;
};

// A list keeps its mark: after 、 a ， or ； ends it, though what follows may turn out to belong to it.
const take = (frame: Frame, mention: Mention, gap: string): void => {
  const mark = gap.includes('；') ? '；' : gap.includes('，') ? '，' : '、';
  const isFirst = frame.parts.length === 0;
  const whole = frame.whole ?? frame.parts[0] ?? mention;
  const isOther = OTHER.test(mention.label) || (mention.family !== whole.family && mention.family !== 'bare');
  const isNew =
    frame.parts.length > 1 &&
    mark !== '、' &&
    NEW.test(mention.label) &&
    !frame.parts.some(({ label }) => NEW.test(label));
  const isEnd = frame.parts.length > 1 && frame.marks !== '' && !frame.marks.includes(mark) && mark !== '、';
  const isDone = isEnd && mark === '；' && /^、+$/u.test(frame.marks);
  if ((isNew || isDone) && !frame.isClosed) frame.isFinished = true;
  if (isOther || isEnd || isNew) frame.isClosed = true;
  if (isOther) return;
  if (frame.isClosed) frame.more.push(mention);
  else frame.parts.push(mention);
  if (!isFirst && !frame.isClosed) frame.marks += mark;
};
