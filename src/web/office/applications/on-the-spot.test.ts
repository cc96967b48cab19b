import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  noon,
  ofCase,
  sampleForm,
} from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { done, testVault } from '../../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../../test/support/office-site.ts';
import { answerOnSpot } from '../../../app/commands/applications/answer-on-spot.ts';
import { appContext } from '../../../app/context.ts';
import { caseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { followApplication } from '../../../app/queries/applications/follow-application.ts';
import { yearTables } from '../../../app/queries/applications/year-tables.ts';
import type { Store } from '../../../store/store.ts';

const day = '2026-03-05';
let store: Store;
let site: OfficeSite;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990826101');
  site = await officeSite(store, noon(day));
});
afterAll(() => store.close());

const give = (id: string, more: object = {}) =>
  answerOnSpot(office.as('clerk', day), {
    ...ofCase(office, id, day),
    answer: 'granted.provided',
    title: '2025年度农村公路养护计划',
    form: 'paper',
    pages: 2,
    where: null,
    handedTo: '申请人本人',
    cleared: true,
    letter: false,
    ...more,
  } as Parameters<typeof answerOnSpot>[1]);
const granted = async () => {
  const scope = { agencyId: office.agencyId, below: false, year: 2026, until: null };
  return (await done(yearTables(office.as('head', day), scope))).cells['applications.granted.naturalPerson'];
};
const outside = () => ({ ...appContext(store, 'public', testVault), now: noon(day) });
type Made = Awaited<ReturnType<typeof entered>>;
const followed = ({ receiptNumber, code }: Made) =>
  done(followApplication(outside(), { receiptNumber, code, address: null }));

describe('answered over the counter', () => {
  it('is entered, registered and answered on three pages, and counted', async () => {
    const before = await granted();
    const clerk = await site.signedIn('clerk.990826101');
    const form = {
      submissionKey: crypto.randomUUID(),
      channel: 'counter',
      submittedOn: day,
      handedOn: day,
      'applicant.kind': 'naturalPerson',
      'applicant.name': '杜青禾',
      'items.name': '2025年度农村公路养护计划',
      form: 'paper',
      way: 'pickUp',
      register: '1',
    };
    const page = await clerk.post('/office/applications/new', form);
    const path = /\/office\/applications\/[0-9a-f-]{36}\/on-the-spot/.exec(page.text)?.[0];
    if (path === undefined) throw new Error('no way to answer at once');
    const asked = await clerk.get(path);
    expect(asked.text).toContain('value="2025年度农村公路养护计划"');
    const fields = { on: day, answer: 'granted.provided', title: '2025年度农村公路养护计划', form: 'paper' };
    const unclear = await clerk.post(path, { ...fields, handedTo: '申请人本人' });
    expect([unclear.status, unclear.text.includes('确认可以公开')]).toEqual([422, true]);
    const given = await clerk.post(path, { ...fields, handedTo: '申请人本人', cleared: '1' });
    expect(given.status).toBe(303);
    expect((await granted())! - before!).toBe(1);
    expect((await clerk.get(path.replace('/on-the-spot', ''))).text).toContain('当场答复');
  });

  it('tells the applicant on his page what came of it and where he can go, without a letter', async () => {
    const made = await entered(office, day, sampleForm('杜青禾'));
    await done(give(made.applicationId));
    const sheet = await followed(made);
    expect(sheet.state).toMatchObject({ phase: 'closed', answer: 'granted.provided', letter: null });
    expect(sheet.letters).toEqual([]);
    expect(sheet.remedy).toMatchObject({ because: 'answered', served: day, until: '2026-05-06' });
    expect(sheet.remedy.paragraphs.join('')).toMatch(/60日内向云岫县人民政府申请行政复议，也可以/);
  });

  it('comes with a numbered letter where the applicant wants one', async () => {
    const made = await entered(office, day, sampleForm('杜青禾'));
    await done(give(made.applicationId, { letter: true }));
    const sheet = await followed(made);
    expect(sheet.letters).toMatchObject([{ title: '政府信息公开告知书', sentOn: day }]);
    expect(sheet.letters[0]!.number).toMatch(/^云政公开〔2026〕\d+号$/);
    expect(sheet.remedy.paragraphs.join('')).toContain('本告知书');
  });

  it('keeps to whom it was handed sealed, in the case’s own record', async () => {
    const made = await entered(office, day, sampleForm('杜青禾'));
    await done(give(made.applicationId, { handedTo: '其子杜小满，已看委托书' }));
    const ref = { agencyId: office.agencyId, id: made.applicationId };
    const { acts } = await done(caseSheet(office.as('clerk', day), ref));
    expect(acts.at(-1)).toMatchObject({ act: 'answerOnSpot', facts: { handedTo: '其子杜小满，已看委托书' } });
    const events = await store.database.selectFrom('event').selectAll().execute();
    expect(JSON.stringify(events)).not.toContain('杜小满');
  });

  it('is offered on that day only, and refused to a reviewer', async () => {
    const made = await entered(office, day, sampleForm('杜青禾'));
    const ref = { agencyId: office.agencyId, id: made.applicationId };
    const offered = async (on: string) =>
      (await done(caseSheet(office.as('clerk', on), ref))).offered.includes('application.answerOnSpot');
    expect([await offered(day), await offered('2026-03-06')]).toEqual([true, false]);
    const byReviewer = await answerOnSpot(office.as('legal', day), {
      ...ofCase(office, made.applicationId, day),
      answer: 'granted.provided',
      title: '计划',
      form: 'paper',
      pages: null,
      where: null,
      handedTo: '申请人本人',
      cleared: true,
      letter: false,
    });
    expect(byReviewer).toMatchObject({ code: expect.stringMatching(/^policy\./) });
  });
});
