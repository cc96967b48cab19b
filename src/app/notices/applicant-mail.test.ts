import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, noon, ofCase, sampleForm } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, testVault } from '../../../test/support/office.ts';
import type { Store } from '../../store/store.ts';
import { askCorrection } from '../commands/applications/ask-correction.ts';
import { receiveApplication } from '../commands/applications/receive-application.ts';
import { registerApplication } from '../commands/applications/register-application.ts';
import { submitApplication } from '../commands/applications/submit-application.ts';
import { appContext } from '../context.ts';
import { sendApplicantMails } from './send-applicant-mails.ts';

const day = '2026-03-09';
let store: Store;
let office: CaseOffice;
const got: { readonly to: string; readonly text: string }[] = [];
let refuse = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_, __, callback) => callback(refuse ? new Error('busy') : null),
  onData(stream, session, callback) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      got.push({ to, text: Buffer.concat(chunks).toString('utf8') });
      callback();
    });
  },
});
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990810101');
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
});
afterAll(async () => {
  await new Promise<void>((closed) => server.close(() => closed()));
  await store.close();
});

const send = (at = noon(day)) =>
  sendApplicantMails(
    { ...appContext(store, 'system', testVault), now: at },
    {
      smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      from: '公开 <no-reply@yunxi.example>',
      publicUrl: 'https://www.yunxi.example/xxgk',
    },
  );

async function registered(form: object): Promise<{ id: string; receiptNumber: string }> {
  const context = { ...appContext(store, 'public', testVault), now: noon(day) };
  const sent = await done(
    submitApplication(context, {
      agencyId: office.agencyId,
      submissionKey: crypto.randomUUID(),
      form: sampleForm('王见月', form),
    }),
  );
  const of = ofCase(office, sent.applicationId, day);
  await done(receiveApplication(office.as('clerk', day), { ...of, receipt: { confirmedOn: day } } as never));
  await done(registerApplication(office.as('clerk', day), of));
  return { id: sent.applicationId, receiptNumber: sent.receiptNumber };
}

const decoded = (mail: string): string =>
  Buffer.from(mail.slice(mail.indexOf('\r\n\r\n')).replace(/\s/g, ''), 'base64').toString('utf8');

describe('an applicant', () => {
  it('who chose nothing hears nothing', async () => {
    await registered({});
    expect(await send()).toBe(0);
    expect(got).toEqual([]);
  });

  it('who chose it hears that something happened, never what, and each reading of the address is logged', async () => {
    const { id, receiptNumber } = await registered({ tells: true });
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    const [mail] = got.splice(0);
    expect(mail!.to).toBe('w@example.cn');
    const text = decoded(mail!.text);
    expect(text).toContain(receiptNumber);
    expect(text).toContain('已经登记，正在办理');
    expect(text).toContain('https://www.yunxi.example/xxgk/track');
    for (const secret of ['王见月', '农村公路', '13800001234'])
      expect(mail!.text + text).not.toContain(secret);
    const logged = await store.database
      .selectFrom('access_log')
      .select('purpose')
      .where('subject_id', '=', id)
      .where('purpose', '=', '发送进展通知')
      .execute();
    expect(logged).toHaveLength(1);
  });

  it('hears later when the mail server does not take it now, and once', async () => {
    const { id } = await registered({ tells: true });
    const causes = { causes: ['contentUnclear'], guidance: '请写明年度', due: '2026-03-27' };
    await askCorrection(office.as('clerk', day), { ...ofCase(office, id, day), ...causes } as never);
    refuse = true;
    expect(await send()).toBe(0);
    refuse = false;
    expect(await send()).toBe(0);
    const waiting = await store.database
      .selectFrom('applicant_mail')
      .select('act')
      .where('application_id', '=', id)
      .execute();
    const later = () => new Date(noon(day)().getTime() + 90_000);
    expect(await send(later)).toBe(waiting.length);
    expect(await send(later)).toBe(0);
  });

  it('cannot choose it without an address', async () => {
    const context = { ...appContext(store, 'public', testVault), now: noon(day) };
    const refused = await submitApplication(context, {
      agencyId: office.agencyId,
      submissionKey: crypto.randomUUID(),
      form: sampleForm('王见月', {
        tells: true,
        way: 'post',
        contact: { phone: null, email: null, address: '云麓镇1号' },
      }),
    });
    expect(refused).toMatchObject({ facts: { fields: [{ field: 'contact.email' }] } });
  });
});
