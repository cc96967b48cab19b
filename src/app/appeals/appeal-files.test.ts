import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, nextOffice } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { type MarkedCase, markedAppeal, markedCase } from '../../../test/support/marked-cases.ts';
import { Marks } from '../../../test/support/marks.ts';
import { done, terminal } from '../../../test/support/office.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { eraseCases } from '../../store/erase.ts';
import type { Store } from '../../store/store.ts';
import { addAppealFile } from '../commands/appeals/add-appeal-file.ts';
import { registerAppeal } from '../commands/appeals/register-appeal.ts';
import { contentsOf } from '../dossier/contents.ts';
import { matterOf } from '../dossier/matter.ts';
import { appealFile } from '../queries/appeals/appeal-file.ts';
import { appealSheet } from '../queries/appeals/appeal-list.ts';
import { removeErasedFiles } from '../retention/remove-erased.ts';

const today = '2026-11-23';
const words = '%PDF-1.4 申请人欧阳某请求撤销';
let store: Store;
let office: CaseOffice;
let over: MarkedCase;
let ofCase: string;
let alone: string;

const add = (appealId: string, more: object = {}) =>
  addAppealFile(office.as('clerk', today), {
    agencyId: office.agencyId,
    appealId,
    kind: 'decision',
    name: '欧阳某复议决定书.pdf',
    bytes: new TextEncoder().encode(words),
    ...more,
  });
const sheet = (id: string) => done(appealSheet(office.as('head', today), { agencyId: office.agencyId, id }));
const rows = () => store.database.selectFrom('appeal_file').selectAll().orderBy('id').execute();

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990811101');
  const marks = new Marks();
  over = await markedCase(office, marks, 'one', 'archived');
  ofCase = await markedAppeal(office, marks, over);
  alone = (
    await done(
      registerAppeal(office.as('clerk', today), {
        agencyId: office.agencyId,
        applicationId: null,
        kind: 'review',
        procedure: 'ordinary',
        acceptedOn: today as never,
        copyReceivedOn: null,
        organ: '云岫县人民政府',
        notice: '',
        grounds: '',
        demonstration: false,
      }),
    )
  ).id;
  await done(add(ofCase));
  await done(add(alone, { kind: 'pleading' }));
});
afterAll(() => store.close());

describe('the papers of a review or a suit', () => {
  it('are kept where there is no application too, and given back as they came; each reading is logged', async () => {
    const { files } = await sheet(alone);
    expect(files).toMatchObject([{ kind: 'pleading', name: '欧阳某复议决定书.pdf', addedOn: today }]);
    const ref = { agencyId: office.agencyId, id: alone, fileId: files[0]!.id };
    const { bytes } = await done(appealFile(office.as('head', today), ref));
    expect(new TextDecoder().decode(bytes)).toBe(words);
    const logged = await store.database
      .selectFrom('access_log')
      .select('subject_id')
      .where('act', '=', 'appeal.readFile')
      .execute();
    expect(logged).toEqual([{ subject_id: alone }]);
  });

  it('are encrypted, name and bytes', async () => {
    const kept = await rows();
    expect(JSON.stringify(kept.map(({ sealed_name }) => Buffer.from(sealed_name).toString()))).not.toContain(
      '欧阳',
    );
    for (const { sha256, stored_as } of kept) {
      const bytes = await store.files.bytes({ sha256, storedAs: stored_as });
      expect(Buffer.from(bytes).toString()).not.toContain('欧阳');
    }
  });

  it.each([
    ['an empty file', { bytes: new Uint8Array() }, 'file.empty'],
    ['a program', { bytes: new TextEncoder().encode('MZ') }, 'file.type'],
    ['a kind that is none', { kind: 'photo' }, 'input.invalid'],
    ['no appeal', { appealId: '01900000-0000-7000-8000-00000000ffff' }, 'appeal.unknown'],
  ])('are not taken with %s', async (_, more, code) => {
    const before = await rows();
    expect(await add(alone, more)).toMatchObject({ refused: true, code });
    expect(await rows()).toEqual(before);
  });

  it('are added by nobody who does not keep the register, and read by no other office', async () => {
    const beside = await nextOffice(office, '990821102');
    const [file] = (await sheet(alone)).files;
    const ref = { agencyId: office.agencyId, id: alone, fileId: file!.id };
    for (const who of [beside.as('clerk', today), office.as('secrecy', today)])
      expect(await appealFile(who, ref)).toMatchObject({ code: expect.stringMatching(/^policy\./) });
    const foreign = { ...ref, agencyId: beside.agencyId };
    expect(await appealFile(beside.as('clerk', today), foreign)).toMatchObject({ code: 'file.unknown' });
    // A file of one appeal is not given under the name of another.
    const other = { ...ref, id: ofCase };
    expect(await appealFile(office.as('clerk', today), other)).toMatchObject({ code: 'file.unknown' });
    const file2 = {
      agencyId: office.agencyId,
      appealId: alone,
      kind: 'other' as const,
      name: 'x',
      bytes: new Uint8Array(),
    };
    expect(await addAppealFile(office.as('head', today), file2)).toMatchObject({
      code: expect.stringMatching(/^policy\./),
    });
  });

  it('stand in the file of the case, after what is said of the review', async () => {
    const context = office.as('clerk', today);
    const matter = await matterOf(context, { agencyId: office.agencyId, id: over.id });
    if (isRefusal(matter)) throw new Error(matter.message);
    const titles = contentsOf(context, matter).map(({ title, number }) => `${title} ${number}`);
    const at = titles.findIndex((title) => title.startsWith('行政复议、行政诉讼情况'));
    expect(titles.slice(at + 1)).toEqual([
      expect.stringMatching(/^复议申请书、起诉状副本 .+\.pdf$/),
      '决定书、裁判文书 欧阳某复议决定书.pdf',
    ]);
    const last = contentsOf(context, matter).at(-1)!;
    expect(Buffer.from(await last.open()).toString()).toBe(words);
  });

  it('are destroyed with the case when its years are over; those of others stay', async () => {
    const places = await rows();
    const gone = places.filter(({ appeal_id }) => appeal_id === ofCase);
    await store.write((transaction) =>
      eraseCases(transaction, { agencyId: office.agencyId, ids: [over.id] }),
    );
    await removeErasedFiles(terminal(store), new AbortController().signal);
    expect((await rows()).map(({ appeal_id }) => appeal_id)).toEqual([alone]);
    expect((await sheet(ofCase)).files).toEqual([]);
    expect(await add(ofCase)).toMatchObject({ refused: true, code: 'appeal.erased' });
    for (const { sha256, stored_as } of gone)
      await expect(store.files.bytes({ sha256, storedAs: stored_as })).rejects.toThrow('ENOENT');
    const kept = (await sheet(alone)).files[0]!;
    const ref = { agencyId: office.agencyId, id: alone, fileId: kept.id };
    expect((await done(appealFile(office.as('clerk', today), ref))).bytes.length).toBeGreaterThan(0);
  });
});
