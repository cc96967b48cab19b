import { clockOf } from '../../domain/application/case-clock.ts';
import type { Asked } from '../../domain/application/history.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Day, workdayTable } from '../../domain/workday/index.ts';
import type { Writing } from './acting.ts';
import { given } from './application-act.ts';
import type { CaseRecord } from './case-record.ts';
import { letterAgencyOf } from './letter-agency.ts';
import { sendNotice } from './letters.ts';

type On = Writing & { readonly loaded: CaseRecord };

/** 接收回执, where the applicant asks for it or the agency always sends it; no article demands it. */
export async function sendReceipt(acting: On, day: Day, asked: boolean): Promise<Refusal | undefined> {
  const { transaction, loaded, context } = acting;
  const agency = await letterAgencyOf(transaction, loaded.agencyId);
  if (isRefusal(agency)) return asked ? agency : undefined;
  if (!asked && !agency.sends.receiptLetter) return undefined;
  const { channel } = loaded.state;
  const due = clockOf(loaded.state, day, workdayTable(context.calendar()))?.due ?? null;
  return sendNotice(acting, {
    kind: 'receipt',
    day,
    facts: given({ answerDue: due, receiptNumber: loaded.row.receipt_number }),
    ...(channel === 'counter' || channel === 'oral' ? { method: 'inPerson' } : {}),
  });
}

/** Why somebody is asked, in words that tell the applicant neither whom nor what he said. */
const reasons: Readonly<Record<Asked, string>> = {
  thirdParty: '所申请的信息涉及第三方合法权益',
  maker: '所申请的信息由本机关与其他行政机关共同制作',
  agency: '所申请的信息涉及其他行政机关的职责',
};

/** 征求意见告知书: that the period stands still while others are asked; listed locally, demanded by no article. */
export async function tellConsultation(acting: On, day: Day, asked: Asked): Promise<Refusal | undefined> {
  const agency = await letterAgencyOf(acting.transaction, acting.loaded.agencyId);
  if (isRefusal(agency) || !agency.sends.consultationLetter) return undefined;
  return sendNotice(acting, { kind: 'consultationNotice', day, facts: { reason: reasons[asked] } });
}
