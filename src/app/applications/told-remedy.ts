import type { ApplicationCase } from '../../domain/application/case.ts';
import type { Clock } from '../../domain/application/clock.ts';
import { spotAnswers } from '../../domain/application/on-the-spot.ts';
import { remedyParagraphs, reviewOrgan, silenceRemedy } from '../../domain/application/remedy.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Day, dayNumber, type WorkdayTable, workdayOnOrAfter } from '../../domain/workday/index.ts';
import { answerOf } from '../../law/answers.ts';
import { deliveryRules } from '../../law/delivery.ts';
import { remedyOn, remedyPeriods } from '../../law/remedies.ts';
import type { LetterRow } from '../../store/application-letters.ts';
import type { CaseRecord } from './case-record.ts';
import type { SettledAgency } from './letter-agency.ts';
import { openBody } from './letters.ts';

/** How an applicant who disagrees goes on. */
export interface ToldRemedy {
  /** `answered`: the words of the letter itself. `silent`: past the due day. `open`: neither yet. */
  readonly because: 'answered' | 'silent' | 'open';
  readonly paragraphs: readonly string[];
  /** Who reviews; null where the agency did not say. */
  readonly organ: string | null;
  /** The day of service, and the last day on which review can be asked for; null where the receipt of the letter decides. */
  readonly served: Day | null;
  readonly until: Day | null;
}

/** By post, the applicant knows the day of receipt; else it is the day on which the letter was signed for or left. */
function reviewDays({ letter, answer }: ApplicationCase, table: WorkdayTable) {
  if (letter === null || answer === null || deliveryRules[letter.method].decisive === 'posted')
    return { served: null, until: null };
  if (remedyOn(answerOf(answer).outcome, letter.sentOn) === 'none') return { served: null, until: null };
  return servedOn(letter.sentOn, table);
}

function servedOn(day: Day, table: WorkdayTable) {
  const last = workdayOnOrAfter(dayNumber(day) + remedyPeriods.review.length, table);
  return { served: day, until: last === null ? null : table.dayOf(last) };
}

function fromLetter(record: CaseRecord, letters: readonly LetterRow[]): readonly string[] {
  const { answer } = record.state;
  if (answer === null) return [];
  const row = letters.findLast(({ status, kind }) => status === 'sent' && kind === answerOf(answer).letter);
  if (row === undefined) return [];
  return openBody(record, row.sealed_body)
    .letter.paragraphs.filter(({ parts }) => parts.includes('remedy'))
    .map(({ text }) => text);
}

/** Answered before the applicant: in the words of the letter where he took one, else of the remedy itself. */
function onTheSpot(
  { answer, endedOn }: ApplicationCase,
  letters: readonly LetterRow[],
  of: {
    readonly record: CaseRecord;
    readonly agency: SettledAgency | null;
    readonly addressed: 'person' | 'unit';
  },
): readonly string[] {
  const told = fromLetter(of.record, letters);
  if (told.length > 0 || of.agency === null || endedOn === null) return told;
  const { agency, addressed } = of;
  const request = { agency, addressed, letter: '答复', day: endedOn, online: false, onlineChannel: null };
  const made = remedyParagraphs(answer!, request, false);
  return isRefusal(made) ? [] : made;
}

/** `agency`: null where its letters are not set up; then only what the sent letter says is told. */
export function toldRemedy(
  record: CaseRecord,
  facts: {
    readonly agency: SettledAgency | null;
    readonly letters: readonly LetterRow[];
    readonly clock: Clock | null;
    readonly table: WorkdayTable;
  },
): ToldRemedy {
  const { agency, letters, clock, table } = facts;
  const { state } = record;
  const found = agency === null ? null : reviewOrgan(agency);
  const organ = isRefusal(found) ? null : found;
  if (state.letter !== null)
    return {
      because: 'answered',
      paragraphs: fromLetter(record, letters),
      organ,
      ...reviewDays(state, table),
    };
  const none = { organ, served: null, until: null };
  const addressed = state.applicant === 'naturalPerson' ? 'person' : 'unit';
  if (state.answer !== null && spotAnswers.some((each) => each === state.answer))
    return {
      because: 'answered',
      paragraphs: onTheSpot(state, letters, { record, agency, addressed }),
      organ,
      ...(state.endedOn === null ? { served: null, until: null } : servedOn(state.endedOn, table)),
    };
  if (clock?.state !== 'overdue' || clock.due === null) return { because: 'open', paragraphs: [], ...none };
  const silence = agency === null ? null : silenceRemedy(agency, clock.due, addressed);
  const paragraphs = silence === null || isRefusal(silence) ? [] : [silence];
  return { because: 'silent', paragraphs, ...none };
}
