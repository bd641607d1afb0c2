// The words of nianbao, as types. Nothing here does anything.

/** An exact decimal number in plain notation, such as `12`, `-3` or `24252.311082`. Never a float. */
export type Decimal = string;

/** A place in the input that a value or a finding points back to. `cell` is an A1 address. */
export interface CellRef {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

// ---- what came in ------------------------------------------------------------------------------------------------

/** A file as it came. `path` is relative to its period's folder, with `/`. */
export interface Delivery {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** What a cell holds, as stored, without meaning. */
export type Typed =
  | { readonly kind: 'number'; readonly decimal: Decimal; readonly format: 'plain' | 'percent' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A number that its cell shows as a date or time; `iso` is `2026-03-01` or `2026-03-01T08:30:00`. */
  | { readonly kind: 'date'; readonly iso: string }
  /** `#REF!`, `#DIV/0!` … */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula that was saved without its result and that we cannot recompute for sure. */
  | { readonly kind: 'uncomputed' };

/** One filled cell. `row` and `column` count from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly typed: Typed;
  /** The text as a person sees it in the cell. */
  readonly shown: string;
  /** The formula without `=`, or null. */
  readonly formula: string | null;
}

/** A rectangle of cells, ends included, counted from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet. `cells` holds filled cells only, by row and then by column; a merged area's value is at its top left. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** A file's content, address → plain value as typed; no meaning yet. */
export interface Grid {
  readonly sheets: readonly Sheet[];
  /** Document properties: `title`, `subject`, `keywords`, and custom ones under their own names. */
  readonly properties: ReadonlyMap<string, string>;
  readonly notes: readonly GridNote[];
}

/** Something a reader must say about a file that it could read. */
export interface GridNote {
  readonly kind:
    | 'macros'
    | 'external-links'
    | 'recomputed' // formulas were saved without results and their sums recomputed
    | 'value-under-merge' // a value that no one sees, hidden below a merged area
    | 'cells-dropped' // beyond what a sheet can hold
    | 'encoding-unsure';
  readonly place: Omit<CellRef, 'file'> | null;
  readonly detail: string;
}

/** Why a file gives no Grid. Each has a message with a remedy in `checks/is-readable.ts`. */
export type RefusalKind =
  | 'empty' // no byte, or no filled cell
  | 'not-a-spreadsheet' // .docx, .pdf, a picture, a web page …
  | 'encrypted'
  | 'damaged' // truncated, wrong checksum, malformed XML
  | 'unsafe' // a zip or XML that no honest program writes
  | 'too-large'
  | 'too-slow'
  | 'crashed';

export type Reading =
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'refused'; readonly refusal: RefusalKind; readonly detail: string };

/** A delivery and what reading it gave; `ignored` says, in Chinese, why it was not read at all. */
export type Arrival =
  | { readonly delivery: Delivery; readonly reading: Reading }
  | { readonly delivery: Delivery; readonly ignored: string };

// ---- what is asked -----------------------------------------------------------------------------------------------

/** How a figure is counted: whole numbers from 0, signed whole numbers, or exact decimals from 0 (money). */
export type Measure = 'count' | 'change' | 'money';

/** A text of the form as officially printed, and the other ways in which people write it. */
export interface Label {
  readonly text: string;
  readonly aliases: readonly string[];
}

/** `exhaustive`: the parts add up to the whole; `of_which`: none of them exceeds it. */
export interface Part {
  readonly whole: string;
  readonly kind: 'exhaustive' | 'of_which';
  readonly severity: Severity;
}

/** A line of a table: a row of figures, or a single figure where the table has no columns. */
export interface FormRow {
  readonly id: string;
  /** Null where the official table prints no label beside its figures (table 四). */
  readonly label: Label | null;
  /** The headings it stands under, as printed, outermost first. */
  readonly under: readonly string[];
  /** Where the table has no columns: ids of the column headings above the figure, outermost first; else empty. */
  readonly heads: readonly string[];
  /** 件, 条, 万元 … */
  readonly unit: string;
  readonly measure: Measure;
  readonly partOf: Part | null;
  /** The row whose last year's value this one takes over. */
  readonly carriesFrom: string | null;
}

/** `figure`: a column of figures; `head`: a heading that `FormRow.heads` names; `beside`: known, but not asked (上年数, 备注). */
export interface FormColumn {
  readonly id: string;
  readonly kind: 'figure' | 'head' | 'beside';
  readonly label: Label;
  readonly under: readonly string[];
  readonly partOf: Part | null;
}

export interface FormTable {
  readonly id: string;
  readonly title: Label;
  readonly rows: readonly FormRow[];
  readonly columns: readonly FormColumn[];
}

/** What checks look for in a text: the overview of the year, the problems met, the fee for processing information. */
export type Topic = 'overview' | 'problems' | 'fee';

/** A prose answer that the form asks for. */
export interface FormText {
  readonly id: string;
  readonly label: Label;
  readonly section: string;
  readonly asks: readonly Topic[];
}

/** Figures of which several units may each count the same case or document. Texts are Chinese, for the one finding about them. */
export interface Once {
  readonly id: string;
  /** Names as `itemName` gives them: `t4.post_total`. */
  readonly figures: readonly string[];
  /** What is to be counted once, by whom, and who says so. */
  readonly why: string;
  readonly suggestion: string;
}

/** Labels that only another generation of the form has; enough of them say that a file is of that one. */
export interface Generation {
  readonly id: string;
  readonly title: string;
  readonly marks: readonly string[];
}

/** A line of an older template whose figures belong to a row of this form. `note` is Chinese and says why. */
export interface OlderRow {
  readonly label: string;
  readonly table: string;
  readonly row: string;
  readonly note: string;
}

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** An edit: a line of rules.csv. `when`, `left` and `right` are in the language of `rules/`; '' in `when`: always. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  /** `return`: each return; `aggregate`: each return of a period whose scope is that; `total`: the sums over all units. */
  readonly on: 'return' | 'aggregate' | 'total';
  /** `t3 each column`, `t2 each row`, `t3 each row each column`, `t3`, or ''. */
  readonly scope: string;
  readonly when: string;
  readonly left: string;
  readonly relation: Comparison;
  readonly right: string;
  /** How far `left` may lie on the wrong side of `right`. */
  readonly tolerance: Decimal;
  readonly severity: Readonly<Record<Phase, Severity>>;
  /** `zero`: a blank counts as `complete.ts` understands it; `skip`: with a blank nothing is decided. */
  readonly missing: 'zero' | 'skip';
  readonly since: number | null;
  readonly until: number | null;
  /** Codes and groups of the units it is for; none: all. */
  readonly units: readonly string[];
  /** Chinese, with {左} {右} {差}; '' for the usual sentence. */
  readonly message: string;
  /** Why a unit may break it and still be right. */
  readonly reasons: readonly string[];
  readonly source: string;
  /** Examples that `check-forms` runs: `new_received=5; handled_total=4`. */
  readonly held: readonly string[];
  readonly broken: readonly string[];
  /** The file and line it stands in. */
  readonly place: string;
}

