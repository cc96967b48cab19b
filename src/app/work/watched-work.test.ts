import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  nextOffice,
  ofCase,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Store } from '../../store/store.ts';
import { askCorrection } from '../commands/applications/ask-correction.ts';
import { askThirdParty } from '../commands/applications/ask-third-party.ts';
import { assignApplication } from '../commands/applications/assign-application.ts';
import { consentExtension } from '../commands/applications/consent-extension.ts';
import { extendAnswer } from '../commands/applications/extend-answer.ts';
import { giveUpApplication } from '../commands/applications/give-up-application.ts';
import { recordOpinionReceipt } from '../commands/applications/record-opinion-receipt.ts';
import { takeCorrection } from '../commands/applications/take-correction.ts';
import { board } from '../queries/applications/board.ts';
import { caseSheet } from '../queries/applications/case-sheet.ts';
import { dueMonth } from '../queries/applications/due-month.ts';
import { holders } from '../queries/applications/holders.ts';
import { workList } from '../queries/work-list.ts';

let store: Store;
let first: CaseOffice;
beforeAll(async () => {
  store = await testStore();
  first = await caseOffice(store, '990807101');
});
afterAll(() => store.close());

let offices = 1;
const office = () => nextOffice(first, `99090${++offices}101`);
const itemsOf = async (at: CaseOffice, who: keyof CaseOffice['people'], day: string) =>
  (await done(workList(at.as(who, day), {}))).items.filter(({ part }) => part === 'application');
const titles = async (at: CaseOffice, who: keyof CaseOffice['people'], day: string) =>
  (await itemsOf(at, who, day)).map(({ title }) => title.replace(/：.*/, ''));
const boardOf = (at: CaseOffice, day: string) =>
  done(
    board(at.as('clerk', day), {
      agencyId: at.agencyId,
      phases: null,
      urgency: null,
      mine: false,
      after: null,
      limit: 9,
    }),
  );
const askedBack = async (at: CaseOffice) => {
  const { applicationId } = await entered(at, '2026-03-02');
  const on = '2026-03-04';
  const due = '2026-03-25';
  const base = { lateBecause: null, explanation: '请写明年度', causes: ['contentUnclear' as const], due };
  await done(askCorrection(at.as('clerk', on), { ...ofCase(at, applicationId, on), ...base }));
  return applicationId;
};
const asking = {
  party: '云岫县乡建有限公司',
  address: '云岫县中心路2号',
  contact: '0990-7654321',
  information: '报价明细',
  method: 'post' as const,
  addressed: 'unit' as const,
  reason: '',
};

describe('an applicant who is waited for', () => {
  it('lets his day pass: the office is told to close the case, and it counts as no fault of its own (第三十条)', async () => {
    const at = await office();
    const id = await askedBack(at);
    expect(await titles(at, 'clerk', '2026-03-25')).toEqual([]);
    const items = await itemsOf(at, 'clerk', '2026-03-26');
    expect(items).toMatchObject([
      {
        title: expect.stringMatching(/^作不再处理：/),
        due: null,
        since: '2026-03-25',
        basis: { article: '第三十条' },
      },
    ]);
    const { byUrgency, rows } = await boardOf(at, '2026-03-26');
    expect(byUrgency).toMatchObject({ lapsed: 1, overdue: 0 });
    expect(rows[0]).toMatchObject({ id, clock: { state: 'abandoned' } });
    const { total } = await done(holders(at.as('clerk', '2026-03-26'), { agencyId: at.agencyId }));
    expect(total).toMatchObject({ lapsed: 1, overdue: 0 });
    expect(await titles(at, 'head', '2026-03-26')).toEqual([]);
    await done(giveUpApplication(at.as('clerk', '2026-03-26'), ofCase(at, id, '2026-03-26')));
    expect(await titles(at, 'clerk', '2026-03-26')).toEqual([]);
  });
});

describe('a letter to a third party', () => {
  it('asks for its receipt to be entered, without which its 15 days never end (第三十二条)', async () => {
    const at = await office();
    const { applicationId } = await entered(at, '2026-03-02');
    const on = '2026-03-04';
    await done(askThirdParty(at.as('clerk', on), { ...ofCase(at, applicationId, on), ...asking }));
    expect(await titles(at, 'clerk', '2026-03-05')).toEqual(['审核', '登记对方收到征求意见书']);
    const receipt = { ...ofCase(at, applicationId, '2026-03-06'), ref: '第三方1' };
    await done(recordOpinionReceipt(at.as('clerk', '2026-03-06'), receipt));
    expect(await titles(at, 'clerk', '2026-03-06')).toEqual(['审核']);
  });
});

