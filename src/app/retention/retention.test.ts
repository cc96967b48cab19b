import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, noon } from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { type MarkedCase, markedAppeal, markedCase } from '../../../test/support/marked-cases.ts';
import { Marks } from '../../../test/support/marks.ts';
import { done, makePerson, testVault } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../test/support/office-site.ts';
import { addressesOf, patternsOf, saidBy } from '../../../test/support/route-walk.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { keepFilesOn } from '../../store/kept-files.ts';
import type { Store } from '../../store/store.ts';
import { backUp } from '../backup/back-up.ts';
import { readFileList } from '../backup/file-list.ts';
import { confirmDestruction } from '../commands/retention/confirm-destruction.ts';
import { drawDestruction } from '../commands/retention/draw-destruction.ts';
import { holdCases, releaseCases } from '../commands/retention/hold-cases.ts';
import { proposeDestruction } from '../commands/retention/propose-destruction.ts';
import { setRetentionPlan } from '../commands/retention/set-plan.ts';
import { sealEvents } from '../commands/seal-events.ts';
import { appContext } from '../context.ts';
import { drawDueLists, keepRetention } from '../jobs/keep-retention.ts';
import { yearTables } from '../queries/applications/year-tables.ts';
import { verifyChains } from '../queries/audit.ts';
import { destructionSheet } from '../queries/retention.ts';
import { removeErasedFiles } from './remove-erased.ts';

const today = '2026-11-27';
const message = '个人信息已按保管期限删除';
const names = ['plain', 'disputed', 'running', 'ordered', 'young'] as const;
type Name = (typeof names)[number];

let store: Store;
let office: CaseOffice;
let site: OfficeSite;
const marks = new Marks();
const cases = {} as Record<Name, MarkedCase>;
const system = () => ({ ...appContext(store, 'system', testVault), now: noon(today) });
const as = (who: keyof CaseOffice['people']) => office.as(who, today);
const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'done');
const base = () => ({ agencyId: office.agencyId });
const run = new AbortController().signal;

/** Laid down years ago, as far as the plan looks. */
async function archivedOn(id: string, day: string): Promise<void> {
  await store.database
    .updateTable('application_event')
    .set({ on: day })
    .where('application_id', '=', id)
    .where('act', '=', 'archive')
    .execute();
  await store.database.updateTable('application').set({ ended_on: day }).where('id', '=', id).execute();
}

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
  for (const name of names) {
    cases[name] = await markedCase(office, marks, name, 'archived');
    await archivedOn(cases[name].id, name === 'young' ? '2022-03-18' : '2020-03-18');
  }
  for (const name of ['disputed', 'running'] as const) {
    const appeal = await markedAppeal(office, marks, cases[name]);
    await store.database
      .updateTable('appeal')
      .set(
        name === 'running'
          ? { ended_on: null, disposition: null, result: null }
          : {
              accepted_on: '2020-04-01',
              ended_on: '2020-05-29',
              disposition: 'review.upheld',
              result: 'upheld',
            },
      )
      .where('id', '=', appeal)
      .execute();
  }
  site = await officeSite(store, noon(today));
}, 120_000);
afterAll(() => store.close());

const tables = () => done(yearTables(as('head'), { ...base(), below: false, year: 2026, until: null }));
const chains = async () => {
  const found = [];
  for await (const chain of verifyChains(system())) found.push(chain);
  return found;
};
const listId = async (): Promise<string> =>
  (
    await store.database
      .selectFrom('destruction')
      .select('id')
      .where('status', '<>', 'done')
      .executeTakeFirstOrThrow()
  ).id;
const list = async () => ({ ...base(), destructionId: await listId() });
const heldOf = async () => {
  const sheet = await done(destructionSheet(as('clerk'), { ...base(), id: await listId() }));
  return Object.fromEntries(
    sheet.items.map(({ application_id: id, held }) => [names.find((name) => cases[name].id === id), held]),
  );
};

describe('a retention plan', () => {
  it.each([
    ['shorter than anybody may turn to court', 4],
    ['longer than any 定期', 31],
    ['of half a year', 5.5],
    ['that is no number', Number.NaN],
  ])('%s is refused', async (_, answered) => {
    const plan = { ...base(), answered, disputed: 5, ended: 5 };
    expect(codeOf(await setRetentionPlan(as('head'), plan))).toBe('input.invalid');
  });
  it('is set by the head alone', async () => {
    const plan = { ...base(), answered: 5, disputed: 5, ended: 5 };
    for (const who of ['clerk', 'legal', 'secrecy', 'approver'] as const)
      expect(codeOf(await setRetentionPlan(as(who), plan))).toBe('policy.role');
  });
  it('is the usual one where none was set: after six years nothing is due', async () => {
    expect(codeOf(await drawDestruction(as('clerk'), base()))).toBe('destruction.nothingDue');
    expect(await drawDueLists(system(), run)).toBe(0);
  });
});

