// The published figures of 2017 divided over the units. The division is made up; only its sums are published.

type Figures = Map<string, number>;

/** A table, ids of its rows, and a line for each unit: its code and its figures in that order. */
const BLOCKS: readonly (readonly [string, string, string])[] = [
  [
    'key',
    `key_norm_disclosed key_norm_issued key_personnel key_gov_docs key_social_security key_notices key_three_public
     key_housing key_projects key_food key_environment key_urban_mgmt key_interpretation`,
    `XF01 5 12 1 24 0 20 6 0 0 0 0 0 30
     XF02 0 1 0 3 0 4 3 0 21 0 0 0 4
     XF03 0 0 0 1 0 6 3 0 0 0 0 0 6
     XF04 1 2 0 2 0 5 208 0 0 0 0 0 0
     XF05 1 2 4 0 11 7 3 0 0 0 0 0 8
     XF06 0 0 0 2 2 6 3 0 0 0 0 0 0
     XF07 1 2 0 1 0 7 3 6 7 0 0 0 0
     XF08 0 0 0 0 0 3 3 0 0 0 70 0 0
     XF09 0 0 0 0 0 4 3 0 0 60 0 0 0
     XF10 0 0 0 0 0 4 3 0 0 0 2 8 0
     XF11 0 0 0 0 0 5 3 0 0 5 0 0 5
     XF12 0 1 0 0 0 6 3 0 0 0 0 0 0
     XF13 0 0 0 0 0 0 1 0 0 0 0 0 4
     XF14 0 0 0 0 0 4 2 0 0 0 0 0 0
     XF15 0 0 0 0 0 2 3 0 0 0 0 0 0
     XF17 0 0 0 1 0 3 3 0 0 0 0 0 4
     XF18 0 0 0 1 0 2 3 0 0 0 2 0 0
     XF19 0 0 0 1 0 2 3 0 0 0 1 0 0
     XF20 0 0 0 1 0 1 3 0 0 0 0 0 0
     XF21 0 0 0 1 0 1 3 0 0 0 0 0 0
     XF22 0 0 0 1 0 2 3 0 0 0 0 0 0
     XF23 0 0 0 1 0 1 3 0 0 0 0 0 0
     XF24 0 0 0 1 0 1 3 0 0 0 0 0 0
     XF25 0 0 0 1 0 2 3 0 0 0 1 0 0
     XF26 0 0 0 1 0 2 3 0 0 0 0 0 0
     XF27 0 0 0 1 0 1 3 0 0 0 0 0 0`,
  ],
  // XF03: total below one of its channels. XF13 broadcasts most of what it discloses.
  [
    'stat',
    'a_total a_gazette a_website a_weibo a_wechat a_other',
    `XF01 1860 12 1650 0 320 45
     XF02 214 0 198 0 26 8
     XF03 86 0 74 0 112 9
     XF04 1208 0 1190 0 36 12
     XF05 372 0 310 0 96 20
     XF06 268 0 240 0 35 14
     XF07 245 0 216 0 42 10
     XF08 196 0 180 12 25 6
     XF09 231 0 204 0 48 11
     XF10 128 0 102 0 40 7
     XF11 254 0 220 0 61 15
     XF12 143 0 131 0 10 12
     XF13 1708 0 61 0 240 1647
     XF14 152 0 120 0 44 6
     XF15 97 0 92 0 0 8
     XF17 175 0 150 0 30 18
     XF18 132 0 96 0 38 21
     XF19 118 0 88 0 31 17
     XF20 95 0 70 0 22 16
     XF21 89 0 66 0 20 14
     XF22 92 0 71 0 18 15
     XF23 64 0 48 0 12 13
     XF24 58 0 45 0 9 10
     XF25 104 0 82 0 25 12
     XF26 99 0 75 0 27 11
     XF27 83 0 62 0 19 12`,
  ],
  // XF11: the head attended two press conferences of one.
  [
    'stat',
    'b_hot b_press b_press_lead b_interview b_interview_lead b_articles b_social b_other',
    `XF01 12 2 1 3 1 30 8 4
     XF02 2 0 0 1 1 4 0 2
     XF03 5 1 1 1 0 6 4 1
     XF04 1 0 0 0 0 0 0 1
     XF05 4 0 0 1 1 8 3 1
     XF06 2 0 0 0 0 2 1 1
     XF07 6 1 0 1 1 2 3 3
     XF08 3 0 0 0 0 3 2 1
     XF09 4 1 1 0 0 5 2 2
     XF10 3 0 0 0 0 0 2 1
     XF11 4 1 2 1 1 5 2 2
     XF12 2 0 0 0 0 1 0 2
     XF13 0 0 0 0 0 4 0 0
     XF14 1 0 0 0 0 0 1 0
     XF15 0 0 0 0 0 0 0 0
     XF17 1 0 0 0 0 4 0 1
     XF18 2 0 0 0 0 0 1 1
     XF19 1 0 0 0 0 0 1 0
     XF20 1 0 0 0 0 0 0 1
     XF21 0 0 0 0 0 0 0 0
     XF22 1 0 0 0 0 0 1 0
     XF23 0 0 0 0 0 0 0 0
     XF24 0 0 0 0 0 0 0 0
     XF25 2 0 0 0 0 0 2 0
     XF26 1 0 0 0 0 0 0 1
     XF27 1 0 0 0 0 0 1 0`,
  ],
  // XF01 counts the 80 applicants whom it referred to what is public in 同意公开 too. XF12: 2 + 0 of 3 concluded.
  [
    'stat',
    `c_recv c_recv_face c_recv_fax c_recv_net c_recv_letter c_done c_done_ontime c_done_ext
     c_reply c_reply_already c_reply_agree c_reply_deny c_deny_privacy c_deny_notinfo`,
    `XF01 84 56 6 18 4 84 84 0 84 80 80 4 1 3
     XF03 1 0 0 1 0 1 1 0 1 0 1 0 0 0
     XF05 1 1 0 0 0 1 1 0 1 0 1 0 0 0
     XF07 3 2 0 1 0 3 2 1 3 0 3 0 0 0
     XF12 3 2 0 0 1 3 2 0 3 0 3 0 0 0`,
  ],
  [
    'stat',
    'h_bodies h_points h_fulltime h_parttime h_budget',
    `XF01 1 1 2 2 5
     XF02 0 1 0 2 0
     XF03 0 1 0 2 0
     XF04 1 1 0 2 1.5
     XF05 0 1 0 2 0
     XF06 0 1 0 2 0
     XF07 0 1 0 2 0
     XF08 0 1 0 2 0
     XF09 0 1 0 2 0
     XF10 0 0 0 2 0
     XF11 0 1 0 2 0
     XF12 0 1 0 2 0
     XF13 0 0 0 2 0
     XF14 0 1 1 1 0.5
     XF15 0 1 0 1 0
     XF17 0 1 0 2 0
     XF18 0 1 0 2 0
     XF19 0 1 0 2 0
     XF20 0 1 0 2 0
     XF21 0 1 0 2 0.5
     XF22 0 1 0 2 0
     XF23 0 1 0 1 0
     XF24 0 1 0 1 0
     XF25 0 1 0 2 0
     XF26 0 1 0 1 0
     XF27 0 1 0 1 0`,
  ],
  ['stat', 'i_meetings i_trainings i_trained', 'XF01 2 2 98'],
  // XF10: one review upheld, but none in total.
  ['stat', 'd_upheld', 'XF10 1'],
  ['ways', 'broadcast_notices broadcast_qa', 'XF13 101 61'],
  [
    'ways',
    'reading_point_notices',
    `XF01 3
     XF05 1
     XF07 1
     XF12 1
     XF14 3
     ${towns('2')}`,
  ],
  ['ways', 'service_centres', towns('1')],
];

