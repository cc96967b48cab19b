import { openAuth, type SingleSignOn } from '../app/accounts/auth.ts';
import { calendarFolder, calendarKeeper } from '../app/calendar-years.ts';
import type { AppContext } from '../app/context.ts';
import { seedDemonstration } from '../app/demonstration.ts';
import { seedApplications } from '../app/demonstration-applications.ts';
import { demonstrationPassword, demonstrationPeople, seedPeople } from '../app/demonstration-people.ts';
import { allJobs } from '../app/jobs/all-jobs.ts';
import { keepingCalendar } from '../app/jobs/keep-calendar.ts';
import { type OutgoingSettings, outgoingSettings } from '../app/jobs/outgoing-settings.ts';
import { startJobs } from '../app/jobs/runner.ts';
import { startSealer } from '../app/jobs/sealer.ts';
import { type JobSettings, jobSettings } from '../app/jobs/settings.ts';
import { carryOut, dailyDigest, sendOutgoing } from '../app/jobs/tell-people.ts';
import { type OpenContext, openContext } from '../app/open-context.ts';
import { overview } from '../app/queries/portal.ts';
import type { OfficeAccess } from '../web/http/app.ts';
import { type RunningServer, startServer } from '../web/http/server.ts';
import { servicesOf } from '../web/http/services-of.ts';
import { siteOf } from '../web/http/site.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';
import { listenOn, type ServeOptions } from './listen.ts';
import { withStore } from './store-options.ts';

/** GONGKAI_OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET, all three or none. */
function singleSignOnOf({ env }: Io): SingleSignOn | undefined {
  const [issuer, clientId, clientSecret] = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'].map(
    (part) => env[`GONGKAI_OIDC_${part}`] ?? '',
  );
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret || !URL.canParse(issuer))
    throw new Failure(
      '统一身份认证没有配齐：GONGKAI_OIDC_ISSUER（网址）、GONGKAI_OIDC_CLIENT_ID、GONGKAI_OIDC_CLIENT_SECRET 须同时给出。',
    );
  return { issuer, clientId, clientSecret };
}

function officeOf(context: AppContext, io: Io): (publicUrl: string) => OfficeAccess {
  const singleSignOn = singleSignOnOf(io);
  return (publicUrl) => ({
    context,
    auth: openAuth(context.store, context.vault, { publicUrl, singleSignOn }),
    singleSignOn: singleSignOn !== undefined,
    trustedProxy: io.env.TRUSTED_PROXY || undefined,
    mailless: !io.env.GONGKAI_SMTP_URL,
    webhookInside: io.env.GONGKAI_WEBHOOK_INSIDE === '1',
  });
}

async function start(open: OpenContext, options: ServeOptions, io: Io): Promise<RunningServer> {
  const listen = listenOn(options, io);
  try {
    return await startServer({
      ...listen,
      publicUrl: io.env.PUBLIC_URL,
      services: servicesOf(
        open.context,
        await siteOf(open.context),
        calendarKeeper(calendarFolder(io.env.GONGKAI_DATA), io.now),
      ),
      office: officeOf(open.context, io),
      onFault: (fault) =>
        void io.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`),
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new Failure(
        `${listen.host}:${listen.port} 已被占用。请停止占用它的程序，或用 --port 指定另一个端口。`,
        {
          cause: error,
        },
      );
    if (error instanceof RangeError) throw new Failure(error.message, { cause: error });
    throw error;
  }
}

/** Until somebody asks the program to stop. The listeners stay: they tell the embedded server that it is stopped in order. */
const asked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });

/** What goes on beside the requests: sealing each second, jobs by the clock. Jobs end first: they leave events. */
function startBackground(context: AppContext, settings: JobSettings, outgoing: OutgoingSettings, io: Io) {
  const onFault = (fault: unknown): void => void io.stderr.write(`${String(fault)}\n`);
  const sealer = startSealer(context, onFault);
  const jobs = startJobs(
    context,
    [...allJobs(settings), keepingCalendar, carryOut, dailyDigest, sendOutgoing(outgoing)],
    {
      onFault,
    },
  );
  return {
    stop: async (): Promise<void> => {
      await jobs.stop();
      await sealer.stop();
    },
  };
}

/** `gongkai serve`: portal on HOST:PORT until Ctrl-C. The first start brings a demonstration county. */
export const serve = (options: ServeOptions, io: Io): Promise<number> =>
  withStore(io, async (store) => {
    const stop = asked();
    const settings = jobSettings(io.env, store.dataFolder);
    const open = await openContext(store, 'system');
    try {
      const added = await seedDemonstration(open.context);
      const people = await seedPeople(open.context);
      await seedApplications(open.context);
      if (open.keyMadeAt !== null)
        await write(
          io.stdout,
          `已生成个人信息的主密钥：${open.keyMadeAt}。请立即另存一份到安全的地方；丢失后，加密的个人信息无法恢复，备份中也不含此密钥\n`,
        );
      if (added > 0) await write(io.stdout, `已放入示范县的${added}份年度报告（机关和数据均为虚构）\n`);
      const server = await start(open, options, io);
      const { agencies, reports } = await overview(open.context);
      await write(
        io.stdout,
        `公开已启动：${server.url}（${agencies}个机关，${reports}份年度报告）。按 Ctrl-C 停止\n`,
      );
      await write(io.stdout, `办公系统：${server.url}/office\n`);
      if (people > 0 || (await siteOf(open.context)).demonstration)
        await write(
          io.stdout,
          `示范账号 ${demonstrationPeople.map(({ username }) => username).join('、')}，口令均为 ${demonstrationPassword}\n`,
        );
      const outgoing = outgoingSettings(io.env, io.env.PUBLIC_URL || server.url);
      const background = startBackground(open.context, settings, outgoing, io);
      await stop;
      await write(io.stdout, '正在停止……\n');
      await server.close();
      await background.stop();
    } finally {
      await open.close();
    }
    return 0;
  });
