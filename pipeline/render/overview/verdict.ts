// Whether an edition can be published, in one line, and what each unit still owes.
import { filedIn, missingUnits } from '../../filing.ts';
import type { Edition, Finding, Unit } from '../../model.ts';

/** A unit that filed and what is open about its return. */
export interface Standing {
  readonly unit: Unit;
  readonly fatal: number;
  readonly query: number;
}

export interface Standings {
  readonly missing: readonly Unit[];
  /** With fatal findings: the return goes back. */
  readonly returned: readonly Standing[];
  /** Without fatal findings, with queries that wait for a word. */
  readonly asked: readonly Standing[];
  readonly ready: readonly Unit[];
  /** Open findings that are of no unit. */
  readonly common: { readonly fatal: number; readonly query: number };
}

export const standingsOf = (edition: Edition): Standings => {
  const { plan, findings } = edition;
  const open = Map.groupBy(
    findings.filter(({ status }) => status === 'open'),
    ({ place }) => place.unit,
  );
  const due = new Set(plan.units.map(({ code }) => code));
  const common = [...open].filter(([code]) => code === null || !due.has(code)).flatMap(([, found]) => found);
  const standings = plan.units.filter(filedIn(edition)).map(unit => ({ unit, ...countsOf(open.get(unit.code) ?? []) }));
  return {
    missing: missingUnits(edition),
    returned: standings.filter(({ fatal }) => fatal > 0),
    asked: standings.filter(({ fatal, query }) => fatal === 0 && query > 0),
    ready: standings.filter(({ fatal, query }) => fatal === 0 && query === 0).map(({ unit }) => unit),
    common: countsOf(common),
  };
};

export interface Verdict {
  readonly isReady: boolean;
  /** `可以发布`, `还不能发布：1 个单位未报，2 个单位的报表须更正`. */
  readonly text: string;
}

export const verdictOf = (edition: Edition, { missing, returned, asked, common }: Standings): Verdict => {
  const conflicts = edition.judgements.filter(({ status }) => status === 'conflict').length;
  const unsure = edition.failures.length + edition.tally.reduce((sum, { failed }) => sum + failed, 0);
  const fatal = returned.reduce((sum, standing) => sum + standing.fatal, 0);
  const obstacles = [
    said(missing.length, `${missing.length} 个单位未报`),
    said(returned.length, `${returned.length} 个单位的报表须更正（${fatal} 处）`),
    said(common.fatal, `另有 ${common.fatal} 条强制性问题`),
    said(conflicts, `${conflicts} 份文件相互冲突`),
    said(unsure, '有核对没能运行，请告诉维护人员'),
  ].flat();
  if (obstacles.length > 0) return { isReady: false, text: `还不能发布：${obstacles.join('，')}` };
  const rest = asked.reduce((sum, { query }) => sum + query, common.query);
  return { isReady: true, text: rest === 0 ? '可以发布' : `可以发布，但还有 ${rest} 条核实性问题没有答复` };
};

const said = (count: number, text: string): readonly string[] => (count === 0 ? [] : [text]);

const countsOf = (open: readonly Finding[]) => ({
  fatal: open.filter(({ severity }) => severity === 'fatal').length,
  query: open.filter(({ severity }) => severity === 'query').length,
});
