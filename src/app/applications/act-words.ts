import { type ActType, actNames } from '../../domain/application/acts.ts';
import { type Actor, actorNames } from '../../domain/application/phases.ts';
import type { CaseAct } from './case-acts.ts';
import { earlierPart, takeOverAct } from './taken-over.ts';

const ownNames: Readonly<Record<string, string>> = {
  reviewLegal: '合法性审查通过',
  reviewSecrecy: '保密审查通过',
  [takeOverAct]: '移入本系统',
};

/** An act as its record names it, in words. */
export const actTitle = (act: string): string => ownNames[act] ?? actNames[act as ActType] ?? act;

/** Of an act of which the file of a take-over tells, in place of who did it. */
const earlierWords = '移入前办理，依移入文件登记';

/** The part in which an act was done. */
export const partWords = (part: string): string =>
  part === earlierPart ? earlierWords : (actorNames[part as Actor] ?? part);

/** Notes that are words of somebody; the rest stands elsewhere. */
const told = [
  'reason',
  'opinion',
  'way',
  'text',
  'explanation',
  'confirmation',
  'to',
  'unit',
  'decision',
  'voucher',
  'lateBecause',
  'excuse',
  'because',
  'handedTo',
];

export const notesOf = ({ facts }: CaseAct): readonly string[] =>
  told.flatMap((key) => (typeof facts[key] === 'string' && facts[key] !== '' ? [facts[key]] : []));

/** 第三方1: which of several letters an act is about. */
export const refOfAct = ({ facts }: CaseAct): string | null =>
  typeof facts.ref === 'string' ? facts.ref : null;
