import { type Citation, cite } from '../../law/citation.ts';
import type { ActType } from '../application/acts.ts';
import { type Phase, transitions } from '../application/phases.ts';
import type { Day } from '../workday/index.ts';
import type { RowValues } from './cells.ts';

/** Something done before the case was taken over, on the day the file tells. */
export interface EarlierAct {
  readonly act: ActType;
  readonly on: Day;
  readonly from: Phase;
  readonly to: Phase;
  readonly basis: Citation | null;
}

interface Told {
  readonly act: ActType;
  readonly on: string | undefined;
  /** Left out: the phase stays. */
  readonly to?: Phase;
}

const basisOf = (act: ActType): Citation | null =>
  transitions.find((row) => row.act === act)?.basis ?? cite('tiaoli2019', '第四十五条');

function toldBy(values: RowValues): readonly Told[] {
  const { receivedOn, asked, state, endedOn } = values;
  const ask = asked === 'maker' ? 'askMaker' : asked === 'agency' ? 'askAgency' : 'askThirdParty';
  return [
    { act: 'submit', on: receivedOn, to: 'submitted' },
    { act: 'receive', on: receivedOn, to: 'received' },
    { act: 'register', on: receivedOn, to: 'inReview' },
    { act: 'askCorrection', on: values.correctionOn, to: 'waiting' },
    { act: 'takeCorrection', on: values.correctedOn, to: 'inReview' },
    { act: 'noticeFee', on: values.feeOn, to: 'waiting' },
    { act: 'recordFeeNoticeReceipt', on: values.feeReceivedOn },
    { act: 'takePayment', on: values.paidOn, to: 'drafting' },
    { act: ask, on: values.askedOn },
    { act: 'recordOpinionReceipt', on: values.askReceivedOn },
    { act: 'takeOpinion', on: values.heardOn },
    { act: 'extend', on: values.extendedOn },
    ...(state === 'sent' || state === 'closed' ? [{ act: 'send', on: endedOn, to: 'sent' } as const] : []),
    ...(state === 'withdrawn' ? [{ act: 'withdraw', on: endedOn, to: 'withdrawn' } as const] : []),
    ...(state === 'abandoned' ? [{ act: 'giveUp', on: endedOn, to: 'abandoned' } as const] : []),
  ];
}

/** What the file says was done on a case, by day and within a day in the order of the procedure. */
export function actsOfRow(values: RowValues): readonly EarlierAct[] {
  const told = toldBy(values).filter(({ on }) => on !== undefined);
  let from: Phase = 'draft';
  return [...told]
    .sort((a, b) => (a.on! < b.on! ? -1 : Number(a.on! > b.on!)))
    .map(({ act, on, to = from }) => {
      const one = { act, on: on as Day, from, to, basis: basisOf(act) };
      from = to;
      return one;
    });
}
