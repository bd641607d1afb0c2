// OpenFormula as files store it (`of:=SUM([.A1:.B2];1)`) → the way spreadsheets show it (`SUM(A1:B2,1)`).

const TOKEN = /"[^"]*"?|\[[^\][]*\]|;/g;

export const plainFormula = (stored: string): string =>
  stored.replace(/^(?:[a-z]+:)?=/, '').replace(TOKEN, token => {
    if (token === ';') return ',';
    return token.startsWith('[') ? token.slice(1, -1).split(':').map(reference).join(':') : token;
  });

/** `.A1` → `A1`, `$Sheet2.A1` → `Sheet2!A1`. */
const reference = (stored: string): string => {
  const dot = stored.lastIndexOf('.');
  const sheet = stored.slice(0, Math.max(0, dot)).replace(/^\$/, '');
  return `${sheet === '' ? '' : `${sheet}!`}${stored.slice(dot + 1)}`;
};