/** One version of the questionnaire for a span of periods: a folder of `templates/`. */
export interface Form {
  readonly id: string;
  readonly title: string;
  /** First and last year it serves, both included; null: open. A form that extends another serves only where it is named. */
  readonly since: number;
  readonly until: number | null;
  readonly extends: string | null;
  readonly tables: readonly FormTable[];
  readonly texts: readonly FormText[];
  readonly generations: readonly Generation[];
  readonly olderRows: readonly OlderRow[];
  readonly once: readonly Once[];
  readonly rules: readonly Rule[];
  /** The Handlebars source of its report, and the path it is reported under. */
  readonly report: { readonly path: string; readonly source: string };
  /** sha256 over the folder's files, the extended folder's included. */
  readonly hash: string;
}

/** The address of one figure asked. A table without columns has the column `value`. */
export interface ItemKey {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

// ---- who reports, for when ---------------------------------------------------------------------------------------

/** `2025`, `2025-H1`, `2025-Q3`, `2025-07`. */
export type Period = string;

/** `own`: the organ itself; `aggregate`: with all below it. Never mixed in a sum. */
export type Scope = 'own' | 'aggregate';

/** While returns are collected (`draft`), or once they are to be final. */
export type Phase = 'draft' | 'final';

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: string;
  readonly parent: string | null;
  /** First and last year it reports, both included; null: open. */
  readonly since: number | null;
  readonly until: number | null;
  readonly contact: string;
}

/** What `period.yaml` says, completed with what follows from the period and the forms. */
export interface Plan {
  readonly period: Period;
  readonly form: string;
  /** Date by which returns are due, `2026-01-31`, or null. */
  readonly due: string | null;
  readonly title: string | null;
  /** The organ that publishes, such as 西峰区, or null. */
  readonly organ: string | null;
  readonly scope: Scope;
  readonly phase: Phase;
  /** Units from which a return is due. */
  readonly units: readonly Unit[];
}

