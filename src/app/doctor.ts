import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import pg from 'pg';
import { shippedCalendar, yearState } from '../domain/workday/index.ts';
import { findBinaries } from '../store/embedded/binaries.ts';
import { prepareHome } from '../store/embedded/home.ts';
import { migrationFolder, readMigrations } from '../store/migrate.ts';
import { type Diagnosis, fault, fine, warning } from './diagnosis.ts';
import { diagnoseKeeping } from './jobs/health.ts';
import type { JobSettings } from './jobs/settings.ts';

export interface DoctorOptions {
  readonly dataFolder: string;
  readonly databaseUrl?: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly today: Date;
  readonly jobs: JobSettings;
  /** GONGKAI_SMTP_URL is given. */
  readonly mails: boolean;
}

const leastNode = [20, 19] as const;
const leastServer = 150_000;
const leastFreeBytes = 2 * 1024 ** 3;

/** Looks at everything the program needs of its machine; changes nothing but making the data folder. */
export async function diagnose(options: DoctorOptions): Promise<Diagnosis[]> {
  const data = await diagnoseData(options.dataFolder);
  const database = options.databaseUrl
    ? await diagnoseServer(options.databaseUrl)
    : data.some(({ state }) => state === 'fault')
      ? []
      : diagnoseEmbedded(options.dataFolder);
  return [
    diagnoseNode(process.versions.node),
    ...data,
    ...database,
    ...(await diagnoseKeeping(options.jobs, options.databaseUrl, options.today)),
    diagnoseInstallation(),
    await diagnosePort(options.host, options.port),
    diagnoseCalendar(options.today),
    diagnoseMails(options.mails),
  ];
}

/** Exported for its table of versions. */
export function diagnoseNode(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  return enough
    ? fine('Node.js', `版本 ${version}`)
    : fault('Node.js', `版本 ${version} 过旧，需要 ${leastNode.join('.')} 以上。请升级 Node.js。`);
}

async function diagnoseData(folder: string): Promise<Diagnosis[]> {
  const path = resolve(folder);
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return [fault('数据文件夹', `${path} 不能读写（${code}）。请更正权限，或以 GONGKAI_DATA 指定另一处。`)];
  }
  const { bavail, bsize } = await statfs(path);
  const gib = ((bavail * bsize) / 1024 ** 3).toFixed(1);
  return [
    fine('数据文件夹', `${path} 可以读写`),
    bavail * bsize < leastFreeBytes
      ? warning('磁盘', `${dirname(path)} 所在磁盘只剩 ${gib} GB。请清理或更换磁盘，写满后将不能登记。`)
      : fine('磁盘', `剩余 ${gib} GB`),
  ];
}

function diagnoseEmbedded(dataFolder: string): Diagnosis[] {
  const subject = '内置数据库';
  try {
    const home = prepareHome(dataFolder);
    const binaries = findBinaries(home.account);
    if (binaries === null)
      return [
        fault(
          subject,
          `没有适合本机（${process.platform} ${process.arch}）的数据库程序。请重新执行 npm install，或设置 DATABASE_URL。`,
        ),
      ];
    const run = spawnSync(binaries.postgres, ['--version'], {
      encoding: 'utf8',
      cwd: '/',
      ...(home.account ? { uid: home.account.uid, gid: home.account.gid } : {}),
    });
    if (run.status !== 0)
      return [fault(subject, `数据库程序不能运行：${(run.error?.message ?? run.stderr).trim()}`)];
    return [fine(subject, `${run.stdout.trim()}，存放在 ${home.folder}`)];
  } catch (error) {
    return [fault(subject, (error as Error).message)];
  }
}

async function diagnoseServer(url: string): Promise<Diagnosis[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; name: string; encoding: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_version') as name,
        current_setting('server_encoding') as encoding`,
    );
    const { version, name, encoding } = rows[0]!;
    if (Number(version) < leastServer)
      return [fault('数据库', `PostgreSQL ${name} 过旧，需要 15 以上。请升级数据库。`)];
    if (encoding !== 'UTF8')
      return [fault('数据库', `编码为 ${encoding}，需要 UTF8。请以 UTF8 编码另建数据库。`)];
    return [fine('数据库', `PostgreSQL ${name}`)];
  } catch (error) {
    return [fault('数据库', `DATABASE_URL 所指的数据库不能连接：${(error as Error).message}`)];
  } finally {
    await client.end().catch(() => {});
  }
}

function diagnoseInstallation(): Diagnosis {
  try {
    return fine('程序', `迁移文件 ${readMigrations(migrationFolder()).length} 份，齐全`);
  } catch (error) {
    return fault('程序', (error as Error).message);
  }
}

function diagnosePort(host: string, port: number): Promise<Diagnosis> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? '已被占用（也可能是本程序正在运行）' : `不能使用（${error.code}）`;
      settle(warning('端口', `${host}:${port} ${why}。可以用 PORT 指定另一个端口。`));
    });
    probe.listen(port, host, () => probe.close(() => settle(fine('端口', `${host}:${port} 可用`))));
  });
}

/** A year is needed until its last deadlines have run out, so the coming year is asked for from December on. */
function diagnoseCalendar(today: Date): Diagnosis {
  const formatter = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
  const [year = 0, month = 0] = formatter.format(today).split('-').map(Number);
  const needed = month === 12 ? [year, year + 1] : [year];
  const missing = needed.filter((one) => yearState(one, shippedCalendar) !== 'known');
  if (missing.length === 0) return fine('工作日历', `${needed.join('、')}年的节假日安排已有`);
  return warning(
    '工作日历',
    `缺少${missing.join('、')}年的节假日安排，期限只能按法定节假日暂算。请用 gongkai calendar load 载入当年放假通知。`,
  );
}

const diagnoseMails = (set: boolean): Diagnosis =>
  set
    ? fine('发信', '已设置发信服务器')
    : warning('发信', '没有设置发信服务器，提醒和进展邮件都不发出。需要的，请设置 GONGKAI_SMTP_URL。');
