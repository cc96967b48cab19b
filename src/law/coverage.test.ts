import { describe, expect, expectTypeOf, it } from 'vitest';
import type { AgencyKind as ReportAgencyKind } from '../domain/annual/report.ts';
import { type AgencyKind, agencyKindNames } from './agency-kind.ts';
import { reportDue, reportLawOf, reportLaws } from './annual-report-duty.ts';
import { annualForms, annualReport2021, formOfYear } from './forms/index.ts';
import { grounds } from './grounds.ts';
import { instruments } from './instruments.ts';
import { answerTypes, outcomes } from './outcomes.ts';
import { regulationAuthority } from './regulation-authority.ts';

const years = Array.from({ length: 2026 - 2008 + 1 }, (_, i) => 2008 + i);

describe('the law of the annual report', () => {
  it.each(years)('of %i is exactly one: one statute, one form, no gap and no overlap', (year) => {
    const laws = reportLaws.filter(
      (l) => year >= l.years.from && (l.years.to === null || year <= l.years.to),
    );
    expect(laws).toHaveLength(1);
    const forms = Object.values(annualForms).filter(
      (f) => year >= f.years.from && (f.years.to === null || year <= f.years.to),
    );
    expect(forms).toHaveLength(laws[0]?.form === 'pre2019' ? 0 : 1);
    expect(formOfYear(year)?.id ?? 'pre2019').toBe(laws[0]?.form);
    expect(formOfYear(year)?.basis.instrument ?? null).toBe(laws[0]?.formInstrument);
  });

  it.each(years)('of %i rests on instruments in force when the report is due', (year) => {
    const law = reportLawOf(year);
    const due = reportDue(year, 'county') ?? '';
    for (const id of [law?.statute, law?.formInstrument])
      if (id) {
        const { inForceFrom, inForceTo } = instruments[id];
        expect(inForceFrom <= due && (inForceTo === null || due <= inForceTo)).toBe(true);
      }
  });

  it('knows none before 2008', () => {
    expect(reportLawOf(2007)).toBeNull();
    expect(reportDue(2007, 'county')).toBeNull();
  });

  it.each([
    ['countyDepartment', 2025, '2026-01-31'],
    ['county', 2025, '2026-03-31'],
    ['township', 2025, '2026-01-31'],
    ['county', 2018, '2019-03-31'],
    ['other', 2025, null],
  ] as const)('is due from a %s for %i on %s', (kind, year, day) => {
    expect(reportDue(year, kind)).toBe(day);
  });
});

describe('instruments', () => {
  it.each(Object.values(instruments))(
    '$id: dates in order, statutes of disclosure follow each other',
    (i) => {
      expect(i.inForceTo === null || i.inForceFrom <= i.inForceTo).toBe(true);
      expect(i.issuedOn === null || i.issuedOn <= i.inForceFrom).toBe(true);
    },
  );
  it('leave no day between the two texts of the 条例, nor between the two forms', () => {
    expect(instruments.tiaoli2007.inForceTo).toBe('2019-05-14');
    expect(instruments.tiaoli2019.inForceFrom).toBe('2019-05-15');
    expect(instruments.form2019.inForceTo).toBe('2021-09-25');
    expect(instruments.form2021.inForceFrom).toBe('2021-09-26');
  });
});

describe('outcomes', () => {
  const leaves = annualReport2021.applicationRows
    .map((r) => r.id)
    .filter((id) => !['received', 'carriedIn', 'concluded', 'carriedOut'].includes(id));

  it('are the 21 leaves of table 三, in its order', () => {
    expect(outcomes.map((o) => o.id)).toEqual(leaves);
    expect(outcomes).toHaveLength(21);
  });
  it('have review first exactly under 第十四条 to 第十六条, and for what is withheld of a part', () => {
    const first = outcomes.filter((o) => o.remedy === 'reviewFirst').map((o) => o.id);
    expect(new Set(first)).toEqual(new Set(['partial', ...grounds.map((g) => g.outcome)]));
  });
  it('are all reached by an answer of 第三十六条 or by 第三十条, 第三十五条, 第三十七条 to 第三十九条 or a fee', () => {
    const answered = new Set(answerTypes.flatMap((a) => a.outcomes));
    const rest = leaves.filter((id) => !answered.has(id));
    expect(rest).toEqual([
      'partial',
      'unavailable.notCompiled',
      'unavailable.unclear',
      'declined.petition',
      'declined.publication',
      'declined.excessive',
      'declined.reconfirmation',
      'other.correctionOverdue',
      'other.feeOverdue',
      'other.misc',
    ]);
  });
});

describe('who may make 规章', () => {
  it('is told for every kind of agency of the report', () => {
    expectTypeOf<AgencyKind>().toEqualTypeOf<ReportAgencyKind>();
    const kinds = Object.keys(agencyKindNames) as AgencyKind[];
    const those = (may: string) => kinds.filter((kind) => regulationAuthority[kind].may === may);
    expect(those('yes')).toEqual(['ministry', 'province', 'city']);
    expect(those('depends')).toEqual(['state', 'zone', 'other']);
  });
});