describe('deletion by plan', () => {
  let before: Awaited<ReturnType<typeof tables>>;
  let files: { sha256: string; stored_as: string }[];

  it('is listed by the program, which deletes nothing; what a review runs over is held back', async () => {
    await done(setRetentionPlan(as('head'), { ...base(), answered: 5, disputed: 6, ended: 5 }));
    expect(await drawDueLists(system(), run)).toBe(1);
    expect(await heldOf()).toEqual({ plain: null, ordered: null });
    await store.database.deleteFrom('destruction_item').execute();
    await store.database.deleteFrom('destruction').execute();
    await done(setRetentionPlan(as('head'), { ...base(), answered: 5, disputed: 5, ended: 5 }));
    expect(await drawDueLists(system(), run)).toBe(1);
    expect(await drawDueLists(system(), run)).toBe(0);
    expect(codeOf(await drawDestruction(as('clerk'), base()))).toBe('destruction.open');
    expect(await heldOf()).toEqual({ plain: null, disputed: null, running: 'appeal', ordered: null });
    const kept = await store.database.selectFrom('application').select('wrapped_key').execute();
    expect(kept.every(({ wrapped_key: key }) => key !== null)).toBe(true);
  });

  it('keeps back what somebody orders to be kept, and lets it go again', async () => {
    const one = { ...(await list()), applicationIds: [cases.ordered.id] };
    const order = { ...one, reason: 'court' as const, reference: '云检调〔2026〕3号' };
    expect(codeOf(await holdCases(as('legal'), order))).toBe('policy.role');
    expect(codeOf(await holdCases(as('clerk'), { ...order, reference: ' ' }))).toBe('input.invalid');
    expect(codeOf(await holdCases(as('clerk'), { ...order, applicationIds: [cases.running.id] }))).toBe(
      'destruction.notListed',
    );
    await done(holdCases(as('clerk'), order));
    expect((await heldOf()).ordered).toBe('order');
    await done(releaseCases(as('head'), one));
    expect((await heldOf()).ordered).toBeNull();
    await done(holdCases(as('approver'), order));
  });

  it('is proposed by one and confirmed by another, who did not set the plan, of what he saw', async () => {
    const confirm = { ...(await list()), seen: 2, understood: true as const };
    expect(codeOf(await confirmDestruction(as('approver'), confirm))).toBe('policy.phase');
    expect(codeOf(await proposeDestruction(as('approver'), await list()))).toBe('policy.role');
    await done(proposeDestruction(as('clerk'), await list()));
    for (const who of ['clerk', 'head', 'legal', 'secrecy'] as const)
      expect(codeOf(await confirmDestruction(as(who), confirm))).toBe('policy.role');
    const approver = { agencyId: office.agencyId, role: 'approver' as const, deputy: false };
    for (const who of ['clerk', 'head'] as const) {
      const person = office.people[who];
      const both = { ...as(who), actor: { ...person, holdings: [...person.holdings, approver] } };
      expect(codeOf(await confirmDestruction(both, confirm))).toBe('policy.apart');
    }
    expect(codeOf(await confirmDestruction(as('approver'), { ...confirm, seen: 3 }))).toBe(
      'destruction.changed',
    );
    expect(codeOf(await confirmDestruction(as('approver'), { ...confirm, understood: false as never }))).toBe(
      'input.invalid',
    );
    const elsewhere = { ...confirm, destructionId: crypto.randomUUID() };
    expect(codeOf(await confirmDestruction(as('approver'), elsewhere))).toBe('destruction.unknown');
  });

  it('destroys keys, words and hashes, and keeps tables 三 and 四 and the chain as they were', async () => {
    before = await tables();
    files = await store.database
      .selectFrom('application_file')
      .select(['sha256', 'stored_as'])
      .where('application_id', 'in', [cases.plain.id, cases.disputed.id])
      .unionAll((papers) =>
        papers
          .selectFrom('appeal_file as f')
          .innerJoin('appeal as p', 'p.id', 'f.appeal_id')
          .select(['f.sha256', 'f.stored_as'])
          .where('p.application_id', 'in', [cases.plain.id, cases.disputed.id]),
      )
      .execute();
    expect(files.length).toBeGreaterThan(3);
    const one = await list();
    const outcome = await done(confirmDestruction(as('approver'), { ...one, seen: 2, understood: true }));
    expect(outcome).toEqual({ cases: 2 });
    const rows = await store.database.selectFrom('application').selectAll().execute();
    for (const row of rows) {
      const gone = [cases.plain.id, cases.disputed.id].includes(row.id);
      expect(row.wrapped_key === null, row.id).toBe(gone);
      for (const sealed of [row.sealed_form, row.sealed_state, row.sealed_summary])
        expect(sealed.length === 0).toBe(gone);
      for (const hash of [row.name_hash, row.identity_hash, row.phone_hash, row.content_hash])
        expect(hash === null).toBe(gone);
    }
    expect(await tables()).toEqual(before);
    await sealEvents(system());
    expect((await chains()).flatMap(({ faults }) => faults)).toEqual([]);
    expect((await chains()).length).toBeGreaterThan(0);
  });

  it('leaves a register that says what went, and hashes to what the event says', async () => {
    const row = await store.database.selectFrom('destruction').selectAll().executeTakeFirstOrThrow();
    const hash = createHash('sha256').update(row.register!).digest('hex');
    expect(row.register_hash).toBe(hash);
    const event = await store.database
      .selectFrom('event')
      .select('facts')
      .where('kind', '=', 'destruction.confirmed')
      .executeTakeFirstOrThrow();
    expect(event.facts).toMatchObject({ cases: 2, files: files.length, sha256: hash });
    expect(marks.in(row.register!).filter(({ field }) => !['id', 'receipt'].includes(field))).toEqual([]);
    expect(row.register).toContain('件数,2');
  });

  it('leaves the encrypted files while a backup runs, which lists them still', async () => {
    const backup = await store.connect();
    await keepFilesOn(backup);
    expect(await removeErasedFiles(system())).toBe(0);
    for (const { sha256, stored_as } of files)
      expect((await store.files.bytes({ sha256, storedAs: stored_as })).length).toBeGreaterThan(0);
    await backup.end();
  });

  it('goes on without a file that was taken away between an interrupted backup and the next', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'gongkai-erased-')), 'b');
    const [one] = files;
    const away = { sha256: one!.sha256, storedAs: one!.stored_as };
    const bytes = await store.files.bytes(away);
    const stop = new AbortController();
    const kept = store.files;
    const stopping = {
      ...store,
      files: {
        ...kept,
        read: (file: Parameters<typeof kept.read>[0]) => {
          stop.abort(new Error('停'));
          return kept.read(file);
        },
      },
    };
    await store.database
      .insertInto('source_file')
      .values({
        agency_id: office.agencyId,
        sha256: away.sha256,
        name: 'x',
        media_type: 'text/plain',
        bytes: bytes.length,
        stored_as: away.storedAs,
        stored_at: new Date(),
      })
      .execute();
    await expect(backUp(stopping, folder, { signal: stop.signal })).rejects.toThrow('停');
    await store.database.deleteFrom('source_file').where('sha256', '=', away.sha256).execute();
    await store.files.remove(away);
    rmSync(join(folder, 'files'), { recursive: true, force: true });
    const manifest = await backUp(store, folder);
    expect(await readFileList(folder, manifest)).not.toContainEqual(expect.objectContaining(away));
    await store.files.put(bytes);
  });

  it('takes the encrypted files off the disk, and no others', async () => {
    expect(await removeErasedFiles(system())).toBe(files.length);
    for (const { sha256, stored_as } of files)
      await expect(store.files.bytes({ sha256, storedAs: stored_as })).rejects.toThrow('ENOENT');
    const kept = await store.database
      .selectFrom('application_file')
      .select(['sha256', 'stored_as'])
      .execute();
    for (const { sha256, stored_as } of kept)
      expect((await store.files.bytes({ sha256, storedAs: stored_as })).length).toBeGreaterThan(0);
    expect(await removeErasedFiles(system())).toBe(0);
  });
});

