import { isRefusal } from '../../domain/refusal.ts';
import { type ApplicantMail, settleApplicantMail, takeApplicantMails } from '../../store/applicant-mails.ts';
import { logReading } from '../access-log.ts';
import { formOf, readCase } from '../applications/case-record.ts';
import { accessOf } from '../applications/opened-case.ts';
import type { AppContext } from '../context.ts';
import { applicantNews } from './applicant-news.ts';
import { type MailSettings, sendRows } from './mail-run.ts';

/** Number and address of the page; what was asked for and by whom stands in none of it. */
export function newsText(act: string, receiptNumber: string, publicUrl: string) {
  const site = publicUrl.replace(/\/+$/, '');
  return {
    subject: `政府信息公开申请 ${receiptNumber} 有新进展`,
    text: `您的政府信息公开申请（申请编号 ${receiptNumber}）有新进展：\n${applicantNews[act as keyof typeof applicantNews] ?? '请查看。'}\n\n请凭申请编号和查询码查看：\n${site}/track\n\n提交申请时选择了用电子邮件接收进展，所以收到本邮件。本邮件由系统自动发送，请勿回复；它不是答复书，也不代替送达。\n`,
  };
}

/** The address the applicant gave, and the number; null where the data was deleted or no address is there any more. */
async function addressee(context: AppContext, { agency_id: agencyId, application_id: id }: ApplicantMail) {
  const record = await context.store.read((database) => readCase(database, context.vault, { agencyId, id }));
  if (isRefusal(record)) return null;
  await logReading(context, accessOf({ agencyId, id }, 'notice.send'), '发送进展通知');
  const { email } = formOf(record).contact;
  return email === null ? null : { email, receiptNumber: record.row.receipt_number };
}

/** Sends what applicants chose to hear; returns how many mails were taken by the server. */
export const sendApplicantMails = (
  context: AppContext,
  settings: MailSettings,
  signal?: AbortSignal,
): Promise<number> =>
  sendRows<ApplicantMail>(
    context,
    settings,
    {
      take: takeApplicantMails,
      async compose(row) {
        const to = await addressee(context, row);
        return to === null
          ? null
          : { to: to.email, ...newsText(row.act, to.receiptNumber, settings.publicUrl) };
      },
      tries: ({ tries }) => tries,
      settle: (transaction, row, outcome) =>
        settleApplicantMail(
          transaction,
          row,
          outcome.end === 'waiting' ? { state: 'waiting', after: outcome.after } : { state: outcome.end },
        ),
    },
    signal,
  );
