// Cell addresses as a spreadsheet shows them.

/** `row` and `column` count from 0: (0, 27) is `AB1`. */
export const address = (row: number, column: number): string => {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return `${name}${row + 1}`;
};
