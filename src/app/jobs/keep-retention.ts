import { isRefusal } from '../../domain/refusal.ts';
import { agenciesWithOldAppeals } from '../../store/appeal-retention.ts';
import { agenciesWithOldClaims } from '../../store/claim-retention.ts';
import { agenciesToLookAt } from '../../store/retention.ts';
import { doneSince, recordSafekeeping } from '../../store/safekeeping.ts';
import { drawDestruction } from '../commands/retention/draw-destruction.ts';
import type { AppContext } from '../context.ts';
import { thisYear } from '../retention/plan.ts';
import { removeErasedFiles } from '../retention/remove-erased.ts';
import type { Job } from './job.ts';

const day = 24 * 3_600_000;

/** Lists what is due, agency by agency; gives how many lists were drawn. Nothing is deleted but what persons confirmed. */
export async function drawDueLists(context: AppContext, signal: AbortSignal): Promise<number> {
  const year = thisYear(context);
  const found = await context.store.read((database) =>
    Promise.all([
      agenciesToLookAt(database, year),
      agenciesWithOldClaims(database, year),
      agenciesWithOldAppeals(database, year),
    ]),
  );
  const agencies = new Set(found.flat());
  let drawn = 0;
  for (const agencyId of agencies) {
    if (signal.aborted) break;
    const outcome = await drawDestruction(context, { agencyId });
    if (!isRefusal(outcome)) drawn += 1;
  }
  return drawn;
}

/** Each morning; a day on which no process was there is made up for. Files wait for a backup that runs. */
export const keepRetention: Job = {
  name: 'keep-retention',
  title: '列出保管期限已满的案卷，清除已销毁案卷的密文',
  cron: '40 6 * * *',
  retries: 3,
  retryDelay: 900,
  expireInHours: 6,
  missed: async ({ store, now }) =>
    !(await store.read((database) =>
      doneSince(database, 'retention', new Date(now().getTime() - 1.1 * day)),
    )),
  async run(context, signal) {
    const startedAt = context.now();
    const removed = await removeErasedFiles(context, signal);
    const drawn = await drawDueLists(context, signal);
    signal.throwIfAborted();
    await context.store.write((transaction) =>
      recordSafekeeping(transaction, {
        kind: 'retention',
        started_at: startedAt,
        ended_at: context.now(),
        outcome: 'done',
        backup: null,
        shows_at: null,
        rows: null,
        files: removed,
        bytes: null,
        message: `列出${drawn}份清单，清除${removed}个文件的密文。`,
      }),
    );
  },
};
