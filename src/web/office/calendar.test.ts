import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOffice, entered, noon } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { noticeOf2027 } from '../../../test/support/notice.ts';
import { makePerson } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../test/support/office-site.ts';
import type { Store } from '../../store/store.ts';

let store: Store;
let site: OfficeSite;
let number: string;
beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store, noon('2027-01-18'));
  const office = await caseOffice(store, '990808101');
  const county = await store.database
    .selectFrom('agency')
    .select('id')
    .where('slug', '=', '990808')
    .executeTakeFirstOrThrow();
  await makePerson(store, county.id, 'county.system', ['systemAdministrator']);
  await makePerson(store, office.agencyId, 'town.system', ['systemAdministrator']);
  number = (await entered(office, '2027-01-15')).number!;
});
afterAll(() => store.close());

describe('the page of working days', () => {
  it('is for everybody to read, and for the administrator at the top to load', async () => {
    const [clerk, county] = await Promise.all(['clerk.990808101', 'county.system'].map(site.signedIn));
    const read = await clerk!.get('/office/calendar');
    expect(read.text).toContain('2026年');
    expect(read.text).toContain('2027年的放假通知尚未载入');
    expect(read.text).not.toContain('通知全文');
    expect((await county!.get('/office/calendar')).text).toContain('通知全文');
  });

  it.each(['clerk.990808101', 'town.system'])('loads nothing for %s', async (who) => {
    const visitor = await site.signedIn(who);
    for (const path of ['/office/calendar', '/office/calendar/load'])
      expect((await visitor.post(path, { text: noticeOf2027 })).status).toBe(403);
  });

  it('says what is wrong with a text beside the field, and keeps it', async () => {
    const county = await site.signedIn('county.system');
    const { status, text } = await county.post('/office/calendar', {
      text: noticeOf2027.replace('共8天', '共9天'),
    });
    expect([status, text.includes('写共9天，按起止日期为8天'), text.includes('一、元旦')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('shows whose day would move, then loads and says it was done', async () => {
    const county = await site.signedIn('county.system');
    const preview = await county.post('/office/calendar', { text: noticeOf2027 });
    for (const words of [number, '2027-02-16', '2027-02-18', '核对无误，载入'])
      expect(preview.text).toContain(words);
    const taken = await county.post('/office/calendar/load', { text: noticeOf2027 });
    expect([taken.status, taken.text.includes('已载入2027年的安排'), taken.text.includes(number)]).toEqual([
      200,
      true,
      true,
    ]);
    expect((await county.get('/office/calendar')).text).toContain('已载入');
    expect((await county.post('/office/calendar/load', { text: noticeOf2027 })).text).toContain(
      '与已有的相同',
    );
  });
});
