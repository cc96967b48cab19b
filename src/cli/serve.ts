import { calendarFolder, calendarKeeper } from '../app/calendar-years.ts';
import { seedDemonstration } from '../app/demonstration.ts';
import { startSealer } from '../app/jobs/sealer.ts';
import { type OpenContext, openContext } from '../app/open-context.ts';
import { overview } from '../app/queries/portal.ts';
import { type RunningServer, startServer } from '../web/http/server.ts';
import { servicesOf } from '../web/http/services-of.ts';
import { siteOf } from '../web/http/site.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';
import { listenOn, type ServeOptions } from './listen.ts';
import { withStore } from './store-options.ts';

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

/** Until somebody asks the program to stop. */
const asked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** `gongkai serve`: portal on HOST:PORT until Ctrl-C. The first start brings a demonstration county. */
export const serve = (options: ServeOptions, io: Io): Promise<number> =>
  withStore(io, async (store) => {
    const stop = asked();
    const open = await openContext(store, 'system');
    try {
      const added = await seedDemonstration(open.context);
      if (added > 0) await write(io.stdout, `已放入示范县的${added}份年度报告（机关和数据均为虚构）\n`);
      const server = await start(open, options, io);
      const { agencies, reports } = await overview(open.context);
      await write(
        io.stdout,
        `公开已启动：${server.url}（${agencies}个机关，${reports}份年度报告）。按 Ctrl-C 停止\n`,
      );
      const sealer = startSealer(open.context, (fault) => void io.stderr.write(`${String(fault)}\n`));
      await stop;
      await write(io.stdout, '正在停止……\n');
      await server.close();
      await sealer.stop();
    } finally {
      await open.close();
    }
    return 0;
  });
