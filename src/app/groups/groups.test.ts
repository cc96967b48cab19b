import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  givingDraft,
  nextOffice,
  noon,
  ofCase,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { campaign, campaignItem, carryAll, groupOf, groupSteps, upTo } from '../../../test/support/groups.ts';
import { actingAs, done, makePerson, testVault } from '../../../test/support/office.ts';
import { groupFrom } from '../../domain/application/group.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { caseFilesOf, lettersOf } from '../../store/application-letters.ts';
import { openGroupActs } from '../../store/group-acts.ts';
import type { Store } from '../../store/store.ts';
import { readCase } from '../applications/case-record.ts';
import { openBody, rootOf } from '../applications/letters.ts';
import { askCorrection } from '../commands/applications/ask-correction.ts';
import { consentExtension } from '../commands/applications/consent-extension.ts';
import { draftAnswer } from '../commands/applications/draft-answer.ts';
import { extendAnswer } from '../commands/applications/extend-answer.ts';
import { receiveApplication } from '../commands/applications/receive-application.ts';
import { registerApplication } from '../commands/applications/register-application.ts';
import { reviewLegal } from '../commands/applications/review-legal.ts';
import { splitApplication } from '../commands/applications/split-application.ts';
import { takeCorrection } from '../commands/applications/take-correction.ts';
import { withdrawApplication } from '../commands/applications/withdraw-application.ts';
import { approveGroup } from '../commands/groups/approve-group.ts';
import { countGroups } from '../commands/groups/carry-group-acts.ts';
import { closeGroup } from '../commands/groups/close-group.ts';
import { draftGroup } from '../commands/groups/draft-group.ts';
import { proveGroup } from '../commands/groups/prove-group.ts';
import { returnGroup } from '../commands/groups/return-group.ts';
import { reviewGroupLegal } from '../commands/groups/review-group-legal.ts';
import { sendGroup } from '../commands/groups/send-group.ts';
import { takeOut } from '../commands/groups/take-out.ts';
import { takeOutLeftOut } from '../commands/groups/take-out-left-out.ts';
import { appContext } from '../context.ts';
import { board } from '../queries/applications/board.ts';
import { groupLetter } from '../queries/groups/group-letter.ts';
import { groupSheet } from '../queries/groups/group-sheet.ts';
import { applicationWork } from '../work/application-work.ts';
import { breather } from './breather.ts';
import { carryBatch } from './carry.ts';

let store: Store;
let first: CaseOffice;
let county = 990_803;
beforeAll(async () => {
  store = await testStore();
  first = await caseOffice(store);
});
afterAll(() => store.close());

const day = '2026-03-02';
const later = '2026-03-04';
const office = () => nextOffice(first, `${++county}101`);
const system = (on = later) => ({ ...appContext(store, 'system', testVault), now: noon(on) });
const byEmail = { method: 'email', carrier: null, proof: null } as const;
const ofApplications = (agencyId: string) =>
  store.database
    .selectFrom('application')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('id')
    .execute();
const caseOf = async ({ agencyId }: CaseOffice, id: string) => {
  const record = await readCase(store.database, testVault, { agencyId, id });
  if (isRefusal(record)) throw new Error(record.message);
  return record;
};
const sheetOf = (at: CaseOffice, id: string, on = later) =>
  done(
    groupSheet(at.as('clerk', on), { agencyId: at.agencyId, id, after: null, leftOutAfter: null, limit: 50 }),
  );
const leftOut = async (at: CaseOffice, id: string) => {
  const { deeds, leftOut: cases } = await sheetOf(at, id);
  return { reasons: deeds[0]!.reasons, cases: cases.map((each) => each.id) };
};

