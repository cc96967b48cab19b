import { carryOutHandovers } from '../commands/carry-out-handovers.ts';
import { tellDigests } from '../notices/daily-digest.ts';
import { postWebhooks } from '../notices/post-webhooks.ts';
import { sendApplicantMails } from '../notices/send-applicant-mails.ts';
import { sendMails } from '../notices/send-mails.ts';
import type { Job } from './job.ts';
import type { OutgoingSettings } from './outgoing-settings.ts';

/** Each minute: mails and messages that are due. What fails is tried again by its own row, not by the queue. */
export const sendOutgoing = ({ publicUrl, smtpUrl, from, allowInside }: OutgoingSettings): Job => ({
  name: 'send-outgoing',
  title: '发送通知',
  cron: '* * * * *',
  retries: 0,
  retryDelay: 60,
  expireInHours: 1,
  // Each row is claimed by itself: a run that died keeps none waiting longer than its claim.
  sideBySide: true,
  missed: async () => true,
  run: async (context, signal) => {
    if (smtpUrl !== null) {
      await sendMails(context, { smtpUrl, from, publicUrl }, signal);
      await sendApplicantMails(context, { smtpUrl, from, publicUrl }, signal);
    }
    await postWebhooks(context, { allowInside, publicUrl }, signal);
  },
});

/** Each morning: what is due. A day without a running program is not made up for: the work list shows it anyway. */
export const dailyDigest: Job = {
  name: 'daily-digest',
  title: '每日到期提醒',
  cron: '0 8 * * *',
  retries: 3,
  retryDelay: 600,
  expireInHours: 2,
  missed: async () => false,
  run: async (context, signal) => {
    await tellDigests(context, signal);
  },
};

/** Just after midnight: what goes to the next person from today on. Every start looks for days that were missed. */
export const carryOut: Job = {
  name: 'carry-out-handovers',
  title: '到期移交待办',
  cron: '5 0 * * *',
  retries: 5,
  retryDelay: 300,
  expireInHours: 2,
  missed: async () => true,
  run: async (context) => {
    await carryOutHandovers(context);
  },
};
