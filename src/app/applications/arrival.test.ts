import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import type { Store } from '../../store/store.ts';
import { enterApplication } from '../commands/applications/enter-application.ts';
import { receiveApplication } from '../commands/applications/receive-application.ts';
import { tryContact } from '../commands/applications/try-contact.ts';
import { caseSheet } from '../queries/applications/case-sheet.ts';
import { applicationWork } from '../work/application-work.ts';

let store: Store;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990823101');
});
afterAll(() => store.close());

const day = '2026-03-05';
const unreached = { channel: 'ordinaryMail', submittedOn: '2026-03-02', register: false } as const;
const tried = { on: day, way: '信上的号码13900007777为空号' };

describe('a letter whose sender is not reached', () => {
  it('is entered without a day of receipt, waits on the work list for that day, and is received later', async () => {
    const made = await entered(office, day, sampleForm('苏砚秋'), {
      ...unreached,
      receipt: { arrivedOn: day },
      tried,
    });
    expect(made).toMatchObject({ number: null, received: false });
    const ref = { agencyId: office.agencyId, id: made.applicationId };
    const item = async (on: string) =>
      (await applicationWork(office.as('clerk', on))).find(({ path }) => path.endsWith(made.applicationId));
    expect(await item(day)).toMatchObject({
      title: expect.stringMatching(/^与申请人确认：/),
      due: '2026-03-06',
      about: expect.stringContaining('联系 1 次'),
      basis: { article: '第三十一条第（二）项' },
    });

    const clerk = office.as('clerk', '2026-03-10');
    const base = ofCase(office, made.applicationId, '2026-03-10');
    await done(tryContact(clerk, { ...base, way: '托村委会转告' }));
    expect(await item('2026-03-10')).toMatchObject({ due: '2026-03-11' });
    await done(
      receiveApplication(clerk, {
        ...base,
        receipt: { arrivedOn: day, contactedOn: '2026-03-10', contact: '本人来电' },
      }),
    );
    const sheet = await done(caseSheet(clerk, ref));
    expect(sheet.state).toMatchObject({ phase: 'received', receivedOn: '2026-03-10' });
    expect(sheet.clock?.due).toBe('2026-04-08');
    expect(sheet.acts.map(({ act, on, by, facts }) => [act, on, by, facts.way ?? null])).toEqual([
      ['submit', '2026-03-02', 'clerk甲', null],
      ['tryContact', day, 'clerk甲', tried.way],
      ['tryContact', '2026-03-10', 'clerk甲', '托村委会转告'],
      ['receive', '2026-03-10', 'clerk甲', null],
    ]);
  });

  it('whose sender nobody tried to reach is due on the day of arrival', async () => {
    const made = await entered(office, day, sampleForm('苏砚秋'), {
      ...unreached,
      receipt: { arrivedOn: day },
      tried,
    });
    const row = await store.database
      .selectFrom('application')
      .select('state')
      .where('id', '=', made.applicationId)
      .executeTakeFirstOrThrow();
    await store.database
      .updateTable('application')
      .set({ state: JSON.stringify({ ...row.state, arrival: { on: day, tried: [] } }) })
      .where('id', '=', made.applicationId)
      .execute();
    const items = await applicationWork(office.as('clerk', day));
    expect(items.find(({ path }) => path.endsWith(made.applicationId))).toMatchObject({ due: day });
  });

  it('keeps what was tried sealed: a number that was called stands nowhere in the open', async () => {
    const rows = await store.database.selectFrom('application_event').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('13900007777');
    for (const { sealed_facts } of rows)
      expect(sealed_facts === null || Buffer.from(sealed_facts).includes('13900007777')).not.toBe(true);
  });

  it.each([
    ['nothing was tried', { receipt: { arrivedOn: day }, tried: { on: day, way: '' } }, 'tried'],
    ['it is not told when it came', { receipt: {}, tried }, 'arrivedOn'],
    [
      'it came by registered mail, whose receipt is the signature',
      { channel: 'signedPost', receipt: { arrivedOn: day }, tried },
      'tried',
    ],
    ['the sender was reached, but not how', { receipt: { arrivedOn: day, contactedOn: day } }, 'contact'],
  ])('is not entered when %s', async (_, more, field) => {
    const outcome = await enterApplication(office.as('clerk', day), {
      agencyId: office.agencyId,
      submissionKey: crypto.randomUUID(),
      form: sampleForm('苏砚秋'),
      on: day,
      ...unreached,
      ...more,
    } as Parameters<typeof enterApplication>[1]);
    expect(outcome).toMatchObject({ code: 'application.entry', facts: { fields: [{ field }] } });
  });
});
