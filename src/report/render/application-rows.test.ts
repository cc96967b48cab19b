import { describe, expect, it } from 'vitest';
import { sampleCells } from '../../../test/support/sample-services.ts';
import type { Cells } from '../../domain/annual/report.ts';
import { annualForms } from '../../law/forms/index.ts';
import { applicationRows, organisationsOf, shownCells } from './application-rows.ts';

const cell = { value: 1, text: '1', status: 'read', at: null } as const;

/** A published table with 法人或其他组织 as one column and （三）不予公开 as one row. */
const collapsed: Cells = {
  'applications.received.naturalPerson': cell,
  'applications.received.organisation': cell,
  'applications.received.total': cell,
  'applications.denied.naturalPerson': cell,
  'applications.denied.organisation': cell,
  'applications.denied.total': cell,
};

describe('the rows of table 三', () => {
  it.each(['2019', '2021'] as const)('of the form of %s stand in its order, each once', (id) => {
    const form = annualForms[id];
    const rows = applicationRows(form, sampleCells(id, 3));
    expect(rows.map((row) => row.id)).toEqual(form.applicationRows.map((row) => row.id));
    expect(rows.filter((row) => row.result)).toHaveLength(form.applicationRows.length - 3);
    const groups = rows.flatMap((row) => (row.group === null ? [] : [row.group.label]));
    expect(groups).toEqual([...new Set(form.applicationRows.flatMap((row) => row.group ?? []))]);
  });

  it('span exactly the rows of their group', () => {
    const rows = applicationRows(annualForms['2021'], sampleCells('2021', 3));
    const spans = rows.flatMap((row) => (row.group === null ? [] : [row.group.rows]));
    expect(spans).toEqual([8, 3, 5, 3]);
    expect(spans.reduce((sum, span) => sum + span, 0)).toBe(rows.filter((row) => row.grouped).length);
  });

  it('are as few as were printed where a group is one row and organisations are one column', () => {
    const form = annualForms['2019'];
    const ids = applicationRows(form, collapsed).map((row) => row.id);
    expect(ids).toContain('denied');
    expect(ids.filter((id) => id.startsWith('denied.'))).toEqual([]);
    expect(ids.filter((id) => id.startsWith('unavailable.'))).toHaveLength(3);
    expect(organisationsOf(form, collapsed)).toEqual([{ id: 'organisation', label: '法人或其他组织' }]);
  });

  it('say which cells stand on the page, so that no finding leads into nothing', () => {
    const form = annualForms['2019'];
    const shown = shownCells(form, collapsed, false);
    expect(shown.has('applications.denied.total')).toBe(true);
    expect(shown.has('applications.denied.stateSecret.total')).toBe(false);
    expect(shown.has('appeals.review.total')).toBe(true);
    const totals = shownCells(form, sampleCells('2019', 3), true);
    expect(totals.has('applications.received.naturalPerson')).toBe(false);
    expect(totals.has('applications.received.total')).toBe(true);
  });
});
