import { unzipSync } from 'fflate';
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
