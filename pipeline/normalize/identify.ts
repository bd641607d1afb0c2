// Whose return a workbook is, for when, in which scope, and which of several: by what it says, then by how it is filed.
import { answersIn } from '../mark.ts';
import type { CellRef, Grid, Period, Remark, Revision, Scope, Unit } from '../model.ts';
import { periodName, yearOf } from '../period.ts';
import { yearsIn, yearsInName } from '../years.ts';
import type { Answered, Cover } from './cover.ts';
import { coverOf } from './cover.ts';
import { dateIn, revisionRank } from './dates.ts';
import { partIn } from './part-of-year.ts';
import { squash, type UnitNames } from './unit-names.ts';

export interface Identity {
  readonly unit: Unit | null;
  /** True where the cover and the file's name or folder speak of different units. */
  readonly disputed: boolean;
  /** The names on its sheets where these speak of several organs; else empty. */
  readonly several: readonly string[];
  /** The name that was found and that no unit of the roster bears, or ''. */
  readonly named: string;
  /** The year that the file speaks of where that is not the one asked, else null. */
  readonly otherYear: number | null;
  /** The words that speak of another part of the year than the one asked, else null. */
  readonly otherPart: string | null;
  readonly scope: Scope;
  /** What the cover answers to 零报告, or null. */
  readonly zeroReport: Answered | null;
  readonly revision: Revision;
  readonly remarks: readonly Remark[];
}

interface Witness {
  readonly by: 'mark' | 'cover' | 'title' | 'name' | 'folder';
  readonly unit: Unit;
  readonly stated: string;
  readonly ref: CellRef | null;
}

/** `path` is relative to the period's folder; `scope` is the one that is asked. */
export const identify = (path: string, grid: Grid, names: UnitNames, period: Period, scope: Scope): Identity => {
  const cover = coverOf(grid, path);
  const witnesses = firstOfEach(withoutAncestors(witnessesOf(path, grid, cover, names), names));
  const [chosen, ...others] = witnesses;
  const against = others.find(other => other.unit.code !== chosen?.unit.code);
  const unsure = chosen !== undefined && isUnsure(chosen, names);
  const wanted = yearOf(period);
  const years = [...yearsInside([cover.period, ...cover.titles]), ...yearsOfName(path, wanted)];
  const otherYear = years.length === 0 || years.some(({ year }) => year === wanted) ? null : (years[0]?.year ?? null);
  const parts = partsStated(path, grid, cover);
  return {
    unit: chosen?.unit ?? null,
    disputed: unsure || (against !== undefined && against.by !== 'folder'),
    several: severalOrgans(cover, names),
    named: chosen === undefined ? (cover.unit?.text ?? '') : '',
    otherYear,
    otherPart: otherPartOf(parts, period),
    scope: scopeStated(path, cover.scope, cover.titles) ?? scope,
    zeroReport: cover.zeroReport,
    revision: {
      rank: revisionRank(path),
      filledOn: cover.filledOn === null ? null : dateIn(cover.filledOn.text),
      answers: answersIn(grid),
    },
    remarks: [
      ...(chosen !== undefined && against !== undefined ? [unitRemark(chosen, against)] : []),
      ...(unsure ? [unsureRemark(chosen)] : []),
      ...unknownCoverRemark(cover.unit, names, chosen),
      ...periodRemarks(years, wanted, otherYear),
      ...partRemarks(parts, years, period),
    ],
  };
};

// By the unit each cover is taken for, or by its own words where it is none of ours.
const severalOrgans = ({ units }: Cover, names: UnitNames): readonly string[] => {
  const organs = new Map(
    units.map(answered => [witness('cover', answered, names)[0]?.unit.code ?? squash(answered.text), answered.text]),
  );
  return organs.size > 1 ? [...organs.values()] : [];
};

// In the order of their weight: what `blank` writes into a workbook, its cover, its titles, its name, its folders from the inside.
const witnessesOf = (path: string, grid: Grid, cover: Cover, names: UnitNames): readonly Witness[] => {
  const code = grid.properties.get('nianbao-unit') ?? '';
  const marked = names.byCode(code);
  const titles = cover.titles.filter(
    ({ text }) => !/^\s{0,20}(?:主送|抄送|报送|报|致)[：:]|关于|印发|转发|通知/u.test(text),
  );
  return [
    ...(marked === null ? [] : [{ by: 'mark' as const, unit: marked, stated: code, ref: null }]),
    ...(cover.unit === null ? [] : witness('cover', cover.unit, names)),
    ...titles.flatMap(title => witness('title', title, names)),
    ...pathWitnesses(path, names),
  ];
};

const pathWitnesses = (path: string, names: UnitNames): readonly Witness[] => {
  const [name = '', ...folders] = path.split('/').toReversed();
  const asWitness = (by: Witness['by'], text: string): readonly Witness[] => witness(by, { text, ref: null }, names);
  // 报区政府办公室.xlsx names whom it is for.
  const isAddressed = /^(?:上报|报送|呈报|呈送|报|呈|送|致)/u.test(name);
  return [...(isAddressed ? [] : asWitness('name', name)), ...folders.flatMap(folder => asWitness('folder', folder))];
};

