import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  contacts,
  entered,
  noon,
  sampleForm,
} from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { makePerson, testPassword } from '../../../../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../../../../test/support/office-site.ts';
import type { ActId } from '../../../app/policy/index.ts';
import type { Store } from '../../../store/store.ts';
import { actDefOf } from './act-defs.ts';
import { previewed } from './letter-preview.tsx';

const day = '2026-03-02';
let store: Store;
let office: CaseOffice;
let site: OfficeSite;
let clerk: Visitor;
let other: Visitor;

const come = async (username: string): Promise<Visitor> => {
  const visitor = site.visitor();
  await visitor.post('/office/sign-in', { username, password: testPassword, next: '/office' });
  return visitor;
};
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
  await store.database
    .updateTable('agency')
    .set({ contacts: JSON.stringify({ ...contacts, payment: '云麓镇财政所窗口' }) })
    .where('id', '=', office.agencyId)
    .execute();
  await makePerson(store, office.agencyId, 'previewer', ['disclosureOffice', 'caseHandler']);
  await makePerson(store, office.agencyId, 'reviewer', ['legalReviewer']);
  site = await officeSite(store, noon(day));
  [clerk, other] = [await come('previewer'), await come('reviewer')];
});
afterAll(() => store.close());

/** All that an act would leave behind. */
const left = async () =>
  JSON.stringify(
    await Promise.all([
      store.database.selectFrom('letter').select(['id', 'number']).orderBy('id').execute(),
      store.database.selectFrom('delivery').select('id').orderBy('id').execute(),
      store.database.selectFrom('application_event').select(['application_id', 'number', 'act']).execute(),
      store.database.selectFrom('application_number').selectAll().execute(),
      store.database.selectFrom('application').select(['id', 'phase', 'clock']).orderBy('id').execute(),
      store.database.selectFrom('opinion_request').select('ref').execute(),
      store.database.selectFrom('fee_notice').select('id').execute(),
    ]),
  );
const pathOf = (act: ActId): string => actDefOf(act)!.path;
const thirdParty = {
  addressed: 'person',
  method: 'post',
  party: '赵某某',
  information: '户主的身份证件号码',
  reason: '可能涉及您的隐私',
};

describe('a letter read before it is sent', () => {
  it.each<[ActId, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'application.askCorrection',
      { 'causes.contentUnclear': 'on', explanation: '没有写明是哪一年', due: '2026-03-23' },
      ['政府信息公开申请补正告知书', '关于补正内容的说明：没有写明是哪一年。'],
    ],
    [
      'application.askThirdParty',
      thirdParty,
      ['赵某某：', '征求意见的原因：可能涉及您的隐私。', '政府信息公开征求意见确认函', '征求意见告知书'],
    ],
    ['application.askMaker', { ...thirdParty, party: '县交通运输局' }, ['逾期未提出意见的视为同意公开']],
    ['application.askAgency', { ...thirdParty, party: '县档案馆' }, ['政府信息公开协办函']],
    ['application.askReasons', { reason: '一月以来一百二十件', due: '2026-03-20' }, ['一月以来一百二十件']],
    ['application.withdraw', { confirmation: '签字' }, ['政府信息公开申请撤回确认书']],
    [
      'application.noticeFee',
      { tariff: 'byPage', quantity: '31', yuan: '10' },
      ['本机关决定收取信息处理费10元'],
    ],
  ])('of %s tells its words with what cannot be missing, and keeps nothing', async (act, fields, words) => {
    const { applicationId } = await entered(office, day, sampleForm());
    const before = await left();
    const path = `/office/applications/${applicationId}/${pathOf(act)}`;
    expect((await clerk.get(path)).text).toContain('预览文书');
    const { status, text } = await clerk.post(path, { on: day, preview: '1', ...fields });
    for (const each of words) expect(text).toContain(each);
    expect(status).toBe(200);
    expect(text).toContain('还没有发出，也没有保存');
    expect(text).toContain('（必备：答复、依据的条款项）');
    expect(text).toContain('（发出时编号）');
    expect(await left()).toBe(before);
    // What was typed still stands in the form.
    for (const value of Object.values(fields).filter((each) => each.length > 6))
      expect(text).toContain(value);
  });

  it('is refused as the act would be, beside the field', async () => {
    const { applicationId } = await entered(office, day, sampleForm());
    const path = `/office/applications/${applicationId}/${pathOf('application.askThirdParty')}`;
    const { status, text } = await clerk.post(path, { on: day, preview: '1', ...thirdParty, addressed: '' });
    expect([status, text.includes('请选择第三方是个人还是单位')]).toEqual([422, true]);
    expect(text).not.toContain('id="preview"');
  });

  it('is refused to whoever may not do the act, and its reading is logged', async () => {
    const { applicationId } = await entered(office, day, sampleForm());
    const path = `/office/applications/${applicationId}/${pathOf('application.askThirdParty')}`;
    expect((await other.post(path, { on: day, preview: '1', ...thirdParty })).status).toBe(403);
    await clerk.post(path, { on: day, preview: '1', ...thirdParty });
    const read = await store.database
      .selectFrom('access_log')
      .select('purpose')
      .where('subject_id', '=', applicationId)
      .where('purpose', '=', '预览文书')
      .execute();
    expect(read).toHaveLength(1);
  });

  it('is offered on a form of its own for each act that sends one', () => {
    for (const act of previewed) expect(actDefOf(act), act).toBeDefined();
  });
});
