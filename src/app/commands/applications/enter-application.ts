import * as z from 'zod';
import type { Act } from '../../../domain/application/acts.ts';
import { correctionCausesOf, readForm } from '../../../domain/application/read-form.ts';
import type { ReceiptFacts } from '../../../domain/application/receipt.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import type { CorrectionCauseId, IntakeChannel } from '../../../law/intake.ts';
import { applicationBySubmission } from '../../../store/applications.ts';
import { daySchema, given, textSchema } from '../../applications/application-act.ts';
import { sendReceipt } from '../../applications/courtesy-letters.ts';
import { entryFaults } from '../../applications/entry-faults.ts';
import { followCode } from '../../applications/follow-code.ts';
import { makeApplication } from '../../applications/new-application.ts';
import { nextRegistrationNumber } from '../../applications/registration.ts';
import { type Command, command } from '../../command.ts';

const day = daySchema.nullable();
const receipt = z.strictObject({
  handedOn: day,
  signedOn: day,
  arrivedOn: day,
  contactedOn: day,
  contact: textSchema.nullable(),
  acknowledgedOn: day,
  confirmedOn: day,
});
export const receiptShape = receipt.partial();

const input = z.strictObject({
  agencyId: z.uuid(),
  submissionKey: z.uuid(),
  channel: z.enum(['counter', 'oral', 'signedPost', 'ordinaryMail', 'email', 'fax'], '请选择提交的方式。'),
  submittedOn: daySchema,
  receipt: receiptShape,
  /** Ordinary mail whose sender could not be reached: when and how that was tried. Receipt waits until he is. */
  tried: z.strictObject({ on: daySchema, way: textSchema }).nullable().default(null),
  form: z.unknown(),
  /** Registered at once, with a number; else only received, so that it can still be split or guided elsewhere. */
  register: z.boolean(),
  /** The applicant asks for 接收回执. */
  receiptLetter: z.boolean().default(false),
  on: daySchema,
  demonstration: z.boolean().default(false),
});
type Input = z.input<typeof input>;

export interface Entered {
  readonly applicationId: string;
  readonly number: string | null;
  /** Whether the day of receipt is fixed; not while the sender of ordinary mail is not reached. */
  readonly received: boolean;
  readonly receiptNumber: string;
  readonly code: string;
  /** What the paper lacks: causes of 补正, never of refusing it (第三十条). */
  readonly causes: readonly CorrectionCauseId[];
}

/** Sent in and received; or sent in, arrived, and its sender not reached yet. */
function arrivingActs({ submittedOn, receipt, tried, on }: z.output<typeof input>): Act[] {
  const facts = given(receipt) as ReceiptFacts;
  if (tried === null)
    return [
      { type: 'submit', on: submittedOn },
      { type: 'receive', on, ...facts },
    ];
  return [
    { type: 'submit', on: submittedOn, ...given({ arrivedOn: facts.arrivedOn }) },
    { type: 'tryContact', on: tried.on, way: tried.way },
  ];
}

/**
 * An application on paper, by fax, e-mail or word of mouth, entered by a clerk (第二十九条第一款): taken with what it has,
 * received by the rule of its channel (第三十一条).
 */
export const enterApplication: Command<Input, Entered> = command({
  act: 'application.enter',
  input: input as unknown as z.ZodType<z.output<typeof input>>,
  load: (_, { agencyId }) => ({ agencyId }),
  async run(acting) {
    const { context, transaction, input: entry } = acting;
    const { agencyId, submissionKey, on } = entry;
    const { form, findings } = readForm(entry.form);
    const faults = entryFaults(entry);
    if (faults[0] !== undefined) return refuse('application.entry', faults[0].message, { fields: faults });
    const registers = entry.register && entry.tried === null;
    const acts = arrivingActs(entry);
    if (registers)
      acts.push({ type: 'register', on, number: await nextRegistrationNumber(acting, agencyId, on) });
    const { channel, demonstration } = entry;
    const made = await makeApplication(acting, {
      agencyId,
      channel: channel as IntakeChannel,
      form,
      submissionKey,
      acts,
      demonstration,
    });
    if (isRefusal(made)) return made;
    // Sent twice: the number just taken goes back with the transaction.
    if (made === null)
      return entryRepeated((await applicationBySubmission(transaction, agencyId, submissionKey))!.id);
    if (registers) {
      const refused = await sendReceipt({ ...acting, loaded: made }, on, entry.receiptLetter);
      if (refused !== undefined) return refused;
    }
    return {
      applicationId: made.id,
      number: made.state.number,
      received: made.state.receivedOn !== null,
      receiptNumber: made.row.receipt_number,
      code: followCode(context.vault, made, made.row.code_version),
      causes: correctionCausesOf(findings),
    };
  },
}) as unknown as Command<Input, Entered>;

const entryRepeated = (applicationId: string) =>
  refuse('application.enteredAlready', '这份申请刚才已经录入，没有重复登记。', { applicationId });
