import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../../test/support/database.ts';
import { makeAgency, makePerson, testPassword, testVault } from '../../../../test/support/office.ts';
import {
  type OfficeSite,
  officeSite,
  publicUrl,
  type Visitor,
} from '../../../../test/support/office-site.ts';
import { samplePng } from '../../../../test/support/seal.ts';
import { appContext } from '../../../app/context.ts';
import { seedApplications } from '../../../app/demonstration-applications.ts';
import { demonstrationPassword, seedPeople } from '../../../app/demonstration-people.ts';
import type { Store } from '../../../store/store.ts';

let store: Store;
let site: OfficeSite;
let town: string;
const now = () => new Date('2026-11-27T10:00:00+08:00');

const come = async (username: string, password = demonstrationPassword): Promise<Visitor> => {
  const visitor = site.visitor();
  const { status } = await visitor.post('/office/sign-in', { username, password, next: '/office' });
  expect(status).toBe(303);
  return visitor;
};
const cookieOf = (visitor: Visitor) =>
  [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const fetched = async (visitor: Visitor, path: string) => {
  const answer = await site.app.request(`${publicUrl}${path}`, { headers: { cookie: cookieOf(visitor) } });
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
};
/** A form with a file in it, sent as a browser does. */
async function sent(visitor: Visitor, path: string, fields: Readonly<Record<string, string | File>>) {
  const body = new FormData();
  body.set('_token', await visitor.token());
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return site.app.request(`${publicUrl}${path}`, {
    method: 'POST',
    body,
    headers: { cookie: cookieOf(visitor), Origin: publicUrl },
  });
}
const letterOf = async (status: 'draft' | 'approved' | 'sent') =>
  store.database
    .selectFrom('letter')
    .selectAll()
    .where('agency_id', '=', town)
    .where('status', '=', status)
    .orderBy('id')
    .executeTakeFirstOrThrow();

/** Text of each page, as pdf.js takes it out. */
async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
  }
  return texts;
}

beforeAll(async () => {
  store = await testStore();
  const county = await makeAgency(store, { slug: '990901', name: '云岫县人民政府', level: 4 });
  town = await makeAgency(store, { slug: '990901101', name: '云岫县芦汀镇人民政府', superior: county });
  const other = await makeAgency(store, { slug: '990902101', name: '青石镇人民政府' });
  await makePerson(store, other, 'stranger', ['disclosureOffice', 'caseHandler', 'approver', 'officeHead']);
  const context = { ...appContext(store, 'system', testVault), now };
  await seedPeople(context);
  await seedApplications(context);
  site = await officeSite(store, now);
});
afterAll(() => store.close());

describe('the letters of a case', () => {
  it('come down as PDF and as Word file, named by kind and number, nobody’s name in it; each reading is logged', async () => {
    const visitor = await come('zhuanyuan');
    const { id, application_id: application, number } = await letterOf('sent');
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ] as const) {
      const { answer, bytes } = await fetched(
        visitor,
        `/office/applications/${application}/letters/${id}.${format}`,
      );
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const name = decodeURIComponent(
        /filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition')!)![1]!,
      );
      expect(name).toMatch(new RegExp(`^[^〔]+${number!.replaceAll(/[〔〕]/g, '.')}\\.${format}$`));
      if (format === 'pdf') expect((await pagesOf(bytes)).join('')).toContain(number);
      else expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml');
    }
    const read = await store.database
      .selectFrom('access_log')
      .select(['purpose', 'refused'])
      .where('subject_id', '=', application)
      .where('act', '=', 'application.readLetter')
      .execute();
    expect(read).toEqual([1, 2].map(() => ({ purpose: '下载文书', refused: null })));
  });

  it('say 草稿 on every page while they are not sent, on paper and on the screen', async () => {
    const visitor = await come('zhuanyuan');
    const { id, application_id: application } = await letterOf('draft');
    const path = `/office/applications/${application}/letters/${id}`;
    const pages = await pagesOf((await fetched(visitor, `${path}.pdf`)).bytes);
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(page).toContain('草稿');
    const { answer, bytes } = await fetched(visitor, `${path}.docx`);
    expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('草稿.docx');
    expect(new TextDecoder().decode(unzipSync(bytes)['word/header1.xml'])).toContain('string="草稿"');
    expect((await visitor.get(path)).text).toContain('每页标有“草稿”');
  });

  it('are refused to other agencies, to roles without a part in cases, and before signing in', async () => {
    const { id, application_id: application } = await letterOf('sent');
    const path = `/office/applications/${application}/letters/${id}.pdf`;
    const status = async (visitor: Visitor) => (await fetched(visitor, path)).answer.status;
    expect(await status(await come('stranger', testPassword))).toBe(404);
    expect(await status(await come('xitong'))).toBe(403);
    expect(await status(site.visitor())).toBe(303);
    const unknown = `/office/applications/${application}/letters/${application}.pdf`;
    expect((await fetched(await come('zhuanyuan'), unknown)).answer.status).toBe(404);
    const refused = await store.database
      .selectFrom('access_log')
      .select('refused')
      .where('act', '=', 'application.readLetter')
      .where('refused', 'is not', null)
      .execute();
    expect(refused).toEqual([{ refused: 'policy.role' }]);
  });
});

