import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, noon } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, testVault } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../test/support/office-site.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Store } from '../../store/store.ts';
import { addAppealFile } from '../commands/appeals/add-appeal-file.ts';
import { concludeAppeal } from '../commands/appeals/conclude-appeal.ts';
import { registerAppeal } from '../commands/appeals/register-appeal.ts';
import { confirmDestruction } from '../commands/retention/confirm-destruction.ts';
import { drawDestruction } from '../commands/retention/draw-destruction.ts';
import { proposeDestruction } from '../commands/retention/propose-destruction.ts';
import { appContext } from '../context.ts';
import { drawDueLists } from '../jobs/keep-retention.ts';
import { removeErasedFiles } from './remove-erased.ts';

const today = '2026-11-27';
let store: Store;
let office: CaseOffice;
let site: OfficeSite;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990870101');
  site = await officeSite(store, noon(today));
}, 120_000);
afterAll(() => store.close());

const as = (who: keyof CaseOffice['people']) => office.as(who, today);
const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'done');

describe('a review over no application of the register, years after its end', () => {
  it('goes by the list with its papers, and leaves a line in the register and no word of it', async () => {
    const { agencyId } = office;
    const { id } = await done(
      registerAppeal(as('clerk'), {
        agencyId,
        applicationId: null,
        kind: 'review',
        procedure: 'ordinary',
        acceptedOn: '2026-03-02' as never,
        copyReceivedOn: null,
        organ: '云岫县人民政府',
        notice: '云岫复〔2026〕3号',
        grounds: '申请人何秋生不服答复',
        demonstration: false,
      }),
    );
    const bytes = new TextEncoder().encode('%PDF-1.4 何秋生');
    await done(
      addAppealFile(as('clerk'), { agencyId, appealId: id, kind: 'notice', name: '通知书.pdf', bytes }),
    );
    const age = (acceptedOn: string, endedOn: string) =>
      store.database
        .updateTable('appeal')
        .set({ accepted_on: acceptedOn, ended_on: endedOn })
        .where('id', '=', id)
        .execute();
    await store.database
      .updateTable('appeal')
      .set({ accepted_on: '1990-03-02' })
      .where('id', '=', id)
      .execute();
    const draw = async () => codeOf(await drawDestruction(as('clerk'), { agencyId }));
    expect(await draw()).toBe('destruction.nothingDue');
    await done(
      concludeAppeal(as('clerk'), {
        agencyId,
        appealId: id,
        disposition: 'review.maintained',
        on: today as never,
        decision: '',
        costs: null,
        learnt: '',
      }),
    );
    expect(await draw()).toBe('destruction.nothingDue');
    await age('1996-03-02', '1996-05-05');
    expect(await draw()).toBe('destruction.nothingDue');
    await age('1995-03-02', '1995-05-05');
    const system = { ...appContext(store, 'system', testVault), now: noon(today) };
    expect(await drawDueLists(system, new AbortController().signal)).toBe(1);
    const list = await store.database
      .selectFrom('destruction')
      .select('id')
      .where('agency_id', '=', agencyId)
      .executeTakeFirstOrThrow();
    const clerk = await site.signedIn('clerk.990870101');
    const page = await clerk.get(`/office/applications/retention/${list.id}`);
    for (const words of [
      '拟销毁的更正请求、复议诉讼：1件',
      '行政复议',
      '提请销毁1件',
      `/office/appeals/${id}`,
    ])
      expect(page.text).toContain(words);
    const of = { agencyId, destructionId: list.id };
    await done(proposeDestruction(as('clerk'), of));
    await done(confirmDestruction(as('approver'), { ...of, seen: 1, understood: true }));
    const { register } = await store.database
      .selectFrom('destruction')
      .select('register')
      .where('id', '=', list.id)
      .executeTakeFirstOrThrow();
    expect(register).toContain('行政复议');
    expect(register).not.toContain('何秋生');
    const row = await store.database
      .selectFrom('appeal')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect([row.wrapped_key, row.sealed_facts.length, row.result]).toEqual([null, 0, 'upheld']);
    expect(await removeErasedFiles(system)).toBe(1);
    const left = await clerk.get(`/office/appeals/${id}`);
    expect([left.status, left.text.includes('何秋生')]).toEqual([200, false]);
  });
});
