import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { makePerson, testVault } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../../../test/support/office-site.ts';
import { appContext } from '../../app/context.ts';
import { seedDemonstration } from '../../app/demonstration.ts';
import { alreadyPublic } from '../../app/queries/already-public.ts';
import { applyAgency } from '../../app/queries/apply.ts';
import { agencyBySlug } from '../../store/agencies.ts';
import type { Store } from '../../store/store.ts';

const [county, town, next] = ['990901', '990901101', '990901102'];
let store: Store;
let site: OfficeSite;
let clerk: Visitor;
const idOf = async (slug: string) => (await agencyBySlug(store.database, slug))!.id;
const context = () => appContext(store, 'public', testVault);

beforeAll(async () => {
  store = await testStore();
  await seedDemonstration(appContext(store, 'system', testVault));
  await makePerson(store, await idOf(town), 'clerk', ['disclosureOffice']);
  await makePerson(store, await idOf(next), 'neighbour', ['disclosureOffice']);
  await makePerson(store, await idOf(town), 'looker', ['auditor']);
  await makePerson(store, await idOf(county), 'above', ['disclosureOffice']);
  site = await officeSite(store);
  clerk = await site.signedIn('clerk');
}, 120_000);
afterAll(() => store.close());

const reviewed = async (name: string, agency = town) =>
  (
    await site.visitor().post('/apply', {
      agency,
      'applicant.kind': 'naturalPerson',
      'applicant.name': '林远舟',
      'applicant.identity.type': 'residentId',
      'applicant.identity.number': '110101199003070134',
      'contact.phone': '13000000000',
      'items.0.name': name,
      form: 'electronic',
      way: 'portal',
      submissionKey: crypto.randomUUID(),
    })
  ).text;
const pathOf = (slug: string) => `/office/agencies/${slug}/subjects`;
const add = (visitor: Visitor, slug: string, word: string, more: Readonly<Record<string, string>> = {}) =>
  visitor.post(pathOf(slug), { word, holder: 'own', name: '', contact: '', ...more });

describe('words of subjects', () => {
  it('are kept by the agency, one by one, each change on record', async () => {
    expect((await clerk.get(pathOf(town))).text).toContain('还没有主题词');
    expect((await add(clerk, town, '芦荡湿地')).status).toBe(303);
    const enterprise = { holder: 'enterprise', name: '云岫县自来水公司', contact: '0990-5550000' };
    expect((await add(clerk, town, '供水水质', enterprise)).status).toBe(303);
    const page = (await clerk.get(pathOf(town))).text;
    for (const words of ['芦荡湿地', '本机关负责公开', '云岫县自来水公司', '0990-5550000'])
      expect(page).toContain(words);
    const kinds = await store.database
      .selectFrom('event')
      .select(['kind', 'facts'])
      .where('kind', 'like', 'agency.subject%')
      .execute();
    expect(kinds.map(({ facts }) => facts)).toContainEqual({ word: '供水水质' });
  });

  it.each([
    ['a word too short', '水', {}, '至少两个字'],
    ['one that is there', '芦荡湿地', {}, '已经在表中'],
    ['another’s without a name', '婚姻登记', { holder: 'agency' }, '请填写机关或者单位的名称'],
    ['nobody’s', '婚姻登记', { holder: '' }, '请选择由谁公开'],
  ])('refuse %s', async (_, word, more, message) => {
    const { status, text } = await add(clerk, town, word, more);
    expect([status, text.includes(message)]).toEqual([422, true]);
  });

  it('are changed by those to whom it is due, and seen by others without a form', async () => {
    const neighbour = await site.signedIn('neighbour');
    expect((await add(neighbour, town, '婚姻登记')).status).toBe(403);
    expect((await neighbour.get(pathOf(town))).status).toBe(403);
    const looker = await site.signedIn('looker');
    expect((await add(looker, town, '婚姻登记')).status).toBe(403);
    const looked = await looker.get(pathOf(town));
    expect([looked.status, looked.text.includes('芦荡湿地'), looked.text.includes('添加主题词')]).toEqual([
      200,
      true,
      false,
    ]);
    const above = await site.signedIn('above');
    const page = await above.get(pathOf(town));
    expect([page.status, page.text.includes('添加主题词')]).toEqual([200, true]);
    expect((await clerk.get(pathOf('none'))).status).toBe(404);
    const denied = await store.database
      .selectFrom('access_log')
      .select('act')
      .where('refused', 'is not', null)
      .execute();
    expect(new Set(denied.map(({ act }) => act))).toEqual(new Set(['agency.changeSubjects', 'agency.list']));
  });

  it('tell an applicant before sending whose it is, with a way to turn there, and refuse nothing', async () => {
    const above = await site.signedIn('above');
    expect((await add(above, county, '婚姻登记')).status).toBe(303);
    const neighbour = await site.signedIn('neighbour');
    expect((await add(neighbour, next, '青石古桥')).status).toBe(303);
    const text = await reviewed('2025年婚姻登记办理情况');
    const name = (await agencyBySlug(store.database, county))!.name;
    for (const words of [
      `“婚姻登记”方面的信息由${name}负责公开`,
      '第三十六条第（五）项',
      '改向该机关申请',
      '提交申请',
    ])
      expect(text).toContain(words);
    expect(text).toContain(`name="agency" value="${county}"`);
    expect(await reviewed('青石古桥修缮方案')).toContain('“青石古桥”方面的信息由');
    expect(await reviewed('青石古桥修缮方案', next)).not.toContain('方面的信息由');
    const water = await reviewed('2025年供水水质检测结果');
    for (const words of ['公共企事业单位云岫县自来水公司', '0990-5550000', '第五十五条第一款'])
      expect(water).toContain(words);
    expect(await reviewed('2025年供水水质检测结果', next)).not.toContain('云岫县自来水公司');
    expect(await reviewed('芦荡湿地保护规划')).not.toContain('方面的信息由');
  });

  it('are told no more once they are taken away', async () => {
    const page = (await clerk.get(pathOf(town))).text;
    const id = /供水水质[\s\S]*?name="subjectId" value="([0-9a-f-]{36})"/.exec(page)![1]!;
    const neighbour = await site.signedIn('neighbour');
    expect((await neighbour.post(`${pathOf(town)}/remove`, { subjectId: id })).status).toBe(403);
    expect((await clerk.post(`${pathOf(town)}/remove`, { subjectId: id })).status).toBe(303);
    expect((await clerk.post(`${pathOf(town)}/remove`, { subjectId: id })).status).toBe(422);
    expect(await reviewed('2025年供水水质检测结果')).not.toContain('云岫县自来水公司');
  });
});

