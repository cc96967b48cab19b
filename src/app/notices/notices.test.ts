import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { actingAs, done, makeAgency, makePerson, testVault } from '../../../test/support/office.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Store } from '../../store/store.ts';
import { changeOwnContact } from '../commands/change-own-contact.ts';
import { chooseNotices } from '../commands/choose-notices.ts';
import { readNotices } from '../commands/read-notices.ts';
import { setWebhook } from '../commands/set-webhook.ts';
import { type AppContext, appContext, type Person } from '../context.ts';
import { findEverywhere } from '../queries/find.ts';
import { ownNotices, ownUnread } from '../queries/notices.ts';
import { tellDigests } from './daily-digest.ts';
import { addressFault, guardedLookup, isInside } from './guarded-post.ts';
import { notify } from './notify.ts';
import { postWebhooks } from './post-webhooks.ts';
import { sendMails } from './send-mails.ts';

let store: Store;
let town: string;
let clerk: Person;
let system: AppContext;
let administrator: AppContext;
let now = new Date('2026-12-28T09:00:00+08:00');
const publicUrl = 'https://www.yunxi.example/xxgk';
beforeAll(async () => {
  store = await testStore();
  town = await makeAgency(store, { slug: '990802101', name: '云麓镇人民政府' });
  clerk = await makePerson(store, town, 'clerk', ['disclosureOffice'], '李明');
  const person = await makePerson(store, town, 'system', ['systemAdministrator']);
  administrator = actingAs(store, person, () => now);
  system = { ...appContext(store, 'system', testVault), now: () => now };
  await store.database.deleteFrom('notice').execute();
});
afterAll(() => store.close());

const tell = (kind: 'work.handedOver' | 'work.digest' = 'work.handedOver', group = false) =>
  store.write((transaction) =>
    notify(
      transaction,
      { agencyId: town, accountIds: [clerk.accountId], kind, number: '2026-0171', path: '/office', group },
      now,
    ),
  );
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const codeOf = async (outcome: Promise<unknown | Refusal>) => {
  const value = await outcome;
  return isRefusal(value) ? value.code : 'done';
};
const mails = async () =>
  (await store.database.selectFrom('notice').select('mail').orderBy('id').execute()).map(({ mail }) => mail);

interface Caught {
  readonly to: string[];
  readonly text: string;
}

/** A mail server on loopback that keeps what it is sent; `refuse` while it takes nothing. */
async function catcher() {
  const caught: Caught[] = [];
  const state = { refuse: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, next) => next(state.refuse ? new Error('mailbox busy') : null),
    onData(stream, session, next) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        caught.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8'),
        });
        next();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    caught,
    state,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((r) => server.close(() => r())),
  };
}

describe('notices by mail', () => {
  it('go out once, to the sealed address, naming nobody; are tried again, and given up after six times', async () => {
    await tell();
    expect(await mails()).toEqual(['none']);
    await done(
      changeOwnContact(
        actingAs(store, clerk, () => now),
        { accountId: clerk.accountId, mail: 'li@yunxi.example' },
      ),
    );
    await tell();
    const smtp = await catcher();
    const settings = { smtpUrl: smtp.url, from: 'gongkai@yunxi.example', publicUrl };
    try {
      expect(await sendMails(system, settings)).toBe(1);
      expect(await sendMails(system, settings)).toBe(0);
      expect(smtp.caught).toHaveLength(1);
      const [mail] = smtp.caught;
      expect(mail!.to).toEqual(['li@yunxi.example']);
      const body = Buffer.from(mail!.text.split('\r\n\r\n')[1]!.replace(/\s/g, ''), 'base64').toString(
        'utf8',
      );
      expect(`${body}${mail!.text}`).toContain(`${publicUrl}/office`);
      expect(`${body}${mail!.text}`).not.toContain('李明');
      smtp.state.refuse = true;
      await tell();
      for (let n = 0; n < 6; n += 1) {
        expect(await sendMails(system, settings)).toBe(0);
        later(1_000);
      }
      expect(await mails()).toEqual(['none', 'sent', 'failed']);
      smtp.state.refuse = false;
      expect(await sendMails(system, settings)).toBe(0);
    } finally {
      await smtp.close();
    }
  }, 30_000);

  it('of a kind that is not wanted by mail stay in the office', async () => {
    const own = actingAs(store, clerk, () => now);
    await done(chooseNotices(own, { accountId: clerk.accountId, mailed: ['work.digest'] }));
    await tell();
    await tell('work.digest');
    expect((await mails()).slice(-2)).toEqual(['none', 'waiting']);
    expect(await codeOf(chooseNotices(administrator, { accountId: clerk.accountId, mailed: [] }))).toBe(
      'policy.role',
    );
  });
});

