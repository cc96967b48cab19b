import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  noon,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, terminal, testVault } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite, publicUrl, type Visitor } from '../../../test/support/office-site.ts';
import { calendarKey } from '../../app/accounts/calendar-key.ts';
import { disableAccount } from '../../app/commands/disable-account.ts';
import { admit } from '../../app/throttle.ts';
import type { Store } from '../../store/store.ts';

const today = '2026-11-27';
const path = '/office/applications/due.ics';
let store: Store;
let site: OfficeSite;
let office: CaseOffice;
let clerk: Visitor;
let caseId: string;

const fetched = (key: string) => site.visitor().get(`${path}?key=${key}`);
const shownKey = async (visitor: Visitor): Promise<string> => {
  const { text } = await visitor.get('/office/me');
  return /due\.ics\?key=([A-Za-z0-9_-]+)"/.exec(text)?.[1] ?? '';
};
const renew = (visitor: Visitor) => visitor.post('/office/me/calendar', { active: '1' });

beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store, noon(today));
  office = await caseOffice(store);
  caseId = (await entered(office, '2026-11-20', sampleForm('欧阳暗记'))).applicationId;
  clerk = await site.signedIn('clerk.990801101');
});
afterAll(() => store.close());

describe('the calendar of due days', () => {
  it('has no address until its person turns it on', async () => {
    expect(await shownKey(clerk)).toBe('');
    for (const version of [0, 1])
      expect((await fetched(calendarKey(testVault, office.people.clerk.accountId, version))).status).toBe(
        404,
      );
    expect((await renew(clerk)).location).toBe('/office/me?done=calendarOn');
    expect(await shownKey(clerk)).toMatch(/^[A-Za-z0-9_-]{54}$/);
  });

  it('tells number, kind of act, last day and link of the cases one holds, without signing in', async () => {
    const { status, text, headers } = await fetched(await shownKey(clerk));
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = text.replace(/\r\n /g, '').split('\r\n');
    expect(lines).toContain('SUMMARY:答复期限届满：2026-0001');
    expect(lines).toContain('DTSTART;VALUE=DATE:20261218');
    expect(lines).toContain('SUMMARY:告知补正的最后一日：2026-0001');
    expect(lines).toContain(`URL:${publicUrl}/office/applications/${caseId}`);
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
      `UID:answer-${caseId}@www.yunxi.example`,
      `UID:correctionNotice-${caseId}@www.yunxi.example`,
    ]);
  });

  it('tells nothing personal', async () => {
    const { text } = await fetched(await shownKey(clerk));
    for (const secret of ['欧阳暗记', '欧', '13800001234', '养护计划', 'w@example.cn'])
      expect(text).not.toContain(secret);
  });

  it('shows a person their own cases only', async () => {
    const head = await site.signedIn('head.990801101');
    await renew(head);
    const { status, text } = await fetched(await shownKey(head));
    expect(status).toBe(200);
    expect(text).not.toContain('BEGIN:VEVENT');
  });

  it('answers a wrong key, a key cut short and none at all alike, with 404', async () => {
    const right = await shownKey(clerk);
    const turned = `${right.slice(0, -3)}${right.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    const wrong = ['', 'x', right.slice(0, 40), turned, `${right}A`, 'A'.repeat(54), 'A'.repeat(300)];
    const answers = await Promise.all(wrong.map(fetched));
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 404));
    const words = answers.map(({ text }) => text.replaceAll(/key=[^"&]*/g, ''));
    expect(new Set(words).size).toBe(1);
  });

  it('ends the old address with the new one, and for good when it is turned off', async () => {
    const first = await shownKey(clerk);
    await renew(clerk);
    const second = await shownKey(clerk);
    expect(second).not.toBe(first);
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
    expect((await clerk.post('/office/me/calendar', { active: '' })).location).toBe(
      '/office/me?done=calendarOff',
    );
    expect([(await fetched(second)).status, await shownKey(clerk)]).toEqual([404, '']);
    await renew(clerk);
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 404]);
  });

  it('keeps no key in the database, and notes each change of the address', async () => {
    const key = await shownKey(clerk);
    const rows = await store.database.selectFrom('account_calendar').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key);
    const events = await store.database
      .selectFrom('event')
      .select('facts')
      .where('kind', '=', 'account.calendarChanged')
      .where('subject_id', '=', office.people.clerk.accountId)
      .execute();
    expect(events).toHaveLength(4);
  });

  it('is fetched so often an hour from one address, and then no more, whatever the key', async () => {
    const server = createAdaptorServer({ fetch: site.app.fetch });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const key = await shownKey(clerk);
    const status = async () => (await fetch(`http://127.0.0.1:${port}${path}?key=${key}`)).status;
    expect(await status()).toBe(200);
    const context = { ...terminal(store), now: noon(today) };
    for (let sent = 0; sent < 239; sent += 1)
      await admit(context, { purpose: 'due calendar', from: '127.0.0.1', most: 240 });
    expect(await status()).toBe(429);
    await new Promise((closed) => server.close(closed));
  });

  it('is changed by nobody without signing in, or without the token of the form', async () => {
    expect((await site.visitor().post('/office/me/calendar', { active: '1' })).status).toBe(401);
    expect((await clerk.post('/office/me/calendar', { active: '', _token: 'wrong' })).status).toBe(403);
    expect((await fetched(await shownKey(clerk))).status).toBe(200);
  });

  it('ends with the role, and with the account', async () => {
    const key = await shownKey(clerk);
    const { accountId } = office.people.clerk;
    await store.database
      .updateTable('membership')
      .set({ valid_to: '2026-11-26' })
      .where('account_id', '=', accountId)
      .execute();
    expect((await fetched(key)).text).not.toContain('BEGIN:VEVENT');
    await done(disableAccount(terminal(store), { accountId }));
    expect((await fetched(key)).status).toBe(404);
  });
});