describe('applications of one text', () => {
  it('form a group from the fifth on, whatever signs and spaces stand between the words', async () => {
    const at = await office();
    await campaign(at, groupFrom - 1, day);
    expect((await ofApplications(at.agencyId)).every(({ group_id }) => group_id === null)).toBe(true);
    await campaign(at, 2, day, campaignItem('本镇 2025年全部征地补偿安置方案，及其批准文件。'));
    await campaign(at, 1, day, campaignItem('本镇2024年全部征地补偿安置方案及其批准文件'));
    const groups = (await ofApplications(at.agencyId)).map(({ group_id }) => group_id);
    expect(groups.filter((id) => id !== null)).toHaveLength(groupFrom + 1);
    expect(new Set(groups.slice(0, groupFrom + 1)).size).toBe(1);
    expect(groups.at(-1)).toBeNull();
  });

  it('sent in side by side are all of the one group, and of no other agency’s', async () => {
    const [at, other] = [await office(), await office()];
    await Promise.all([...Array.from({ length: 12 }, () => campaign(at, 2, day)), campaign(other, 3, day)]);
    const id = await groupOf(at);
    await countGroups(system());
    await done(groupSteps(at, id).register(day));
    const rows = await ofApplications(at.agencyId);
    expect(rows.map(({ group_id }) => group_id)).toEqual(rows.map(() => id));
    expect((await ofApplications(other.agencyId)).every(({ group_id }) => group_id === null)).toBe(true);
  });

  it('tell nothing of what they ask for outside their keys', async () => {
    const at = await office();
    await campaign(at, groupFrom, day, campaignItem('绝密词语所说的那份方案'));
    for (const table of ['application_group', 'group_act', 'application']) {
      const { rows } = await sql<{
        text: string;
      }>`select ${sql.table(table)}::text as text from ${sql.table(table)}`.execute(store.database);
      expect(rows.some(({ text }) => text.includes('绝密词语'))).toBe(false);
    }
    const { line } = await sheetOf(at, await groupOf(at));
    expect(line.title).toContain('绝密词语');
  });

  it('stand on the board and in the work list as one line, and not one by one', async () => {
    const at = await office();
    await campaign(at, 6, day);
    await campaign(at, 1, day, campaignItem('另一件'));
    const clerk = at.as('clerk', later);
    const asked = { agencyId: at.agencyId, phases: null, urgency: null, mine: false, after: null, limit: 50 };
    const found = await done(board(clerk, asked));
    expect(found.rows).toHaveLength(1);
    expect(found.groups).toMatchObject([{ members: 6, byPhase: { submitted: 6 }, firstOn: day }]);
    expect([found.total, found.byPhase.submitted]).toEqual([7, 7]);
    const work = await applicationWork(clerk);
    expect(work.map(({ title }) => title).sort()).toEqual([
      '登记：同一内容的申请 6 件，本镇2025年全部征地补偿安置方案及其批准文件',
      '确认收到：另一件',
    ]);
    await upTo(at, await groupOf(at), 'register', later);
    expect((await ofApplications(at.agencyId)).slice(0, 6).every((row) => row.opened_at !== null)).toBe(true);
    const [group] = (await done(board(clerk, asked))).groups;
    expect(group).toMatchObject({ clock: { due: '2026-03-30', left: 18 }, byPhase: { inReview: 6 } });
  });

  it('leave the group when what they ask for is changed', async () => {
    const at = await office();
    const ids = await campaign(at, 6, day);
    const id = await groupOf(at);
    await upTo(at, id, 'register', later);
    expect(
      isRefusal(
        await splitApplication(at.as('clerk', later), {
          ...ofCase(at, ids[0]!, later),
          parts: ['甲', '乙'],
        }),
      ),
    ).toBe(true);
    const ask = { ...ofCase(at, ids[0]!, later), due: '2026-03-20', lateBecause: null, explanation: null };
    await done(askCorrection(at.as('clerk', later), { ...ask, causes: ['contentUnclear'] }));
    const back = { ...ofCase(at, ids[0]!, later), text: '只要批准文件', form: null, excuse: null };
    await done(takeCorrection(at.as('clerk', later), back as never));
    expect((await caseOf(at, ids[0]!)).row.group_id).toBeNull();
  });
});

