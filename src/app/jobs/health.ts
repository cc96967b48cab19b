import { stat } from 'node:fs/promises';
import pg from 'pg';
import { prepareHome } from '../../store/embedded/home.ts';
import { isReady } from '../../store/embedded/server.ts';
import { type Diagnosis, fault, fine, warning } from '../diagnosis.ts';
import type { JobSettings } from './settings.ts';

const hour = 3_600_000;
/** A backup is due each day, a drill each week; so much later it is missed. */
const longest = { backup: 50 * hour, drill: 9 * 24 * hour };
const words = { backup: '备份', drill: '恢复演练' };

interface Kept {
  readonly kind: 'backup' | 'drill';
  readonly started_at: Date;
  readonly outcome: 'done' | 'failed';
  readonly message: string;
}

const dayAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

function judge(kind: Kept['kind'], rows: readonly Kept[], now: Date): Diagnosis {
  const subject = words[kind];
  const [last] = rows.filter((row) => row.kind === kind);
  if (last === undefined)
    return warning(subject, `还没有做过。服务运行时会按时进行；也可以现在执行 gongkai backup。`);
  const at = dayAndTime.format(last.started_at);
  if (last.outcome === 'failed') return fault(subject, `${at} 失败：${last.message}`);
  if (now.getTime() - last.started_at.getTime() > longest[kind])
    return warning(subject, `上次在 ${at}，已经过期。请检查服务是否一直运行。`);
  return fine(subject, `${at}，${last.message}`);
}

async function onSameDisk({ backupFolder, dataFolder }: JobSettings): Promise<boolean> {
  if (backupFolder === null) return false;
  const devices = await Promise.all(
    [backupFolder, dataFolder].map((path) =>
      stat(path).then(
        ({ dev }) => dev,
        () => null,
      ),
    ),
  );
  return devices[0] !== null && devices[0] === devices[1];
}

/** Jobs that failed for good in the last week, by name. */
async function failedJobs(client: pg.Client): Promise<Diagnosis> {
  const { rows: installed } = await client.query<{ there: boolean }>(
    "select to_regclass('pgboss.job') is not null as there",
  );
  if (!installed[0]!.there) return warning('定时任务', '还没有运行过。gongkai serve 运行时会自动进行。');
  const { rows } = await client.query<{ name: string; failed: number }>(
    `select name, count(*)::int as failed from (
       select name, state, completed_on from pgboss.job union all
       select name, state, completed_on from pgboss.archive) jobs
     where state = 'failed' and completed_on > now() - interval '7 days' group by name order by name`,
  );
  if (rows.length === 0) return fine('定时任务', '最近七天没有失败');
  const what = rows.map(({ name, failed }) => `${name} ${failed}次`).join('，');
  return warning('定时任务', `最近七天失败：${what}。原因见服务的输出。`);
}

async function lookAt(client: pg.Client, settings: JobSettings, now: Date): Promise<Diagnosis[]> {
  const { rows: shape } = await client.query<{ there: boolean }>(
    "select to_regclass('safekeeping') is not null as there",
  );
  if (!shape[0]!.there) return [];
  const { rows } = await client.query<Kept>(
    `select distinct on (kind) kind, started_at, outcome, message from safekeeping
     order by kind, started_at desc, id desc`,
  );
  return [
    ...(settings.backupFolder === null
      ? [warning('备份', 'GONGKAI_BACKUP_FOLDER=off，不做定时备份。请确认另有备份。')]
      : [judge('backup', rows, now)]),
    ...(settings.backupFolder === null || settings.drillDay === null ? [] : [judge('drill', rows, now)]),
    await failedJobs(client),
  ];
}

/** How backups, drills and jobs stand. An embedded server that does not run is not started for it. */
export async function diagnoseKeeping(
  settings: JobSettings,
  databaseUrl: string | undefined,
  now: Date,
): Promise<Diagnosis[]> {
  const place = (await onSameDisk(settings))
    ? [
        warning(
          '备份',
          `${settings.backupFolder} 与数据在同一磁盘，磁盘损坏时会一同丢失。请以 GONGKAI_BACKUP_FOLDER 指定另一磁盘。`,
        ),
      ]
    : [];
  let connection: pg.ClientConfig;
  try {
    const home = databaseUrl === undefined ? prepareHome(settings.dataFolder) : null;
    if (home !== null && !isReady(home)) return place;
    connection =
      home === null
        ? { connectionString: databaseUrl }
        : { host: home.socket, port: 5432, user: 'gongkai', database: 'gongkai' };
  } catch {
    return place;
  }
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return [...(await lookAt(client, settings, now)), ...place];
  } catch {
    // That the database does not answer is told elsewhere.
    return place;
  } finally {
    await client.end().catch(() => {});
  }
}
