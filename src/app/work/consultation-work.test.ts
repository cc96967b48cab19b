import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, entered, ofCase } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import type { Store } from '../../store/store.ts';
import { askAgency } from '../commands/applications/ask-agency.ts';
import { takeOpinion } from '../commands/applications/take-opinion.ts';
import { caseSheet } from '../queries/applications/case-sheet.ts';
import { dueCalendar } from '../queries/due-calendar.ts';
import { consultationWork } from './consultation-work.ts';

let store: Store;
let office: CaseOffice;
let applicationId: string;

const on = (day: string) => ofCase(office, applicationId, day);
const ask = (more: object) =>
  askAgency(office.as('clerk', '2026-03-09'), {
    ...on('2026-03-09'),
    party: '云岫县水利局',
    address: '',
    contact: '',
    information: '核对河道数据',
    reason: '核对申请涉及的数据',
    method: 'post',
    ...more,
  });
const items = async (day: string) =>
  (await consultationWork(office.as('clerk', day))).map(({ title, due }) => `${title} ${due}`);

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990810101');
  ({ applicationId } = await entered(office, '2026-03-02'));
});
afterAll(() => store.close());

describe('a letter to another agency', () => {
  it('cannot ask for a reply before it was sent', async () => {
    expect(await ask({ until: '2026-03-08' })).toMatchObject({ refused: true, code: 'opinion.until' });
    expect(await items('2026-03-20')).toEqual([]);
  });

  it('reminds who holds the case from two working days before the day it asked for', async () => {
    await done(ask({ until: '2026-03-20' }));
    const reminder = '催收协办函的回复：其他机关1 2026-03-20';
    expect(await items('2026-03-17')).toEqual([]);
    expect(await items('2026-03-18')).toEqual([reminder]);
    expect(await items('2026-04-01')).toEqual([reminder]);
    expect(await consultationWork(office.as('head', '2026-03-18'))).toEqual([]);
    const entries = await done(dueCalendar(office.as('clerk', '2026-03-10'), {}));
    expect(entries.filter(({ kind }) => kind === 'reply').map(({ on: day }) => day)).toEqual(['2026-03-20']);
  });

  it('lets the period run on after 15 working days without a reply', async () => {
    const sheet = await done(
      caseSheet(office.as('clerk', '2026-04-01'), { agencyId: office.agencyId, id: applicationId }),
    );
    expect(sheet.clock).toMatchObject({ state: 'running', due: '2026-04-21' });
  });

  it('reminds no more once the reply came', async () => {
    await done(
      takeOpinion(office.as('clerk', '2026-04-02'), {
        ...on('2026-04-02'),
        ref: '其他机关1',
        view: 'agrees',
        reasonable: null,
        reply: '',
      } as Parameters<typeof takeOpinion>[1]),
    );
    expect(await items('2026-04-03')).toEqual([]);
  });
});