describe('an act on a group', () => {
  it('is one act of one person, and an act of each application by that person and hour', async () => {
    const at = await office();
    const ids = await campaign(at, 6, day);
    const id = await groupOf(at);
    await upTo(at, id, 'approve', later);
    await done(sendGroup(at.as('clerk', later), { ...groupSteps(at, id).of(later), ...byEmail }));
    await carryAll(at, '2026-03-05');
    const events = await store.database
      .selectFrom('event')
      .select(['kind', 'subject_id', 'actor', 'at'])
      .where('agency_id', '=', at.agencyId)
      .where('kind', 'like', 'application%.approve')
      .execute();
    expect(events.filter(({ kind }) => kind === 'applicationGroup.approve')).toHaveLength(1);
    expect(events).toHaveLength(7);
    for (const event of events)
      expect(event).toMatchObject({ actor: at.people.approver.accountId, at: noon(later)() });
    for (const each of ids) {
      const { state } = await caseOf(at, each);
      expect(state).toMatchObject({ phase: 'sent', endedOn: later, answer: 'granted.provided' });
    }
  });

  it('gives each its own number without a gap, its own letter with its own hash, and its own service', async () => {
    const at = await office();
    const ids = await campaign(at, 45, day);
    const id = await groupOf(at);
    await upTo(at, id, 'approve', later);
    await done(sendGroup(at.as('clerk', later), { ...groupSteps(at, id).of(later), ...byEmail }));
    await carryAll(at, later);
    const rows = await ofApplications(at.agencyId);
    expect(rows.map(({ number }) => number)).toEqual(
      ids.map((_, index) => `2026-${String(index + 1).padStart(4, '0')}`),
    );
    const roots = new Set<string>();
    const numbers = new Set<string>();
    for (const row of rows) {
      const record = await caseOf(at, row.id);
      const [letter, ...more] = await lettersOf(store.database, record);
      expect(more).toEqual([]);
      const body = openBody(record, letter!.sealed_body);
      const files = await caseFilesOf(store.database, record);
      expect(files).toEqual([]);
      expect(rootOf(testVault, body, [])).toBe(letter!.root);
      expect(record.state.approval!.root).toBe(letter!.root);
      expect(body.letter.addressee).toMatch(/^申请人\d+$/);
      expect(body.letter.paragraphs.map(({ text }) => text).join('')).toContain(row.number!);
      expect(body.letter.documentNumber).toBe(letter!.number);
      roots.add(letter!.root!);
      numbers.add(letter!.number!);
    }
    expect([roots.size, numbers.size]).toEqual([45, 45]);
    const deliveries = await store.database
      .selectFrom('delivery')
      .select('letter_id')
      .where('agency_id', '=', at.agencyId)
      .execute();
    expect(new Set(deliveries.map(({ letter_id }) => letter_id)).size).toBe(45);
    const proof = { ...groupSteps(at, id).of(later), proof: '邮件系统发送记录' };
    await done(proveGroup(at.as('clerk', later), proof));
    await carryAll(at, later);
    await done(closeGroup(at.as('clerk', later), groupSteps(at, id).of(later)));
    await carryAll(at, later);
    expect((await ofApplications(at.agencyId)).every(({ phase }) => phase === 'closed')).toBe(true);
    expect((await caseOf(at, ids[7]!)).state.letter!.proof).toBe('邮件系统发送记录');
    await sheetOf(at, id);
    await expect(groupOf(at)).rejects.toThrow('0 groups');
  });

  it('is refused to whoever may not do it to one of them', async () => {
    const at = await office();
    await campaign(at, 5, day);
    const id = await groupOf(at);
    const both = await makePerson(store, at.agencyId, `both.${county}`, [
      'caseHandler',
      'approver',
      'legalReviewer',
    ]);
    const as = actingAs(store, both, noon(later));
    const { of } = groupSteps(at, id);
    await upTo(at, id, 'register', later);
    await done(draftGroup(as, { ...of(later), draft: givingDraft }));
    await carryAll(at, later);
    await done(groupSteps(at, id).submit(later));
    await carryAll(at, later);
    expect(await reviewGroupLegal(as, { ...of(later), opinion: '' })).toMatchObject({ code: 'policy.apart' });
    expect(await reviewGroupLegal(at.as('approver', later), { ...of(later), opinion: '' })).toMatchObject({
      code: 'policy.role',
    });
    await done(groupSteps(at, id).legal(later));
    await carryAll(at, later);
    await done(groupSteps(at, id).secrecy(later));
    await carryAll(at, later);
    const { text } = await done(groupLetter(at.as('approver', later), { agencyId: at.agencyId, id }));
    const approval = { ...of(later), opinion: '', text };
    expect(await approveGroup(as, approval)).toMatchObject({ code: 'policy.apart' });
    expect(await approveGroup(at.as('clerk', later), approval)).toMatchObject({ code: 'policy.role' });
    const changed = { ...approval, text: 'x'.repeat(64) };
    expect(await approveGroup(at.as('approver', later), changed)).toMatchObject({
      code: 'applicationGroup.changed',
    });
    const stranger = await office();
    expect(await approveGroup(stranger.as('approver', later), approval)).toMatchObject({
      code: 'policy.agency',
    });
    await done(approveGroup(at.as('approver', later), approval));
  });

  it('is kept apart from what the same person did to a single one of them', async () => {
    const at = await office();
    const item = campaignItem('先由一人单独拟写的那一件');
    const [own] = await campaign(at, 1, day, item);
    const both = await makePerson(store, at.agencyId, `two.${county}`, ['caseHandler', 'legalReviewer']);
    const as = actingAs(store, both, noon(later));
    await done(receiveApplication(as, { ...ofCase(at, own!, day), receipt: { acknowledgedOn: day } }));
    await done(registerApplication(as, ofCase(at, own!, day)));
    await done(draftAnswer(as, { ...ofCase(at, own!, later), draft: givingDraft }));
    await campaign(at, 5, day, item);
    const id = await groupOf(at);
    await upTo(at, id, 'draft', later);
    expect((await caseOf(at, own!)).state.draft).toEqual(givingDraft);
    await done(groupSteps(at, id).submit(later));
    await carryAll(at, later);
    await done(reviewGroupLegal(as, { ...groupSteps(at, id).of(later), opinion: '' }));
    await carryAll(at, later);
    expect(await leftOut(at, id)).toEqual({ reasons: [{ reason: 'apart', cases: 1 }], cases: [own] });
  });

  it('waits until the one before it is carried, and says when it fits none', async () => {
    const at = await office();
    await campaign(at, 5, day);
    const id = await groupOf(at);
    const steps = groupSteps(at, id);
    expect(await steps.submit(later)).toMatchObject({ code: 'applicationGroup.nothing' });
    await done(steps.register(later));
    expect(await steps.draft(later)).toMatchObject({ code: 'applicationGroup.carrying' });
    await carryAll(at, later);
    await done(steps.draft(later, { ...givingDraft, disclosed: [] }));
    await carryAll(at, later);
    const refusal = await steps.submit(later);
    expect(refusal).toMatchObject({ code: 'applicationGroup.nothing' });
    expect((refusal as unknown as { message: string }).message).toContain('请列明提供的政府信息');
    await done(steps.draft(later));
    await carryAll(at, later);
    expect((await sheetOf(at, id)).line.byPhase).toEqual({ drafting: 5 });
    await done(steps.submit(later));
  });

  it('goes back with its reason, and round again', async () => {
    const at = await office();
    await campaign(at, 5, day);
    const id = await groupOf(at);
    await upTo(at, id, 'approve', later);
    const { of } = groupSteps(at, id);
    await done(returnGroup(at.as('approver', later), { ...of(later), reason: '写明页数' }));
    await carryAll(at, later);
    const letters = () =>
      store.database.selectFrom('letter').select('id').where('agency_id', '=', at.agencyId).execute();
    expect(await letters()).toEqual([]);
    for (const step of ['draft', 'submit', 'legal', 'secrecy', 'approve'] as const) {
      await done(groupSteps(at, id)[step](later));
      await carryAll(at, later);
    }
    expect(await letters()).toHaveLength(5);
  });
});

