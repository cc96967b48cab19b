import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, nextOffice } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { markedCase } from '../../../../test/support/marked-cases.ts';
import { Marks } from '../../../../test/support/marks.ts';
import { done } from '../../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../../test/support/office-site.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { eraseCases } from '../../../store/erase.ts';
import type { Store } from '../../../store/store.ts';
import { decideDisclosure } from '../../commands/applications/decide-disclosure.ts';
import { proposeDisclosure } from '../../commands/applications/propose-disclosure.ts';
import { proposals } from './proposals.ts';

const today = '2026-11-27';
let store: Store;
let site: OfficeSite;
let office: CaseOffice;
const cases: string[] = [];

const propose = (applicationId: string, facts: { applicants: number; suggested: boolean }) =>
  proposeDisclosure(office.as('clerk', today), {
    agencyId: office.agencyId,
    applicationId,
    on: today,
    ...facts,
  });
const decide = (proposalId: string, more: object, who: 'clerk' | 'head' | 'approver' = 'head') =>
  decideDisclosure(office.as(who, today), {
    agencyId: office.agencyId,
    proposalId,
    takenUp: true,
    reason: '',
    ...more,
  });
const list = (more: object = {}) =>
  done(
    proposals(office.as('clerk', today), {
      agencyId: office.agencyId,
      state: null,
      after: null,
      limit: 20,
      ...more,
    }),
  );

beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store, () => new Date(`${today}T12:00:00+08:00`));
  office = await caseOffice(store);
  const marks = new Marks();
  for (const name of ['a', 'b', 'c']) cases.push((await markedCase(office, marks, name, 'closed')).id);
});
afterAll(() => store.close());

describe('a proposal for disclosure to all (第四十四条)', () => {
  it('is made where several asked for the same or an applicant proposes it, once while it waits', async () => {
    const alone = (await propose(cases[0]!, { applicants: 1, suggested: false })) as Refusal;
    expect(alone.message).toContain('多个申请人申请相同信息');
    await done(propose(cases[0]!, { applicants: 3, suggested: false }));
    await done(propose(cases[1]!, { applicants: 1, suggested: true }));
    const again = (await propose(cases[0]!, { applicants: 3, suggested: false })) as Refusal;
    expect(again.code).toBe('application.proposed');
    const { rows, counts } = await list();
    expect(counts).toEqual({ open: 2 });
    expect(rows[0]).toMatchObject({
      applicationId: cases[1],
      suggested: true,
      state: 'open',
      proposedBy: 'clerk甲',
    });
    expect(rows[1]).toMatchObject({ applicationId: cases[0], applicants: 3, proposedOn: today });
  });

  it('is listed page by page', async () => {
    const first = await list({ limit: 1 });
    const second = await list({ limit: 1, after: first.next });
    expect([...first.rows, ...second.rows].map(({ applicationId }) => applicationId)).toEqual([
      cases[1],
      cases[0],
    ]);
    expect(second.next).toBeNull();
  });

  it('is decided by the head or the approver, and refused only with a reason', async () => {
    const { rows } = await list();
    const [suggested, several] = [rows[0]!.id, rows[1]!.id];
    expect(((await decide(several, {}, 'clerk')) as Refusal).code).toBe('policy.role');
    expect(((await decide(several, { takenUp: false })) as Refusal).code).toBe('application.proposalReason');
    expect((await list()).counts).toEqual({ open: 2 });
    expect(await done(decide(several, { takenUp: false, reason: '涉及第三方' }))).toEqual({
      state: 'refused',
    });
    expect(await done(decide(suggested, {}, 'approver'))).toEqual({ state: 'takenUp' });
    const after = await list();
    expect(after.counts).toEqual({ refused: 1, takenUp: 1 });
    expect(after.rows[1]).toMatchObject({ reason: '涉及第三方', decidedOn: today, decidedBy: 'head甲' });
    expect((await list({ state: 'takenUp' })).rows.map(({ id }) => id)).toEqual([suggested]);
  });

  it('is decided once, and may be made anew after it was refused', async () => {
    const { rows } = await list({ state: 'refused' });
    expect(((await decide(rows[0]!.id, {})) as Refusal).code).toBe('application.proposalDecided');
    await done(propose(cases[0]!, { applicants: 4, suggested: false }));
    expect((await list()).counts).toEqual({ open: 1, refused: 1, takenUp: 1 });
  });

  it('is unknown to another office', async () => {
    const beside = await nextOffice(office, '990802101');
    const { rows } = await list({ state: 'open' });
    const outcome = await decideDisclosure(beside.as('head', today), {
      agencyId: beside.agencyId,
      proposalId: rows[0]!.id,
      takenUp: true,
      reason: '',
    });
    expect((outcome as Refusal).code).toBe('application.proposal');
    const asked = { agencyId: office.agencyId, state: null, after: null, limit: 5 };
    expect(isRefusal(await proposals(beside.as('clerk', today), asked))).toBe(true);
  });

  it('stands on a page with its decision', async () => {
    const path = '/office/applications/proposals';
    const clerk = await site.signedIn('clerk.990801101');
    const shown = await clerk.get(path);
    expect([
      shown.status,
      shown.text.includes('4 个申请人申请相同信息'),
      shown.text.includes('>决定<'),
    ]).toEqual([200, true, false]);
    const { rows } = await list({ state: 'open' });
    const head = await site.signedIn('head.990801101');
    const form = `${path}?decide=${rows[0]!.id}`;
    expect((await head.get(form)).text).toContain('提交决定');
    expect((await head.post(form, { takenUp: 'no', reason: '' })).status).toBe(422);
    expect((await head.post(form, { reason: '' })).status).toBe(422);
    expect((await clerk.post(form, { takenUp: 'yes', reason: '' })).status).toBe(403);
    expect((await head.post(form, { takenUp: 'yes', reason: '' })).status).toBe(303);
    expect((await list()).counts).toEqual({ refused: 1, takenUp: 2 });
  });

  it('loses its reason with the data of its case', async () => {
    const agencyId = office.agencyId;
    await store.write((transaction) => eraseCases(transaction, { agencyId, ids: [cases[0]!] }));
    const { rows } = await list({ state: 'refused' });
    expect(rows[0]).toMatchObject({ reason: null, title: '个人信息已按保管期限删除' });
    expect(
      (await store.database.selectFrom('disclosure_proposal').select('sealed_reason').execute()).every(
        ({ sealed_reason }) => sealed_reason === null,
      ),
    ).toBe(true);
  });
});
