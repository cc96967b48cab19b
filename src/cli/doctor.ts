import type { Diagnosis } from '../app/diagnosis.ts';
import { diagnose } from '../app/doctor.ts';
import { jobSettings } from '../app/jobs/settings.ts';
import { type Io, write } from './io.ts';
import { listenOn, type ServeOptions } from './listen.ts';
import { storeOptions } from './store-options.ts';

const marks: Readonly<Record<Diagnosis['state'], string>> = { fine: '✓', warning: '!', fault: '✗' };

/** `gongkai doctor`: what the program needs of this machine, a line each. Exit 1 when something is in the way. */
export async function doctor(options: ServeOptions, io: Io): Promise<number> {
  const { dataFolder, databaseUrl } = storeOptions(io);
  const jobs = jobSettings(io.env, dataFolder);
  const found = await diagnose({
    dataFolder,
    databaseUrl,
    jobs,
    ...listenOn(options, io),
    mails: Boolean(io.env.GONGKAI_SMTP_URL),
    today: io.now(),
  });
  for (const { state, subject, message } of found)
    await write(io.stdout, `${marks[state]} ${subject}：${message}\n`);
  return found.some(({ state }) => state === 'fault') ? 1 : 0;
}
