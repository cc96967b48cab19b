import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { localFiles } from '../../store/files.ts';
import { newId } from '../../store/ids.ts';
import type { Store } from '../../store/store.ts';
import { appContext } from '../context.ts';
import { verifyKeptFiles } from '../jobs/verify-kept-files.ts';
import { verifyFiles } from './verify-files.ts';

const folder = join(inject('postgresFolder'), 'files', newId());
const agency = newId();
const kept: { sha256: string; storedAs: string }[] = [];
let store: Store;

beforeAll(async () => {
  store = { ...(await testStore()), files: localFiles(folder) };
  await sql`insert into agency (id, slug, name, kind, level, makes_regulations, contacts, demonstration, created_at)
    values (${agency}, 'a', '甲', 'county', 4, false, '{}', true, now())`.execute(store.database);
  for (let n = 0; n < 6; n += 1) {
    const file = await store.files.put(Buffer.from(`第${n}件`.repeat(1_000)));
    kept.push(file);
    await sql`insert into source_file (agency_id, sha256, name, media_type, bytes, stored_as, stored_at)
      values (${agency}, ${file.sha256}, 'a', 'text/plain', ${file.bytes}, ${file.storedAs}, now())`.execute(
      store.database,
    );
  }
});
afterAll(() => store.close());

const lastEvent = async () =>
  (
    await sql<{ kind: string; facts: unknown }>`
      select kind, facts from event order by at desc, id desc limit 1`.execute(store.database)
  ).rows[0];

describe('the files kept', () => {
  it('are all read and found whole', async () => {
    expect(await verifyFiles(appContext(store))).toEqual([]);
    expect(await lastEvent()).toEqual({ kind: 'file.verified', facts: { files: 6, damaged: 0, which: [] } });
  });

  it('that were changed or lost are named, and the job fails', async () => {
    writeFileSync(join(folder, kept[1]!.storedAs), 'other');
    rmSync(join(folder, kept[4]!.storedAs));
    const which = [kept[1]!.sha256, kept[4]!.sha256].sort();
    await expect(verifyKeptFiles.run(appContext(store), new AbortController().signal)).rejects.toThrow(
      which[0]!,
    );
    expect(await lastEvent()).toEqual({ kind: 'file.damaged', facts: { files: 6, damaged: 2, which } });
  });

  it('are left when the program stops', async () => {
    const stopped = AbortSignal.abort(new Error('程序正在停止。'));
    await expect(verifyFiles(appContext(store), stopped)).rejects.toThrow('程序正在停止。');
  });
});
