// A chart as Word has it: drawn from a workbook within the document, so that staff can edit it there.

import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Chart } from '../charts/chart.ts';
import { printable } from '../report/escape.ts';
import { FONT } from './styles.ts';

export const chartParagraph = ({ title, alt, unit, categories, series }: Chart): Paragraph =>
  new Paragraph({
    style: '年报图',
    children: [
      new ChartRun({
        type: 'column',
        title: { text: printable(title), font: { name: FONT.hei, size: 12, bold: false, color: '000000' } },
        categories: categories.map(printable),
        series: series.map(({ name, values }, i) => ({
          name: printable(name),
          values: [...values],
          color: COLOURS[i % COLOURS.length] ?? '',
        })),
        valueAxis: { title: printable(unit) },
        ...(series.length === 1 ? { legend: false as const } : {}),
        gapWidth: 80,
        dataLabels: { value: true },
        altText: { name: printable(title), description: printable(alt) },
        transformation: { width: 580, height: 300 },
      }),
    ],
  });

// They differ in lightness, so that a copy in black and white can be read.
const COLOURS = ['2C5F9E', 'E3A33B', '4D9A6A', 'B5523B'];
