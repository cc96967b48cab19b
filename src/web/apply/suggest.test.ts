import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  noon,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../test/support/office-site.ts';
import { answerOnSpot } from '../../app/commands/applications/answer-on-spot.ts';
import { decideDisclosure } from '../../app/commands/applications/decide-disclosure.ts';
import { caseSheet } from '../../app/queries/applications/case-sheet.ts';
import { proposals } from '../../app/queries/applications/proposals.ts';
import type { Store } from '../../store/store.ts';

const day = '2026-03-05';
let store: Store;
let site: OfficeSite;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990827101');
  site = await officeSite(store, noon(day));
});
afterAll(() => store.close());

async function answered(answer: 'granted.provided' | 'granted.alreadyPublic') {
  const made = await entered(office, day, sampleForm('郑予安'));
  await done(
    answerOnSpot(office.as('clerk', day), {
      ...ofCase(office, made.applicationId, day),
      answer,
      title: '2025年度农村公路养护计划',
      form: 'paper',
      pages: 2,
      where: '本机关网站',
      handedTo: '申请人本人',
      cleared: true,
      letter: false,
    }),
  );
  const visitor = site.visitor();
  await visitor.post('/track', { number: made.receiptNumber, code: made.code });
  return { visitor, applicationId: made.applicationId };
}
const proposed = (id: string) =>
  proposals(office.as('head', day), {
    agencyId: office.agencyId,
    state: null,
    after: null,
    limit: 50,
  }).then((all) => {
    if ('refused' in all) throw new Error(all.message);
    return all.rows.filter(({ applicationId }) => applicationId === id);
  });

describe('an applicant who was given information (第四十四条第二款)', () => {
  it('suggests on his page that it be disclosed to all, and reads there what came of it', async () => {
    const { visitor, applicationId } = await answered('granted.provided');
    const page = (await visitor.get('/track/case')).text;
    for (const words of ['建议向公众公开', '涉及公众利益调整', '条例第四十四条第二款'])
      expect(page).toContain(words);
    for (const nothing of [{}, { suggestion: '全村都走这条路' }, { ground: 'toString' }]) {
      const unsaid = await visitor.post('/track/suggestion', nothing as Record<string, string>);
      expect([unsaid.status, unsaid.text.includes('请选择为什么建议')]).toEqual([422, true]);
    }
    expect(await proposed(applicationId)).toEqual([]);
    const suggestion = { ground: 'knowledge', suggestion: '全村都走这条路' };
    const sent = await visitor.post('/track/suggestion', suggestion);
    expect([sent.status, sent.location]).toEqual([303, '/track/case?done=suggested']);
    expect((await visitor.get('/track/case')).text).toContain('受理机关正在审核');
    const [one] = await proposed(applicationId);
    expect(one).toMatchObject({ suggested: true, proposedBy: null, state: 'open', proposedOn: day });
    expect((await visitor.post('/track/suggestion', suggestion)).status).toBe(422);
    const { acts } = await done(
      caseSheet(office.as('clerk', day), { agencyId: office.agencyId, id: applicationId }),
    );
    expect(acts.at(-1)).toMatchObject({
      act: 'proposeDisclosure',
      part: 'applicant',
      facts: { text: '需要公众广泛知晓。全村都走这条路' },
    });

    await done(
      decideDisclosure(office.as('head', day), {
        agencyId: office.agencyId,
        proposalId: one!.id,
        takenUp: true,
        reason: '',
      }),
    );
    expect((await visitor.get('/track/case')).text).toContain('决定纳入主动公开的范围');
    const again = await visitor.post('/track/suggestion', suggestion);
    expect([again.status, again.text.includes('已经作出决定')]).toEqual([422, true]);
    expect(await proposed(applicationId)).toHaveLength(1);
  });

  it('is not asked where nothing was given, before an answer, or without number and code', async () => {
    const { visitor, applicationId } = await answered('granted.alreadyPublic');
    expect((await visitor.get('/track/case')).text).not.toContain('建议向公众公开');
    expect((await visitor.post('/track/suggestion', { ground: 'knowledge' })).status).toBe(422);
    expect(await proposed(applicationId)).toEqual([]);
    const open = await entered(office, day, sampleForm('郑予安'));
    await visitor.post('/track', { number: open.receiptNumber, code: open.code });
    expect((await visitor.post('/track/suggestion', { ground: 'knowledge' })).status).toBe(422);
    expect((await site.visitor().post('/track/suggestion', {})).location).toBe('/track');
  });
});
