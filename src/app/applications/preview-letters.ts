import type { Letter } from '../../domain/application/letters/letter.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { CaseRef } from '../../store/applications.ts';
import { logReading } from '../access-log.ts';
import type { AppContext } from '../context.ts';
import { type ActDone, tried } from './application-act.ts';
import { accessOf } from './opened-case.ts';

/**
 * The letters that an act on a case would send, word by word: it is done in full, its letters are read, and it is undone,
 * so that nothing is kept and no number is taken. Refused as the act would be. Names stand in them: the reading is logged.
 */
export async function previewLetters(
  context: AppContext,
  ref: CaseRef,
  perform: (context: AppContext) => Promise<ActDone | Refusal>,
): Promise<readonly Letter[] | Refusal> {
  const letters: Letter[] = [];
  const outcome = await perform({ ...context, trial: letters });
  if (!isRefusal(outcome)) throw new Error('An act that was only tried was kept.');
  if (outcome.code !== tried.code) return outcome;
  await logReading(context, accessOf(ref, 'application.read'), '预览文书');
  return letters;
}
