import { isRefusal } from '../../domain/refusal.ts';
import { agenciesToLookAt } from '../../store/retention.ts';
import { drawDestruction } from '../commands/retention/draw-destruction.ts';
import type { AppContext } from '../context.ts';
import { thisYear } from '../retention/plan.ts';
import { removeErasedFiles } from '../retention/remove-erased.ts';
import type { Job } from './job.ts';

/** Lists what is due, agency by agency; gives how many lists were drawn. Nothing is deleted but what persons confirmed. */
export async function drawDueLists(context: AppContext, signal: AbortSignal): Promise<number> {
  const agencies = await context.store.read((database) => agenciesToLookAt(database, thisYear(context)));
  let drawn = 0;
  for (const agencyId of agencies) {
    if (signal.aborted) break;
    const outcome = await drawDestruction(context, { agencyId });
    if (!isRefusal(outcome)) drawn += 1;
  }
  return drawn;
}

/** Each morning, hours after the backup, which must find the files that it listed. */
export const keepRetention: Job = {
  name: 'keep-retention',
  title: '列出保管期限已满的案卷，清除已销毁案卷的密文',
  cron: '40 6 * * *',
  retries: 3,
  retryDelay: 900,
  expireInHours: 6,
  missed: async () => false,
  run: async (context, signal) => {
    await removeErasedFiles(context, signal);
    await drawDueLists(context, signal);
  },
};