describe('notices in the office', () => {
  it('are counted, listed and read by their person alone', async () => {
    const own = actingAs(store, clerk, () => now);
    const before = (await ownUnread(own, {})) as number;
    expect(before).toBeGreaterThan(2);
    const first = await done(ownNotices(own, { after: null, limit: 2 }));
    const rest = await done(ownNotices(own, { after: first.next, limit: 100 }));
    expect(first.rows.length + rest.rows.length).toBe(before);
    const noticeId = first.rows[0]!.id;
    expect(await codeOf(readNotices(administrator, { agencyId: town, noticeId }))).toBe('notice.read');
    await done(readNotices(own, { agencyId: town, noticeId }));
    expect(await ownUnread(own, {})).toBe(before - 1);
    await done(readNotices(own, { agencyId: town, noticeId: null }));
    expect(await ownUnread(own, {})).toBe(0);
  });

  it('tell of a last day once at each step before it and once past it, not each day between (CK-13)', async () => {
    const told: Record<string, number> = {};
    for (const day of ['14', '15', '18', '21', '22', '25', '26', '27', '28', '29']) {
      now = new Date(`2027-01-${day}T08:00:00+08:00`);
      told[day] = await tellDigests(system);
    }
    expect(told).toEqual({ 14: 0, 15: 1, 18: 0, 21: 0, 22: 1, 25: 0, 26: 1, 27: 0, 28: 1, 29: 0 });
    expect(await tellDigests(system)).toBe(0);
    now = new Date('2027-02-01T08:00:00+08:00');
    expect([await tellDigests(system), await tellDigests(system)]).toEqual([1, 0]);
    const { rows } = await done(
      ownNotices(
        actingAs(store, clerk, () => now),
        { after: null, limit: 1 },
      ),
    );
    expect(rows[0]).toMatchObject({ number: '1项，最早2027-01-31' });
  });

  it('tell whoever the matter goes to anew, and of a step that was missed at the next run', async () => {
    now = new Date('2027-02-03T08:00:00+08:00');
    await makePerson(store, town, 'next', ['disclosureOffice'], '赵敏');
    expect([await tellDigests(system), await tellDigests(system)]).toEqual([1, 0]);
  });
});

describe('the robot of a group', () => {
  it.each([
    ['http://robot.example/x', 'https'],
    ['https://127.0.0.1/x', '内部网络'],
    ['https://[::1]/x', '内部网络'],
    ['https://[::ffff:10.0.0.1]/x', '内部网络'],
    ['https://169.254.169.254/latest', '内部网络'],
    ['https://0x7f000001/x', '内部网络'],
    ['https://2130706433/x', '内部网络'],
    ['https://localhost/x', '内部网络'],
    ['https://user:pass@robot.example/', '用户名'],
    ['robot', '完整'],
  ])('at %s is refused', (address, words) => {
    expect(addressFault(address, false)).toContain(words);
  });

  it('may stand outside, and a name that leads inside is refused on connecting', async () => {
    expect(addressFault('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', false)).toBeNull();
    expect(['8.8.8.8', '2400:3200::1'].map(isInside)).toEqual([false, false]);
    for (const all of [true, false])
      expect(
        await new Promise((resolve) => {
          guardedLookup('localhost', { all }, (error) => resolve(error?.message));
        }),
      ).toBe('inside');
  });

  it('gets what is told to the group, signed, and again while it does not take it', async () => {
    const got: { body: string; headers: NodeJS.Dict<string | string[]> }[] = [];
    const answers = ['{"errcode":93000}', '{"errcode":0}'];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        got.push({ body, headers: request.headers });
        response.end(answers[Math.min(got.length, 2) - 1]);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?key=secret-key`;
    const input = { agencyId: town, form: 'wecom' as const, address, secret: 'shared', allowInside: true };
    try {
      expect(await codeOf(setWebhook(administrator, { ...input, allowInside: false }))).toBe(
        'webhook.address',
      );
      expect(await codeOf(setWebhook(actingAs(store, clerk), input))).toBe('policy.role');
      await done(setWebhook(administrator, input));
      const [kept] = await store.database.selectFrom('webhook').selectAll().execute();
      expect(Buffer.from(kept!.address).toString('latin1')).not.toContain('secret-key');
      await tell('work.handedOver', true);
      const settings = { allowInside: true, publicUrl };
      expect(await postWebhooks(system, settings)).toBe(0);
      later(2);
      expect(await postWebhooks(system, settings)).toBe(1);
      expect(await postWebhooks(system, settings)).toBe(0);
      const [, second] = got;
      expect(JSON.parse(second!.body).markdown.content).toContain('2026-0171');
      expect(second!.body).not.toContain('李明');
      const stamp = second!.headers['x-gongkai-timestamp'];
      const signed = createHmac('sha256', 'shared').update(`${stamp}\n${second!.body}`).digest('hex');
      expect(second!.headers['x-gongkai-signature']).toBe(signed);
      await tell('work.handedOver', true);
      await postWebhooks(system, { ...settings, allowInside: false });
      expect(got).toHaveLength(2);
      await done(setWebhook(administrator, { ...input, address: '' }));
      expect(await codeOf(setWebhook(administrator, { ...input, address: '' }))).toBe('webhook.none');
    } finally {
      server.close();
    }
  });
});

describe('the search of the office', () => {
  it('finds agencies and people for whom it may, nothing of them for others', async () => {
    const labels = async (context: AppContext, text: string) =>
      (await done(findEverywhere(context, { text, limit: 5 })))
        .filter(({ hits }) => hits.length > 0)
        .map(({ label }) => label);
    expect(await labels(administrator, '云麓')).toEqual(['机关']);
    expect(await labels(administrator, '李明')).toEqual(['人员']);
    const nobody = actingAs(store, {
      ...clerk,
      holdings: [{ agencyId: town, role: 'contributor', deputy: false }],
    });
    expect(await labels(nobody, '李明')).toEqual([]);
    expect(await labels(nobody, ' ')).toEqual([]);
  });
});
