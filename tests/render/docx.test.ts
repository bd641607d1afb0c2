// The documents of Word: valid, the same on every run.
import { describe, expect, it } from 'vitest';
import { docxBytes } from '../../pipeline/render/docx/print-docx.ts';
import { reportBlocks } from '../../pipeline/render/report/report.ts';
import { schemaErrors } from '../ooxml.ts';
import { type Made, madeEdition } from './edition.ts';
import { FORMS, KIT } from './house.ts';

const FACTS = { title: '西峰区2025年政府信息公开工作年度报告', at: '2026-01-20T08:00:00+08:00' };
const docx = (made: Made): Promise<Uint8Array> => docxBytes(reportBlocks(madeEdition(made), KIT), FACTS);

describe('a report as .docx', () => {
  it.each(FORMS.map(form => [form.id, form] as const))(
    'of %s is valid, with figures and without any',
    async (_, form) => {
      expect(await schemaErrors(await docx({ form, otherwise: '3' }), 'docx')).toEqual([]);
      expect(await schemaErrors(await docx({ form, organ: null, filed: [], otherwise: null }), 'docx')).toEqual([]);
    },
  );

  it('has the same bytes for the same edition', async () => {
    const [form] = FORMS;
    if (form === undefined) throw new Error('no form');
    expect(await docx({ form })).toEqual(await docx({ form }));
  });
});
