// Headings that speak of another time or of a plan, whatever else they say: 上年完成数, 计划数, 2022年.

/** `年` with a number names the year itself. */
export const isOtherTime = (heading: string, year: number): boolean => {
  const stated = statedYear(heading);
  return stated === null ? /^(?:[上去往前]一?年|[上去]期|同期|计划|增减|同比|环比)/u.test(heading) : stated !== year;
};

export const isThisTime = (heading: string, year: number): boolean =>
  statedYear(heading) === year || /^(?:本年|本期|今年|当年|报告期|实际|完成)/u.test(heading);

const statedYear = (heading: string): number | null => {
  const match = /^(20\d\d)年?度?(?:实际|完成|统计|填报)?数?量?$/u.exec(heading);
  return match === null ? null : Number(match[1]);
};
