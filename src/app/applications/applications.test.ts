import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  givingDraft,
  noon,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, testVault } from '../../../test/support/office.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Store } from '../../store/store.ts';
import { answerCorrection } from '../commands/applications/answer-correction.ts';
import { approveAnswer } from '../commands/applications/approve-answer.ts';
import { archiveApplication } from '../commands/applications/archive-application.ts';
import { askCorrection } from '../commands/applications/ask-correction.ts';
import { askThirdParty } from '../commands/applications/ask-third-party.ts';
import { closeApplication } from '../commands/applications/close-application.ts';
import { consentExtension } from '../commands/applications/consent-extension.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { extendAnswer } from '../commands/applications/extend-answer.ts';
import { handOverApplications } from '../commands/applications/hand-over-applications.ts';
import { proveDelivery } from '../commands/applications/prove-delivery.ts';
import { receiveApplication } from '../commands/applications/receive-application.ts';
import { registerApplication } from '../commands/applications/register-application.ts';
import { returnAnswer } from '../commands/applications/return-answer.ts';
import { reviewLegal } from '../commands/applications/review-legal.ts';
import { reviewSecrecy } from '../commands/applications/review-secrecy.ts';
import { sendAnswer } from '../commands/applications/send-answer.ts';
import { splitApplication } from '../commands/applications/split-application.ts';
import { submitApplication } from '../commands/applications/submit-application.ts';
import { submitForReview } from '../commands/applications/submit-for-review.ts';
import { withdrawOwnApplication } from '../commands/applications/withdraw-own-application.ts';
import { appContext } from '../context.ts';
import { followApplication, followLetter } from '../queries/applications/follow-application.ts';
import { formOf, readCase } from './case-record.ts';
import { followed } from './follow.ts';

let store: Store;
let office: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
});
afterAll(() => store.close());

const day = '2026-03-02';
const outside = (on = day) => ({ ...appContext(store, 'public', testVault), now: noon(on) });
const sent = (on = day, more: object = {}) =>
  done(
    submitApplication(outside(on), {
      agencyId: office.agencyId,
      submissionKey: crypto.randomUUID(),
      form: sampleForm(),
      ...more,
    }),
  );
const proofOf = (one: { receiptNumber: string; code: string }) => ({ ...one, address: null });
const stateOf = async (id: string) => {
  const record = await readCase(store.database, testVault, { agencyId: office.agencyId, id });
  if (isRefusal(record)) throw new Error(record.message);
  return record.state;
};

