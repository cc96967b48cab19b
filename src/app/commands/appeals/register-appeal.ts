import * as z from 'zod';
import { checkCourse } from '../../../domain/appeal/course.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type AppealKind, appealKindNames } from '../../../law/appeals.ts';
import { insertAppeal } from '../../../store/appeals.ts';
import { applicationById } from '../../../store/applications.ts';
import { newId } from '../../../store/ids.ts';
import { type AppealFacts, aboutAppeal } from '../../appeals/appeal-record.ts';
import { daySchema, textSchema } from '../../applications/application-act.ts';
import { sealJson } from '../../applications/sealing.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { command } from '../../command.ts';

const kinds = Object.keys(appealKindNames) as [AppealKind, ...AppealKind[]];
const future = refuse('appeal.future', '受理、立案的日期在今天之后。请核对日期。', {
  fields: [{ field: 'acceptedOn', message: '日期在今天之后。' }],
});

/** Registers a review or a suit over an act of disclosure (条例第五十一条). */
export const registerAppeal = command({
  act: 'appeal.register',
  input: z.strictObject({
    agencyId: z.uuid(),
    applicationId: z.uuid().nullable(),
    kind: z.enum(kinds, '请选择复议或者诉讼。'),
    procedure: z.enum(['simplified', 'ordinary']).nullable(),
    acceptedOn: daySchema,
    copyReceivedOn: daySchema.nullable(),
    organ: textSchema.min(1, '请填写复议机关或者法院。'),
    notice: textSchema,
    grounds: textSchema,
    demonstration: z.boolean().default(false),
  }),
  load: (_, { agencyId }) => ({ agencyId }),
  async run({ context, transaction, input, at, record }) {
    const { agencyId, applicationId, kind } = input;
    const { acceptedOn, copyReceivedOn } = input;
    if (acceptedOn > shanghaiDay(at)) return future;
    const course = { copyReceivedOn, repliedOn: null, hearingOn: null };
    const fault = checkCourse(acceptedOn, course, shanghaiDay(at));
    if (fault !== undefined) return fault;
    if (
      applicationId !== null &&
      (await applicationById(transaction, { agencyId, id: applicationId })) === null
    )
      return refuse('application.unknown', '没有这件申请。请从申请列表中选择后再登记。');
    const ref = { agencyId, id: newId() };
    const about = aboutAppeal(ref);
    const { key, wrapped } = context.vault.newKey(about);
    const { organ, notice, grounds } = input;
    const facts: AppealFacts = { organ, notice, grounds, decision: '', learnt: '' };
    await insertAppeal(transaction, {
      agency_id: agencyId,
      id: ref.id,
      application_id: applicationId,
      reopened_id: null,
      kind,
      procedure: kind === 'review' ? (input.procedure ?? 'ordinary') : null,
      accepted_on: input.acceptedOn,
      copy_received_on: input.copyReceivedOn,
      replied_on: null,
      hearing_on: null,
      disposition: null,
      result: null,
      ended_on: null,
      costs: null,
      demonstration: input.demonstration,
      wrapped_key: wrapped,
      sealed_facts: sealJson(key, facts, about),
      recorded_by: typeof context.actor === 'string' ? null : context.actor.accountId,
      recorded_at: at,
    });
    await record({ agencyId, kind: 'appeal.registered', subjectId: ref.id, facts: { kind, applicationId } });
    return { id: ref.id };
  },
});
