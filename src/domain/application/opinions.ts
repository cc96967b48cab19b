import { deadlines } from '../../law/deadlines.ts';
import { type Day, dayNumber, type WorkdayTable, workdayAfter } from '../workday/index.ts';
import type { ApplicationCase, Opinion } from './case.ts';

/** What came of a letter by the evening of a day. `silent`: its 15 working days are past (第三十二条, 第三十四条). */
export type OpinionState = 'open' | 'agrees' | 'objects' | 'silent';

export function opinionState(opinion: Opinion, on: Day, table: WorkdayTable): OpinionState {
  if (opinion.view !== null) return opinion.view === 'none' ? 'silent' : opinion.view;
  if (opinion.asked === 'agency' || opinion.receivedOn === null) return 'open';
  const { workdays } = opinion.asked === 'maker' ? deadlines.makerOpinion : deadlines.thirdPartyOpinion;
  const last = workdayAfter(dayNumber(opinion.receivedOn), workdays, table);
  return last !== null && dayNumber(on) > last ? 'silent' : 'open';
}

/** Letters whose opinion is still to come: nothing said, and the day of silence not past. */
export const openOpinions = (state: ApplicationCase, on: Day, table: WorkdayTable): readonly Opinion[] =>
  state.opinions.filter((each) => opinionState(each, on, table) === 'open');

/** Letters whose 15 working days are past without an opinion, by their refs. */
export const silentRefs = (state: ApplicationCase, on: Day, table: WorkdayTable): readonly string[] =>
  state.opinions.filter((each) => opinionState(each, on, table) === 'silent').map(({ ref }) => ref);

/** A co-maker who stays silent consents (第三十四条); a third party who does leaves it to the agency (第三十二条). */
export const consents = (opinion: Opinion, on: Day, table: WorkdayTable): boolean => {
  const state = opinionState(opinion, on, table);
  return state === 'agrees' || (state === 'silent' && opinion.asked === 'maker');
};

/**
 * Third parties over whose objection a draft discloses: for the public interest (第三十二条, to be told in writing), or
 * because the objection has no 合理理由. None where what concerns them is withheld.
 */
export function overruledObjections({ draft, opinions }: ApplicationCase): readonly Opinion[] {
  if (draft === null || (draft.answer !== 'granted.provided' && draft.answer !== 'partial')) return [];
  const withheld = draft.withheld.some(({ ground }) => ground === 'thirdParty');
  const overriding = draft.publicInterest !== null && draft.publicInterest.trim() !== '';
  return opinions.filter(
    ({ asked, view, reasonable }) =>
      asked === 'thirdParty' && view === 'objects' && (reasonable === true ? overriding : !withheld),
  );
}

/** Third parties whose objection has 合理理由: their information is withheld, unless the public interest overrides it. */
export const soundObjections = (state: ApplicationCase): readonly Opinion[] =>
  state.opinions.filter(
    ({ asked, view, reasonable }) => asked === 'thirdParty' && view === 'objects' && reasonable === true,
  );
