import { openGroupActs } from '../../store/group-acts.ts';
import { carryGroupActs, countGroups } from '../commands/groups/carry-group-acts.ts';
import type { Job } from './job.ts';

/** Some minutes less than the hour after which a run counts as lost. */
const withinMs = 55 * 60_000;
/** A sixth of the time: requests have the rest. */
export const carryShare = 1 / 6;

/**
 * Each minute: acts on groups of applications are carried to each of them, from where the last run came to. A run that
 * died does not keep the next one waiting.
 */
export const carryGroups: Job = {
  name: 'carry-group-acts',
  title: '把整组办理落到每一件',
  cron: '* * * * *',
  retries: 0,
  retryDelay: 60,
  expireInHours: 1,
  sideBySide: true,
  missed: ({ store }) => store.read(async (database) => (await openGroupActs(database, 1)).length > 0),
  run: async (context, signal) => {
    await carryGroupActs(context, { signal, share: carryShare, withinMs });
    await countGroups(context, signal);
  },
};
