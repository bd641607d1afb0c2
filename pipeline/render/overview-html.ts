// 总览.html: what the clerk reads each morning; one file that opens by a double click and asks for nothing from elsewhere.
import { createHash } from 'node:crypto';
import { svgOf } from './charts/svg.ts';
import { bytesOfEncoded, encoded } from './encoded.ts';
import type { Format } from './format.ts';
import { overviewModel } from './overview/model.ts';
import { sourcesJson } from './overview/sources.ts';
import { printedTables } from './overview/tables.ts';
import { asMarkup, renderTemplate } from './report/template.ts';

export const overviewHtml = {
  id: 'overview-html',
  render: async (edition, kit) => {
    const { shell, style, script } = kit.overview;
    const model = overviewModel(edition);
    const drawings = await Promise.all(model.years.map(({ chart }) => svgOf(chart, CHART)));
    const data = {
      ...model,
      years: model.years.map((year, i) => ({ ...year, drawing: asMarkup({ markup: drawings[i] ?? '' }) })),
      tables: printedTables(edition, kit).map(({ title, table }) => ({ title, table: asMarkup(table) })),
      sources: SOURCES,
      style: asMarkup({ markup: style }),
      script: asMarkup({ markup: script }),
      scriptHash: createHash('sha256').update(script).digest('base64'),
    };
    const around = renderTemplate(shell, data, kit.partials, []).split(SOURCES).map(encoded);
    return [{ path: '总览.html', bytes: bytesOfEncoded(around.join(sourcesJson(edition))) }];
  },
} satisfies Format;

// They are far longer than the page, and encoded already. No text of the page holds this sign.
const SOURCES = '\u0000';

const CHART = { width: 720, height: 300 };
