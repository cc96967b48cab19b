import { type ActType, actNames } from '../../domain/application/acts.ts';
import type { CaseAct } from './case-acts.ts';

const ownNames: Readonly<Record<string, string>> = {
  reviewLegal: '合法性审查通过',
  reviewSecrecy: '保密审查通过',
};

/** An act as its record names it, in words. */
export const actTitle = (act: string): string => ownNames[act] ?? actNames[act as ActType] ?? act;

/** Notes that are words of somebody; the rest stands elsewhere. */
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

export const notesOf = ({ facts }: CaseAct): readonly string[] =>
  told.flatMap((key) => (typeof facts[key] === 'string' && facts[key] !== '' ? [facts[key]] : []));

/** 第三方1: which of several letters an act is about. */
export const refOfAct = ({ facts }: CaseAct): string | null =>
  typeof facts.ref === 'string' ? facts.ref : null;
