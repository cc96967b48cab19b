import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, ofCase } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { type MarkedCase, markedAppeal, markedCase } from '../../../../test/support/marked-cases.ts';
import { Marks } from '../../../../test/support/marks.ts';
import { done } from '../../../../test/support/office.ts';
import type { Store } from '../../../store/store.ts';
import { caseSheet } from '../../queries/applications/case-sheet.ts';
import { workList } from '../../queries/work-list.ts';
import { reopenApplication } from './reopen-application.ts';

const today = '2026-11-20';
let store: Store;
let office: CaseOffice;
let over: MarkedCase;

const reopen = (more: object) =>
  reopenApplication(office.as('clerk', today), {
    ...ofCase(office, over.id, today),
    decision: '云政复决〔2026〕1号',
    ...more,
  });
const opened = async () =>
  (
    await store.database
      .selectFrom('application')
      .select('id')
      .where('origin_id', '=', over.id)
      .executeTakeFirst()
  )?.id;

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990809101');
  const marks = new Marks();
  over = await markedCase(office, marks, 'one', 'closed');
  await markedAppeal(office, marks, over);
});
afterAll(() => store.close());

describe('a new answer that review orders', () => {
  it.each([
    ['two terms', { termDay: '2026-12-01', termLength: 5, termUnit: 'day' }, 'termDay'],
    ['a term that is over', { termDay: '2026-11-19' }, 'termDay'],
    ['days of no kind', { termLength: 5 }, 'termUnit'],
  ])('is not opened with %s', async (_, more, field) => {
    expect(await reopen(more)).toMatchObject({ refused: true, facts: { fields: [{ field }] } });
    expect(await opened()).toBeUndefined();
  });

  it('is due when the decision says, on the page of the case and in the work list', async () => {
    await done(reopen({ termLength: 10, termUnit: 'day' }));
    const id = (await opened())!;
    const sheet = await done(caseSheet(office.as('clerk', '2026-11-23'), { agencyId: office.agencyId, id }));
    expect(sheet.clock).toMatchObject({ due: '2026-11-30', ordered: 'review', state: 'running' });
    const { items } = await done(workList(office.as('clerk', '2026-11-23'), {}));
    expect(items.filter(({ path }) => path.endsWith(id)).map(({ due }) => due)).toEqual(['2026-11-30']);
    const late = await done(caseSheet(office.as('clerk', '2026-12-02'), { agencyId: office.agencyId, id }));
    expect(late.clock!.state).toBe('overdue');
    expect(late.account.at(-1)!.why).toContain('已超过决定、裁判确定的履行期限');
  });
});