describe('an application sent in on the portal', () => {
  it('is one, however often its form is sent, with the same number and code', async () => {
    const submissionKey = crypto.randomUUID();
    const all = await Promise.all([1, 2, 3].map(() => sent(day, { submissionKey })));
    expect(new Set(all.map(({ applicationId, code }) => `${applicationId} ${code}`)).size).toBe(1);
    expect(all.filter(({ again }) => !again)).toHaveLength(1);
  });

  it('is refused with every fault beside its field, and leaves nothing', async () => {
    const before = await store.database.selectFrom('application').select('id').execute();
    const refusal = await submitApplication(outside(), {
      agencyId: office.agencyId,
      submissionKey: crypto.randomUUID(),
      form: sampleForm('', { items: [], purpose: '科研' }),
    });
    expect(refusal).toMatchObject({ code: 'application.form' });
    const { fields } = (refusal as unknown as { facts: { fields: { field: string }[] } }).facts;
    expect(fields.map(({ field }) => field)).toEqual(['purpose', 'applicant.name', 'items']);
    expect(await store.database.selectFrom('application').select('id').execute()).toHaveLength(before.length);
  });

  it('is followed by number and code alone, and guessing is stopped', async () => {
    const one = await sent();
    const typed = {
      receiptNumber: one.receiptNumber.toLowerCase().replace('-', ' '),
      code: one.code.toLowerCase(),
    };
    expect(await followed(outside(), { ...typed, address: null })).toEqual({
      agencyId: office.agencyId,
      id: one.applicationId,
    });
    const guess = { receiptNumber: one.receiptNumber, code: 'AAAA-AAAA', address: null };
    for (let tries = 0; tries < 5; tries += 1)
      expect(await followed(outside(), guess)).toMatchObject({ code: 'application.code' });
    expect(await followed(outside(), proofOf(one))).toMatchObject({ code: 'application.tooManyTries' });
    expect(await followed(outside('2026-03-03'), proofOf(one))).toMatchObject({ id: one.applicationId });
  });

  it('shows its applicant state, days and letters, and nothing to a wrong code', async () => {
    const { applicationId, ...follow } = await entered(office, day);
    const causes = ['contentUnclear'] as const;
    const ask = { ...ofCase(office, applicationId, '2026-03-04'), due: '2026-03-25', lateBecause: null };
    await done(
      askCorrection(office.as('clerk', '2026-03-04'), { ...ask, causes: [...causes], explanation: null }),
    );
    const sheet = await done(followApplication(outside('2026-03-05'), proofOf(follow)));
    expect(sheet).toMatchObject({
      agency: { name: '云麓镇人民政府' },
      state: { waitingFor: 'correction' },
      clock: { state: 'paused' },
      letters: [{ title: '政府信息公开申请补正告知书' }],
      acts: ['answerCorrection', 'addFile', 'withdraw'],
    });
    const letter = { proof: proofOf(follow), letterId: sheet.letters[0]!.id };
    const { paragraphs, addressee } = (await done(followLetter(outside(), letter))).letter;
    expect(addressee).toBe('王小明');
    expect(paragraphs.map(({ text }) => text).join('')).toContain('2026年3月25日');
    const wrong = { ...proofOf(follow), code: 'BBBB-BBBB' };
    expect(await followApplication(outside(), wrong)).toMatchObject({ code: 'application.code' });
    const read = await store.database
      .selectFrom('access_log')
      .select('actor')
      .where('subject_id', '=', applicationId)
      .execute();
    expect(read.map(({ actor }) => actor)).toEqual(['public', 'public']);
  });

  it('is withdrawn by its applicant, who may do nothing else to it', async () => {
    const one = await sent();
    const on = day;
    await done(withdrawOwnApplication(outside(), proofOf(one), { on, confirmation: '网上确认' }));
    expect((await stateOf(one.applicationId)).phase).toBe('withdrawn');
    const input = { ...ofCase(office, one.applicationId, day), receipt: { acknowledgedOn: day } };
    expect(await receiveApplication(outside(), input)).toMatchObject({ code: 'policy.role' });
  });
});

