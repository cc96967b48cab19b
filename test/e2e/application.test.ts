import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationPassword } from '../../src/app/demonstration-people.ts';
import { readDocument } from '../../src/report/read/index.ts';
import { type Browser, browserPath, openBrowser } from './browser.ts';
import { type Demonstration, serveDemonstration } from './demonstration.ts';
import { isAccessible, isLegibleLarge, mirrored } from './legible.ts';

/** The day everybody is on. */
let today = '2026-11-02';
const now = () => new Date(`${today}T10:00:00+08:00`);

const wanted = '芦汀镇2025年度农村公路养护计划和资金安排';

describe.skipIf(browserPath === null)('an application in a real browser', () => {
  let site: Demonstration;
  const browsers: Browser[] = [];
  let citizen: Page;
  let clerk: Page;
  let phone: Page;
  let receipt: { number: string; code: string };
  let address: string;

  const open = async (...options: Parameters<typeof openBrowser>) => {
    const browser = await openBrowser(...options);
    browsers.push(browser);
    return browser.context.newPage();
  };
  const enter = async (page: Page, username: string) => {
    await page.context().clearCookies();
    await page.goto(`${site.url}/office/sign-in`);
    await page.fill('#f-username', username);
    await page.fill('#f-password', demonstrationPassword);
    await page.press('#f-password', 'Enter');
    await page.waitForURL(`${site.url}/office`);
  };
  const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`main [name="${name}"]`);
      const [kind, tag] = await field
        .first()
        .evaluate((element) => [element.getAttribute('type'), element.tagName] as const);
      if (kind === 'radio') await page.check(`main [name="${name}"][value="${value}"]`);
      else if (kind === 'checkbox') await field.check();
      else if (tag === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    }
  };
  const send = (page: Page, words: string) => page.click(`main button:has-text("${words}")`);
  /** One act of somebody of the office on the case, by its own page. */
  const act = async (page: Page, path: string, fields: Readonly<Record<string, string>>, name?: string) => {
    await page.goto(`${address}/${path}`);
    await fill(page, fields);
    if (name !== undefined) await isAccessible(page, name);
    await page.click('main form[data-guard] button[type=submit]');
    expect(page.url().split('?')[0], (await page.textContent('main'))!).toBe(address);
  };
  /** What the citizen has before them, examined; with letters of twice the size where it is asked for. */
  const look = async (name: string, large = false) => {
    const page = await mirrored(citizen, clerk.context());
    await isAccessible(page, name);
    if (large) await isLegibleLarge(page, name);
    await page.close();
  };
  /** What letters tell of the office, filled in once. */
  const settle = async () => {
    await clerk.goto(`${site.url}/office/agencies/990901101`);
    const contacts = {
      office: '芦汀镇党政综合办公室',
      address: '云岫县芦汀镇芦花路1号',
      phone: '0990-6600101',
    };
    await fill(clerk, contacts);
    await send(clerk, '保存联系方式');
    await clerk.goto(`${site.url}/office/applications/settings`);
    await fill(clerk, { documentWord: '芦政公开', onlineReview: 'https://xzfy.yunxiu.example' });
    await isAccessible(clerk, 'settings');
    await send(clerk, '保存');
  };
  const follow = async () => {
    await citizen.goto(`${site.url}/track`);
    await fill(citizen, receipt);
    await send(citizen, '查看');
    expect(await citizen.textContent('h1')).toContain(receipt.number);
  };

  beforeAll(async () => {
    site = await serveDemonstration(async () => {}, now);
    citizen = await open(1280, { javaScriptEnabled: false });
    clerk = await open(1280);
    phone = await open(360);
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await site?.close();
  });

  it('is sent in by a citizen without a script, who gets a number and a code', async () => {
    await citizen.goto(`${site.url}/apply`);
    await fill(citizen, {
      agency: '990901101',
      'applicant.kind': 'naturalPerson',
      'applicant.name': '林知夏',
      'applicant.identity.type': 'residentId',
      'applicant.identity.number': '11010519491231002X',
      'contact.phone': '0990-6612345',
      'contact.email': 'lin@yunxiu.example',
      'items.0.name': '修路的材料',
      form: 'electronic',
      way: 'email',
    });
    await look('apply', true);
    await send(citizen, '下一步');
    await look('review');
    const question = (await citizen.textContent('label[for=f-answer]'))!;
    await fill(citizen, { answer: answerTo(question) });
    await send(citizen, '提交申请');
    expect(await citizen.textContent('h1')).toBe('申请已经提交');
    await look('receipt');
    const [number, code] = await citizen.locator('.gk-receipt strong').allTextContents();
    receipt = { number: number!, code: code! };
  }, 60_000);

  it('is received, registered and found unclear by a clerk, who asks for 补正', async () => {
    today = '2026-11-03';
    await enter(clerk, 'zhuanyuan');
    await settle();
    await clerk.goto(`${site.url}/office`);
    expect(await clerk.textContent('main')).toContain('确认收到：修路的材料');
    await clerk.goto(`${site.url}/office/applications`);
    await isAccessible(clerk, 'board');
    await clerk.click('main table a:has-text("修路的材料")');
    address = clerk.url();
    expect(await clerk.textContent('main')).not.toContain('林知夏');
    await act(clerk, 'receive', {});
    await act(clerk, 'register', {});
    const asked = { 'causes.contentUnclear': '1', explanation: '请写明是哪一年、哪方面的修路材料' };
    await act(clerk, 'correction', asked, 'correction');
    expect(await clerk.textContent('main')).toContain('等待补正');
  }, 60_000);

  it('is corrected online by the citizen, who sees until when and what is asked', async () => {
    today = '2026-11-05';
    await citizen.goto(`${site.url}/track`);
    await look('track', true);
    await follow();
    await look('progress-correction', true);
    expect(await citizen.textContent('#correction')).toContain('请写明是哪一年、哪方面的修路材料');
    await fill(citizen, { text: `申请的是${wanted}` });
    await send(citizen, '提交补正');
    expect(await citizen.textContent('main')).toContain('补正已提交');
    expect(await citizen.locator('#correction').count()).toBe(0);
  }, 60_000);

  it('is consulted on with a third party, extended with the consent of the head, and drafted as 部分公开', async () => {
    today = '2026-11-06';
    const consulted = {
      addressed: 'unit',
      method: 'post',
      party: '云岫县通达养护有限公司',
      address: '云岫县芦汀镇工业路8号',
      contact: '0990-6600888',
      information: '养护合同中的报价明细',
    };
    await act(clerk, 'third-party', consulted, 'third-party');
    today = '2026-11-09';
    await act(clerk, 'opinion-received', { ref: '第三方1' });
    today = '2026-11-12';
    const opinion = { ref: '第三方1', view: 'objects', reasonable: 'yes', reply: '报价明细是商业秘密' };
    await act(clerk, 'opinion', opinion, 'opinion');
    await enter(phone, 'zhenzhang');
    await act(phone, 'consent', { days: '10', reason: '需要核对历年台账' });
    await act(clerk, 'extend', { reason: '需要核对历年养护台账' });
    await clerk.goto(`${address}/draft`);
    await isAccessible(clerk, 'draft-choice');
    await clerk.goto(`${address}/draft?answer=partial`);
    const draft = {
      'disclosed.0.title': wanted,
      'disclosed.0.pages': '6',
      'withheld.0.what': '养护合同中的报价明细',
      'withheld.0.ground': 'thirdParty',
      'withheld.0.reasons': '报价明细属于商业秘密，公开会损害第三方合法权益，第三方不同意公开',
    };
    await fill(clerk, draft);
    await isAccessible(clerk, 'draft');
    await send(clerk, '保存拟稿');
    expect(clerk.url().split('?')[0], (await clerk.textContent('main'))!).toBe(address);
    await act(clerk, 'submit', {});
    await isAccessible(clerk, 'case');
    await isLegibleLarge(clerk, 'case');
  }, 120_000);

  it('is reviewed, signed on a phone, and sent', async () => {
    today = '2026-11-13';
    await enter(phone, 'shenhe');
    await act(phone, 'legal', { opinion: '依据、理由和救济告知齐全' });
    await act(phone, 'secrecy', { opinion: '不涉及国家秘密' });
    await enter(phone, 'zhenzhang');
    await phone.click('main a:has-text("审批")');
    await phone.click('#next a:has-text("审批")');
    await isAccessible(phone, 'approve');
    await isLegibleLarge(phone, 'approve');
    await phone.setViewportSize({ width: 360, height: 740 });
    expect(await phone.textContent('main')).toContain('林知夏');
    await send(phone, '批准签发');
    expect(phone.url().split('?')[0], (await phone.textContent('main'))!).toBe(address);
    today = '2026-11-16';
    await act(clerk, 'send', { method: 'email' }, 'send');
    await act(clerk, 'proof', { proof: '邮件系统发送记录' });
    await act(clerk, 'close', {});
  }, 120_000);

  it('is answered by a letter that tells the remedies of what is withheld and of what is given apart', async () => {
    await follow();
    await look('progress-answered');
    expect(await citizen.textContent('main')).toContain('部分公开');
    const links = await citizen
      .locator('#letters li:has-text("部分公开告知书") a')
      .evaluateAll((all) => all.map((link) => (link as unknown as { href: string }).href));
    expect(links.map((link) => link.slice(link.lastIndexOf('.')))).toEqual(['.pdf', '.docx']);
    for (const link of links) {
      const bytes = new Uint8Array(await (await citizen.request.get(link)).body());
      const name = `letter${link.slice(link.lastIndexOf('.'))}`;
      if (process.env.GONGKAI_SHOTS !== undefined)
        writeFileSync(`${process.env.GONGKAI_SHOTS}/${name}`, bytes);
      const words = textOf(await readDocument(bytes, name));
      expect(words, name).toContain('政府信息部分公开告知书');
      expect(words, name).toContain('林知夏');
      expect(words, name).toContain(`申请公开：修路的材料（申请的是${wanted}）。`);
      expect(words, name).toMatch(
        /中不予公开的内容不服的，应当自收到本告知书之日起60日内先向云岫县人民政府申请行政复议/,
      );
      expect(words, name).toMatch(
        /的其他内容不服的，可以自收到本告知书之日起60日内向云岫县人民政府申请行政复议，也可以自收到本告知书之日起6个月内/,
      );
    }
  }, 60_000);

  it('is reviewed, 纠正, opened again, answered anew and closed', async () => {
    today = '2026-11-20';
    await clerk.goto(`${address}`);
    const number = await clerk.textContent('#request dd');
    await clerk.goto(`${site.url}/office/appeals/new`);
    await fill(clerk, {
      kind: 'review',
      procedure: 'simplified',
      organ: '云岫县人民政府',
      copyReceivedOn: '2026-11-20',
      notice: '云政复受〔2026〕9号',
      grounds: '认为报价明细不是商业秘密',
      number: number!,
    });
    await isAccessible(clerk, 'appeal-new');
    await send(clerk, '登记');
    const appeal = clerk.url().split('?')[0]!;
    await isAccessible(clerk, 'appeal');
    today = '2026-11-26';
    await clerk.goto(appeal);
    await fill(clerk, { disposition: 'review.annulledAnew', decision: '云政复决〔2026〕9号' });
    await send(clerk, '登记结果');
    await clerk.click('main a:has-text("重新办理该申请")');
    await fill(clerk, { decision: '云政复决〔2026〕9号' });
    await isAccessible(clerk, 'reopen');
    await clerk.click('main form[data-guard] button[type=submit]');
    await clerk.goto(appeal);
    expect(await clerk.locator('main a:has-text("重新办理该申请")').count()).toBe(0);
    await clerk.click('main a:has-text("重新办理的申请")');
    address = clerk.url();
    await isAccessible(clerk, 'reopened');
    await clerk.goto(`${address}/draft?answer=granted.provided`);
    await fill(clerk, {
      'disclosed.0.title': `${wanted}及报价明细`,
      'disclosed.0.pages': '8',
      publicInterest: '养护资金为财政资金，公开有利于监督',
    });
    await send(clerk, '保存拟稿');
    await act(clerk, 'submit', {});
    await enter(phone, 'shenhe');
    await act(phone, 'legal', {});
    await act(phone, 'secrecy', {});
    await enter(phone, 'zhenzhang');
    await phone.goto(`${address}/approve`);
    await send(phone, '批准签发');
    await act(clerk, 'send', { method: 'email', proof: '邮件系统发送记录' });
    await act(clerk, 'close', {});
  }, 120_000);

  it('is followed by its applicant to the new answer, by the number of the first', async () => {
    await follow();
    await look('progress-further');
    await send(citizen, '查看');
    expect(await citizen.textContent('#letters')).toContain('政府信息公开告知书');
  }, 60_000);

  it('stands in tables 三 and 四 in the right cells, and nowhere else', async () => {
    await clerk.goto(`${site.url}/office/applications/tables`);
    await isAccessible(clerk, 'tables');
    const figures = await clerk.locator('main table').evaluateAll((tables) =>
      tables.map((table) =>
        [...(table as unknown as Table).rows].flatMap((row) => {
          const [head, ...cells] = [...row.cells].map((cell) => cell.textContent.trim());
          return cells.some((cell) => /^[1-9]\d*$/.test(cell)) ? [[head, ...cells].join(' ')] : [];
        }),
      ),
    );
    // Opened anew it is not counted again (WF-15).
    expect(figures).toEqual([
      [
        '一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1',
        '（二）部分公开（区分处理的，只计这一情形，不计其他情形） 1 0 0 0 0 0 1',
        '（七）总计 1 0 0 0 0 0 1',
      ],
      ['行政复议 0 1 0 0 1'],
    ]);
    await clerk.click('main tr:has-text("（二）部分公开") a');
    expect(await clerk.textContent('main table')).toContain('修路的材料');
    expect(site.faults).toEqual([]);
  }, 60_000);
});

/** 十二加五等于几, as a person reads it. */
function answerTo(question: string): string {
  const [, a, sign, b] = /([零一二三四五六七八九十]+)(加|减)([零一二三四五六七八九十]+)等于几/.exec(
    question,
  )!;
  const value = (words: string): number => {
    const [tens, units] = words.includes('十') ? words.split('十') : ['', words];
    const digit = (one: string) => '零一二三四五六七八九'.indexOf(one);
    const ten = words.includes('十') ? (tens === '' ? 1 : digit(tens!)) : 0;
    return ten * 10 + (units === '' ? 0 : digit(units!));
  };
  return String(sign === '加' ? value(a!) + value(b!) : value(a!) - value(b!));
}

interface Table {
  readonly rows: Iterable<{ readonly cells: Iterable<{ readonly textContent: string }> }>;
}

/** The words of a file in their order, line ends of the print left out. */
const textOf = ({ blocks }: Awaited<ReturnType<typeof readDocument>>): string =>
  blocks
    .map((block) => ('text' in block ? block.text : ''))
    .join('')
    .replace(/\s+/g, '');
