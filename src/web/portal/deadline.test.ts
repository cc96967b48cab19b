import { beforeAll, describe, expect, it } from 'vitest';
import { type TestSite, testSite } from '../../../test/support/web-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
});

describe('/deadline', () => {
  it('asks for a day when nothing was given, and keeps no record', async () => {
    const { response, text } = await site.get('/deadline');
    expect(response.status).toBe(200);
    expect(text).toContain('收到申请之日');
    expect(text).not.toContain('逐日计算</h2>');
  });

  it('gives the last day with its account, as of today for a case that is open', async () => {
    const { text } = await site.get('/deadline?received=2026-11-09');
    expect(text).toContain('2026年12月7日');
    expect(text).toContain('还剩 11 个工作日');
    expect(text).toMatch(/第几日[\s\S]*收到申请当日，不计入/);
    expect(text).toContain('/deadline/due.ics?received=2026-11-09');
  });

  it('takes events in any order, empty lines left out', async () => {
    const { text } = await site.get(
      '/deadline?received=2025-03-03&type=thirdPartyReceived&day=2025-03-12&due=&days=&type=&day=&due=&days=&type=thirdPartyAsked&day=2025-03-10&due=&days=&on=2025-03-20',
    );
    expect(text).toContain('期限中止');
    expect(text).toContain('征求第三方意见，不计入');
  });

  it.each([
    ['received=2025-02-30', '不存在'],
    ['received=2099-01-05', '工作日历'],
    ['received=2019-05-14', '旧条例'],
    ['received=2025-03-03&on=x', '不存在'],
    ['received=2025-03-03&type=%3Cscript%3E&day=2025-03-04', '不认识的事件类型'],
    ['received=2025-03-03&type=extended&day=2025-03-04&days=99', '1至20'],
  ])('%s is refused with its reason, the form kept', async (query, words) => {
    const { response, text } = await site.get(`/deadline?${query}`);
    expect(response.status).toBe(400);
    expect(text).toContain(words);
    expect(text).not.toContain('<script>');
    expect(text).toContain('没有算出期限');
  });

  it('saves the due day for calendar programs', async () => {
    const { response, text } = await site.get('/deadline/due.ics?received=2026-11-09');
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(text).toContain('DTSTART;VALUE=DATE:20261207\r\n');
    expect(text).toContain('UID:20261109-20261207@');
    expect(response.headers.get('set-cookie')).toBeNull();
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThan(76);
    expect((await site.get('/deadline/due.ics')).response.status).toBe(400);
  });

  it('has no due day to save while somebody is waited for', async () => {
    const query = 'received=2025-03-03&type=agencyAsked&day=2025-03-04';
    expect((await site.get(`/deadline/due.ics?${query}`)).response.status).toBe(404);
    expect((await site.get(`/deadline?${query}`)).text).toContain('现在还不能推算最后一天');
  });
});