describe('numbers of registration', () => {
  it('are given without a gap and none twice, though many register at once and some fail', async () => {
    const other = await caseOffice(store, '990802101');
    const ones = await Promise.all(
      Array.from({ length: 12 }, () => entered(other, day, sampleForm(), { register: false })),
    );
    const registered = await Promise.all(
      [...ones, ones[0]!, ones[1]!].map(({ applicationId }) =>
        registerApplication(other.as('clerk', day), ofCase(other, applicationId, day)),
      ),
    );
    expect(registered.filter(isRefusal)).toHaveLength(2);
    const rows = await store.database
      .selectFrom('application')
      .select('number')
      .where('agency_id', '=', other.agencyId)
      .orderBy('number')
      .execute();
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(4, '0')}`),
    );
  });
});

describe('a case', () => {
  it('goes from the counter to the archive, each by whom it is due', async () => {
    const { applicationId } = await entered(office, day);
    const on = (date: string) => ofCase(office, applicationId, date);
    const clerk = (date: string) => office.as('clerk', date);
    await done(draftAnswer(clerk('2026-03-10'), { ...on('2026-03-10'), draft: givingDraft }));
    await done(submitForReview(clerk('2026-03-11'), on('2026-03-11')));
    const opinion = '无意见';
    await done(reviewLegal(office.as('legal', '2026-03-12'), { ...on('2026-03-12'), opinion }));
    await done(returnAnswer(office.as('secrecy', '2026-03-12'), { ...on('2026-03-12'), reason: '补充附件' }));
    await done(submitForReview(clerk('2026-03-13'), on('2026-03-13')));
    await done(reviewLegal(office.as('legal', '2026-03-13'), { ...on('2026-03-13'), opinion }));
    await done(reviewSecrecy(office.as('secrecy', '2026-03-13'), { ...on('2026-03-13'), opinion }));
    await done(approveAnswer(office.as('approver', '2026-03-16'), { ...on('2026-03-16'), opinion: '同意' }));
    const sending = { ...on('2026-03-17'), method: 'email', carrier: null, proof: null } as const;
    await done(sendAnswer(clerk('2026-03-17'), sending));
    await done(proveDelivery(clerk('2026-03-17'), { ...on('2026-03-17'), proof: '发送记录 10:02' }));
    await done(closeApplication(clerk('2026-03-17'), on('2026-03-17')));
    await done(archiveApplication(clerk('2026-03-18'), { ...on('2026-03-18'), pages: 12 }));
    expect(await stateOf(applicationId)).toMatchObject({
      phase: 'archived',
      answer: 'granted.provided',
      endedOn: '2026-03-17',
      letter: { number: expect.stringMatching(/^云政公开〔2026〕\d+号$/), method: 'email' },
    });
    const letters = await store.database
      .selectFrom('letter')
      .select(['status', 'kind'])
      .where('application_id', '=', applicationId)
      .execute();
    expect(letters).toEqual([{ status: 'sent', kind: 'provided' }]);
    const events = await store.database
      .selectFrom('event')
      .select('kind')
      .where('subject_id', '=', applicationId)
      .execute();
    expect(events.filter(({ kind }) => kind === 'application.reviewLegal')).toHaveLength(2);
  });

  it('is not sent when its letter was changed after approval', async () => {
    const { applicationId } = await entered(office, day);
    const on = (date: string) => ofCase(office, applicationId, date);
    await done(draftAnswer(office.as('clerk', day), { ...on(day), draft: givingDraft }));
    await done(submitForReview(office.as('clerk', day), on(day)));
    await done(reviewLegal(office.as('legal', day), { ...on(day), opinion: '' }));
    await done(reviewSecrecy(office.as('secrecy', day), { ...on(day), opinion: '' }));
    await done(approveAnswer(office.as('approver', day), { ...on(day), opinion: '' }));
    await store.database
      .insertInto('application_file')
      .values({
        agency_id: office.agencyId,
        id: crypto.randomUUID(),
        application_id: applicationId,
        kind: 'enclosure',
        letter_id: null,
        sealed_name: Buffer.of(1),
        media_type: 'application/pdf',
        hmac: Buffer.of(7),
        sha256: 'x',
        stored_as: 'x',
        bytes: 1,
        added_by: null,
        added_at: new Date(),
      })
      .execute();
    const sending = { ...on(day), method: 'email', carrier: null, proof: null } as const;
    expect(await sendAnswer(office.as('clerk', day), sending)).toMatchObject({ code: 'application.changed' });
    expect((await stateOf(applicationId)).phase).toBe('approving');
  });

  it('is neither reviewed nor approved by who drew up its answer (职责分离)', async () => {
    const { applicationId } = await entered(office, day);
    const all = office.people.clerk;
    const roles = ['caseHandler', 'legalReviewer', 'secrecyReviewer', 'approver'] as const;
    const everybody = {
      ...office.as('clerk', day),
      actor: { ...all, holdings: roles.map((role) => ({ agencyId: office.agencyId, role, deputy: false })) },
    };
    const on = ofCase(office, applicationId, day);
    await done(draftAnswer(everybody, { ...on, draft: givingDraft }));
    await done(submitForReview(everybody, on));
    expect(await reviewLegal(everybody, { ...on, opinion: '' })).toMatchObject({ code: 'policy.apart' });
    await done(reviewLegal(office.as('legal', day), { ...on, opinion: '' }));
    await done(reviewSecrecy(office.as('secrecy', day), { ...on, opinion: '' }));
    expect(await approveAnswer(everybody, { ...on, opinion: '' })).toMatchObject({ code: 'policy.apart' });
  });

  it('asked for 补正 is answered by its applicant, and its period begins anew', async () => {
    const { applicationId, ...follow } = await entered(office, day);
    const asked = { ...ofCase(office, applicationId, '2026-03-04'), due: '2026-03-25', lateBecause: null };
    await done(
      askCorrection(office.as('clerk', '2026-03-04'), {
        ...asked,
        causes: ['contentUnclear'],
        explanation: '请写明年度',
      }),
    );
    const answer = { on: '2026-03-10', form: null, text: '要2025年度的', excuse: null };
    await done(answerCorrection(outside('2026-03-10'), proofOf(follow), answer));
    const state = await stateOf(applicationId);
    expect(state.phase).toBe('inReview');
    expect(state.clock.map(({ type }) => type)).toEqual(['received', 'correctionSent', 'correctionReceived']);
  });

  it('asked who applies, how to reach him and in what form, has these filled in and its request left as it was', async () => {
    const bare = sampleForm('', { contact: { phone: null, email: null, address: null } });
    const { applicationId, ...follow } = await entered(office, day, {
      ...bare,
      applicant: { ...bare.applicant, identity: { type: 'residentId', number: '' } },
    });
    const clerk = office.as('clerk', '2026-03-04');
    const asked = { ...ofCase(office, applicationId, '2026-03-04'), due: '2026-03-25', lateBecause: null };
    const causes = ['identityUnclear', 'contactUnclear', 'formUnclear'] as const;
    await done(askCorrection(clerk, { ...asked, causes: [...causes], explanation: null }));
    const answer = { on: '2026-03-10', form: null, text: '身份证见附件', excuse: null };
    const filledIn = {
      name: '王小明',
      identity: { type: 'residentId' as const, number: '110105194912310021' },
      phone: '13900001111',
      form: 'paper' as const,
      way: 'post' as const,
    };
    const wrong = await answerCorrection(outside('2026-03-10'), proofOf(follow), { ...answer, filledIn });
    expect(wrong).toMatchObject({ facts: { fields: [{ field: 'applicant.identity' }] } });
    expect((await stateOf(applicationId)).phase).toBe('waiting');
    const right = { ...filledIn, identity: { type: 'residentId' as const, number: '11010519491231002X' } };
    await done(answerCorrection(outside('2026-03-10'), proofOf(follow), { ...answer, filledIn: right }));
    const record = await readCase(store.database, testVault, {
      agencyId: office.agencyId,
      id: applicationId,
    });
    if (isRefusal(record)) throw new Error(record.message);
    expect(formOf(record)).toMatchObject({
      applicant: { name: '王小明', identity: { number: '11010519491231002X' } },
      contact: { phone: '13900001111' },
      form: 'paper',
      way: 'post',
      items: bare.items,
    });
  });

  it('goes out another way than was asked for where its draft says so', async () => {
    const { applicationId } = await entered(office, day);
    const on = ofCase(office, applicationId, day);
    const clerk = office.as('clerk', day);
    await done(draftAnswer(clerk, { ...on, draft: { ...givingDraft, method: 'post' } }));
    await done(submitForReview(clerk, on));
    await done(reviewLegal(office.as('legal', day), { ...on, opinion: '' }));
    await done(reviewSecrecy(office.as('secrecy', day), { ...on, opinion: '' }));
    await done(approveAnswer(office.as('approver', day), { ...on, opinion: '' }));
    const sending = { ...on, carrier: null, proof: null };
    const byEmail = await sendAnswer(clerk, { ...sending, method: 'email' });
    expect(byEmail).toMatchObject({ code: 'application.otherWay' });
    await done(sendAnswer(clerk, { ...sending, method: 'post', carrier: '挂号信' }));
    expect((await stateOf(applicationId)).letter).toMatchObject({ method: 'post' });
  });

  it('is extended only with the consent of the head, and by nobody else', async () => {
    const { applicationId } = await entered(office, day);
    const on = ofCase(office, applicationId, '2026-03-20');
    const clerk = office.as('clerk', '2026-03-20');
    const reason = '需要查找历史档案';
    expect(await extendAnswer(clerk, { ...on, reason })).toMatchObject({
      code: 'application.extensionConsent',
    });
    expect(await consentExtension(clerk, { ...on, days: 10, reason })).toMatchObject({ code: 'policy.role' });
    await done(consentExtension(office.as('head', '2026-03-20'), { ...on, days: 10, reason }));
    await done(extendAnswer(clerk, { ...on, reason }));
  });

  it('is split into cases of their own, each with its own number', async () => {
    const { applicationId, ...follow } = await entered(office, day, sampleForm(), { register: false });
    await done(
      splitApplication(office.as('clerk', day), {
        ...ofCase(office, applicationId, day),
        parts: ['养护计划', '养护资金安排'],
      }),
    );
    const parts = await store.database
      .selectFrom('application')
      .select(['phase', 'origin', 'counted'])
      .where('origin_id', '=', applicationId)
      .execute();
    expect(parts).toEqual([{ phase: 'received', origin: 'split', counted: true }]);
    const { further } = await done(followApplication(outside(), proofOf(follow)));
    expect(further.map(({ origin }) => origin)).toEqual(['split']);
    const part = await done(followApplication(outside(), { ...further[0]!, address: null }));
    expect(part.form.items[0]?.description).toBe('养护资金安排');
  });

  it('is held by who touched it first until it is handed over within the agency', async () => {
    const { applicationId } = await entered(office, day);
    const { clerk, legal } = office.people;
    const row = () =>
      store.database
        .selectFrom('application')
        .select(['first_id', 'holder_id'])
        .where('id', '=', applicationId)
        .executeTakeFirstOrThrow();
    expect(await row()).toEqual({ first_id: clerk.accountId, holder_id: clerk.accountId });
    const to = (holderId: string) =>
      handOverApplications(office.as('clerk', day), {
        agencyId: office.agencyId,
        applicationIds: [applicationId],
        holderId,
      });
    const stranger = (await caseOffice(store, '990804101')).people.clerk;
    expect(await to(stranger.accountId)).toMatchObject({ code: 'application.holder' });
    await done(to(legal.accountId));
    expect(await row()).toEqual({ first_id: clerk.accountId, holder_id: legal.accountId });
  });

  it('of another agency cannot be touched', async () => {
    const { applicationId } = await entered(office, day);
    const elsewhere = await caseOffice(store, '990803101');
    const clerk = elsewhere.as('clerk', day);
    const foreign = { agencyId: office.agencyId, applicationId, on: day, reason: '' };
    expect(await extendAnswer(clerk, foreign)).toMatchObject({ code: 'policy.agency' });
    expect(await extendAnswer(clerk, { ...foreign, agencyId: elsewhere.agencyId })).toMatchObject({
      code: 'application.unknown',
    });
  });
});

describe('a dump of the database', () => {
  it('shows nobody’s name, number, telephone, words or third party', async () => {
    const form = sampleForm('欧阳密码', {
      contact: { phone: '13912345678', email: 'secret@example.cn', address: '暗号路9号' },
      items: [{ name: null, documentNumber: null, description: '绝密暗号的拆迁补偿' }],
    });
    const { applicationId } = await entered(office, day, form);
    const on = ofCase(office, applicationId, day);
    await done(
      askThirdParty(office.as('clerk', day), {
        ...on,
        party: '暗号有限公司',
        address: '暗号路1号',
        contact: '暗号先生',
        addressed: 'unit',
        method: 'post',
        information: '绝密暗号的合同',
        reason: '',
      }),
    );
    await done(
      draftAnswer(office.as('clerk', day), {
        ...on,
        draft: { ...givingDraft, answer: 'denied.publicSafety', disclosed: [], reasons: '绝密暗号的理由' },
      }),
    );
    const tables = ['application', 'application_event', 'letter', 'opinion_request', 'event', 'access_log'];
    for (const table of tables) {
      const rows = await store.database
        .selectFrom(table as 'application')
        .selectAll()
        .execute();
      const dump = JSON.stringify(rows, (_, value) =>
        value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
      );
      for (const secret of ['欧阳', '暗号', '13912345678', 'secret@', '11010519491231002X'])
        expect(dump.includes(secret) || dump.includes(Buffer.from(secret).toString('latin1')), table).toBe(
          false,
        );
    }
  });
});