describe('what is public already', () => {
  it.each([
    ['政府信息公开工作年度报告', ['年年度报告']],
    ['依申请公开收到的申请数量', ['新收政府信息公开申请 ', ' 件']],
    ['申请的答复期限怎么算', ['答复期限计算']],
    ['政府信息公开条例', ['法律依据']],
    ['各乡镇历年政府信息公开年度报告', ['历年年度报告']],
  ])('%s: is shown before sending', async (name, words) => {
    const text = await reviewed(name);
    expect(text).toContain('看看是不是您要的');
    for (const each of words) expect(text).toContain(each);
    expect(text).toContain('提交申请');
  });

  it('shows the office’s contacts once they are given, and the year that was named alone', async () => {
    expect(await reviewed('政府信息公开指南')).not.toContain('看看是不是您要的');
    await store.database
      .updateTable('agency')
      .set({ contacts: JSON.stringify({ office: '党政办公室', phone: '0990-8856012' }) })
      .where('slug', '=', town)
      .execute();
    expect(await reviewed('政府信息公开指南')).toContain('联系电话：0990-8856012');
    const years = await store.database
      .selectFrom('annual_report')
      .select('year')
      .where('agency_id', '=', await idOf(town))
      .where('status', '=', 'current')
      .orderBy('year')
      .execute();
    const text = await reviewed(`${years[0]!.year}年政府信息公开工作年度报告`);
    expect(text).toContain(`/reports/${years[0]!.year}"`);
    expect(text).not.toContain(`/reports/${years.at(-1)!.year}"`);
  });

  it('shows nothing of what it has not, and asks the store as often however much it finds', async () => {
    expect(await reviewed('河口村集体林权流转台账')).not.toContain('看看是不是您要的');
    const agency = (await applyAgency(context(), town))!;
    const asked = async (text: string) => {
      let reads = 0;
      const own = context();
      const counting = ((work) => {
        reads += 1;
        return own.store.read(work);
      }) as Store['read'];
      const counted = {
        ...own,
        store: { ...own.store, read: counting },
      };
      const found = await alreadyPublic(counted, agency, text);
      return { reads, found: found.length };
    };
    const much = await asked(
      '全县各乡镇历年政府信息公开年度报告 申请 规范性文件 行政许可 行政处罚 数量 公开指南 河长制',
    );
    expect(much.found).toBeGreaterThan(2);
    expect(much.reads).toBeLessThanOrEqual(3);
  });
});