describe('审查呈批单', () => {
  const drafted = async () => (await letterOf('draft')).application_id;

  it('comes down as PDF and as Word file while the answer goes round, nobody’s name in the file’s; each reading is logged', async () => {
    const visitor = await come('zhuanyuan');
    const application = await drafted();
    for (const format of ['pdf', 'docx'] as const) {
      const path = `/office/applications/${application}/letters/approval-sheet.${format}`;
      const { answer, bytes } = await fetched(visitor, path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain(
        `政府信息公开申请审查呈批单.${format}`,
      );
      const text =
        format === 'pdf'
          ? (await pagesOf(bytes)).join('')
          : new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
      for (const words of ['政府信息公开申请审查呈批单', '拟办意见', '合法性审查', '保密审查', '审批'])
        expect(text).toContain(words);
    }
    const read = await store.database
      .selectFrom('access_log')
      .select('purpose')
      .where('subject_id', '=', application)
      .where('purpose', '=', '下载审查呈批单')
      .execute();
    expect(read).toHaveLength(2);
    expect((await visitor.get(`/office/applications/${application}`)).text).toContain('approval-sheet.docx');
  });

  it('is refused to other agencies, to roles without a part in cases, and where nothing is drafted', async () => {
    const path = `/office/applications/${await drafted()}/letters/approval-sheet.pdf`;
    const status = async (visitor: Visitor, at = path) => (await fetched(visitor, at)).answer.status;
    expect(await status(await come('stranger', testPassword))).toBe(404);
    expect(await status(await come('xitong'))).toBe(403);
    const { id } = await store.database
      .selectFrom('application')
      .select('id')
      .where('agency_id', '=', town)
      .where('phase', '=', 'inReview')
      .limit(1)
      .executeTakeFirstOrThrow();
    const none = `/office/applications/${id}/letters/approval-sheet.pdf`;
    expect(await status(await come('zhuanyuan'), none)).toBe(404);
  });
});

describe('the proof that a notice was served', () => {
  it('is noted on the letter’s page, by whoever sends letters, once it says something', async () => {
    const clerk = await come('zhuanyuan');
    const letter = await store.database
      .selectFrom('letter')
      .selectAll()
      .where('agency_id', '=', town)
      .where('kind', '=', 'thirdPartyOpinion')
      .executeTakeFirstOrThrow();
    const path = `/office/applications/${letter.application_id}/letters/${letter.id}`;
    const on = letter.sent_on!;
    const wrong = await clerk.post(`${path}/proof`, { on, proof: ' ' });
    expect([wrong.status, wrong.text.includes('请写明送达凭证')]).toEqual([422, true]);
    expect((await (await come('zhenzhang')).post(`${path}/proof`, { on, proof: 'x' })).status).toBe(403);
    expect(
      (await (await come('stranger', testPassword)).post(`${path}/proof`, { on, proof: 'x' })).status,
    ).toBe(404);
    for (const day of ['', '2026-11-28', '2026-01-01'])
      expect((await clerk.post(`${path}/proof`, { on: day, proof: 'x' })).status).toBe(422);
    expect((await clerk.post(`${path}/proof`, { on, proof: '挂号信 XA1234' })).status).toBe(303);
    expect((await clerk.get(path)).text).toContain('已登记');
    const form = await store.database
      .selectFrom('letter')
      .select('id')
      .where('application_id', '=', letter.application_id)
      .where('kind', '=', 'opinionForm')
      .executeTakeFirstOrThrow();
    const beside = `/office/applications/${letter.application_id}/letters/${form.id}`;
    expect((await clerk.post(`${beside}/proof`, { on, proof: 'x' })).status).toBe(409);
    expect((await clerk.get(beside)).text).not.toContain('id="proof"');
  });
});

describe('the seals of an agency', () => {
  const path = '/office/applications/seals';
  const image = () => new File([samplePng() as Uint8Array<ArrayBuffer>], '印章.png', { type: 'image/png' });

  it('are kept by the head of the office: others are refused, what is no seal is told, the image is shown', async () => {
    const head = await come('zhenzhang');
    expect((await head.get(path)).text).toContain('还没有印章图样');
    const wrong = await sent(head, path, {
      from: '2026-11-27',
      to: '',
      image: new File(['GIF89a'], 'x.png'),
    });
    expect([wrong.status, (await wrong.text()).includes('PNG 格式')]).toEqual([422, true]);
    expect((await sent(head, path, { from: '', to: '', image: image() })).status).toBe(422);
    const clerk = await come('zhuanyuan');
    expect((await sent(clerk, path, { from: '2026-11-27', to: '', image: image() })).status).toBe(403);
    expect((await (await come('shenhe')).get(path)).status).toBe(403);
    expect((await sent(head, path, { from: '2026-11-27', to: '', image: image() })).status).toBe(303);
    const { text } = await clerk.get(path);
    expect(text).toContain('data:image/png;base64,');
    expect(text).toContain('在用');
    expect(text).not.toContain('启用新的印章图样');
  });

  it('stand on what is sent from then on, in both files, and are ended by the head alone', async () => {
    const clerk = await come('zhuanyuan');
    const open = await store.database
      .selectFrom('application')
      .select('id')
      .where('agency_id', '=', town)
      .where('phase', '=', 'inReview')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const base = `/office/applications/${open.id}`;
    const given = { on: '2026-11-27', confirmation: '本人签字的撤回申请' };
    expect((await clerk.post(`${base}/withdraw`, given)).status).toBe(303);
    const letter = await store.database
      .selectFrom('letter')
      .select('id')
      .where('application_id', '=', open.id)
      .where('kind', '=', 'withdrawal')
      .executeTakeFirstOrThrow();
    const docx = unzipSync((await fetched(clerk, `${base}/letters/${letter.id}.docx`)).bytes);
    expect(Buffer.compare(docx['word/media/rId9.png']!, samplePng())).toBe(0);
    const pdf = (await fetched(clerk, `${base}/letters/${letter.id}.pdf`)).bytes;
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Subtype /Image');
    const [seal] = await store.database.selectFrom('seal_image').select('id').execute();
    expect((await clerk.post(`${path}/${seal!.id}/end`, { to: '2026-11-27' })).status).toBe(403);
    const head = await come('zhenzhang');
    expect((await head.post(`${path}/${seal!.id}/end`, { to: '2026-11-01' })).status).toBe(422);
    expect((await head.post(`${path}/${seal!.id}/end`, { to: '2026-11-27' })).status).toBe(303);
  });
});

describe('a file that the office adds to a case', () => {
  const megabyte = 1024 * 1024;
  const pdf = (bytes: number) => {
    const content = new Uint8Array(bytes);
    content.set(new TextEncoder().encode('%PDF-1.7'));
    return new File([content], '卷宗扫描件.pdf');
  };
  const caseOf = async () =>
    (
      await store.database
        .selectFrom('application')
        .select('id')
        .where('agency_id', '=', town)
        .where('phase', '=', 'drafting')
        .executeTakeFirstOrThrow()
    ).id;

  it('may have 20 MB, as on the applicant’s side; what is larger is told and not kept', async () => {
    const clerk = await come('zhuanyuan');
    const path = `/office/applications/${await caseOf()}/files`;
    const kind = 'other';
    expect((await sent(clerk, path, { kind, file: pdf(20 * megabyte) })).status).toBe(303);
    const kept = await store.database.selectFrom('application_file').select(['id', 'bytes']).execute();
    expect(kept).toEqual([{ id: expect.any(String), bytes: expect.any(Number) }]);
    const back = (await fetched(clerk, `${path}/${kept[0]!.id}`)).bytes;
    expect([back.length, new TextDecoder().decode(back.subarray(0, 8))]).toEqual([20 * megabyte, '%PDF-1.7']);
    const over = await sent(clerk, path, { kind, file: pdf(20 * megabyte + 1) });
    expect([over.status, (await over.text()).includes('超过20 MB')]).toEqual([409, true]);
    expect((await sent(clerk, path, { kind, file: pdf(22 * megabyte) })).status).toBe(413);
    expect(await store.database.selectFrom('application_file').select('id').execute()).toHaveLength(1);
  });

  it('is the only thing that may be so large, and nothing of it is read before it is known who sends it', async () => {
    const clerk = await come('zhuanyuan');
    const id = await caseOf();
    const large = 'x'.repeat(3 * megabyte);
    expect((await clerk.post(`/office/applications/${id}/withdraw`, { confirmation: large })).status).toBe(
      413,
    );
    expect((await clerk.post('/office/sign-in', { username: large, password: '', next: '' })).status).toBe(
      413,
    );
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1;
        if (read > 30) controller.close();
        else controller.enqueue(new Uint8Array(megabyte));
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { Origin: publicUrl } } as RequestInit;
    const { status } = await site.app.request(`${publicUrl}/office/applications/${id}/files`, init);
    expect([status, read < 3]).toEqual([401, true]);
  });

  it('that comes without its length is stopped while it is read', async () => {
    const clerk = await come('zhuanyuan');
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(megabyte));
      },
    });
    const headers = {
      Origin: publicUrl,
      cookie: cookieOf(clerk),
      'Content-Type': 'multipart/form-data; boundary=x',
    };
    const init = { method: 'POST', body, duplex: 'half', headers } as RequestInit;
    const { status } = await site.app.request(
      `${publicUrl}/office/applications/${await caseOf()}/files`,
      init,
    );
    expect([status, read < 30]).toEqual([413, true]);
  });
});

