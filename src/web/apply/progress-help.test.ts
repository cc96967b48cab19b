import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  contacts,
  entered,
  noon,
  ofCase,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../test/support/office-site.ts';
import { noticeFee } from '../../app/commands/applications/notice-fee.ts';
import { recordFeeNoticeReceipt } from '../../app/commands/applications/record-fee-notice-receipt.ts';
import type { Store } from '../../store/store.ts';

let store: Store;
let site: OfficeSite;
let office: CaseOffice;
let now = noon('2026-03-02');
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990820101');
  site = await officeSite(store, () => now());
});
afterAll(() => store.close());

async function pageOf({ receiptNumber, code }: { receiptNumber: string; code: string }, day: string) {
  now = noon(day);
  const visitor = site.visitor();
  expect((await visitor.post('/track', { number: receiptNumber, code })).status).toBe(303);
  return (await visitor.get('/track/case')).text;
}

describe('the page by which an applicant follows his application', () => {
  it('names the organ of review, whom to ask, and how a wrong record is put right (第四十一条)', async () => {
    const made = await entered(office, '2026-03-02', sampleForm('秦晚舟'));
    const text = await pageOf(made, '2026-03-03');
    for (const words of [
      '可以依法向云岫县人民政府申请行政复议',
      '云麓镇党政综合办公室',
      '0990-1234567',
      '要求更正',
    ])
      expect(text).toContain(words);
  });

  it('tells past the due day to whom silence is complained of, in words for a person and for a unit', async () => {
    const person = await entered(office, '2026-03-02', sampleForm('秦晚舟'));
    expect(await pageOf(person, '2026-03-30')).not.toContain('至今没有答复');
    expect(await pageOf(person, '2026-03-31')).toContain(
      '您的申请应当在2026年3月30日前答复。至今没有答复，您对此不服的，应当先向云岫县人民政府申请行政复议',
    );
    const unit = await entered(
      office,
      '2026-03-02',
      sampleForm('云麓乡建有限公司', {
        applicant: {
          kind: 'business',
          name: '云麓乡建有限公司',
          identity: { type: 'otherDocument', number: 'ZJ000123' },
          contactPerson: '秦晚舟',
        },
      }),
    );
    expect(await pageOf(unit, '2026-03-31')).toContain('你单位的申请应当在');
  });

  it('tells what is to be paid, and by when once receipt of the notice is known (第四十二条)', async () => {
    const made = await entered(office, '2026-03-02', sampleForm('秦晚舟'));
    const of = ofCase(office, made.applicationId, '2026-03-04');
    const fee = { tariff: 'byPage', quantity: 31, yuan: 10 } as const;
    expect(await pageOf(made, '2026-03-04')).not.toContain('需要您缴费');
    await store.database
      .updateTable('agency')
      .set({ contacts: JSON.stringify({ ...contacts, payment: '云麓镇财政所窗口' }) })
      .where('id', '=', office.agencyId)
      .execute();
    await done(noticeFee(office.as('clerk', '2026-03-04'), { ...of, ...fee }));
    const noticed = await pageOf(made, '2026-03-04');
    for (const words of ['需要您缴费', '10 元', '次日起20个工作日内', '云麓镇财政所窗口'])
      expect(noticed).toContain(words);
    await done(recordFeeNoticeReceipt(office.as('clerk', '2026-03-05'), { ...of, on: '2026-03-05' }));
    expect(await pageOf(made, '2026-03-06')).toMatch(/2026年4月2日[\s\S]{0,40}缴纳/);
  });
});