describe('a period that began anew', () => {
  it('may be extended again, once, and its length is its own (第三十三条第二款)', async () => {
    const at = await office();
    const { applicationId: id } = await entered(at, '2026-03-02');
    const offered = async (who: 'head' | 'clerk', day: string) =>
      (await done(caseSheet(at.as(who, day), { agencyId: at.agencyId, id }))).offered;
    const extend = async (day: string) => {
      const of = ofCase(at, id, day);
      await done(consentExtension(at.as('head', day), { ...of, days: 20, reason: '检索的档案较多' }));
      await done(extendAnswer(at.as('clerk', day), { ...of, reason: '检索的档案较多' }));
    };
    await extend('2026-03-03');
    expect(await offered('head', '2026-03-04')).not.toContain('application.consentExtension');
    const ask = {
      lateBecause: null,
      explanation: '请写明年度',
      causes: ['contentUnclear' as const],
      due: '2026-03-25',
    };
    await done(askCorrection(at.as('clerk', '2026-03-04'), { ...ofCase(at, id, '2026-03-04'), ...ask }));
    await done(
      takeCorrection(at.as('clerk', '2026-03-10'), {
        ...ofCase(at, id, '2026-03-10'),
        form: null,
        text: '2025年',
        excuse: null,
      }),
    );
    expect(await offered('head', '2026-03-11')).toContain('application.consentExtension');
    const sheet = await done(caseSheet(at.as('clerk', '2026-03-11'), { agencyId: at.agencyId, id }));
    expect(sheet.clock).toMatchObject({ due: '2026-04-08' });
    await extend('2026-03-12');
    expect(await offered('head', '2026-03-13')).not.toContain('application.consentExtension');
    expect(await offered('clerk', '2026-03-13')).not.toContain('application.extend');
  });
});

describe('a case given to somebody of a unit', () => {
  it('is his, and he is told of it; nobody without a role at the agency is given one', async () => {
    const at = await caseOffice(store, '990815101');
    const { applicationId: id } = await entered(at, '2026-03-02');
    const stranger = (await caseOffice(store, '990816101')).people.clerk;
    const give = (holderId: string) =>
      assignApplication(at.as('clerk', '2026-03-03'), {
        ...ofCase(at, id, '2026-03-03'),
        unit: '农业站',
        until: null,
        holderId,
      });
    expect(await give(stranger.accountId)).toMatchObject({ code: 'application.holder' });
    const { accountId } = at.people.head;
    await done(give(accountId));
    const told = await store.database
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', accountId)
      .where('kind', '=', 'work.handedOver')
      .execute();
    expect(told).toHaveLength(1);
  });
});

describe('the limit of a unit within the agency', () => {
  it('is shown to the holder from two working days before, and stands in the calendar of last days', async () => {
    const at = await office();
    const { applicationId: id } = await entered(at, '2026-03-02');
    const of = ofCase(at, id, '2026-03-03');
    const unit = { unit: '农业站', until: '2026-03-12', holderId: null };
    await done(assignApplication(at.as('clerk', '2026-03-03'), { ...of, ...unit }));
    expect(await titles(at, 'clerk', '2026-03-09')).toEqual(['拟写答复']);
    const items = await itemsOf(at, 'clerk', '2026-03-10');
    expect(items.map(({ title, due }) => [title.replace(/：.*/, ''), due])).toEqual([
      ['内部期限（农业站）', '2026-03-12'],
      ['拟写答复', '2026-03-30'],
    ]);
    const month = { agencyId: at.agencyId, below: false, month: '2026-03', after: null, limit: 9 };
    const found = await done(
      dueMonth(at.as('clerk', '2026-03-03'), { ...month, day: '2026-03-12' as never }),
    );
    expect(found.rows).toMatchObject([{ id, acts: [{ kind: 'unit' }] }]);
  });
});

describe('what is overdue in an office', () => {
  it('reaches its head on the day and after it, the leader after it, whoever has it, and nobody beside', async () => {
    const at = await office();
    await entered(at, '2026-03-02');
    const seen = async (day: string) => [
      await titles(at, 'head', day),
      await titles(at, 'approver', day),
      await titles(at, 'secrecy', day),
    ];
    expect(await seen('2026-03-27')).toEqual([[], [], []]);
    expect(await seen('2026-03-30')).toEqual([['今天到期（在审核环节）'], [], []]);
    expect(await seen('2026-03-31')).toEqual([['已超期（在审核环节）'], ['已超期（在审核环节）'], []]);
    const [item] = await itemsOf(at, 'head', '2026-03-31');
    expect(item).toMatchObject({ due: '2026-03-30', about: expect.stringContaining('经办人 clerk甲') });
    expect(await titles(first, 'head', '2026-03-31')).toEqual([]);
  });

  it('stands once in the list of somebody who has it himself', async () => {
    const at = await office();
    await entered(at, '2026-03-02');
    const { clerk, head } = at.people;
    const both = { ...clerk, holdings: [...clerk.holdings, ...head.holdings] };
    const list = await workList({ ...at.as('clerk', '2026-03-31'), actor: both }, {});
    const items = isRefusal(list) ? [] : list.items.filter(({ part }) => part === 'application');
    expect(items.map(({ title }) => title.replace(/：.*/, ''))).toEqual(['审核']);
  });
});
