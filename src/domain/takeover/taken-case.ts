import type { AnswerId } from '../../law/answers.ts';
import type { ApplicantKind } from '../../law/applicants.ts';
import type { DeliveryMethod } from '../../law/delivery.ts';
import type { FeeTariff } from '../../law/fees.ts';
import type { IntakeChannel } from '../../law/intake.ts';
import { type ApplicationCase, type ClockEntry, newCase, type Opinion } from '../application/case.ts';
import type { FeeNotice } from '../application/fees.ts';
import type { Asked } from '../application/history.ts';
import type { Phase } from '../application/phases.ts';
import type { Day } from '../workday/index.ts';
import type { RowValues } from './cells.ts';
import type { TakenState } from './choices.ts';

const askedNames: Readonly<Record<Asked, string>> = {
  thirdParty: '第三方',
  maker: '共同制作机关',
  agency: '其他机关',
};

const day = (value: string | undefined): Day | null => (value as Day | undefined) ?? null;

/** What a line says happened, as entries of the clock. */
export function clockOfRow(values: RowValues): readonly ClockEntry[] {
  const entry = (type: ClockEntry['type'], on: string | undefined, more: Partial<ClockEntry> = {}) =>
    on === undefined ? [] : [{ type, on: on as Day, ...more }];
  const { asked, state } = values;
  const ref = asked === undefined ? undefined : refOf(asked as Asked);
  const of = asked as Asked;
  return [
    ...entry('received', values.receivedOn),
    ...entry('correctionSent', values.correctionOn, { due: day(values.correctionDue)! }),
    ...entry('correctionReceived', values.correctedOn),
    ...entry('feeNoticeSent', values.feeOn),
    ...entry('feeNoticeReceived', values.feeReceivedOn),
    ...entry('feePaid', values.paidOn),
    ...(ref === undefined ? [] : entry(`${of}Asked`, values.askedOn, { ref })),
    ...(ref === undefined || of === 'agency' ? [] : entry(`${of}Received`, values.askReceivedOn, { ref })),
    ...(ref === undefined ? [] : entry(`${of}Answered`, values.heardOn, { ref })),
    ...entry('extended', values.extendedOn, { days: Number(values.extendedBy) }),
    ...(state === 'sent' || state === 'closed' ? entry('answered', values.endedOn) : []),
    ...(state === 'withdrawn' ? entry('withdrawn', values.endedOn) : []),
  ];
}

export const refOf = (asked: Asked): string => `${askedNames[asked]}1`;

function opinionOf({ asked, askedOn, askReceivedOn, heardOn, view }: RowValues): readonly Opinion[] {
  if (asked === undefined) return [];
  return [
    {
      ref: refOf(asked as Asked),
      asked: asked as Asked,
      sentOn: day(askedOn)!,
      receivedOn: day(askReceivedOn),
      answeredOn: day(heardOn),
      view: heardOn === undefined ? null : ((view as Opinion['view'] | undefined) ?? 'none'),
      reasonable: null,
    },
  ];
}

/** The notice of a fee in a line; how many the applicant sent in before in its month is not asked for. */
export const feeOfRow = ({ feeOn, feeTariff, feeQuantity, feeYuan }: RowValues): FeeNotice | null =>
  feeOn === undefined
    ? null
    : {
        tariff: feeTariff as FeeTariff['id'],
        quantity: Number(feeQuantity),
        before: 0,
        yuan: Number(feeYuan),
      };

const phaseOf = ({ state, unit }: RowValues): Phase =>
  state === 'running'
    ? unit === undefined
      ? 'inReview'
      : 'drafting'
    : (state as Exclude<TakenState, 'running'>);

function waitOf({ state, correctionOn, correctedOn }: RowValues): ApplicationCase['waitingFor'] {
  if (state !== 'waiting') return null;
  return correctionOn !== undefined && correctedOn === undefined ? 'correction' : 'payment';
}

const endOf = ({ state, outcome, endedOn }: RowValues): Pick<ApplicationCase, 'answer' | 'endedOn'> => ({
  answer: state === 'withdrawn' ? 'other.withdrawn' : ((outcome as AnswerId | undefined) ?? null),
  endedOn: day(endedOn),
});

/** No letter of ours: its number as it stood, or that it had none. */
const unnumbered = '无文号';

function letterOf({ state, letterNumber, delivery, endedOn, proof }: RowValues): ApplicationCase['letter'] {
  if (state !== 'sent' && state !== 'closed') return null;
  const number = letterNumber ?? unnumbered;
  return { number, method: delivery as DeliveryMethod, sentOn: day(endedOn)!, proof: proof ?? null };
}

/** A case as a line without faults has it, in the phase in which the office goes on with it. */
export function takenCase(values: RowValues): ApplicationCase {
  const { correctionOn, unit } = values;
  const receivedOn = day(values.receivedOn);
  return {
    ...newCase(values.kind as ApplicantKind, values.channel as IntakeChannel),
    phase: phaseOf(values),
    submittedOn: receivedOn,
    receivedOn,
    number: values.number!,
    handler: unit === undefined ? null : { unit, until: null },
    clock: clockOfRow(values),
    waitingFor: waitOf(values),
    correction:
      correctionOn === undefined
        ? null
        : {
            causes: [],
            askedOn: day(correctionOn)!,
            due: day(values.correctionDue)!,
            returnedOn: day(values.correctedOn),
          },
    opinions: opinionOf(values),
    fee: feeOfRow(values),
    letter: letterOf(values),
    ...endOf(values),
  };
}

/** The application itself, in the shape that `readForm` reads; what the line lacks stays empty (第三十条). */
export const formOfRow = (values: RowValues) => ({
  applicant: {
    kind: values.kind,
    name: values.name,
    identity: { type: values.identityType ?? '', number: values.identityNumber ?? '' },
    contactPerson: null,
  },
  contact: {
    phone: values.phone ?? null,
    email: values.email ?? null,
    address: values.address ?? null,
  },
  agent: null,
  items: [{ name: null, documentNumber: null, description: values.content }],
  form: values.form ?? '',
  way: values.way ?? '',
  needsHelp: false,
});