/** Reads a block of figures: ids in the first line, then a unit code and its figures a line. */
function block(table: string, ids: string, lines: string, into: Map<string, Figures>) {
  const names = ids.trim().split(/\s+/);
  for (const text of lines.trim().split('\n')) {
    const [code = '', ...figures] = text.trim().split(/\s+/);
    if (figures.length !== names.length)
      throw new Error(`${table} ${code}: ${figures.length} of ${names.length} figures`);
    const unit = into.get(code) ?? new Map<string, number>();
    names.forEach((name, i) => {
      unit.set(`${table}.${name}`, Number(figures[i]));
    });
    into.set(code, unit);
  }
}

/** Unit → table.row → figure; what is not named is 0. The office's two round figures are typed in `wording-2017.ts`. */
export function splitOf2017(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const split = new Map<string, Figures>();
  for (const [table, ids, lines] of BLOCKS) block(table, ids, lines, split);
  for (const unit of split.values()) derive(unit);
  return split;
}

/** The ten townships and street offices, each with one figure. */
function towns(figure: string): string {
  return Array.from({ length: 10 }, (_, i) => `XF${18 + i} ${figure}`).join('\n');
}

function derive(unit: Figures) {
  const get = (item: string) => unit.get(item) ?? 0;
  let parts = 0;
  for (const [item, figure] of unit) if (item.startsWith('key.')) parts += figure;
  // The published total exceeds its parts by the 80 of 属于已主动公开: one and the same unit brings both.
  unit.set('key.key_total', parts + get('stat.c_reply_already'));
  unit.set('stat.a_norm_disclosed', get('key.key_norm_disclosed'));
  unit.set('stat.a_norm_issued', get('key.key_norm_issued'));
  unit.set('stat.h_staff', get('stat.h_fulltime') + get('stat.h_parttime'));
}
