import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, nextOffice, noon, ofCase } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { campaign, carryAll, groupOf, groupSteps, upTo } from '../../../test/support/groups.ts';
import { done, testVault } from '../../../test/support/office.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { caseFilesOf, lettersOf } from '../../store/application-letters.ts';
import { eraseCases } from '../../store/erase.ts';
import type { Store } from '../../store/store.ts';
import { caseFileBytes, fileNameOf } from '../applications/case-files.ts';
import { readCase } from '../applications/case-record.ts';
import { openBody, rootOf } from '../applications/letters.ts';
import { consentExtension } from '../commands/applications/consent-extension.ts';
import { withdrawApplication } from '../commands/applications/withdraw-application.ts';
import { addGroupEnclosure } from '../commands/groups/add-group-enclosure.ts';
import { archiveGroup } from '../commands/groups/archive-group.ts';
import { closeGroup } from '../commands/groups/close-group.ts';
import { consentGroupExtension } from '../commands/groups/consent-group-extension.ts';
import { extendGroup } from '../commands/groups/extend-group.ts';
import { sendGroup } from '../commands/groups/send-group.ts';
import { appContext } from '../context.ts';
import { groupSheet } from '../queries/groups/group-sheet.ts';
import { removeErasedFiles } from '../retention/remove-erased.ts';

let store: Store;
let first: CaseOffice;
let county = 990_850;
beforeAll(async () => {
  store = await testStore();
  first = await caseOffice(store, '990850101');
});
afterAll(() => store.close());

const day = '2026-03-02';
const later = '2026-03-04';
const office = () => nextOffice(first, `${++county}101`);
const caseOf = async ({ agencyId }: CaseOffice, id: string) => {
  const record = await readCase(store.database, testVault, { agencyId, id });
  if (isRefusal(record)) throw new Error(record.message);
  return record;
};
const sheetOf = (at: CaseOffice, id: string, who: keyof CaseOffice['people'] = 'clerk') =>
  done(
    groupSheet(at.as(who, later), { agencyId: at.agencyId, id, after: null, leftOutAfter: null, limit: 50 }),
  );

describe('more time for a whole group', () => {
  it('is consented to once by the head, told to each by a letter, and does not part the group', async () => {
    const at = await office();
    const ids = await campaign(at, 6, day);
    const id = await groupOf(at);
    const { of } = groupSteps(at, id);
    await upTo(at, id, 'register', day);
    const alone = { ...ofCase(at, ids[0]!, day), days: 5, reason: '单独延期' };
    await done(consentExtension(at.as('head', day), alone));
    const wish = { ...of(later), days: 20, reason: '检索的档案较多' };
    expect(await consentGroupExtension(at.as('clerk', later), wish)).toMatchObject({ code: 'policy.role' });
    expect(await consentGroupExtension(at.as('head', later), { ...wish, days: 21 })).toMatchObject({
      code: 'applicationGroup.nothing',
      message: '延长的期限最长不得超过20个工作日。',
    });
    expect((await sheetOf(at, id, 'head')).offered).toEqual(['consentExtension']);
    await done(consentGroupExtension(at.as('head', later), wish));
    await carryAll(at, later);
    expect((await sheetOf(at, id, 'head')).offered).toEqual([]);
    expect((await sheetOf(at, id)).deeds[0]).toMatchObject({
      carried: 5,
      leftOut: 1,
      words: '检索的档案较多',
      reasons: [{ reason: 'extended', cases: 1 }],
    });
    const [late] = await campaign(at, 1, later);
    await done(groupSteps(at, id).register(later));
    await carryAll(at, later);
    expect((await sheetOf(at, id)).offered).toContain('extend');
    await done(extendGroup(at.as('clerk', later), { ...of(later), reason: '检索的档案较多' }));
    await carryAll(at, later);
    const { deeds } = await sheetOf(at, id);
    expect(deeds[0]).toMatchObject({ carried: 5, leftOut: 2 });
    expect(deeds[0]!.reasons.map(({ reason }) => reason).sort()).toEqual(['extended', 'notThere']);
    const numbers = new Set<string>();
    for (const each of ids.slice(1)) {
      const record = await caseOf(at, each);
      expect(record.state.clock.at(-1)).toMatchObject({ type: 'extended', on: later, days: 20 });
      const [letter] = await lettersOf(store.database, record);
      expect(letter).toMatchObject({ kind: 'extensionNotice', status: 'sent', sent_on: later });
      const text = openBody(record, letter!.sealed_body)
        .letter.paragraphs.map((each) => each.text)
        .join('');
      expect(text).toContain('检索的档案较多');
      expect(text).toContain('2026年4月28日');
      numbers.add(letter!.number!);
    }
    expect(numbers.size).toBe(5);
    for (const step of ['draft', 'submit', 'legal', 'secrecy', 'approve'] as const) {
      await done(groupSteps(at, id)[step](later));
      await carryAll(at, later);
    }
    const approved = await caseOf(at, ids[3]!);
    expect(approved.state.approval).not.toBeNull();
    const letters = await lettersOf(store.database, approved);
    const answer = openBody(approved, letters.find(({ status }) => status === 'approved')!.sealed_body);
    expect(answer.letter.paragraphs.map(({ text }) => text).join('')).toContain('延长');
    expect((await caseOf(at, ids[0]!)).state.phase).toBe('inReview');
    expect((await caseOf(at, late!)).state.approval).not.toBeNull();
  });
});

