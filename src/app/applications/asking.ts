import * as z from 'zod';
import type { Asked } from '../../domain/application/history.ts';
import type { Addressed } from '../../domain/application/remedy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { DeliveryMethod } from '../../law/delivery.ts';
import type { LetterKindId } from '../../law/letters.ts';
import { insertOpinion } from '../../store/application-matters.ts';
import type { Writing } from './acting.ts';
import { given, textSchema } from './application-act.ts';
import type { CaseRecord } from './case-record.ts';
import { tellConsultation } from './courtesy-letters.ts';
import { sendNotice } from './letters.ts';
import { aboutCase, sealJson } from './sealing.ts';

/** Whom a letter asks: kept sealed; the case knows him as 第三方1. */
export interface Party {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  /** 个人隐私 is a person's, 商业秘密 mostly an organisation's; missing in what was asked before: an organisation, by post. */
  readonly addressed?: Addressed;
  readonly method?: DeliveryMethod;
}

/** How letters reach somebody who is no applicant here: he has no page to fetch them from. */
export const partyMethods = [
  'post',
  'inPerson',
  'entrusted',
  'email',
] as const satisfies readonly DeliveryMethod[];

/** How letters to a party are addressed and served. */
export const reachedAs = ({ name, addressed = 'unit', method = 'post' }: Party) => ({
  addressee: { name, addressed },
  method,
});

const partyShape = {
  party: textSchema.min(1, '请写明征求谁的意见。'),
  method: z.enum(partyMethods, '请选择送达方式。'),
  address: textSchema,
  contact: textSchema,
  /** What the letter asks about. */
  information: textSchema.min(1, '请写明征求意见的内容。'),
  reason: textSchema,
};
/** Other agencies are organisations. */
export const agencyShape = partyShape;
export const thirdPartyShape = {
  ...partyShape,
  addressed: z.enum(['person', 'unit'], '请选择第三方是个人还是单位。'),
};
interface Given {
  readonly party: string;
  readonly addressed?: Addressed;
  readonly method: DeliveryMethod;
  readonly address: string;
  readonly contact: string;
  readonly information: string;
  readonly reason: string;
  readonly on: Day;
  /** By when another agency is asked to reply; the law gives all others their 15 working days. */
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
  const { transaction, loaded } = acting;
  const { party: name, address, contact, addressed = 'unit', method } = input;
  const party: Party = { name, address, contact, addressed, method };
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
  const refused = await sendNotice(acting, {
    kind: letters[asked],
    ref,
    day: input.on,
    ...reachedAs(party),
    facts: {
      information: input.information,
      ...given({ reason: input.reason, due: input.until }),
    },
  });
  return refused ?? tellConsultation(acting, input.on, asked);
}