describe('applications that an act does not fit', () => {
  it('are left out with the reason, and handled alone once they are taken out', async () => {
    const at = await office();
    const ids = await campaign(at, 9, day);
    const id = await groupOf(at);
    await upTo(at, id, 'register', later);
    const clerk = at.as('clerk', later);
    await done(withdrawApplication(clerk, { ...ofCase(at, ids[0]!, later), confirmation: '书面' }));
    const ask = { ...ofCase(at, ids[1]!, later), due: '2026-03-20', lateBecause: null, explanation: null };
    await done(askCorrection(clerk, { ...ask, causes: ['identityUnclear' as never] }));
    const longer = { ...ofCase(at, ids[2]!, later), days: 20, reason: '需要检索' };
    await done(consentExtension(at.as('head', later), longer));
    await done(extendAnswer(clerk, { ...ofCase(at, ids[2]!, later), reason: '需要检索' }));
    await done(groupSteps(at, id).draft(later));
    await carryAll(at, later);
    const out = await leftOut(at, id);
    expect(out.cases).toEqual([ids[0], ids[1], ids[2]]);
    expect([...out.reasons].sort((a, b) => a.reason.localeCompare(b.reason))).toEqual([
      { reason: 'correctionOpen', cases: 1 },
      { reason: 'ended', cases: 1 },
      { reason: 'extended', cases: 1 },
    ]);
    expect((await sheetOf(at, id)).deeds[0]).toMatchObject({
      members: 9,
      carried: 6,
      leftOut: 3,
      done: true,
    });
    const draft = { ...ofCase(at, ids[2]!, later), draft: givingDraft };
    expect(await draftAnswer(clerk, draft)).toMatchObject({ code: 'application.inGroup' });
    expect(
      await takeOut(at.as('approver', later), { agencyId: at.agencyId, applicationId: ids[2]! }),
    ).toMatchObject({
      code: 'policy.role',
    });
    await done(takeOut(clerk, { agencyId: at.agencyId, applicationId: ids[2]! }));
    await done(draftAnswer(clerk, draft));
    expect((await leftOut(at, id)).cases).toEqual([ids[0], ids[1]]);
    await campaign(at, 1, later);
    expect((await caseOf(at, ids[2]!)).row.group_id).toBeNull();
  });

  it('are taken out all at once where they go on by themselves', async () => {
    const at = await office();
    const ids = await campaign(at, 8, day);
    const id = await groupOf(at);
    await upTo(at, id, 'register', later);
    const clerk = at.as('clerk', later);
    const ask = { due: '2026-03-20', lateBecause: null, explanation: null };
    for (const each of [ids[0]!, ids[1]!])
      await done(askCorrection(clerk, { ...ofCase(at, each, later), ...ask, causes: ['contentUnclear'] }));
    await done(withdrawApplication(clerk, { ...ofCase(at, ids[2]!, later), confirmation: '书面' }));
    await done(groupSteps(at, id).draft(later));
    await carryAll(at, later);
    const [deed] = (await sheetOf(at, id)).deeds;
    const all = { agencyId: at.agencyId, groupId: id, actId: deed!.id };
    expect(await takeOutLeftOut(at.as('legal', later), all)).toMatchObject({ code: 'policy.role' });
    expect(await done(takeOutLeftOut(clerk, all))).toEqual({ taken: 2 });
    expect((await leftOut(at, id)).cases).toEqual([ids[2]]);
    expect(await takeOutLeftOut(clerk, all)).toMatchObject({ code: 'applicationGroup.noneLeftOut' });
  });

  it('go round alone with their letter when they are taken out under review', async () => {
    const at = await office();
    const ids = await campaign(at, 5, day);
    const id = await groupOf(at);
    await upTo(at, id, 'submit', later);
    const one = { agencyId: at.agencyId, applicationId: ids[3]! };
    await done(takeOut(at.as('clerk', later), one));
    expect(await takeOut(at.as('clerk', later), one)).toMatchObject({ code: 'applicationGroup.notIn' });
    await done(reviewLegal(at.as('legal', later), { ...ofCase(at, ids[3]!, later), opinion: '' }));
    const record = await caseOf(at, ids[3]!);
    expect(await lettersOf(store.database, record)).toMatchObject([{ status: 'draft' }]);
    expect(record.state.reviews.legal).toBe(later);
  });

  it('wait for an act of their own when they asked for another way', async () => {
    const at = await office();
    await campaign(at, 5, day);
    const [posted] = await campaign(at, 1, day, {
      ...campaignItem(),
      way: 'post',
      contact: { phone: '13800001234', email: null, address: '云岫县云麓镇南街3号' },
    });
    const id = await groupOf(at);
    await upTo(at, id, 'approve', later);
    const { of } = groupSteps(at, id);
    await done(sendGroup(at.as('clerk', later), { ...of(later), ...byEmail }));
    await carryAll(at, later);
    expect(await leftOut(at, id)).toEqual({ reasons: [{ reason: 'otherWay', cases: 1 }], cases: [posted] });
    const post = { ...of(later), method: 'post', carrier: '挂号信', proof: null } as const;
    expect(await sendGroup(at.as('clerk', later), { ...post, carrier: null })).toMatchObject({
      code: 'applicationGroup.nothing',
    });
    await done(sendGroup(at.as('clerk', later), post));
    await carryAll(at, later);
    expect((await sheetOf(at, id)).deeds[0]).toMatchObject({ carried: 1, already: 5, leftOut: 0 });
    expect((await caseOf(at, posted!)).state).toMatchObject({ phase: 'sent', letter: { method: 'post' } });
  });
});

