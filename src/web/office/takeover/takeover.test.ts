import { strFromU8, unzipSync, zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, entered, noon } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { layoutNamed } from '../../../../test/support/layouts.ts';
import { done, makeAgency, makePerson } from '../../../../test/support/office.ts';
import {
  type OfficeSite,
  officeSite,
  publicUrl,
  type Visitor,
} from '../../../../test/support/office-site.ts';
import { cleanSample } from '../../../../test/support/sample-prose.ts';
import { answered, line, takeoverFile, withPart } from '../../../../test/support/takeover.ts';
import { registerAppeal } from '../../../app/commands/appeals/register-appeal.ts';
import { importReport } from '../../../app/commands/import-report.ts';
import { appContext } from '../../../app/context.ts';
import { forgetAttempts } from '../../../app/jobs/forget-attempts.ts';
import { yearTables } from '../../../app/queries/applications/year-tables.ts';
import { takeoverSheets } from '../../../app/takeover/sheet-names.ts';
import { takenOutcomeName } from '../../../domain/takeover/choices.ts';
import type { Store } from '../../../store/store.ts';

const today = '2026-11-27';
const path = '/office/applications/takeover';
let store: Store;
let site: OfficeSite;
let office: CaseOffice;
let clerk: Visitor;

async function upload(visitor: Visitor, file: Uint8Array<ArrayBuffer>, token?: string) {
  const body = new FormData();
  body.set('_token', token ?? (await visitor.token()));
  body.set('file', new File([file], '移入.xlsx'));
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await site.app.request(`${publicUrl}${path}`, {
    method: 'POST',
    body,
    headers: { cookie, Origin: publicUrl },
  });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
}
const draftIn = (text: string): string => /name="draft" value="([^"]+)"/.exec(text)?.[1] ?? '';
async function takeAll(visitor: Visitor, file: Uint8Array<ArrayBuffer>) {
  expect(await upload(visitor, file)).toMatchObject({ status: 303, location: `${path}/preview` });
  const { text } = await visitor.get(`${path}/preview`);
  return visitor.post(`${path}/take`, { draft: draftIn(text) });
}
const cases = async (number?: string) =>
  store.database
    .selectFrom('application')
    .selectAll()
    .where('agency_id', '=', office.agencyId)
    .where((where) => (number === undefined ? where.val(true) : where('number', '=', number)))
    .orderBy('number')
    .execute();
const drafts = async () => store.database.selectFrom('takeover_draft').selectAll().execute();
const cell = async (row: string) => {
  const { text } = await clerk.get('/office/applications/tables');
  const at = new RegExp(`row=${row.replace('.', '\\.')}&amp;column=total[^>]*>(\\d+)<`).exec(text);
  return Number(at?.[1] ?? 0);
};

/** The report of 2025 as it came in, with what it carried over. */
async function keptReport(carriedOut: number): Promise<void> {
  const sample = cleanSample('2021', 2025, false);
  sample.cells['applications.carriedOut.total'] = String(carriedOut);
  const bytes = new TextEncoder().encode(layoutNamed('html').write(sample));
  await done(importReport(appContext(store), { bytes, path: 'reports/2025.html', agencyCode: '990801101' }));
}

beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store, noon(today));
  office = await caseOffice(store);
  clerk = await site.signedIn('clerk.990801101');
});
afterAll(() => store.close());