/** Where a figure of the form stands in a file. `cell` is null where nothing was typed. */
export interface Placement {
  readonly key: ItemKey;
  readonly cell: Cell | null;
  readonly ref: CellRef;
  /** What is printed around it (its heading, its label, the unit column), as typed. */
  readonly around: readonly string[];
}

// ---- what was answered -------------------------------------------------------------------------------------------

/** What one cell says about one figure: always exactly one of these, and `raw` is the text that was there. */
export type Value =
  | { readonly kind: 'count'; readonly amount: Decimal; readonly raw: string }
  /** 13000余, 近5000, 550万: an interval. `word` is the word that says so; `high` null: not bounded. */
  | {
      readonly kind: 'approximate';
      readonly amount: Decimal;
      readonly low: Decimal;
      readonly high: Decimal | null;
      readonly word: string;
      readonly raw: string;
    }
  /** 无, 零报告, /, —: stated to be none; counts as 0. */
  | { readonly kind: 'nil'; readonly raw: string }
  | { readonly kind: 'not-applicable'; readonly raw: string }
  | { readonly kind: 'blank'; readonly raw: string }
  | { readonly kind: 'unreadable'; readonly raw: string; readonly reason: UnreadableReason };

export type UnreadableReason =
  | 'error-value' // #REF!
  | 'date' // 3-1 that a spreadsheet turned into 3月1日
  | 'percent'
  | 'formula' // saved without its result
  | 'text' // not a number in any way of writing known to us
  | 'several-numbers' // 12 +3
  | 'other-unit' // 3人 where 件 is due
  | 'too-long'
  | 'two-cells' // two cells of one return state it differently
  | 'two-items'; // one merged cell answers several figures

export interface Observation extends ItemKey {
  readonly value: Value;
  readonly ref: CellRef;
}

/** A unit's prose answer. */
export interface TextAnswer {
  readonly text: string;
  readonly id: string;
  readonly ref: CellRef;
}

/** Something noticed while a file was read that a person must be told; a check turns it into a finding. */
export interface Remark {
  readonly kind:
    | 'label-repaired' // one or two wrong characters in a label
    | 'label-unknown' // a line of figures under no known label
    | 'row-missing'
    | 'column-missing'
    | 'table-missing'
    | 'figure-set-aside' // a figure in a place that answers nothing
    | 'sheet-set-aside' // another period's, a hidden twin, nothing known on it
    | 'twin-set-aside' // another year's table on the same sheet
    | 'hidden' // read, though nobody sees it
    | 'older-template' // mapped or not, of an older generation
    | 'unit-converted' // 元 where 万元 is due
    | 'placed-by-order' // headings lacked; taken in official order
    | 'zero-report-disagrees' // ticked, and yet there are figures
    | 'unit-unsure' // the cover's name says more than that of the unit it was taken for
    | 'unit-disagrees' // cover, file name and folder name different units
    | 'period-disagrees'
    | 'note'; // what the reader noticed (GridNote)
  readonly key: Partial<ItemKey>;
  readonly ref: CellRef | null;
  /** What was there. */
  readonly stated: string;
  /** What it was taken for or should be; '' where nothing can be said. */
  readonly due: string;
}

/** One unit's form for one period and scope. */
export interface Return {
  readonly unit: string;
  readonly period: Period;
  readonly scope: Scope;
  readonly form: string;
  readonly delivery: Delivery;
  readonly observations: readonly Observation[];
  readonly texts: readonly TextAnswer[];
  readonly remarks: readonly Remark[];
  /** What the file itself says of its place among resubmissions. */
  readonly revision: Revision;
}

/** `rank` 0: says nothing; 1: 更正, 修改, 第二次 …, higher: 第三次. `filledOn`: its 填报日期, ISO, or null. `answers`: sha256 of the
 *  deliveries that were sent back and that it corrects, as the mark of a returned workbook names them. */
export interface Revision {
  readonly rank: number;
  readonly filledOn: string | null;
  readonly answers: readonly string[];
}

// ---- what became of it -------------------------------------------------------------------------------------------

export type DeliveryStatus = 'accepted' | 'superseded' | 'conflict' | 'rejected' | 'ignored';

