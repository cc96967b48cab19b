import type { Refusal } from '../../domain/refusal.ts';
import { answerOf } from '../../law/answers.ts';
import { deliveryRules } from '../../law/delivery.ts';
import { letterKindOf } from '../../law/letters.ts';
import type { Writing } from './acting.ts';
import type { Sending } from './answer-letter.ts';
import type { CaseRecord } from './case-record.ts';
import { sendNotice } from './letters.ts';

/** 送达回证, to be signed where an answer is handed over (CK-6: the day it is signed decides). */
export async function layDeliveryReceipt(
  acting: Writing & { readonly loaded: CaseRecord },
  { on, method }: Sending,
  number: string,
): Promise<Refusal | undefined> {
  const { answer } = acting.loaded.state;
  if (answer === null || deliveryRules[method].decisive !== 'signed') return undefined;
  const { title } = letterKindOf(answerOf(answer).letter);
  return sendNotice(acting, {
    kind: 'deliveryReceipt',
    day: on,
    method,
    under: number,
    facts: { served: `${title}（${number}）` },
  });
}
