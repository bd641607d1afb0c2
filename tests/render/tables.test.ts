import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, TableBlock, TableRow } from '../../pipeline/render/report/blocks.ts';
import { plainText } from '../../pipeline/render/report/print-html.ts';
import { reportBlocks } from '../../pipeline/render/report/report.ts';
import { spans } from '../../pipeline/render/report/spans.ts';
import { madeEdition } from './edition.ts';
import { FORMS, formNamed, KIT } from './house.ts';

const tablesIn = (blocks: readonly Block[]): readonly TableBlock[] =>
  blocks.flatMap(block => {
    if (block.kind === 'table') return [block];
    return block.kind === 'section' ? tablesIn(block.blocks) : [];
  });

const tablesOf = (form: string): readonly TableBlock[] =>
  tablesIn(reportBlocks(madeEdition({ form: formNamed(form) }), KIT));

const tableNamed = (form: string, id: string): TableBlock => {
  const table = tablesOf(form).find(one => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
};

/** Which cell covers each position, as a browser places them; throws where two do. */
const placed = (rows: readonly TableRow[]): readonly (readonly string[])[] => {
  const grid: string[][] = rows.map(() => []);
  for (const [top, row] of rows.entries()) {
    for (const cell of row) {
      let left = 0;
      while (grid[top]?.[left] !== undefined) left += 1;
      for (let y = top; y < top + cell.rowspan; y += 1)
        for (let x = left; x < left + cell.colspan; x += 1) {
          const line = grid[y];
          if (line === undefined) throw new Error(`row ${y} lies below the table`);
          if (line[x] !== undefined) throw new Error(`row ${y}, column ${x} is covered twice`);
          line[x] = plainText(cell.content);
        }
    }
  }
  return grid;
};

const widthsOf = (rows: readonly TableRow[]): ReadonlySet<number> =>
  new Set(placed(rows).map(line => Array.from(line, text => text !== undefined).filter(Boolean).length));

describe('a printed table', () => {
  it.each(FORMS.flatMap(({ id }) => tablesOf(id).map(table => [id, table.id, table] as const)))(
    'of %s covers every position exactly once: %s',
    (_, __, table) => {
      const rows = [...table.head, ...table.body];
      expect(widthsOf(rows).size).toBe(1);
      expect(placed(rows).every(line => !line.includes(undefined as unknown as string))).toBe(true);
      // A header's cells end with the header.
      expect(() => placed(table.head)).not.toThrow();
      expect(() => placed(table.body)).not.toThrow();
    },
  );
});

describe('表三', () => {
  const table = tableNamed('annual-2021', 'table-3');
  const labelSpans = table.body.flatMap(row => row.filter(cell => cell.heads !== null && cell.rowspan > 1));

  it('has three header lines under a corner of 3 × 3', () => {
    expect(table.head).toHaveLength(3);
    const corner = table.head[0]?.[0];
    expect([corner?.rowspan, corner?.colspan]).toEqual([3, 3]);
    expect(plainText(corner?.content ?? [])).toBe(
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    );
    const head = placed(table.head).map(line => line.slice(3));
    expect(head[0]).toEqual(Array(7).fill('申请人情况'));
    expect(head[1]).toEqual(['自然人', ...Array(5).fill('法人或其他组织'), '总计']);
    expect(head[2]).toEqual(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']);
  });

  it('merges its row labels over 22, 8, 3, 5 and 3 rows', () => {
    expect(labelSpans.map(cell => cell.rowspan)).toEqual([22, 8, 3, 5, 3]);
    expect(labelSpans.map(cell => plainText(cell.content))).toEqual([
      '三、本年度办理结果',
      '（三）不予公开',
      '（四）无法提供',
      '（五）不予处理',
      '（六）其他处理',
    ]);
  });

  it('has 25 rows of 7 figures', () => {
    expect(table.body.map(row => row.filter(cell => cell.heads === null).length)).toEqual(Array(25).fill(7));
  });
});

describe('表二', () => {
  it('is four blocks with headings and 10 figures', () => {
    const table = tableNamed('annual-2021', 'table-2');
    const grid = placed(table.body).map(line => [...new Set(line)]);
    expect(grid.filter(line => line.length === 1).flat()).toEqual([
      '第二十条第（一）项',
      '第二十条第（五）项',
      '第二十条第（六）项',
      '第二十条第（八）项',
    ]);
    expect(grid[1]).toEqual(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']);
    expect(grid.at(-2)).toEqual(['信息内容', '本年收费金额（单位：万元）']);
    expect(table.body.flat().filter(cell => cell.heads === null)).toHaveLength(10);
  });
});

describe('表四', () => {
  it('has three header lines over 15 figures', () => {
    const table = tableNamed('annual-2021', 'table-4');
    const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    expect(placed(table.head)).toEqual([
      [...Array(5).fill('行政复议'), ...Array(10).fill('行政诉讼')],
      [...Array(5).fill('行政复议'), ...Array(5).fill('未经复议直接起诉'), ...Array(5).fill('复议后起诉')],
      [...five, ...five, ...five],
    ]);
    expect(table.body.map(row => row.length)).toEqual([15]);
  });
});

describe('统计表', () => {
  it('prints each heading once, and no heading again that is a row itself', () => {
    const table = tableNamed('annual-2014', 'table-stat');
    const labels = table.body.map(row => plainText(row[0]?.content ?? []));
    expect(labels.slice(0, 4)).toEqual([
      '一、主动公开情况',
      '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）',
      '其中：主动公开规范性文件数',
      '制发规范性文件总数',
    ]);
    expect(labels.filter(label => label === '（一）收到申请数')).toHaveLength(1);
    expect(labels.filter(label => label === '三、依申请公开情况')).toHaveLength(1);
  });
});

describe('merged labels', () => {
  it('cover every level of every entry exactly once, whatever the paths', () => {
    const path = fc.array(fc.constantFrom('甲', '乙'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(path, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('innermost', 'outermost'),
        (paths, by) => {
          const depth = Math.max(...paths.map(one => one.length));
          const taken = new Set<string>();
          for (const [entry, cells] of spans(paths, by as 'innermost').entries())
            for (const cell of cells)
              for (let a = entry; a < entry + cell.along; a += 1)
                for (let l = cell.level; l < cell.level + cell.across; l += 1) {
                  expect(taken.has(`${a} ${l}`)).toBe(false);
                  taken.add(`${a} ${l}`);
                }
          expect(taken.size).toBe(paths.length * depth);
        },
      ),
    );
  });
});
