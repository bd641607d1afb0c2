// What was counted before a sentence, and can be the whole of its parts or the base of its shares.
import type { Mention, Sentence } from './words.ts';

const TOTAL = /收到|受理|接收|接到|新收|办理|办结|答复|回复|处理|合计|共计|总计|总数|[共总]|全年|累计|制发|发布|公开/u;
const PART = /占|其中|申请提供|同意公开|部分公开|不予公开|予以公开|属于|不同意/u;

/** Quantities outside brackets in the twelve sentences before it of its paragraph, the nearest first. */
export const totalsBefore = (sentences: readonly Sentence[], index: number): readonly Mention[] => {
  const paragraph = sentences[index]?.paragraph;
  const found: Mention[] = [];
  for (let at = index - 1; at >= index - 12 && found.length < 12; at--) {
    const sentence = sentences[at];
    if (sentence === undefined || sentence.paragraph !== paragraph) break;
    const outer = sentence.groups.find(({ isOuter }) => isOuter)?.members ?? [];
    found.push(
      ...outer
        .map(({ mention }) => mention)
        .filter(isTotal)
        .toReversed(),
    );
  }
  return found;
};

export const isTotal = ({ family, label }: Mention): boolean =>
  family !== 'percent' && family !== 'bare' && TOTAL.test(label) && !PART.test(label);

/** The first twenty numbers of what was received or handled: bases of shares wherever they follow. */
export const handledIn = (sentences: readonly Sentence[]) =>
  sentences
    .flatMap(({ groups }, sentence) =>
      groups.flatMap(({ members }) => members.map(({ mention }) => ({ mention, sentence }))),
    )
    .filter(({ mention }) => mention.family !== 'percent' && /收到|受理|新收|办结|答复/u.test(mention.label))
    .slice(0, 20);

/** Applications received, wherever they were first told: the base that reports use across paragraphs. */
export const RECEIVED = /(?:收到|受理|接收|接到|新收)[^，。；]*申请/u;
