import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { AppContext } from '../../../app/context.ts';
import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { checkAnswer, checkForm } from '../../../domain/application/answer-check.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { workdayTable } from '../../../domain/workday/index.ts';

/** Why a draft cannot be handed on to review yet; null where it can, or where there is none. */
export function draftLacks({ now, calendar }: AppContext, { state, form }: CaseSheet): Refusal | null {
  if (state.phase !== 'drafting' || state.draft === null) return null;
  const lacking = checkAnswer(state, state.draft, shanghaiDay(now()), workdayTable(calendar()));
  return lacking ?? checkForm(state.draft, { form }) ?? null;
}
