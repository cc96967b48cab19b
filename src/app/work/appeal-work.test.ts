import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, nextOffice, ofCase } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { markedCase } from '../../../test/support/marked-cases.ts';
import { Marks } from '../../../test/support/marks.ts';
import { done } from '../../../test/support/office.ts';
import type { Store } from '../../store/store.ts';
import { changeAppeal } from '../commands/appeals/change-appeal.ts';
import { concludeAppeal } from '../commands/appeals/conclude-appeal.ts';
import { registerAppeal } from '../commands/appeals/register-appeal.ts';
import { reopenApplication } from '../commands/applications/reopen-application.ts';
import { appealDays } from '../queries/appeals/appeal-days.ts';
import { dueCalendar } from '../queries/due-calendar.ts';
import { workList } from '../queries/work-list.ts';

let store: Store;
let office: CaseOffice;
let appealId: string;
let applicationId: string;

const register = (day: string, more: object = {}) =>
  done(
    registerAppeal(office.as('clerk', day), {
      agencyId: office.agencyId,
      applicationId: null,
      kind: 'review',
      procedure: 'simplified',
      acceptedOn: day as never,
      copyReceivedOn: null,
      organ: '云岫县人民政府',
      notice: '',
      grounds: '',
      demonstration: false,
      ...more,
    }),
  );
const items = async (who: keyof CaseOffice['people'], day: string, at = office) =>
  (await done(workList(at.as(who, day), {}))).items
    .filter(({ part }) => part === 'appeal')
    .map(({ title, about, due }) => `${title} ${about} ${due}`);

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990807101');
  applicationId = (await markedCase(office, new Marks(), 'one', 'closed')).id;
  appealId = (await register('2026-11-09', { applicationId })).id;
});
afterAll(() => store.close());

describe('reviews and suits in the work lists', () => {
  it('ask first for the day of the copy, from which the reply runs', async () => {
    expect(await items('clerk', '2026-11-09')).toEqual(['登记收到副本之日 行政复议 2026-0001 null']);
    expect(await items('head', '2026-11-09')).toEqual([]);
  });

  it('then for the reply, of those who keep the register, and of the head on the last day', async () => {
    await done(
      changeAppeal(office.as('clerk', '2026-11-10'), {
        agencyId: office.agencyId,
        appealId,
        copyReceivedOn: '2026-11-10',
        hearingOn: '2026-11-24',
      } as Parameters<typeof changeAppeal>[1]),
    );
    const reply = '提交书面答复和证据 行政复议 2026-0001 2026-11-17';
    const hearing = '参加听证 行政复议 2026-0001 2026-11-24';
    for (const who of ['clerk', 'legal'] as const)
      expect(await items(who, '2026-11-11')).toEqual([reply, hearing]);
    expect(await items('head', '2026-11-16')).toEqual([hearing]);
    expect(await items('head', '2026-11-17')).toEqual([reply, hearing]);
    for (const who of ['secrecy', 'approver'] as const) expect(await items(who, '2026-11-17')).toEqual([]);
  });

  it('stand in the calendar of who keeps them and in the month, without a word of who went to review', async () => {
    const entries = await done(dueCalendar(office.as('legal', '2026-11-11'), {}));
    expect(entries.map(({ name, about, on, path }) => [name, about, on, path])).toEqual([
      ['提交答复（答辩）和证据的最后一日', '行政复议 2026-0001', '2026-11-17', `/office/appeals/${appealId}`],
      ['听证、开庭', '行政复议 2026-0001', '2026-11-24', `/office/appeals/${appealId}`],
    ]);
    const month = { agencyId: office.agencyId, month: '2026-11' };
    const days = await done(appealDays(office.as('head', '2026-11-11'), month));
    expect(days.map(({ on }) => on)).toEqual(['2026-11-17', '2026-11-24']);
    expect(await done(appealDays(office.as('head', '2026-11-11'), { ...month, month: '2026-12' }))).toEqual(
      [],
    );
    expect(JSON.stringify([entries, days])).not.toContain('云岫县人民政府');
  });

  it('of an office beside are shown to nobody here', async () => {
    const beside = await nextOffice(office, '990817101');
    expect(await items('clerk', '2026-11-11', beside)).toEqual([]);
    expect(
      await appealDays(beside.as('clerk', '2026-11-11'), { agencyId: office.agencyId, month: '2026-11' }),
    ).toMatchObject({
      refused: true,
    });
  });

  it('ask for a new answer that was ordered, until its case is opened', async () => {
    const clerk = (day: string) => office.as('clerk', day);
    await done(
      concludeAppeal(clerk('2026-11-26'), {
        agencyId: office.agencyId,
        appealId,
        disposition: 'review.annulledAnew',
        on: '2026-11-26' as never,
        decision: '云政复决〔2026〕1号',
        costs: null,
        learnt: '',
      }),
    );
    expect(await items('clerk', '2026-11-27')).toEqual(['按复议决定重新办理 行政复议 2026-0001 2026-12-24']);
    expect(await items('head', '2026-11-27')).toEqual([]);
    expect(await items('head', '2026-12-24')).toHaveLength(1);
    await done(
      reopenApplication(clerk('2026-11-27'), {
        ...ofCase(office, applicationId, '2026-11-26'),
        decision: '云政复决〔2026〕1号',
      }),
    );
    expect(await items('clerk', '2026-11-27')).toEqual([]);
  });
});
