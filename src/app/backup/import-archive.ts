import { sql, type Transaction } from 'kysely';
import { addDays, type Day } from '../../domain/workday/index.ts';
import { type Agency, agencyById, agencyBySlug } from '../../store/agencies.ts';
import { agencyTablesInOrder, type CopiedTable, listed, quoted } from '../../store/copied-tables.ts';
import { appendEvent } from '../../store/events.ts';
import { newId } from '../../store/ids.ts';
import { migrate } from '../../store/migrate.ts';
import type { Store } from '../../store/store.ts';
import type { Tables } from '../../store/tables.ts';
import { mustBeAllowed } from '../authorise.ts';
import { type AppContext, actorId } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { fillFiles, fillTables, migrationsOf } from './fill.ts';
import { type ArchivedAgency, BackupFault, type Manifest } from './manifest.ts';
import { fingerprintOf } from './signer.ts';
import { verifyBackup } from './verify.ts';

type Tx = Transaction<Tables>;

export interface ArchiveImport {
  /** Slug of the agency that takes its place. */
  readonly successor: string;
  /** Fingerprint of the giving installation's key, as it was told by another way; unchecked without it. */
  readonly signer?: string | undefined;
}

export interface ImportedArchive {
  readonly manifest: Manifest;
  readonly agency: ArchivedAgency;
  readonly successor: string;
  /** Of the key it was signed by. */
  readonly fingerprint: string;
}

const foreignKeyViolation = '23503';
const plain = (fingerprint: string): string => fingerprint.replaceAll(/\s/g, '').toLowerCase();

async function readArchive(folder: string, signer: string | undefined) {
  const { manifest, signature, files } = await verifyBackup(folder);
  const { agency } = manifest;
  if (agency === null)
    throw new BackupFault(`${folder}：这是整个系统的备份，不是一个机关的档案。请用 gongkai restore。`);
  if (signature === null) throw new BackupFault(`${folder}：没有签名，不能接收。请向移交的机关核实。`);
  const fingerprint = fingerprintOf(signature);
  if (signer !== undefined && plain(signer) !== plain(fingerprint))
    throw new BackupFault(
      `${folder}：签名密钥的指纹是 ${fingerprint}，与给出的不符，没有接收。请向移交的机关核实。`,
    );
  return { manifest, agency, files, fingerprint };
}

/** Fills a schema of its own at the archive's shape, compares it, and brings it to the newest shape. */
async function fillSchema(
  store: Store,
  schema: string,
  folder: string,
  manifest: Manifest,
): Promise<readonly CopiedTable[]> {
  const database = store.openSchema(schema);
  const client = await store.connect(schema);
  try {
    await migrate(database, migrationsOf(manifest));
    await client.query('begin');
    await fillTables(client, folder, manifest);
    await client.query('commit');
    await migrate(database);
    return await agencyTablesInOrder(client);
  } finally {
    await client.end();
    await database.destroy();
  }
}

/** An agency that is known by its code alone, without anything of its own, gives way to the one that comes. */
async function makeRoom(transaction: Tx, agency: ArchivedAgency): Promise<string | null> {
  if ((await agencyById(transaction, agency.id)) !== null)
    throw new BackupFault(`${agency.name}（${agency.slug}）的档案已经接收过，没有再次接收。`);
  const known = await agencyBySlug(transaction, agency.slug);
  if (known === null) return null;
  await sql`update agency set slug = ${`${agency.slug}#${known.id}`} where id = ${known.id}`.execute(
    transaction,
  );
  return known.id;
}

async function removeKnown(transaction: Tx, known: string, agency: ArchivedAgency): Promise<void> {
  for (const column of ['superior_id', 'successor_id'])
    await sql`update agency set ${sql.ref(column)} = ${agency.id} where ${sql.ref(column)} = ${known}`.execute(
      transaction,
    );
  try {
    await sql`delete from agency_search where agency_id = ${known}`.execute(transaction);
    await sql`delete from agency where id = ${known}`.execute(transaction);
  } catch (error) {
    if ((error as { code?: string }).code !== foreignKeyViolation) throw error;
    throw new BackupFault(
      `本系统里已有代码为 ${agency.slug} 的机关，且已有它的数据，不能接收同一机关的档案。`,
      { cause: error },
    );
  }
}

