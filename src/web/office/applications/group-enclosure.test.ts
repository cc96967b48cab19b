import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, noon } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { campaign, groupOf, upTo } from '../../../../test/support/groups.ts';
import { type OfficeSite, officeSite } from '../../../../test/support/office-site.ts';
import type { Store } from '../../../store/store.ts';

const day = '2026-03-04';
let store: Store;
let office: CaseOffice;
let site: OfficeSite;
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990860101');
  site = await officeSite(store, noon(day));
});
afterAll(() => store.close());

it('a file for all answers of a group is sent by its form, and refused without one or by who may not', async () => {
  await campaign(office, 5, '2026-03-02');
  const id = await groupOf(office);
  await upTo(office, id, 'draft', day);
  const path = `/office/applications/groups/${id}`;
  const clerk = await site.signedIn('clerk.990860101');
  expect((await clerk.get(`${path}/enclosure`)).text).toContain('type="file"');
  const none = await clerk.upload(`${path}/enclosure`, { on: day }, {});
  expect([none.status, none.text.includes('请选择文件')]).toEqual([422, true]);
  const file = [new File(['%PDF-1.4 方案'], '补偿方案.pdf')];
  const legal = await site.signedIn('legal.990860101');
  expect((await legal.upload(`${path}/enclosure`, { on: day }, { file })).status).toBe(403);
  expect((await clerk.upload(`${path}/enclosure`, { on: day }, { file })).status).toBe(303);
  const page = await clerk.get(path);
  for (const words of ['整组添加附件', '补偿方案.pdf', '已办到 5 件，共 5 件'])
    expect(page.text).toContain(words);
});