const witness = (
  by: Witness['by'],
  { text, ref }: Pick<Witness, 'ref'> & { readonly text: string },
  names: UnitNames,
): readonly Witness[] => {
  const unit = names.within(text);
  if (unit === null) return [];
  return names.means(text, unit) === 'other' ? [] : [{ by, unit, stated: text, ref }];
};

// 西峰区 in the title of 西峰区财政局's return names the district, not another unit.
const withoutAncestors = (witnesses: readonly Witness[], names: UnitNames): readonly Witness[] =>
  witnesses.filter(({ unit }) => !witnesses.some(other => names.isAbove(unit, other.unit)));

// Only a cover is held to the letter.
const isUnsure = ({ by, stated, unit }: Witness, names: UnitNames): boolean =>
  by === 'cover' && names.means(stated, unit) === 'part';

const unsureRemark = ({ stated, unit, ref }: Witness): Remark => ({
  kind: 'unit-unsure',
  key: {},
  ref,
  stated,
  due: unit.name,
});

const firstOfEach = (witnesses: readonly Witness[]): readonly Witness[] =>
  witnesses.filter((found, index) => witnesses.findIndex(({ by }) => by === found.by) === index);

/** The unit that a file's name or folder names, for files that cannot be opened. */
export const unitOfPath = (path: string, names: UnitNames): Unit | null =>
  withoutAncestors(pathWitnesses(path, names), names)[0]?.unit ?? null;

const unitRemark = (chosen: Witness, against: Witness): Remark => ({
  kind: 'unit-disagrees',
  key: {},
  ref: chosen.ref ?? against.ref,
  stated: `${chosen.stated}（${chosen.unit.name}）`,
  due: `${against.stated}（${against.unit.name}）`,
});

// The cover names somebody whom the roster does not know, while the file's name is known.
const unknownCoverRemark = (
  answered: Answered | null,
  names: UnitNames,
  chosen: Witness | undefined,
): readonly Remark[] =>
  answered === null || chosen === undefined || witness('cover', answered, names).length > 0
    ? []
    : [
        {
          kind: 'unit-disagrees',
          key: {},
          ref: answered.ref,
          stated: answered.text,
          due: `${chosen.stated}（${chosen.unit.name}）`,
        },
      ];

interface StatedYear {
  readonly year: number;
  readonly stated: string;
  readonly ref: CellRef | null;
}

const yearsInside = (answers: readonly (Answered | null)[]): readonly StatedYear[] =>
  answers.flatMap(answered =>
    answered === null ? [] : yearsIn(answered.text).map(year => ({ year, stated: answered.text, ref: answered.ref })),
  );

// A later year in a file's name is that of sending it in.
const yearsOfName = (path: string, wanted: number): readonly StatedYear[] =>
  yearsInName(path.split('/').at(-1) ?? '')
    .filter(year => year <= wanted)
    .map(year => ({ year, stated: path, ref: null }));

const periodRemarks = (years: readonly StatedYear[], wanted: number, otherYear: number | null): readonly Remark[] =>
  years
    .filter(({ year }) => year !== wanted)
    .slice(0, 1)
    .map(({ stated, ref }) => ({
      kind: 'period-disagrees',
      key: {},
      ref,
      stated,
      due: otherYear === null ? `${wanted}年` : '',
    }));

/** What speaks of a part of the year: 报告期, titles, the names of sheets and of the file. */
const partsStated = (path: string, grid: Grid, cover: Cover): readonly StatedPart[] => {
  const sheets = grid.sheets.filter(({ hidden }) => !hidden).map(({ name }) => ({ text: name, ref: null }));
  const name = { text: path.split('/').at(-1) ?? '', ref: null };
  return [...(cover.period === null ? [] : [cover.period]), ...cover.titles, ...sheets, name].flatMap(
    ({ text, ref }) => {
      const part = partIn(text);
      return part === null ? [] : [{ part, stated: text, ref }];
    },
  );
};

interface StatedPart {
  readonly part: string;
  readonly stated: string;
  readonly ref: CellRef | null;
}

// A quarter's figures among those of the year, or a title of the whole year over those of a quarter.
const partRemarks = (parts: readonly StatedPart[], years: readonly StatedYear[], period: Period): readonly Remark[] => {
  const asked = period.slice(5);
  const against = asked === '' ? parts[0] : parts.length === 0 ? years.find(({ ref }) => ref !== null) : undefined;
  if (against === undefined) return [];
  return [{ kind: 'period-disagrees', key: {}, ref: against.ref, stated: against.stated, due: periodName(period) }];
};

/** The stated part of the year where another is asked and none that is stated is that one. */
const otherPartOf = (parts: readonly StatedPart[], period: Period): string | null => {
  const asked = period.slice(5);
  return asked === '' || parts.some(({ part }) => part === asked) ? null : (parts[0]?.stated ?? null);
};

const scopeStated = (path: string, stated: Answered | null, titles: readonly Answered[]): Scope | null => {
  if (stated !== null) return /汇总|全系统|全区|全县|全市|含下属|含所属/u.test(stated.text) ? 'aggregate' : 'own';
  const texts = [path.split('/').at(-1) ?? '', ...titles.map(title => title.text)];
  if (texts.some(text => /[（(](?:汇总|含下属|含所属|全系统)[^）)]{0,10}[）)]/u.test(text))) return 'aggregate';
  return texts.some(text => /[（(](?:本级|本机关|本单位)[）)]/u.test(text)) ? 'own' : null;
};