describe('an act that is cut off in the middle', () => {
  it('goes on from where it came to: each once, no number twice, none left out', async () => {
    const at = await office();
    const ids = await campaign(at, 100, day);
    const id = await groupOf(at);
    await done(groupSteps(at, id).register(later));
    const [ref] = await openGroupActs(store.database, 1);
    expect(await carryBatch(system(), ref!, breather(1))).toBe('more');
    // The second batch dies after its last statement, before it is committed.
    const dying = {
      ...system(),
      store: {
        ...store,
        write: (work: Parameters<Store['write']>[0]) =>
          store.write(async (transaction) => {
            await work(transaction);
            throw new Error('killed');
          }),
      } as Store,
    };
    await expect(carryBatch(dying, ref!, breather(1))).rejects.toThrow('killed');
    expect((await sheetOf(at, id)).deeds[0]).toMatchObject({ carried: 40, done: false });
    // Two processes at once share what is left.
    await Promise.all([carryAll(at, later), carryAll(at, later)]);
    expect((await sheetOf(at, id)).deeds[0]).toMatchObject({ carried: 100, leftOut: 0, done: true });
    const rows = await ofApplications(at.agencyId);
    expect(rows.map(({ number }) => number)).toEqual(
      ids.map((_, index) => `2026-${String(index + 1).padStart(4, '0')}`),
    );
    const acts = await store.database
      .selectFrom('application_event')
      .select(['application_id'])
      .where('agency_id', '=', at.agencyId)
      .where('act', '=', 'register')
      .execute();
    expect([acts.length, new Set(acts.map(({ application_id }) => application_id)).size]).toEqual([100, 100]);
    await carryAll(at, later);
    expect((await ofApplications(at.agencyId)).map(({ number }) => number)).toEqual(
      rows.map(({ number }) => number),
    );
  });
});
