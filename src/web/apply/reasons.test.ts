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
import { type OfficeSite, officeSite, type Visitor } from '../../../test/support/office-site.ts';
import { askReasons } from '../../app/commands/applications/ask-reasons.ts';
import { draftAnswer } from '../../app/commands/applications/draft-answer.ts';
import { weighReasons } from '../../app/commands/applications/weigh-reasons.ts';
import { letterSheet } from '../../app/queries/applications/case-documents.ts';
import { caseSheet } from '../../app/queries/applications/case-sheet.ts';
import { emptyDraft } from '../../domain/application/answer-draft.ts';
import type { Store } from '../../store/store.ts';

let store: Store;
let site: OfficeSite;
let office: CaseOffice;
let now = noon('2026-03-02');
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990822101');
  site = await officeSite(store, () => now());
});
afterAll(() => store.close());

const why = '三个月内提出一百二十件申请';
const draft = { ...emptyDraft('declined.excessive'), reasons: '三个月内共申请120件' };

type Follow = Awaited<ReturnType<typeof entered>>;

async function following({ receiptNumber, code }: Follow, day: string): Promise<Visitor> {
  now = noon(day);
  const visitor = site.visitor();
  await visitor.post('/track', { number: receiptNumber, code });
  return visitor;
}

async function asked(): Promise<{ made: Follow; applicationId: string; visitor: Visitor }> {
  const made = await entered(office, '2026-03-02', sampleForm('秦晚舟'));
  await done(
    askReasons(office.as('clerk', '2026-03-03'), {
      ...ofCase(office, made.applicationId, '2026-03-03'),
      due: '2026-03-13',
      reason: why,
    }),
  );
  return { made, applicationId: made.applicationId, visitor: await following(made, '2026-03-04') };
}

const letterText = async (applicationId: string, day: string): Promise<string> => {
  const ref = { agencyId: office.agencyId, id: applicationId, letterId: null };
  const { letter } = await done(letterSheet(office.as('clerk', day), ref));
  return letter.paragraphs.map(({ text }) => text).join('\n');
};

describe('an applicant asked for reasons (第三十五条)', () => {
  it('reads on his page what is asked and until when, answers there, and the office weighs it', async () => {
    const { applicationId, visitor } = await asked();
    const page = (await visitor.get('/track/case')).text;
    for (const words of ['需要您说明理由', '3月13日', why, '答复期限照常计算', '条例第三十五条'])
      expect(page).toContain(words);

    const empty = await visitor.post('/track/reasons', { reasons: ' ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('请写明理由');
    const sent = await visitor.post('/track/reasons', { reasons: '为编修村志，需要逐年核对' });
    expect([sent.status, sent.location]).toEqual([303, '/track/case?done=explained']);
    const after = (await visitor.get('/track/case')).text;
    expect(after).not.toContain('需要您说明理由');
    expect(after).toContain('收到说明的理由');
    expect((await visitor.post('/track/reasons', { reasons: '再说一遍' })).status).toBe(422);

    const ref = { agencyId: office.agencyId, id: applicationId };
    const sheet = await done(caseSheet(office.as('clerk', '2026-03-05'), ref));
    expect(sheet.state.explanation).toMatchObject({ givenOn: '2026-03-04', reasonable: null });
    expect(sheet.offered).toContain('application.weighReasons');
    expect(sheet.acts.at(-1)).toMatchObject({
      part: 'applicant',
      facts: { text: '为编修村志，需要逐年核对' },
    });
    const base = ofCase(office, applicationId, '2026-03-05');
    expect(await draftAnswer(office.as('clerk', '2026-03-05'), { ...base, draft })).toMatchObject({
      code: 'application.reasonsNotWeighed',
    });
    await done(weighReasons(office.as('clerk', '2026-03-05'), { ...base, reasonable: true, opinion: '' }));
    expect(await draftAnswer(office.as('clerk', '2026-03-05'), { ...base, draft })).toMatchObject({
      code: 'application.reasonsAccepted',
    });
  });

  it('who says nothing is not refused before the day, and the letter does not tell of reasons', async () => {
    const { made, applicationId } = await asked();
    const on = (day: string) => ofCase(office, applicationId, day);
    expect(await draftAnswer(office.as('clerk', '2026-03-13'), { ...on('2026-03-13'), draft })).toMatchObject(
      { code: 'application.reasonsOpen', article: { article: '第三十五条' } },
    );
    await done(draftAnswer(office.as('clerk', '2026-03-16'), { ...on('2026-03-16'), draft }));
    expect(await letterText(applicationId, '2026-03-16')).toContain(
      '没有在2026年3月13日前（含当日）说明理由',
    );

    const visitor = await following(made, '2026-03-16');
    expect((await visitor.get('/track/case')).text).toContain('期限已过');
    await visitor.post('/track/reasons', { reasons: '刚出院，为编修村志' });
    await done(
      weighReasons(office.as('clerk', '2026-03-17'), {
        ...on('2026-03-17'),
        reasonable: false,
        opinion: '与申请的数量无关',
      }),
    );
    const text = await letterText(applicationId, '2026-03-17');
    expect(text).toContain('说明的理由不合理');
    expect(text).not.toContain('没有在');
  });

  it('is asked for nothing where nobody asked, and nobody can answer for him without the code', async () => {
    const made = await entered(office, '2026-03-02', sampleForm('秦晚舟'));
    const visitor = await following(made, '2026-03-03');
    expect((await visitor.get('/track/case')).text).not.toContain('需要您说明理由');
    expect((await visitor.post('/track/reasons', { reasons: '没有人要求' })).status).toBe(422);
    expect((await site.visitor().post('/track/reasons', { reasons: '冒充' })).location).toBe('/track');
  });
});
