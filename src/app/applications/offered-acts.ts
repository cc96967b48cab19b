import type { ActType } from '../../domain/application/acts.ts';
import { waitsForContact } from '../../domain/application/arrival.ts';
import type { ApplicationCase } from '../../domain/application/case.ts';
import { extensionOf } from '../../domain/application/case-clock.ts';
import { rowsFrom } from '../../domain/application/decide.ts';
import { standsThere } from '../../domain/application/on-the-spot.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { Actor } from '../context.ts';
import { type ActId, policyRow } from '../policy/index.ts';
import { denial } from '../policy/policy.ts';
import type { CaseRecord } from './case-record.ts';
import { isAnsweredInGroup } from './in-group.ts';

type Ready = (state: ApplicationCase, today: Day) => boolean;

const letterOut: Ready = ({ opinions }) => opinions.some(({ view }) => view === null);

/** Acts that make no sense yet, or no more: they are not offered. What an act lacks besides is told when it is done. */
const ready: Partial<Readonly<Record<ActType | 'reviewLegal' | 'reviewSecrecy', Ready>>> = {
  tryContact: waitsForContact,
  askCorrection: ({ correction }) => correction === null,
  takeCorrection: ({ waitingFor }) => waitingFor === 'correction',
  recordOpinionReceipt: ({ opinions }) =>
    opinions.some(({ view, receivedOn }) => view === null && receivedOn === null),
  takeOpinion: letterOut,
  askReasons: ({ explanation }) => explanation === null,
  takeReasons: ({ explanation }) => explanation !== null && explanation.givenOn === null,
  weighReasons: ({ explanation }) =>
    explanation !== null && explanation.givenOn !== null && explanation.reasonable === null,
  delay: ({ explanation }) => explanation?.reasonable === true,
  consentExtension: ({ extensionConsent, clock }) => extensionConsent === null && extensionOf(clock) === null,
  extend: ({ extensionConsent, clock }) => extensionConsent !== null && extensionOf(clock) === null,
  recordFeeNoticeReceipt: ({ waitingFor, clock }) =>
    waitingFor === 'payment' &&
    clock.findLastIndex(({ type }) => type === 'feeNoticeReceived') <
      clock.findLastIndex(({ type }) => type === 'feeNoticeSent'),
  takePayment: ({ waitingFor }) => waitingFor === 'payment',
  answerOnSpot: (state, today) => standsThere(state) && state.receivedOn === today && state.draft === null,
  submitForReview: ({ draft }) => draft !== null,
  reviewLegal: ({ reviews }) => reviews.legal === null,
  reviewSecrecy: ({ reviews }) => reviews.secrecy === null,
  approve: ({ approval }) => approval === null,
  send: ({ approval }) => approval !== null,
  proveDelivery: ({ letter }) => letter !== null && letter.proof === null,
  close: ({ letter }) => letter?.proof != null,
  proposeDisclosure: ({ answer }) => answer === 'granted.provided' || answer === 'partial',
};

/** What this person can do to a case as it stands, in the order of the table of transitions. */
export function offeredActs(actor: Actor, record: CaseRecord, today: Day): readonly ActId[] {
  if (typeof actor === 'string') return [];
  const names = [...new Set(rowsFrom(record.phase).map(({ act }) => act))].flatMap((act) =>
    act === 'review' ? (['reviewLegal', 'reviewSecrecy'] as const) : [act],
  );
  return names.flatMap((name) => {
    if (!(ready[name]?.(record.state, today) ?? true)) return [];
    if (isAnsweredInGroup(record, name.startsWith('review') ? 'review' : name)) return [];
    const id = `application.${name}`;
    const row = policyRow(id);
    return row === undefined || denial(row, actor, record, [record.agencyId]) !== null ? [] : [id as ActId];
  });
}
