import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, play } from '../../../test/support/cases.ts';
import { begun, ended } from '../../../test/support/endings.ts';
import { answers } from '../../law/answers.ts';
import { applicantKinds } from '../../law/applicants.ts';
import { annualReport2021 } from '../../law/forms/index.ts';
import { addDays, type Day } from '../workday/index.ts';
import { newCase, reopenedCase, splitCase } from './case.ts';
import { type Cells, type CountedCase, countApplications, countedCase } from './counting.ts';

const counted = (state: Parameters<typeof countedCase>[0]): CountedCase[] =>
  [countedCase(state)].flatMap((one) => one ?? []);
const cell = (cells: Cells, row: string, column = 'total') => cells[`applications.${row}.${column}`];

/** What stands in a year's table without being 0. */
const standing = (cells: Cells) =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== 0));

describe('table 三 counts', () => {
  it('every cell of the form, and no other', () => {
    const form = annualReport2021.cells.filter(({ table }) => table === 'applications').map(({ id }) => id);
    expect(Object.keys(countApplications([], 2026)).sort()).toEqual([...form].sort());
  });

  it.each(answers.map(({ id, outcome }) => ({ id, outcome })))(
    '$id once, as $outcome (CNT-1), from intake to cell',
    ({ id, outcome }) => {
      const state = ended('business', id, '2026-03-02' as Day, '2026-04-01' as Day);
      expect(state.answer).toBe(id);
      expect(standing(countApplications(counted(state), 2026))).toEqual({
        'applications.received.business': 1,
        'applications.received.total': 1,
        [`applications.${outcome}.business`]: 1,
        [`applications.${outcome}.total`]: 1,
        'applications.concluded.business': 1,
        'applications.concluded.total': 1,
      });
    },
  );

  it('by the day of receipt and the day of service (CNT-3), an open case as carried over (CNT-4)', () => {
    const case2025 = counted(ended('research', 'granted.provided', '2025-12-30' as Day, '2026-01-05' as Day));
    expect(cell(countApplications(case2025, 2025), 'received', 'research')).toBe(1);
    expect(cell(countApplications(case2025, 2025), 'carriedOut', 'research')).toBe(1);
    expect(cell(countApplications(case2025, 2025), 'granted')).toBe(0);
    expect(cell(countApplications(case2025, 2026), 'carriedIn', 'research')).toBe(1);
    expect(cell(countApplications(case2025, 2026), 'granted', 'research')).toBe(1);
    expect(standing(countApplications(case2025, 2027))).toEqual({});
  });

  it('a case in 补正 at the year end as carried over, by its first day of receipt (CNT-4, CNT-7b)', () => {
    const asked = play(
      begun('naturalPerson', '2025-12-22' as Day),
      act('askCorrection', '2025-12-24', { causes: ['contentUnclear'], due: '2026-01-15' as Day }),
    );
    expect(cell(countApplications(counted(asked), 2025), 'carriedOut')).toBe(1);
    const back = play(asked, act('takeCorrection', '2026-01-08', {}));
    expect(cell(countApplications(counted(back), 2026), 'received')).toBe(0);
    expect(cell(countApplications(counted(back), 2026), 'carriedIn')).toBe(1);
  });

  it('split items each for itself (CNT-2), a case ordered anew not at all (CNT-7b), nor one guided elsewhere', () => {
    const day = '2026-03-02' as Day;
    const whole = play(
      newCase('naturalPerson', 'counter'),
      act('submit', day, {}),
      act('receive', day, { handedOn: day }),
    );
    const parts = [whole, splitCase(whole)].flatMap(counted);
    expect(cell(countApplications(parts, 2026), 'received')).toBe(2);
    expect(countedCase(reopenedCase(whole, day))).toBeNull();
    const elsewhere = play(whole, act('reroute', day, { to: '县交通运输局', contact: '0537-1234567' }));
    expect(countedCase(elsewhere)).toBeNull();
    expect(countedCase(play(elsewhere, act('archive', day, { pages: 1 })))).toBeNull();
    expect(countedCase(newCase('naturalPerson', 'portal'))).toBeNull();
  });

  it('a withdrawal after receipt as 其他, not at all before it (WF-12)', () => {
    const day = '2026-03-02' as Day;
    const sent = play(newCase('naturalPerson', 'portal'), act('submit', day, {}));
    expect(countedCase(play(sent, act('withdraw', day, { confirmation: '网上' })))).toBeNull();
  });
});

const years = [2022, 2023, 2024, 2025];
const history: fc.Arbitrary<CountedCase> = fc
  .record({
    kind: fc.constantFrom(...applicantKinds),
    answer: fc.constantFrom(...answers.map(({ id }) => id), null),
    offset: fc.integer({ min: 0, max: 365 * 4 }),
    gap: fc.integer({ min: 45, max: 120 }),
  })
  .map(({ kind, answer, offset, gap }) => {
    const receivedOn = addDays('2022-01-01' as Day, offset);
    const state =
      answer === null ? begun(kind, receivedOn) : ended(kind, answer, receivedOn, addDays(receivedOn, gap));
    return countedCase(state)!;
  });

describe('the identities of the form', () => {
  it('hold by construction over random histories across year ends, and each year takes over what the last left', () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 30 }), (cases) => {
        const tables = years.map((year) => countApplications(cases, year));
        for (const cells of tables)
          for (const { left, right } of annualReport2021.identities.filter(
            ({ rule }) => rule !== 'appeal-total',
          )) {
            const sum = (ids: readonly string[]) =>
              ids.reduce((total, id) => total + (cells[id] ?? Number.NaN), 0);
            expect(sum(left)).toBe(sum(right));
          }
        for (const column of [...applicantKinds, 'total'])
          tables.slice(1).forEach((cells, index) => {
            expect(cell(cells, 'carriedIn', column)).toBe(cell(tables[index]!, 'carriedOut', column));
          });
      }),
      { numRuns: 60 },
    );
  });
  it('hold for the year so far on any day', () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 12 }), fc.integer({ min: 0, max: 364 }), (cases, offset) => {
        const cells = countApplications(cases, 2024, addDays('2024-01-01' as Day, offset));
        expect(cell(cells, 'received')! + cell(cells, 'carriedIn')!).toBe(
          cell(cells, 'concluded')! + cell(cells, 'carriedOut')!,
        );
      }),
      { numRuns: 60 },
    );
  });
});
