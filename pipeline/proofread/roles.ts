// The four figures of handling applications, as prose names them.
import type { Group, Mention, Sentence } from './words.ts';

export type Role = 'received' | 'carried-in' | 'handled' | 'carried-out';

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['carried-out', /结转(?:至|到|入)?(?:下|次|20\d\d)|转入下|下(?:一)?年度?继续办理|待办/u],
  ['carried-in', /(?:上|去)(?:一)?年度?(?:结转|转入|延续)|结转(?:的|上)|^结转$|^上年度?结转/u],
  ['handled', /(?:办结|办理完结|答复|回复|办理完毕)/u],
  ['received', /(?:收到|受理|接收|新收|接到)/u],
];
/** Of a part, a rate, another time or another kind of business. */
const OTHER =
  /复议|诉讼|热线|留言|信箱|咨询|信访|12345|工单|提案|建议|议案|投诉|举报|来电|来信|调查|征集|网民|网友|平台|累计|上半年|季度|同比|较上/u;

/** Null where the mention is none of the four. A figure of its own sort: 申请 stands in its sentence. */
export const roleOf = ({ label, family }: Mention): Role | null => {
  if (family !== 'thing' || OTHER.test(label)) return null;
  return ROLES.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
};

export const outerMembers = (groups: readonly Group[]): Group['members'] =>
  groups.find(({ isOuter }) => isOuter)?.members ?? [];

export const isOfApplications = ({ text }: Sentence): boolean => /申请/u.test(text) && !OTHER.test(text.slice(0, 12));