describe('taking over', () => {
  it('offers a template of which the sheet for cases is empty and whose examples are taken as they stand', async () => {
    const { bytes, headers } = await clerk.get(`${path}/template.xlsx`);
    expect(headers.get('content-disposition')).toContain('attachment');
    expect((await upload(clerk, new Uint8Array(bytes))).text).toContain('还没有案件');
    const parts = unzipSync(bytes);
    const book = strFromU8(parts['xl/workbook.xml']!);
    for (const name of Object.values(takeoverSheets)) expect(book).toContain(`name="${name}"`);
    const swapped = withPart(new Uint8Array(bytes), 'xl/workbook.xml', (xml) =>
      xml
        .replace(`name="${takeoverSheets.cases}"`, 'name="x"')
        .replace(`name="${takeoverSheets.examples}"`, `name="${takeoverSheets.cases}"`),
    );
    expect(await upload(clerk, swapped)).toMatchObject({ status: 303 });
    await clerk.post(`${path}/drop`, {});
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('<dataValidation type="list"');
  });

  it('tells every error by line and column, and keeps nothing', async () => {
    const bad = takeoverFile([line('1', { channel: '微信' }), line('1'), line('2', { name: undefined })]);
    const { status, text } = await upload(clerk, bad);
    expect(status).toBe(422);
    expect(text).toContain('文件有3处需要改正，没有移入任何一件');
    for (const words of ['第 2 行', '不在可选内容中', '第 3 行', '与第2行重复', '第 4 行', '没有填写'])
      expect(text).toContain(words);
    expect([await cases(), await drafts()]).toEqual([[], []]);
    expect((await clerk.get(`${path}/preview`)).status).toBe(422);
  });

  it('shows each case with its clock and what becomes of table 三, before anything is taken', async () => {
    const file = takeoverFile([
      line('2026-0031', { name: '欧阳暗记' }),
      line('2026-0007', { receivedOn: '2026-09-01' }),
      answered('2026-0003', '部分公开', { receivedOn: '2025-12-29', endedOn: '2026-01-09' }),
      answered('2026-0004', '部分公开', { endedOn: '2026-04-20' }),
    ]);
    expect(await upload(clerk, file)).toMatchObject({ status: 303 });
    const { text, status } = await clerk.get(`${path}/preview`);
    expect(status).toBe(200);
    for (const words of ['还剩 6 工作日', '超期', '按时答复', '逾期答复', '上年结转', '2026-0032', '欧***'])
      expect(text).toContain(words);
    expect(text).not.toContain('欧阳暗记');
    expect(await cases()).toEqual([]);
    const [draft] = await drafts();
    expect(strFromU8(draft!.sealed_file, true)).not.toContain('xl/workbook.xml');
  });

  it('takes them all by one act, sealed, with the days of the file, numbers going on', async () => {
    const { text } = await clerk.get(`${path}/preview`);
    const taken = await clerk.post(`${path}/take`, { draft: draftIn(text) });
    expect(taken.location).toBe('/office/applications?done=casesTakenOver');
    expect(await drafts()).toEqual([]);
    const rows = await cases();
    expect(rows.map(({ number, phase, open }) => [number, phase, open])).toEqual([
      ['2026-0003', 'closed', false],
      ['2026-0004', 'closed', false],
      ['2026-0007', 'inReview', true],
      ['2026-0031', 'inReview', true],
    ]);
    const dump = JSON.stringify(
      rows.map((row) => ({ ...row, sealed_form: strFromU8(row.sealed_form, true) })),
    );
    expect(dump).not.toContain('欧阳暗记');
    const acts = await store.database
      .selectFrom('application_event')
      .select(['act', 'on', 'actor', 'account_id'])
      .where('application_id', '=', rows[0]!.id)
      .orderBy('number')
      .execute();
    expect(acts.map(({ act, on, actor }) => [act, on, actor])).toEqual([
      ['submit', '2025-12-29', 'earlier'],
      ['receive', '2025-12-29', 'earlier'],
      ['register', '2025-12-29', 'earlier'],
      ['send', '2026-01-09', 'earlier'],
      ['takeOver', today, 'clerk'],
    ]);
    expect(acts.map(({ account_id }) => account_id)).toEqual([
      null,
      null,
      null,
      null,
      office.people.clerk.accountId,
    ]);
    const next = await entered(office, today);
    expect(next.number).toBe('2026-0032');
  });

  it('tells when the report of the year before carried over another number', async () => {
    await keptReport(7);
    await upload(clerk, takeoverFile([line('2026-0090', { receivedOn: '2025-12-30' })]));
    const { text } = await clerk.get(`${path}/preview`);
    expect(text).toContain('2025年年度报告“结转下年度继续办理”是 7 件，移入后“上年结转”是 2');
    await store.database
      .updateTable('annual_cell')
      .set({ value: 2 })
      .where('cell', '=', 'applications.carriedOut.total')
      .execute();
    expect((await clerk.get(`${path}/preview`)).text).not.toContain('结转下年度继续办理”是');
    await clerk.post(`${path}/drop`, {});
  });

  it('puts them in the cells of table 三 in which they belong', async () => {
    const rows = ['received', 'carriedIn', 'partial', 'concluded', 'carriedOut'];
    expect(await Promise.all(rows.map(cell))).toEqual([4, 1, 2, 2, 3]);
  });

  it('refuses what was taken before, number by number', async () => {
    const { status, text } = await upload(clerk, takeoverFile([line('2026-0031'), line('2026-0040')]));
    expect(status).toBe(422);
    expect(text).toContain('系统中已有编号2026-0031');
    expect(text).not.toContain('2026-0040');
  });

  it('lets the office go on with each: its sheet tells the course, its acts are offered', async () => {
    const [running] = await cases('2026-0031');
    const { text } = await clerk.get(`/office/applications/${running!.id}`);
    for (const words of ['移入本系统', '移入前办理，依移入文件登记', '2026-11-09'])
      expect(text).toContain(words);
    const [closed] = await cases('2026-0003');
    const sheet = await clerk.get(`/office/applications/${closed!.id}`);
    for (const words of ['无文号（移入前发出，见原案卷）', '2026-01-09，邮寄送达，凭证：XA1'])
      expect(sheet.text).toContain(words);
    const pdf = await clerk.post(`/office/applications/${closed!.id}/dossier`, { purpose: '行政复议' });
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  it('lets a review over what was answered before stand in table 四', async () => {
    const [closed] = await cases('2026-0004');
    await done(
      registerAppeal(office.as('clerk', today), {
        agencyId: office.agencyId,
        applicationId: closed!.id,
        kind: 'review',
        procedure: 'ordinary',
        acceptedOn: '2026-11-20',
        copyReceivedOn: null,
        organ: '云岫县人民政府',
        notice: '',
        grounds: '',
        demonstration: true,
      }),
    );
    const { cells } = await done(
      yearTables(office.as('clerk', today), {
        agencyId: office.agencyId,
        below: false,
        year: 2026,
        until: null,
      }),
    );
    expect([cells['appeals.review.pending'], cells['appeals.review.total']]).toEqual([1, 1]);
  });

  it('lets what was answered before be proven and closed, though its letter is in the old file', async () => {
    const one = answered('2026-0050', takenOutcomeName('unavailable.notExisting'), {
      state: '已答复',
      proof: undefined,
      letterNumber: '云政公开〔2026〕88号',
    });
    expect((await takeAll(clerk, takeoverFile([one]))).location).toContain('done=casesTakenOver');
    const [row] = await cases('2026-0050');
    const own = `/office/applications/${row!.id}`;
    expect((await clerk.get(own)).status).toBe(200);
    const proven = await clerk.post(`${own}/proof`, { on: today, proof: 'EMS 1' });
    expect([proven.status, proven.location]).toEqual([303, `${own}?done=applicationActed`]);
    await clerk.post(`${own}/close`, { on: today });
    expect((await cases('2026-0050'))[0]!.phase).toBe('closed');
    const { rows } = await sql<{ last: number }>`select last from application_number
      where agency_id = ${office.agencyId} and series = 'letter' and year = 2026`.execute(store.database);
    expect(rows).toEqual([{ last: 88 }]);
  });

  it('keeps opinions and fees where the office and the report look for them', async () => {
    const rows = [
      line('2026-0060', { asked: '第三方', askedOn: '2026-11-10', askReceivedOn: '2026-11-11' }),
      line('2026-0061', {
        feeOn: '2026-11-10',
        feeReceivedOn: '2026-11-11',
        paidOn: '2026-11-16',
        feeTariff: '按量计收',
        feeQuantity: '40',
        feeYuan: '100',
      }),
    ];
    await takeAll(clerk, takeoverFile(rows));
    const [asked] = await cases('2026-0060');
    const own = `/office/applications/${asked!.id}`;
    expect((await clerk.get(own)).text).toContain('移入前征求（见原案卷）');
    const fee = await store.database.selectFrom('fee_notice').selectAll().executeTakeFirstOrThrow();
    expect(fee).toMatchObject({ yuan: 100, paid_yuan: 100, paid_on: '2026-11-16' });
  });
});

describe('a file that is no such workbook', () => {
  const fine = () => takeoverFile([line('9')]);
  const hide = (xml: string) => xml.replace('<sheet name', '<sheet state="hidden" name');
  const formula = (xml: string) => xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2"><f>1+1</f><v>2</v></c>');
  const manyRows = (xml: string) =>
    xml.replace(
      '</sheetData>',
      `${Array.from({ length: 100_000 }, (_, row) => `<row r="${row + 3}"><c r="A${row + 3}" t="inlineStr"><is><t>${row}</t></is></c></row>`).join('')}</sheetData>`,
    );
  const sheet = 'xl/worksheets/sheet1.xml';
  const bomb = () =>
    new Uint8Array(
      zipSync({ ...unzipSync(fine()), [sheet]: new Uint8Array(60 * 1024 * 1024).fill(0x20) }, { level: 9 }),
    );

  it.each<[string, () => Uint8Array<ArrayBuffer>, string]>([
    ['empty', () => new Uint8Array(), '没有选择文件'],
    ['text', () => new TextEncoder().encode('编号,收到日期'), '不是 xlsx 工作簿'],
    ['cut off', () => fine().slice(0, 900), '已损坏'],
    ['with a hidden sheet', () => withPart(fine(), 'xl/workbook.xml', hide), '不改工作表的名称|是隐藏的'],
    [
      'with a hidden row',
      () => withPart(fine(), sheet, (xml) => xml.replace('<row r="2"', '<row r="2" hidden="1"')),
      '第2行是隐藏',
    ],
    [
      'with a hidden column',
      () => withPart(fine(), sheet, (xml) => xml.replace('<col min="3"', '<col hidden="1" min="3"')),
      '列是隐藏的',
    ],
    ['with macros', () => withPart(fine(), 'xl/vbaProject.bin', () => 'x'), '带有宏'],
    ['of 100,000 rows', () => withPart(fine(), sheet, manyRows), '最多5,000件'],
    ['that unpacks to far more', bomb, '异常地大'],
    ['with a formula', () => withPart(fine(), sheet, formula), '这一格是公式'],
    ['of another sheet', () => takeoverFile([line('9')], { name: 'Sheet1' }), '没有名为“移入案件”'],
    ['that asks for the purpose', () => takeoverFile([line('9')], { extra: ['用途'] }), '不收集用途'],
    ['without cases', () => takeoverFile([]), '还没有案件'],
  ])('%s is refused with a clear word, and nothing is kept', async (_, file, words) => {
    const before = (await cases()).length;
    const { status, text } = await upload(clerk, file());
    expect(status).toBe(422);
    expect(text).toMatch(new RegExp(words));
    expect([(await cases()).length, await drafts()]).toEqual([before, []]);
  });

  it('of too many bytes is refused while it is read', async () => {
    expect((await upload(clerk, new Uint8Array(9 * 1024 * 1024))).status).toBe(413);
  });
});

describe('who may not', () => {
  it.each(['legal', 'secrecy', 'approver'])(
    '%s sees neither page nor template, and takes nothing',
    async (who) => {
      const visitor = await site.signedIn(`${who}.990801101`);
      for (const at of ['', '/template.xlsx', '/preview'])
        expect((await visitor.get(`${path}${at}`)).status).toBe(403);
      expect((await upload(visitor, takeoverFile([line('99')]))).status).toBe(403);
      expect((await visitor.post(`${path}/take`, { draft: crypto.randomUUID() })).status).toBe(403);
      expect((await visitor.post(`${path}/drop`, {})).status).toBe(403);
      expect(await cases('99')).toEqual([]);
    },
  );

  it('a visitor is sent to the door, a form without its token refused', async () => {
    expect((await site.visitor().get(path)).status).toBe(303);
    expect((await site.visitor().post(`${path}/take`, { draft: 'x' })).status).toBe(401);
    expect((await upload(clerk, takeoverFile([line('98')]), 'wrong')).status).toBe(403);
    expect(await drafts()).toEqual([]);
  });

  it('nobody takes the file of somebody else, of another agency, or one that was replaced', async () => {
    const other = await makeAgency(store, { slug: '990803101', name: '青石镇人民政府' });
    await makePerson(store, other, 'elsewhere', ['disclosureOffice']);
    expect((await upload(clerk, takeoverFile([line('97')]))).status).toBe(303);
    const draft = draftIn((await clerk.get(`${path}/preview`)).text);
    for (const name of ['elsewhere', 'head.990801101']) {
      const visitor = await site.signedIn(name);
      expect((await visitor.get(`${path}/preview`)).text).toContain('没有等待移入的文件');
      expect((await visitor.post(`${path}/take`, { draft })).status).toBe(422);
    }
    expect((await upload(clerk, takeoverFile([line('96')]))).status).toBe(303);
    expect((await clerk.post(`${path}/take`, { draft })).text).toContain('没有等待移入的文件');
    expect([await cases('97'), await cases('96')]).toEqual([[], []]);
    expect((await clerk.post(`${path}/drop`, {})).location).toBe(`${path}?done=takeoverDropped`);
    expect(await drafts()).toEqual([]);
  });

  it('keeps a file for a day: then nobody takes it, and the job of the night deletes it', async () => {
    await upload(clerk, takeoverFile([line('94')]));
    const draft = draftIn((await clerk.get(`${path}/preview`)).text);
    const day = new Date(noon(today)().getTime() - 24 * 3_600_000);
    await store.database.updateTable('takeover_draft').set({ made_at: day }).execute();
    expect((await clerk.post(`${path}/take`, { draft })).text).toContain('超过24小时已自动删除');
    await forgetAttempts.run({ ...appContext(store), now: noon(today) }, new AbortController().signal);
    expect([await drafts(), await cases('94')]).toEqual([[], []]);
  });

  it('takes one file once, however often the button is pressed', async () => {
    await upload(clerk, takeoverFile([line('95')]));
    const draft = draftIn((await clerk.get(`${path}/preview`)).text);
    const both = await Promise.all([1, 2].map(() => clerk.post(`${path}/take`, { draft })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await cases('95')).toHaveLength(1);
  });
});
