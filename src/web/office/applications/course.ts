import type { CaseAct, CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { type ActType, actNames } from '../../../domain/application/acts.ts';
import { type Actor, actorNames } from '../../../domain/application/phases.ts';
import type { TimelineEntry } from '../../theme/timeline.tsx';
import { minuteOf } from './words.ts';

const ownNames: Readonly<Record<string, string>> = {
  reviewLegal: '合法性审查通过',
  reviewSecrecy: '保密审查通过',
};
export const actTitle = (act: string): string => ownNames[act] ?? actNames[act as ActType] ?? act;

/** Notes that are words of somebody; the rest stands elsewhere on the page. */
const told = [
  'reason',
  'opinion',
  'text',
  'explanation',
  'confirmation',
  'to',
  'unit',
  'decision',
  'voucher',
  'lateBecause',
  'excuse',
];

function words({ facts, by, part, on, at }: CaseAct): string {
  const notes = told.flatMap((key) =>
    typeof facts[key] === 'string' && facts[key] !== '' ? [facts[key]] : [],
  );
  const ref = typeof facts.ref === 'string' ? [facts.ref] : [];
  const who = by ?? actorNames[part as Actor] ?? part;
  const day = minuteOf(at).startsWith(on) ? [] : [`日期 ${on}`];
  return [who, ...ref, ...notes, ...day].join('：');
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
    at: minuteOf(act.at),
    text: words(act),
    state: states[act.act] ?? 'done',
  }));
