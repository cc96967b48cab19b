import type { Asked } from '../../domain/application/history.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Day, dayNumber, workdayAfter, workdayTable } from '../../domain/workday/index.ts';
import { deadlines } from '../../law/deadlines.ts';
import type { LetterKindId } from '../../law/letters.ts';
import { insertOpinion } from '../../store/application-matters.ts';
import type { Writing } from './acting.ts';
import { textSchema } from './application-act.ts';
import type { CaseRecord } from './case-record.ts';
import { tellConsultation } from './courtesy-letters.ts';
import { sendNotice } from './letters.ts';
import { aboutCase, sealJson } from './sealing.ts';

/** Whom a letter asks: kept sealed; the case knows him as 第三方1. */
export interface Party {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
}

export const partyShape = {
  party: textSchema.min(1, '请写明征求谁的意见。'),
  address: textSchema,
  contact: textSchema,
  /** What the letter asks about. */
  information: textSchema.min(1, '请写明征求意见的内容。'),
  reason: textSchema,
};
interface Given {
  readonly party: string;
  readonly address: string;
  readonly contact: string;
  readonly information: string;
  readonly reason: string;
  readonly on: Day;
  /** By when the letter asks for a reply; without it the 15 working days of 第三十二条. */
  readonly until?: Day | null;
}

const names: Readonly<Record<Asked, string>> = {
  thirdParty: '第三方',
  maker: '共同制作机关',
  agency: '其他机关',
};
const letters: Readonly<Record<Asked, LetterKindId>> = {
  thirdParty: 'thirdPartyOpinion',
  maker: 'makerOpinion',
  agency: 'assistance',
};

/** 第三方1, 第三方2: numbered within the case, so that no name stands in its state. */
export const nextRef = (asked: Asked, { state }: CaseRecord): string =>
  `${names[asked]}${state.opinions.filter((one) => one.asked === asked).length + 1}`;

/** Keeps whom was asked, sends the letter to him, and tells the applicant that somebody is asked. */
export async function askParty(
  asked: Asked,
  input: Given,
  ref: string,
  acting: Writing & { readonly loaded: CaseRecord },
): Promise<Refusal | undefined> {
  const { transaction, loaded, context } = acting;
  const party: Party = { name: input.party, address: input.address, contact: input.contact };
  await insertOpinion(transaction, {
    agency_id: loaded.agencyId,
    application_id: loaded.id,
    ref,
    asked,
    sealed_party: sealJson(loaded.key, party, aboutCase(loaded, 'party')),
    sent_on: input.on,
    received_on: null,
    answered_on: null,
    view: null,
    reasonable: null,
    sealed_reply: null,
  });
  const table = workdayTable(context.calendar());
  const last = workdayAfter(dayNumber(input.on), deadlines.thirdPartyOpinion.workdays, table);
  const due = input.until ?? (last === null ? null : table.dayOf(last));
  const refused = await sendNotice(acting, {
    kind: letters[asked],
    ref,
    day: input.on,
    method: 'post',
    addressee: { name: party.name, addressed: 'unit' },
    facts: {
      information: input.information,
      ...(input.reason === '' ? {} : { reason: input.reason }),
      ...(due === null ? {} : { due }),
    },
  });
  return refused ?? tellConsultation(acting, input.on, asked);
}
