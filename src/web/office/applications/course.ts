import { actTitle, notesOf, partWords, refOfAct } from '../../../app/applications/act-words.ts';
import type { CaseAct } from '../../../app/applications/case-acts.ts';
import { earlierPart } from '../../../app/applications/taken-over.ts';
import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import type { TimelineEntry } from '../../theme/timeline.tsx';
import { minuteOf } from './words.ts';

function words(act: CaseAct): string {
  const { by, part, on, at } = act;
  const ref = refOfAct(act);
  const day = part === earlierPart || minuteOf(at).startsWith(on) ? [] : [`日期 ${on}`];
  return [by ?? partWords(part), ...(ref === null ? [] : [ref]), ...notesOf(act), ...day].join('：');
}

const states: Readonly<Record<string, TimelineEntry['state']>> = {
  return: 'returned',
  askCorrection: 'paused',
  askThirdParty: 'paused',
  askMaker: 'paused',
  askAgency: 'paused',
  noticeFee: 'paused',
};

/** The course of a case, the newest first. */
export const courseOf = ({ acts }: Pick<CaseSheet, 'acts'>): TimelineEntry[] =>
  [...acts].reverse().map((act) => ({
    title: actTitle(act.act),
    at: act.part === earlierPart ? act.on : minuteOf(act.at),
    text: words(act),
    state: states[act.act] ?? 'done',
  }));
