import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  nextOffice,
  noon,
  ofCase,
  sampleForm,
} from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { campaign } from '../../../../test/support/groups.ts';
import { done, testVault } from '../../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../../test/support/office-site.ts';
import type { Store } from '../../../store/store.ts';
import { receiveApplication } from '../../commands/applications/receive-application.ts';
import { type Submitted, submitApplication } from '../../commands/applications/submit-application.ts';
import { appContext } from '../../context.ts';
import { workList } from '../work-list.ts';
import { board } from './board.ts';
import { caseSheet } from './case-sheet.ts';
import { dueMonth } from './due-month.ts';
import { followApplication } from './follow-application.ts';
import { holders } from './holders.ts';

const [sentOn, due, past] = ['2026-03-02', '2026-03-30', '2026-04-01'] as const;
let store: Store;
let office: CaseOffice;
let one: Submitted;
let site: OfficeSite;
const outside = (on: string) => ({ ...appContext(store, 'public', testVault), now: noon(on) });
const asked = () => ({
  agencyId: office.agencyId,
  phases: null,
  urgency: null,
  mine: false,
  after: null,
  limit: 9,
});
const itemsOf = async (at: CaseOffice) =>
  (await done(workList(at.as('clerk', '2026-03-26'), {}))).items.filter(({ part }) => part === 'application');
const sendIn = (agencyId: string) =>
  done(
    submitApplication(outside(sentOn), { agencyId, submissionKey: crypto.randomUUID(), form: sampleForm() }),
  );

beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store, noon('2026-03-26'));
  office = await caseOffice(store);
  one = await sendIn(office.agencyId);
});
afterAll(() => store.close());

describe('an application from the portal that nobody has confirmed (第三十一条第（三）项)', () => {
  it.each([
    ['2026-03-03', 'later'],
    ['2026-03-26', 'soon'],
    [due, 'today'],
    [past, 'overdue'],
  ] as const)('stands on the board by the earlier, safe day: on %s %s', async (day, urgency) => {
    const found = await done(board(office.as('clerk', day), { ...asked(), urgency }));
    expect(found.byUrgency[urgency]).toBe(1);
    expect(found.rows).toMatchObject([{ id: one.applicationId, clock: { due, unconfirmed: true } }]);
  });

  it('is due in the work list, told as provisional, and counted as overdue for its holder', async () => {
    const items = await itemsOf(office);
    expect(items[0]).toMatchObject({
      title: expect.stringMatching(/^确认收到/),
      due,
      about: expect.stringContaining('按系统回执之日暂计'),
    });
    const { total } = await done(holders(office.as('clerk', past), { agencyId: office.agencyId }));
    expect(total).toMatchObject({ open: 1, overdue: 1, lapsed: 0 });
  });

  it('stands in the calendar of last days, and its day leads to it', async () => {
    const month = { agencyId: office.agencyId, below: false, month: '2026-03', after: null, limit: 9 };
    const found = await done(dueMonth(office.as('clerk', '2026-03-26'), { ...month, day: due }));
    expect(found.days).toMatchObject([{ day: due, cases: 1 }]);
    expect(found.rows).toMatchObject([
      { id: one.applicationId, acts: [{ kind: 'answer', unconfirmed: true }] },
    ]);
  });

  it('has a day and an account for its applicant, as the receipt told him', async () => {
    const proof = { receiptNumber: one.receiptNumber, code: one.code, address: null };
    const followed = await done(followApplication(outside('2026-03-26'), proof));
    expect(followed.clock).toMatchObject({ due, unconfirmed: true });
    expect(followed.account.at(-1)).toMatchObject({ day: due, number: 20 });
    const visitor = site.visitor();
    await visitor.post('/track', { number: one.receiptNumber, code: one.code });
    const { text } = await visitor.get('/track/case');
    expect(text).toContain('现按系统回执之日（2026年3月2日');
    expect(text).toContain('2026年3月30日');
    expect(text).toContain('答复，最迟 2026-03-30（暂计）');
  });

  it('in a group is watched by the first of them', async () => {
    const beside = await nextOffice(office, '990802102');
    await campaign(beside, 6, sentOn);
    const found = await done(
      board(beside.as('clerk', '2026-03-26'), { ...asked(), agencyId: beside.agencyId }),
    );
    expect(found.groups).toMatchObject([{ clock: { due, unconfirmed: true } }]);
    expect(found.byUrgency.soon).toBe(6);
    const items = await itemsOf(beside);
    expect(items[0]).toMatchObject({ due, about: expect.stringContaining('暂计') });
  });

  it('runs by its day of receipt once that is fixed', async () => {
    await done(
      receiveApplication(office.as('clerk', '2026-03-04'), {
        ...ofCase(office, one.applicationId, '2026-03-04'),
        receipt: { confirmedOn: '2026-03-04' },
      }),
    );
    const sheet = await done(
      caseSheet(office.as('clerk', '2026-03-26'), { agencyId: office.agencyId, id: one.applicationId }),
    );
    expect(sheet.clock).toMatchObject({ due: '2026-04-01', unconfirmed: false });
  });
});
