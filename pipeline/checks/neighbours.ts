// The figures beside, above and below each on the official form.
import { itemName } from '../items.ts';
import type { Form } from '../model.ts';

export const neighboursOf = (form: Form): ((name: string) => readonly string[]) => {
  const found = new Map<string, readonly string[]>();
  for (const table of form.tables) {
    const figures = table.columns.filter(({ kind }) => kind === 'figure').map(({ id }) => id);
    const columns = figures.length === 0 ? ['value'] : figures;
    const nameAt = (down: number, across: number): readonly string[] => {
      const [row, column] = [table.rows[down]?.id, columns[across]];
      return row === undefined || column === undefined ? [] : [itemName({ table: table.id, row, column })];
    };
    for (const down of table.rows.keys())
      for (const across of columns.keys()) {
        const around = [
          nameAt(down, across - 1),
          nameAt(down, across + 1),
          nameAt(down - 1, across),
          nameAt(down + 1, across),
        ];
        for (const name of nameAt(down, across)) found.set(name, around.flat());
      }
  }
  return name => found.get(name) ?? [];
};
