// The ways of writing that there is none, and that a question does not apply.

/** 无, 零报告, /, —, 没有因政府信息公开引起的…: certain ones only; 无法统计 and 未统计 say something else. */
export const saysNone = (text: string): boolean =>
  CLOSED.has(text) || DASHES.test(text) || ((NONE.test(text) || NONE_CAUSED.test(text)) && !DOUBT.test(text));

export const saysNotApplicable = (text: string): boolean => NOT_APPLICABLE.has(text.toUpperCase());

const CLOSED = new Set(['零报告', '无报告', '零申报', '零上报', '没有报告', '均无', '全无', '皆无', '暂无']);
const DASHES = /^(?:\/+|\\+|[-‐‑‒–—―−─━]+)$/;
// No digit can match: what is neither a Han character nor 、 ends the match, numerals stand in DOUBT.
const NONE =
  /^(?:本年度?|今年|全年|年内|本季度|本期|本单位|本机关)?(?:暂|均|皆|尚|并)?(?:无|没有|未(?:收到|收取|收费|发生|产生|出现|受理|接到|接收|开展|举办|召开|制定|制发|制作|出台|发布|征收))[\p{Script=Han}、]{0,16}$/u;
const NONE_CAUSED = /^(?:本年度?|今年|全年|本单位|本机关)?(?:没有|未发生|未收到|无)因[\p{Script=Han}、,]{1,40}$/u;
const DOUBT =
  /[零〇一二两三四五六七八九十百千万亿几数多余若些除但另变错填]|无[法效误从需须论非关锡为]|统计|报送|上报|有报|完成|有[不未]|无[不未]/;
const NOT_APPLICABLE = new Set(['不适用', '不涉及', '未涉及', 'N/A', 'NA', 'N.A.']);
