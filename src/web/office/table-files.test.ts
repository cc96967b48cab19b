import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  noon,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, makeAgency, makePerson } from '../../../test/support/office.ts';
import { type Answer, type OfficeSite, officeSite, type Visitor } from '../../../test/support/office-site.ts';
import { registerAppeal } from '../../app/commands/appeals/register-appeal.ts';
import type { Store } from '../../store/store.ts';
import type { TableDefinition } from '../theme/table-model.ts';
import type { OfficePage } from './page.ts';
import { tableFile } from './table-file.ts';

const today = '2026-11-27';
let store: Store;
let site: OfficeSite;
let office: CaseOffice;
let clerk: Visitor;
let head: Visitor;
let secrecy: Visitor;
let system: Visitor;

const sheetOf = ({ bytes }: { readonly bytes: Uint8Array }): string[][] => {
  const book = read(bytes, { cellFormula: true });
  return utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false, blankrows: false });
};
const formulas = ({ bytes }: Answer): unknown[] => {
  const sheet = read(bytes, { cellFormula: true }).Sheets;
  return Object.values(Object.values(sheet)[0]!).filter((cell) => (cell as { f?: string })?.f !== undefined);
};
const readings = async (act: string) =>
  (await store.database.selectFrom('access_log').select('purpose').where('act', '=', act).execute()).map(
    ({ purpose }) => purpose,
  );

beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store, noon(today));
  office = await caseOffice(store);
  const { agencyId } = office;
  await makePerson(store, agencyId, 'system', ['systemAdministrator'], '=1+1');
  for (const n of [102, 103, 104])
    await makeAgency(store, { slug: `990801101${n}`, name: `@第${n}所`, superior: agencyId });
  await entered(office, '2026-11-20', sampleForm('欧阳明'));
  await entered(office, '2026-11-24', sampleForm('司马光远'), { channel: 'oral' });
  await done(
    registerAppeal(office.as('clerk', today), {
      agencyId,
      applicationId: null,
      kind: 'review',
      procedure: 'ordinary',
      acceptedOn: today as never,
      copyReceivedOn: null,
      organ: '+云岫县人民政府',
      notice: '',
      grounds: '',
      demonstration: false,
    }),
  );
  clerk = await site.signedIn('clerk.990801101');
  secrecy = await site.signedIn('secrecy.990801101');
  head = await site.signedIn('head.990801101');
  system = await site.signedIn('system');
});
afterAll(() => store.close());

describe('a list as a workbook', () => {
  it('holds the rows that the filters lead to, under the columns that are shown', async () => {
    const answer = await clerk.get(
      '/office/applications/all/export.xlsx?channel=oral&col=applicant&col=channel',
    );
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('申请-2026-11-27.xlsx'));
    const [heads, ...rows] = sheetOf(answer);
    expect(heads).toEqual(['期限', '申请内容', '申请人', '收到方式']);
    expect(rows).toHaveLength(1);
    expect(rows[0]![3]).toBe('口头提出');
  });

  it('shows applicants as the page does, masked, and notes that they were taken out', async () => {
    const before = (await readings('application.list')).length;
    for (const path of ['/office/applications/export.xlsx', '/office/applications/all/export.xlsx']) {
      const rows = sheetOf(await clerk.get(path));
      expect(rows).toHaveLength(3);
      expect(JSON.stringify(rows)).not.toMatch(/欧阳明|司马光远|13800001234|11010519491231002X/);
      expect(JSON.stringify(rows)).toContain('欧');
    }
    expect((await readings('application.list')).slice(before)).toEqual(['导出申请列表', '导出申请列表']);
  });

  it('of people, of the register of appeals is noted too; of agencies, which are public, it is not', async () => {
    const people = sheetOf(await head.get('/office/people/export.xlsx?role=approver'));
    expect(people.map(([name]) => name)).toEqual(['姓名', 'approver甲']);
    expect(await readings('account.list')).toEqual(['导出人员名单']);
    expect(sheetOf(await clerk.get('/office/appeals/export.xlsx?kind=review'))[1]![1]).toBe(
      '+云岫县人民政府',
    );
    expect(sheetOf(await clerk.get('/office/appeals/export.xlsx?kind=suitDirect'))).toHaveLength(1);
    expect(await readings('appeal.list')).toContain('导出复议、诉讼登记');
    const agencies = sheetOf(await system.get('/office/agencies/export.xlsx?under=990801101'));
    expect(agencies.slice(1).map(([name]) => name)).toEqual(['@第102所', '@第103所', '@第104所']);
    expect(sheetOf(await system.get('/office/agencies/export.xlsx?q=103'))).toHaveLength(2);
    expect(await readings('agency.list')).toEqual([]);
  });

  it('never holds a formula, whatever sign a name begins with', async () => {
    const people = await system.get('/office/people/export.xlsx');
    expect(sheetOf(people).map(([name]) => name)).toContain('=1+1');
    for (const path of ['/office/agencies/export.xlsx?under=990801101', '/office/people/export.xlsx'])
      expect(formulas(await system.get(path))).toEqual([]);
  });

  it.each([
    ['a reviewer', 'people', () => secrecy, '/office/people/export.xlsx'],
    ['a reviewer', 'agencies', () => secrecy, '/office/agencies/export.xlsx'],
    ['a clerk', 'the record of acts', () => clerk, '/office/audit/export.xlsx'],
    ['an administrator', 'open cases', () => system, '/office/applications/export.xlsx'],
    ['an administrator', 'all cases', () => system, '/office/applications/all/export.xlsx'],
    ['an administrator', 'appeals', () => system, '/office/appeals/export.xlsx'],
    [
      'an administrator of a township',
      'the county above',
      () => system,
      '/office/agencies/export.xlsx?under=990801',
    ],
  ] as const)('is refused to %s for %s', async (_who, _what, visitor, path) => {
    const refused = await visitor().get(path);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('content-type')).toContain('text/html');
  });

  it('that is asked for by nobody leads to the door', async () => {
    for (const list of ['people', 'agencies', 'appeals', 'applications', 'applications/all'])
      expect((await site.visitor().get(`/office/${list}/export.xlsx`)).location).toContain('/office/sign-in');
  });

  it('says on the page how many rows it takes, and in the file what was left out', async () => {
    expect((await head.get('/office/people')).text).toContain('至多 5 万行');
    const definition: TableDefinition<number> = {
      id: 'n',
      title: '数',
      unit: '个',
      columns: [{ id: 'n', label: '数', value: (n) => n }],
      filters: [],
      key: String,
      sort: { column: 'n', descending: false },
    };
    const page = {
      c: { body: (bytes: Uint8Array) => new Response(new Uint8Array(bytes)) },
      context: { now: () => new Date() },
    } as unknown as OfficePage;
    const fileOf = async (length: number) => {
      const rows = Array.from({ length }, (_, n) => n);
      const answer = await tableFile(page, definition, { columns: ['n'] }, rows);
      return sheetOf({ bytes: new Uint8Array(await answer.arrayBuffer()) });
    };
    expect(await fileOf(50_000)).toHaveLength(50_001);
    const more = await fileOf(50_001);
    expect(more).toHaveLength(50_002);
    expect(more.at(-1)![0]).toContain('只导出了前 50000 行');
  });
});
