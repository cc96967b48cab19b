import type { ReceiptFacts } from '../../../domain/application/receipt.ts';
import { applicationAct, given } from '../../applications/application-act.ts';
import { receiptShape } from './enter-application.ts';

/** Fixes the day of receipt by the rule of the channel (第三十一条). */
export const receiveApplication = applicationAct({
  act: 'application.receive',
  type: 'receive',
  shape: { receipt: receiptShape },
  facts: ({ receipt }) => given(receipt) as ReceiptFacts,
});