/** A delivery and what became of it. `reason` is Chinese, for the clerk; '' for an accepted return. */
export interface Judgement {
  readonly delivery: Delivery;
  readonly unit: string | null;
  readonly period: Period | null;
  readonly form: string | null;
  readonly status: DeliveryStatus;
  readonly reason: string;
  /** For a delivery that is not accepted and needs a person: why, as a finding of `is-readable` or `is-recognised`. */
  readonly trouble: Trouble | null;
}

export interface Trouble {
  readonly check: 'is-readable' | 'is-recognised';
  readonly rule: string;
  readonly message: string;
  readonly suggestion: string;
  readonly remarks: readonly Remark[];
}

/** 强制性 · 核实性 · 提示性. */
export type Severity = 'fatal' | 'query' | 'info';

/** Where a verdict was made. */
export interface Place extends Partial<ItemKey> {
  readonly unit: string | null;
  readonly ref: CellRef | null;
}

export type Verdict =
  /** `times`: of how many places it is said at once, where that is not one. */
  | { readonly outcome: 'held' | 'unknown'; readonly rule: string; readonly times?: number }
  /** `error` is English, for the maintainer's log. */
  | { readonly outcome: 'failed'; readonly rule: string; readonly error: string }
  | ({ readonly outcome: 'broken'; readonly rule: string } & Complaint)
  /** Broken too, for the same reason as the rule `by`: counted as broken, told by the finding of that one. */
  | { readonly outcome: 'told'; readonly rule: string; readonly by: string };

/** What a broken verdict tells: `stated` and `due` are texts, `difference` is `stated − due` where both are numbers, else ''. */
export interface Complaint {
  readonly severity: Severity;
  readonly place: Place;
  readonly stated: string;
  readonly due: string;
  readonly difference: string;
  /** Chinese: what was found, what was due, where, and what to do. */
  readonly message: string;
  readonly suggestion: string;
  /** Whether a person's reason can answer it; else only another value can. */
  readonly explainable: boolean;
  /** What a fatal finding can be explained by, where its rule allows that; else empty. */
  readonly reasons: readonly string[];
}

/** A broken verdict made stable: the same `id` while unit, check, rule, place and stated value are the same. */
export interface Finding extends Complaint {
  readonly id: string;
  readonly period: Period;
  readonly check: string;
  readonly rule: string;
  readonly status: 'open' | 'explained';
  readonly explanation: string;
}

/** Why a queried value is right (核实说明), as a line of a list gives it. It holds while the value stays. */
export interface Explanation {
  /** The id of the finding that it answers. */
  readonly finding: string;
  readonly reason: string;
  readonly text: string;
  /** Who says so, or ''. */
  readonly by: string;
  /** The day, ISO, or null. */
  readonly on: string | null;
  readonly ref: CellRef;
}

/** How often each rule held, broke, could not be decided, or could not run. */
export interface Tally {
  readonly check: string;
  readonly rule: string;
  readonly held: number;
  readonly broken: number;
  readonly unknown: number;
  readonly failed: number;
}

/** The sum of one figure over a group of units; `group` `*`: all. */
export interface Total extends ItemKey {
  readonly group: string;
  readonly value: Decimal;
  /** The word of approximation where a part is approximate (余, 万 …), else null. */
  readonly approximate: string | null;
  /** Codes, sorted. Every unit due is in exactly one of the two. */
  readonly unitsIn: readonly string[];
  readonly unitsMissing: readonly string[];
}

/** Everything of one run for one period; the only thing documents are made from. */
export interface Edition {
  readonly plan: Plan;
  readonly form: Form;
  /** The time given to the run, ISO 8601. */
  readonly at: string;
  readonly judgements: readonly Judgement[];
  /** The accepted returns in the plan's scope, one a unit, by unit code. */
  readonly returns: readonly Return[];
  readonly totals: readonly Total[];
  /** At most one a finding; those that answer none stay on record. */
  readonly explanations: readonly Explanation[];
  readonly findings: readonly Finding[];
  readonly tally: readonly Tally[];
  /** Files and checks on which our own code failed, and how: English, for the maintainer's log. */
  readonly failures: readonly string[];
  /** The edition of the year before, where its folder is in the input. */
  readonly previous: Edition | null;
  /** A fingerprint of all it was made from; null where another run may make something else of the same (see `made-from.ts`). */
  readonly madeFrom: string | null;
}

/** A path under the period's output folder, with `/`, and its bytes. */
export interface Document {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** One that is too long to be held: its bytes are made anew, piece by piece, whenever they are asked for. */
export interface LongDocument {
  readonly path: string;
  readonly pieces: Iterable<Uint8Array>;
}
