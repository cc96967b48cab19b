import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, noon } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { type MarkedCase, markedCase } from '../../../../test/support/marked-cases.ts';
import { Marks } from '../../../../test/support/marks.ts';
import {
  type OfficeSite,
  officeSite,
  publicUrl,
  type Visitor,
} from '../../../../test/support/office-site.ts';
import type { Store } from '../../../store/store.ts';

const today = '2026-11-12';
let store: Store;
let site: OfficeSite;
let office: CaseOffice;
let over: MarkedCase;
let clerk: Visitor;
let page: string;

const registered = {
  kind: 'suitDirect',
  procedure: '',
  organ: '云岫县人民法院',
  acceptedOn: '2026-11-09',
  copyReceivedOn: '2026-11-10',
  notice: '',
  grounds: '请求撤销',
  number: '',
};
const correction = {
  ...registered,
  kind: 'review',
  procedure: 'simplified',
  organ: '云岫县人民政府',
  number: '2026-0001',
  reason: '收到的是复议申请书副本',
};

beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store, noon(today));
  office = await caseOffice(store);
  over = await markedCase(office, new Marks(), 'one', 'closed');
  clerk = await site.signedIn('clerk.990801101');
  const { location } = await clerk.post('/office/appeals/new', registered);
  page = location!.replace(/\?.*/, '');
});
afterAll(() => store.close());

describe('the page of a review or a suit', () => {
  it('refuses to correct it to what the law does not know, keeps what was typed and says why', async () => {
    const { status, text } = await clerk.post(`${page}/correct`, { ...correction, procedure: 'none' });
    expect(status).toBe(422);
    expect(text).toContain('行政复议请选择简易程序或者普通程序');
    expect(text).toContain('收到的是复议申请书副本');
    const unknown = await clerk.post(`${page}/correct`, { ...correction, number: '2026-9999' });
    expect([unknown.status, unknown.text.includes('没有这个登记编号')]).toEqual([422, true]);
    expect((await clerk.get(page)).text).toContain('云岫县人民法院');
  });

  it('corrects it, shows what was corrected and why, and leads to the application', async () => {
    expect((await clerk.post(`${page}/correct`, correction)).location).toBe(`${page}?done=appealSaved`);
    const { text } = await clerk.get(page);
    expect(text).toContain('更正种类、复议程序、对应申请、机关：收到的是复议申请书副本');
    expect(text).toContain(`/office/applications/${over.id}`);
  });

  it('is led to from the work list and from the calendar of last days', async () => {
    const { text } = await clerk.get('/office');
    expect(text).toContain('提交书面答复和证据');
    expect(text).toContain(`href="${page}"`);
    const month = (await clerk.get('/office/applications/calendar?month=2026-11')).text;
    expect(month).toContain('复议诉讼 1 项');
    expect(month).toContain(`href="${page}"`);
    expect((await clerk.get('/office/applications/calendar?month=2026-12')).text).not.toContain(page);
  });

  it('takes a result back', async () => {
    await clerk.post(`${page}/end`, {
      disposition: 'review.maintained',
      on: today,
      decision: '',
      costs: '',
      learnt: '',
    });
    expect((await clerk.get(page)).text).toContain('保留：决定维持');
    const same = { ...correction, undoEnd: 'keep', reason: '核对' };
    expect((await clerk.post(`${page}/correct`, same)).text).toContain('没有可以更正的');
    expect((await clerk.post(`${page}/correct`, { ...same, undoEnd: 'undo' })).status).toBe(303);
    expect((await clerk.get(page)).text).toContain('尚未审结');
  });

  it('takes papers, names them and gives them back; what is no document is refused with words', async () => {
    const send = async (content: string) => {
      const body = new FormData();
      body.set('_token', await clerk.token());
      body.set('kind', 'reply');
      body.set('file', new File([content], '答复书.pdf'));
      const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      return site.app.request(`${publicUrl}${page}/files`, {
        method: 'POST',
        body,
        headers: { cookie, Origin: publicUrl },
      });
    };
    const refused = await send('MZ');
    expect([refused.status, (await refused.text()).includes('不是 PDF、图片、Word 或者压缩文件')]).toEqual([
      422,
      true,
    ]);
    expect((await send('%PDF-1.7 答复')).status).toBe(303);
    const { text } = await clerk.get(page);
    const href = new RegExp(`href="(${page}/files/[0-9a-f-]{36})">答复书\\.pdf`).exec(text)![1]!;
    const head = await site.signedIn('head.990801101');
    expect((await head.get(href)).text).toBe('%PDF-1.7 答复');
    expect((await head.get(page)).text).not.toContain('上传');
    const secrecy = await site.signedIn('secrecy.990801101');
    expect((await secrecy.get(href)).status).toBe(403);
  });

  it('offers no correction to the head, who may not', async () => {
    const head = await site.signedIn('head.990801101');
    expect((await head.get(page)).text).not.toContain('更正登记');
    expect((await head.post(`${page}/correct`, correction)).status).toBe(403);
  });
});
