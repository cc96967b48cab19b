import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOffice, entered, sampleForm } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { actingAs, done, makeAgency, makePerson, terminal } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite, type Visitor } from '../../../test/support/office-site.ts';
import { logReading } from '../../app/access-log.ts';
import { renameAgency } from '../../app/commands/rename-agency.ts';
import { sealEvents } from '../../app/commands/seal-events.ts';
import type { Person } from '../../app/context.ts';
import type { Store } from '../../store/store.ts';

let store: Store;
let site: OfficeSite;
let auditor: Visitor;
let above: Visitor;
let town: string;
let system: Person;
beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store);
  const county = await makeAgency(store, { slug: '990802', name: '云岫县人民政府', level: 4 });
  town = await makeAgency(store, { slug: '990802101', name: '云麓镇人民政府', superior: county });
  system = await makePerson(store, town, 'system', ['systemAdministrator'], '方启');
  await makePerson(store, town, 'auditor', ['auditor'], '顾平');
  await makePerson(store, county, 'above', ['auditor'], '周远');
  await makePerson(store, county, 'security', ['securityAdministrator'], '闻静');
  const context = actingAs(store, system);
  for (let n = 1; n <= 60; n += 1)
    await done(renameAgency(context, { agencyId: town, name: `云麓镇人民政府第${n}次` }));
  const about = { agencyId: town, act: 'account.read', subjectKind: 'account', subjectId: system.accountId };
  await logReading(context, about, '核对联系方式');
  await sealEvents(terminal(store));
  auditor = await site.signedIn('auditor');
  above = await site.signedIn('above');
});
afterAll(() => store.close());

describe('the record of acts', () => {
  it('shows in words who did what, newest first, by pages that lose nothing', async () => {
    const first = await auditor.get('/office/audit');
    expect(first.text).toContain('机关更名');
    expect(first.text).toContain('方启（system）');
    expect(first.text).toContain('云麓镇人民政府第60次');
    const next = /rel="next" href="([^"]+)"/.exec(first.text)![1]!.replaceAll('&amp;', '&');
    const second = await auditor.get(next);
    expect(second.text).toContain('建立账号');
    expect(second.text.includes('到：云麓镇人民政府第60次')).toBe(false);
  });

  it.each([
    ['person=auditor', '没有符合条件的操作记录'],
    ['person=system', '机关更名'],
    ['person=方启', '机关更名'],
    ['person=系统自动', '没有符合条件的操作记录'],
    ['person=nobody', '没有登录名或姓名为“nobody”的账号'],
    ['subject=system', '建立账号'],
    ['subject=nothing', '没有找到对象“nothing”'],
    ['from=2020-01-01&to=2020-01-02', '没有符合条件的操作记录'],
    ['from=2020-01-01', '机关更名'],
    ['after=tampered', '机关更名'],
  ])('narrowed by %s says %s', async (query, words) => {
    expect((await auditor.get(`/office/audit?${query}`)).text).toContain(words);
  });

  it('calls an application by its number, never by the applicant, and finds it by that', async () => {
    const office = await caseOffice(store, '990803101');
    const { number } = await entered(office, '2026-03-02', sampleForm('王不见'));
    await makePerson(store, office.agencyId, 'auditor.case', ['auditor'], '顾安');
    const reader = await site.signedIn('auditor.case');
    const { text } = await reader.get(`/office/audit?subject=${encodeURIComponent(number!)}`);
    expect(text).toContain(`申请${number}`);
    expect(text).not.toContain('没有找到对象');
    expect(text).not.toContain('王不见');
  });

  it('is for the auditor above too, and for nobody else', async () => {
    expect((await above.get('/office/audit?agency=990802101')).text).toContain('机关更名');
    expect((await auditor.get('/office/audit?agency=990802')).status).toBe(403);
    expect((await auditor.get('/office/audit?agency=990809')).status).toBe(404);
    const security = await site.signedIn('security');
    for (const path of [
      '/office/audit',
      '/office/audit/accesses',
      '/office/audit/chain',
      '/office/audit/export.csv',
      '/office/audit/accesses/export.csv',
    ])
      expect([path, (await security.get(path)).status]).toEqual([path, 403]);
    expect((await security.post('/office/audit/chain', { agency: '990802' })).status).toBe(403);
  });

  it('is exported whole, and the export is noted', async () => {
    const { text } = await auditor.get('/office/audit/export.csv?person=system');
    expect(text.startsWith('时间,办理人,办理,对象,内容,封存序号\r\n')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(61);
    const log = await auditor.get('/office/audit/accesses?person=auditor');
    expect(log.text).toContain('导出操作记录');
  });

  it('shows readings with their purpose and refusals with their reason', async () => {
    const { text } = await auditor.get('/office/audit/accesses');
    expect(text).toContain('核对联系方式');
    expect((await above.get('/office/audit/accesses')).text).toContain('拒绝：不在管辖范围');
  });

  it('is verified link by link, and a change by SQL is named', async () => {
    expect((await auditor.get('/office/audit/chain')).text).toContain('逐条核验');
    const whole = await auditor.post('/office/audit/chain', { agency: '990802101' });
    expect(whole.text).toContain('内容与封存时一致');
    await sql`update event set actor = 'somebody' where agency_id = ${town} and seq = 3`.execute(
      store.database,
    );
    const broken = await auditor.post('/office/audit/chain', { agency: '990802101' });
    expect(broken.text).toContain('第 3 号：内容与封存时不一致，记录被改动过');
  });
});