describe('what goes out with all answers of a group', () => {
  it('is kept once, approved with each letter, opens by the key of each, and goes with the last of them', async () => {
    const at = await office();
    const ids = await campaign(at, 6, day);
    const id = await groupOf(at);
    const { of } = groupSteps(at, id);
    await upTo(at, id, 'draft', later);
    const bytes = new TextEncoder().encode('%PDF-1.4 补偿安置方案绝密');
    const file = { ...of(later), name: '补偿安置方案.pdf', bytes };
    expect(await addGroupEnclosure(at.as('legal', later), file)).toMatchObject({ code: 'policy.role' });
    const bad = { ...file, bytes: new TextEncoder().encode('MZ') };
    expect(await addGroupEnclosure(at.as('clerk', later), bad)).toMatchObject({ code: 'file.type' });
    await done(addGroupEnclosure(at.as('clerk', later), file));
    await carryAll(at, later);
    expect((await sheetOf(at, id)).deeds[0]).toMatchObject({ carried: 6, words: '补偿安置方案.pdf' });
    await done(addGroupEnclosure(at.as('clerk', later), file)).catch(() => undefined);
    await carryAll(at, later);
    const rows = await store.database
      .selectFrom('application_file')
      .selectAll()
      .where('agency_id', '=', at.agencyId)
      .execute();
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map(({ stored_as }) => stored_as)).size).toBe(1);
    expect(new Set(rows.map(({ hmac }) => hmac.toString())).size).toBe(6);
    const [row] = rows;
    const kept = await store.files.bytes({ sha256: row!.sha256, storedAs: row!.stored_as });
    expect(Buffer.from(kept).includes('绝密')).toBe(false);
    for (const each of ids) {
      const record = await caseOf(at, each);
      const [own] = await caseFilesOf(store.database, record);
      expect(fileNameOf(record, own!)).toBe('补偿安置方案.pdf');
      expect(Buffer.from(await caseFileBytes({ store } as never, record, own!)).equals(bytes)).toBe(true);
      const other = await caseOf(at, ids.find((one) => one !== each)!);
      await expect(caseFileBytes({ store } as never, other, own!)).rejects.toThrow();
    }
    for (const step of ['submit', 'legal', 'secrecy', 'approve'] as const) {
      await done(groupSteps(at, id)[step](later));
      await carryAll(at, later);
    }
    const record = await caseOf(at, ids[2]!);
    const [letter] = await lettersOf(store.database, record);
    const body = openBody(record, letter!.sealed_body);
    const [own] = await caseFilesOf(store.database, record);
    expect(letter!.root).toBe(rootOf(testVault, body, [own!.hmac]));
    expect(letter!.root).not.toBe(rootOf(testVault, body, []));
    const clerk = at.as('clerk', later);
    await done(sendGroup(clerk, { ...of(later), method: 'email', carrier: null, proof: '发送记录' }));
    await carryAll(at, later);
    expect((await sheetOf(at, id)).line.byPhase).toEqual({ sent: 6 });
    const system = { ...appContext(store, 'system', testVault), now: noon(later) };
    const place = { sha256: row!.sha256, storedAs: row!.stored_as };
    const erase = (some: readonly string[]) =>
      store.write((transaction) => eraseCases(transaction, { agencyId: at.agencyId, ids: some }));
    await erase(ids.slice(0, 5));
    await removeErasedFiles(system);
    expect((await store.files.bytes(place)).length).toBeGreaterThan(0);
    await erase(ids.slice(5));
    await removeErasedFiles(system);
    await expect(store.files.bytes(place)).rejects.toThrow();
  });
});

describe('a group whose applications are over', () => {
  it('is laid down by one act, those withdrawn too, and takes in nothing that comes afterwards', async () => {
    const at = await office();
    const ids = await campaign(at, 6, day);
    const id = await groupOf(at);
    const { of } = groupSteps(at, id);
    await upTo(at, id, 'approve', later);
    const clerk = at.as('clerk', later);
    await done(withdrawApplication(clerk, { ...ofCase(at, ids[0]!, later), confirmation: '书面' }));
    expect(await archiveGroup(clerk, { ...of(later), pages: 0 })).toMatchObject({
      code: 'applicationGroup.nothing',
    });
    await done(sendGroup(clerk, { ...of(later), method: 'email', carrier: null, proof: '发送记录' }));
    await carryAll(at, later);
    await done(closeGroup(clerk, of(later)));
    await carryAll(at, later);
    expect((await sheetOf(at, id)).offered).toEqual(['archive']);
    const [after] = await campaign(at, 1, later);
    expect(await archiveGroup(at.as('head', later), { ...of(later), pages: 12 })).toMatchObject({
      code: 'policy.role',
    });
    await done(archiveGroup(clerk, { ...of(later), pages: 12 }));
    await carryAll(at, later);
    expect((await sheetOf(at, id)).deeds[0]).toMatchObject({ carried: 6, leftOut: 0 });
    for (const each of ids) expect((await caseOf(at, each)).state.phase).toBe('archived');
    const fresh = await caseOf(at, after!);
    expect([fresh.state.phase, fresh.row.group_id]).toEqual(['submitted', null]);
    expect((await sheetOf(at, id)).offered).toEqual([]);
  });
});
