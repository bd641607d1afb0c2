// One quantity has one value in the whole writing (P7): the same words before it, the same unit, two numbers.
import { broken, held, type Judge } from '../judge.ts';
import { outerMembers } from '../roles.ts';
import type { Claim, Mention, Sentence } from '../words.ts';

export const once: Judge = {
  id: 'once',
  judge: ({ sentences }) => {
    const told = sentences.flatMap((sentence, index) =>
      OTHER_SCOPE.test(sentence.text)
        ? []
        : outerMembers(sentence.groups).flatMap(({ mention }) => tellingOf(mention, sentence, index)),
    );
    return [...Map.groupBy(told, ({ key }) => key).values()].flatMap(judgeTellings);
  },
};

interface Telling {
  readonly key: string;
  readonly mention: Mention;
  readonly sentence: Sentence;
  readonly index: number;
}

/** Another year, a part of the year, or another organ: the same words may have another value. */
const OTHER_SCOPE =
  /上年|去年|上一年|同比|较\S{0,6}年|上半年|下半年|季度|\d月份|截至|本级|市本级|区政府|县政府|各[乡镇区县]|分别/u;
const WHOLE = /^(?:截至|全年|全年共|本年度?|当年|\d{4}年度?|[我全本][市区县镇乡局]|一年来|共计?|累计|全[市区县]共?)+/u;
const FILLER = /(?:共计?|总计|合计|累计|为|有|达到?|的|数量?|总数|件数)+$/u;

const tellingOf = (mention: Mention, sentence: Sentence, index: number): readonly Telling[] => {
  if (!mention.isExact || mention.family === 'percent') return [];
  const subject = mention.label
    .replace(/\d{4}年度?/gu, '')
    .replace(WHOLE, '')
    .replace(FILLER, '')
    .replaceAll('共', '');
  if (
    subject.length < 6 ||
    !/^(?:收到|受理|新收|接收|办结|主动公开|发布|公开|制发|制定|现行有效|举办|召开|印发|开展)/u.test(subject)
  )
    return [];
  return [{ key: `${subject.replace(/^(?:受理|接收)/u, '收到')}|${mention.family}`, mention, sentence, index }];
};

const judgeTellings = (tellings: readonly Telling[]): readonly Claim[] => {
  const [first, ...rest] = tellings;
  if (first === undefined || rest.length === 0) return [];
  const other = rest.find(({ mention }) => mention.amount !== first.mention.amount);
  if (other === undefined)
    return [held('前后', first.sentence, tellings.map(({ mention }) => mention.amount).join(' = '))];
  // In one sentence, or in lists of organs, the same words tell of different things.
  if (other.index === first.index || tellings.length > 2 || other.sentence.paragraph === first.sentence.paragraph)
    return [];
  const arithmetic = `${first.mention.amount} ≠ ${other.mention.amount}`;
  return [
    broken(
      '前后',
      other.sentence,
      '中',
      arithmetic,
      `${other.mention.label}前文写作${first.mention.raw}，这里写作${other.mention.raw}`,
    ),
  ];
};