describe('the run of each morning', () => {
  it('is made up for when a day went by without one', async () => {
    expect(await keepRetention.missed(system())).toBe(true);
    await keepRetention.run(system(), run);
    expect(await keepRetention.missed(system())).toBe(false);
    expect(await keepRetention.missed({ ...system(), now: noon('2026-11-29') })).toBe(true);
  });
});

describe('a case whose personal data was deleted', () => {
  it('is calm on every page of it, for everybody, and tells nothing of what was there', async () => {
    await makePerson(store, office.agencyId, 'auditor.t', ['auditor']);
    const ids = [cases.plain.id, cases.disputed.id];
    const letters = await store.database.selectFrom('letter').select(['id', 'application_id']).execute();
    const things = {
      cases: ids.map((id) => ({
        id,
        letters: letters.filter(({ application_id: of }) => of === id).map((row) => row.id),
        files: [crypto.randomUUID()],
      })),
      appeals: (
        await store.database.selectFrom('appeal').select('id').where('application_id', 'in', ids).execute()
      ).map(({ id }) => id),
      appealFiles: [crypto.randomUUID()],
      accounts: [office.people.clerk.accountId],
      groups: [],
      claims: [],
      agencies: ['990801', '990801101'],
    };
    const gone = new Set(
      [marks.of('name', 'plain archived'), marks.of('content', 'plain archived')].map(({ word }) => word),
    );
    const addresses = patternsOf(site.app, 'GET')
      .filter((pattern) => /applications|appeals|search|audit|track/.test(pattern))
      .flatMap((pattern) => addressesOf(pattern, things));
    expect(addresses.length).toBeGreaterThan(60);
    for (const username of ['clerk.990801101', 'approver.990801101', 'head.990801101', 'auditor.t']) {
      const visitor = await site.signedIn(username);
      for (const address of addresses) {
        const answer = await visitor.get(address);
        expect(answer.status, `${username} at ${address}`).toBeLessThan(500);
        const said = saidBy(answer);
        for (const word of gone) expect(said.includes(word), `${word} at ${address}`).toBe(false);
      }
    }
  }, 120_000);

  it('says so on its sheet, in the list, in the file, the letter and to whoever follows it', async () => {
    const clerk = await site.signedIn('clerk.990801101');
    const own = `/office/applications/${cases.plain.id}`;
    const sheet = await clerk.get(own);
    expect([sheet.status, sheet.text.includes(message)]).toEqual([200, true]);
    expect((await clerk.get('/office/applications/all')).text).toContain(message);
    const letter = await store.database
      .selectFrom('letter')
      .select('id')
      .where('application_id', '=', cases.plain.id)
      .executeTakeFirstOrThrow();
    for (const path of [
      'applicant',
      'dossier',
      `letters/${letter.id}`,
      `letters/${letter.id}.pdf`,
      'reopen',
    ]) {
      const answer = await clerk.get(`${own}/${path}`);
      expect([path, answer.status, answer.text.includes(message)]).toEqual([path, 410, true]);
    }
    const { receiptNumber: number, code } = cases.plain;
    const followed = await site.visitor().post('/track', { number, code });
    expect([followed.status, followed.text.includes(message)]).toEqual([200, true]);
  });

  it('leaves nothing sealed behind beside the key', async () => {
    const { database } = store;
    const of = (name: Name) => cases[name].id;
    const sealedOf = async (id: string): Promise<number> => {
      const bodies = await database
        .selectFrom('letter')
        .select('sealed_body as sealed')
        .where('application_id', '=', id)
        .execute();
      const acts = await database
        .selectFrom('application_event')
        .select('sealed_facts as sealed')
        .where('application_id', '=', id)
        .execute();
      const parties = await database
        .selectFrom('opinion_request')
        .select('sealed_party as sealed')
        .where('application_id', '=', id)
        .execute();
      const proofs = await database
        .selectFrom('delivery')
        .select('sealed_proof as sealed')
        .where('application_id', '=', id)
        .execute();
      const appeals = await database
        .selectFrom('appeal')
        .select('sealed_facts as sealed')
        .where('application_id', '=', id)
        .execute();
      return [bodies, acts, parties, proofs, appeals]
        .flat()
        .reduce((sum, { sealed }) => sum + (sealed?.length ?? 0), 0);
    };
    expect([await sealedOf(of('plain')), await sealedOf(of('disputed'))]).toEqual([0, 0]);
    expect(await sealedOf(of('ordered'))).toBeGreaterThan(1000);
  });

  it('shows its list and register to whoever may see them, and refuses the others', async () => {
    const { id } = await store.database.selectFrom('destruction').select('id').executeTakeFirstOrThrow();
    const path = `/office/applications/retention/${id}`;
    for (const [username, status] of [
      ['clerk.990801101', 200],
      ['approver.990801101', 200],
      ['auditor.t', 200],
      ['legal.990801101', 403],
    ] as const) {
      const visitor = await site.signedIn(username);
      for (const each of ['/office/applications/retention', path, `${path}/register.csv`])
        expect([username, each, (await visitor.get(each)).status]).toEqual([username, each, status]);
    }
  });
});