describe('the file of a case as one PDF', () => {
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const caseOf = async () =>
    (await store.database
      .selectFrom('application')
      .select(['id', 'number'])
      .where('agency_id', '=', town)
      .where('answer', '=', 'unavailable.notExisting')
      .executeTakeFirstOrThrow()) as { id: string; number: string };

  it('holds cover, index, application, what came in, letters, service, search, acts and days, numbered through, each with its hash', async () => {
    const clerk = await come('zhuanyuan');
    const { id, number } = await caseOf();
    const base = `/office/applications/${id}`;
    const scan = await PDFDocument.create();
    for (let page = 0; page < 3; page += 1) scan.addPage();
    const scanned = await scan.save();
    const archive = new TextEncoder().encode('PK\u0003\u0004 往来');
    for (const [kind, name, bytes] of [
      ['application', '申请书.pdf', scanned],
      ['identity', '身份证.png', samplePng()],
      ['other', '往来函件.zip', archive],
    ] as const) {
      const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
      expect((await sent(clerk, `${base}/files`, { kind, file })).status).toBe(303);
    }
    expect((await clerk.get(base)).text).toContain(`href="${base}/dossier"`);
    expect((await clerk.get(`${base}/dossier`)).text).toContain('还没有导出过');
    const answer = await sent(clerk, `${base}/dossier`, { purpose: '行政复议答复' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const name = decodeURIComponent(answer.headers.get('content-disposition')!);
    expect(name).toContain(`案卷${number}.pdf`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const pages = await pagesOf(bytes);
    const [cover, index, ...rest] = pages;
    expect(cover).toContain('政府信息公开申请案卷');
    expect(cover).toContain('行政复议答复');
    const letter = await store.database
      .selectFrom('letter')
      .selectAll()
      .where('application_id', '=', id)
      .where('kind', '=', 'notExisting')
      .executeTakeFirstOrThrow();
    const alone = (await fetched(clerk, `${base}/letters/${letter.id}.pdf`)).bytes;
    for (const hash of [scanned, samplePng(), archive, alone].map(sha)) expect(index).toContain(hash);
    const order = [
      '申请登记表',
      '申请原件',
      '身份证明',
      '往来函件.zip',
      '不存在告知书',
      '送达情况',
      '检索记录',
      '办理过程记录',
      '逐日计算',
    ];
    const places = order.map((title) => index!.indexOf(title));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(index).toContain('附原件');
    rest.forEach((text, at) => {
      const number = String(at + 1);
      expect([at, text.endsWith(number) || text.startsWith(number)]).toEqual([at, true]);
    });
    expect(rest.join('')).toContain('条例第三十三条第二款');
    const event = await store.database
      .selectFrom('event')
      .select('facts')
      .where('kind', '=', 'application.dossierMade')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(event.facts).toMatchObject({ sha256: sha(bytes), pages: rest.length });
    expect((await clerk.get(`${base}/dossier`)).text).toContain(sha(bytes).slice(0, 8));
  });

  it('asks what for, and logs it', async () => {
    const clerk = await come('zhuanyuan');
    const { id } = await caseOf();
    const path = `/office/applications/${id}/dossier`;
    expect((await clerk.post(path, { purpose: ' ' })).status).toBe(422);
    const logged = await store.database
      .selectFrom('access_log')
      .select(['purpose', 'refused'])
      .where('act', '=', 'application.exportFile')
      .where('subject_id', '=', id)
      .execute();
    expect(logged).toEqual([{ purpose: '行政复议答复', refused: null }]);
  });

  it('is made for nobody without the right to it: of another agency, of another role, not signed in', async () => {
    const { id } = await caseOf();
    const path = `/office/applications/${id}/dossier`;
    const purpose = '看看';
    const stranger = await come('stranger', testPassword);
    expect((await stranger.post(path, { purpose })).status).toBe(404);
    expect((await (await come('xitong')).post(path, { purpose })).status).toBe(403);
    expect((await (await come('xitong')).get(path)).status).toBe(403);
    expect((await site.visitor().post(path, { purpose })).status).toBe(401);
    const events = await store.database
      .selectFrom('event')
      .select('id')
      .where('kind', '=', 'application.dossierMade')
      .execute();
    expect(events).toHaveLength(1);
  });
});