async function place(
  context: AppContext,
  transaction: Tx,
  agency: ArchivedAgency,
  successor: Agency,
): Promise<void> {
  const superior = agency.superior && (await agencyBySlug(transaction, agency.superior.slug));
  const yesterday: Day = addDays(dayOf(context.now()), -1);
  await sql`
    update agency set superior_id = ${superior?.id ?? null}, successor_id = ${successor.id},
      valid_to = coalesce(valid_to, ${yesterday}::date) where id = ${agency.id}`.execute(transaction);
}

/** Both records tell it, and the successor's keeps the head of the chain that came. */
async function recordImport(
  context: AppContext,
  transaction: Tx,
  { manifest, agency, fingerprint }: Omit<ImportedArchive, 'successor'>,
  successor: Agency,
): Promise<void> {
  const shared = { actor: actorId(context.actor), at: context.now(), subjectId: agency.id };
  const { rows } = await sql<{ seq: string; hash: string }>`
    select seq, encode(hash, 'hex') as hash from event_head where agency_id = ${agency.id}`.execute(
    transaction,
  );
  const head = rows[0] === undefined ? null : { seq: Number(rows[0].seq), hash: rows[0].hash };
  await appendEvent(transaction, {
    ...shared,
    agencyId: successor.id,
    kind: 'archive.imported',
    facts: { slug: agency.slug, shows: manifest.at, signer: fingerprint },
  });
  if (head !== null)
    await appendEvent(transaction, {
      ...shared,
      agencyId: successor.id,
      kind: 'audit.anchored',
      facts: head,
    });
  await appendEvent(transaction, {
    ...shared,
    agencyId: agency.id,
    kind: 'agency.succeeded',
    facts: { successor: successor.slug },
  });
}

/**
 * Takes one agency's archive into a system where its successor is: agency, reports, files and record of acts keep
 * their ids and addresses, and the chain goes on. All or nothing; an archive of an older program is brought to the
 * newest shape in a schema of its own first.
 */
export async function importArchive(
  context: AppContext,
  folder: string,
  given: ArchiveImport,
): Promise<ImportedArchive> {
  mustBeAllowed(context, 'archive.import');
  const { store } = context;
  const archive = await readArchive(folder, given.signer);
  const successor = await store.read((database) => agencyBySlug(database, given.successor));
  if (successor === null)
    throw new BackupFault(`没有代码为 ${given.successor} 的机关。请核对承接机关网址中的代码。`);
  if (successor.valid_to !== null)
    throw new BackupFault(`${successor.name}已于${successor.valid_to}撤销，不能作为承接的机关。`);
  const schema = `archive_${newId().replaceAll('-', '')}`;
  const client = await store.connect();
  try {
    await client.query(`create schema ${schema}`);
    const tables = await fillSchema(store, schema, folder, archive.manifest);
    await fillFiles(store, folder, archive.files);
    await store.write(async (transaction) => {
      const known = await makeRoom(transaction, archive.agency);
      for (const { name, columns } of tables)
        await sql
          .raw(
            `insert into ${quoted(name)} (${listed(columns)}) select ${listed(columns)} from ${schema}.${quoted(name)}`,
          )
          .execute(transaction);
      if (known !== null) await removeKnown(transaction, known, archive.agency);
      await place(context, transaction, archive.agency, successor);
      await recordImport(context, transaction, archive, successor);
    });
  } finally {
    await client.query(`drop schema if exists ${schema} cascade`).catch(() => {});
    await client.end();
  }
  return { ...archive, successor: successor.slug };
}
