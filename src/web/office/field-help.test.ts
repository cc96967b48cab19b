import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { fieldsIn, type SeenField } from '../../../test/support/form-fields.ts';
import { testVault } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../test/support/office-site.ts';
import { appContext } from '../../app/context.ts';
import { seedDemonstration } from '../../app/demonstration.ts';
import { seedApplications } from '../../app/demonstration-applications.ts';
import { demonstrationPassword, demonstrationPeople, seedPeople } from '../../app/demonstration-people.ts';
import type { CaseSheet } from '../../app/queries/applications/case-sheet.ts';
import { shippedCalendar } from '../../domain/workday/index.ts';
import { answers } from '../../law/answers.ts';
import { articleTexts } from '../../law/articles.ts';
import type { IntakeChannel } from '../../law/intake.ts';
import type { Store } from '../../store/store.ts';
import { actDefs } from './applications/act-defs.ts';
import { disclosedFields, searchFields, singleFields, withheldFields } from './applications/draft-form.ts';
import type { FieldDef } from './applications/field-defs.ts';
import { helped, helpOf } from './applications/field-help.ts';
import { groupActDefs } from './applications/group-defs.ts';

const today = '2026-11-27';
const now = () => new Date(`${today}T10:00:00+08:00`);
const channels: readonly IntakeChannel[] = [
  'counter',
  'oral',
  'signedPost',
  'ordinaryMail',
  'portal',
  'email',
  'fax',
];

/** Fields whose label leaves nothing to ask, by form and name. */
const selfEvident = new Set<string>([
  '/office/me/password current',
  '/office/people/new name',
  '/office/agencies/new find-superior',
  '/office/agencies/:slug/superior find-superior',
  '/office/agencies/:slug/end find-successor',
  '/office/notices/choose mail:work.digest',
  '/office/notices/choose mail:role.granted',
  '/office/notices/choose mail:application.dueChanged',
  '/office/notices/choose mail:work.handedOver',
]);

const unhelped = (fields: readonly SeenField[]): string[] =>
  [...new Set(fields.filter((field) => !field.helped).map(({ form, name }) => `${form} ${name}`))].filter(
    (field) => !selfEvident.has(field),
  );
const bare = (form: string, fields: readonly FieldDef[]): string[] =>
  fields
    .map((field) => helped(form, field))
    .filter(({ hint, basis }) => hint === undefined && basis === undefined)
    .map(({ name }) => `${form} ${name}`);
const sheetOf = (channel: IntakeChannel) =>
  ({
    state: { channel, submittedOn: null },
    items: [],
    staff: [],
    opinions: [],
    alike: [],
  }) as unknown as CaseSheet;

describe('what a form asks, as data', () => {
  it.each(actDefs.map((def) => [def.act, def] as const))('%s: each field says what it is for', (act, def) => {
    for (const channel of channels)
      expect(bare(act, def.fields(sheetOf(channel), today, shippedCalendar))).toEqual([]);
    expect(helpOf(act, 'on').hint).toBeTruthy();
  });

  it.each(groupActDefs.map((def) => [def.act, def] as const))('all of a group, %s: likewise', (act, def) => {
    expect(bare(`applicationGroup.${act}`, def.fields)).toEqual([]);
  });

  it('an answer of any kind: likewise, row by row', () => {
    const rows = [disclosedFields(3, null), withheldFields(3, null), searchFields(3, null, today)].flat();
    expect(bare('application.draft', rows)).toEqual([]);
    for (const { id } of answers) expect(bare('application.draft', singleFields(id, null))).toEqual([]);
  });

  it('names articles of the regulation that its text on the law page has', () => {
    const known = new Set(
      articleTexts.filter(({ instrument }) => instrument === 'tiaoli2019').map(({ label }) => label),
    );
    const named = [
      ...actDefs.flatMap((def) =>
        def.fields(sheetOf('ordinaryMail'), today, shippedCalendar).map((field) => helped(def.act, field)),
      ),
      ...[disclosedFields(0, null), withheldFields(0, null)]
        .flat()
        .map((field) => helped('application.draft', field)),
    ].flatMap(({ basis }) => (basis?.instrument === 'tiaoli2019' ? [basis.article] : []));
    // 第十七条 is cited by number alone: its wording is not held.
    known.add('第十七条');
    expect(named.length).toBeGreaterThan(20);
    expect(
      named.filter((article) => !known.has(/^第[一二三四五六七八九十]+条/.exec(article)?.[0] ?? '')),
    ).toEqual([]);
  });
});

describe('every form of the office that a link leads to', () => {
  let store: Store;
  let site: OfficeSite;
  beforeAll(async () => {
    store = await testStore();
    const context = { ...appContext(store, 'system', testVault), now };
    await seedDemonstration(context);
    await seedPeople(context);
    await seedApplications(context);
    site = await officeSite(store, now);
  });
  afterAll(() => store.close());

  const patternOf = (path: string): string => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const pattern = pathname
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
      .replace(/\/\d{6,}(?=\/|$)/g, '/:slug');
    return `${pattern}?${[...searchParams]
      .map(([name, value]) => (name === 'answer' || name === 'channel' ? `${name}=${value}` : name))
      .sort()
      .join('&')}`;
  };

  it('explains each field, by words or an article', { timeout: 120_000 }, async () => {
    const pages = new Set<string>();
    const fields: SeenField[] = [];
    for (const { username } of demonstrationPeople) {
      const seen = new Set<string>();
      const visitor = site.visitor();
      await visitor.post('/office/sign-in', { username, password: demonstrationPassword, next: '/office' });
      const waiting = ['/office'];
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const pattern = patternOf(path);
        if (
          seen.has(pattern) ||
          /sign-out|\/kit|export\.|\.ics|\.json|\.csv|\.pdf|\.docx|\.zip|\.xlsx/.test(pattern)
        )
          continue;
        seen.add(pattern);
        pages.add(pattern);
        const { text, headers } = await visitor.get(path);
        if (!headers.get('content-type')?.startsWith('text/html')) continue;
        fields.push(...fieldsIn(text));
        for (const [, href] of text.matchAll(/href="(\/office[^"#]*)/g))
          waiting.push(href!.replaceAll('&amp;', '&'));
      }
    }
    expect(unhelped(fields)).toEqual([]);
    expect(new Set(fields.map(({ form }) => form)).size).toBeGreaterThan(35);
    const named = new Set(fields.map(({ form, name }) => `${form} ${name}`));
    expect([...selfEvident].filter((field) => !named.has(field))).toEqual([]);
  });
});
