import type { Refusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { Writing } from './acting.ts';
import { layAnswer } from './answer-letter.ts';
import type { CaseRecord } from './case-record.ts';

/**
 * 不予处理 drafted before the reasons came says that none did: its letter is laid out anew, so that no answer tells what
 * is no longer so.
 */
export async function layReasons(
  acting: Writing & { readonly loaded: CaseRecord },
  day: Day,
): Promise<Refusal | undefined> {
  return acting.loaded.state.draft?.answer === 'declined.excessive'
    ? layAnswer(acting, day, 'whenItCan')
    : undefined;
}
