import * as z from 'zod';
import { correctAppeal as corrected, type RegisteredAppeal } from '../../../domain/appeal/correct.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/workday/index.ts';
import { type AppealKind, appealKindNames } from '../../../law/appeals.ts';
import { updateAppeal } from '../../../store/appeals.ts';
import { applicationById } from '../../../store/applications.ts';
import {
  type AppealFacts,
  type AppealRecord,
  aboutAppeal,
  appealOf,
  loadAppeal,
} from '../../appeals/appeal-record.ts';
import { daySchema, textSchema } from '../../applications/application-act.ts';
import { sealJson } from '../../applications/sealing.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { type Acting, command } from '../../command.ts';

const kinds = Object.keys(appealKindNames) as [AppealKind, ...AppealKind[]];
const input = z.strictObject({
  agencyId: z.uuid(),
  appealId: z.uuid(),
  kind: z.enum(kinds, '请选择复议或者诉讼。'),
  procedure: z.enum(['simplified', 'ordinary']).nullable(),
  acceptedOn: daySchema,
  applicationId: z.uuid().nullable(),
  organ: textSchema.min(1, '请填写复议机关或者法院。'),
  notice: textSchema,
  grounds: textSchema,
  undoEnd: z.boolean(),
  reason: textSchema.min(1, '请写明为什么更正。'),
});
type Input = z.output<typeof input>;

const nothing = refuse('appeal.nothing', '填写的与原来的登记相同，没有可以更正的。请修改后再保存。');

const registered = ({ row }: AppealRecord): RegisteredAppeal => ({
  ...appealOf(row),
  hearingOn: row.hearing_on as Day | null,
  reopened: row.reopened_id !== null,
  applicationId: row.application_id,
});

/** What is corrected, in words, for record and page; never the words themselves. */
function changesOf({ row, facts }: AppealRecord, to: Input): readonly string[] {
  const changed: readonly (readonly [string, boolean])[] = [
    ['种类', to.kind !== row.kind],
    ['复议程序', to.procedure !== row.procedure],
    ['受理或者立案之日', to.acceptedOn !== row.accepted_on],
    ['对应申请', to.applicationId !== row.application_id],
    ['机关', to.organ !== facts.organ],
    ['通知书文号', to.notice !== facts.notice],
    ['请求和理由', to.grounds !== facts.grounds],
    ['撤回结果', to.undoEnd],
  ];
  return changed.filter(([, differs]) => differs).map(([name]) => name);
}

/** The application must be the agency's own, and still have its data: an appeal goes with it when the years are over. */
async function checkApplication({
  transaction,
  loaded,
  input: { applicationId },
}: Pick<Acting<Input, AppealRecord>, 'transaction' | 'loaded' | 'input'>): Promise<Refusal | undefined> {
  if (applicationId === null || applicationId === loaded.row.application_id) return undefined;
  const of = await applicationById(transaction, { agencyId: loaded.agencyId, id: applicationId });
  return of === null || of.wrapped_key === null
    ? refuse('application.unknown', '没有这件申请，或者它的个人信息已按保管期限删除。请核对登记编号。')
    : undefined;
}

function factsAfter(loaded: AppealRecord, to: Input, changes: readonly string[], today: Day): AppealFacts {
  const { organ, notice, grounds, reason, undoEnd } = to;
  const { corrections = [], ...before } = loaded.facts;
  return {
    ...before,
    organ,
    notice,
    grounds,
    ...(undoEnd ? { decision: '', learnt: '' } : {}),
    corrections: [...corrections, { on: today, changes, reason }],
  };
}

/** Corrects a registration that was wrong, with the reason for it; a result entered by mistake is taken back. */
export const correctAppeal = command({
  act: 'appeal.correct',
  input,
  load: (transaction, { agencyId, appealId }, { vault }) =>
    loadAppeal(transaction, vault, { agencyId, id: appealId }),
  async run(acting) {
    const { transaction, loaded, at, record } = acting;
    const changes = changesOf(loaded, acting.input);
    if (changes.length === 0) return nothing;
    const today = shanghaiDay(at);
    const after = corrected(registered(loaded), acting.input, today);
    if (isRefusal(after)) return after;
    const unknown = await checkApplication(acting);
    if (unknown !== undefined) return unknown;
    const { kind, procedure, acceptedOn, undoEnd } = acting.input;
    await updateAppeal(transaction, loaded, {
      kind,
      procedure,
      accepted_on: acceptedOn,
      application_id: acting.input.applicationId,
      ...(undoEnd ? { disposition: null, result: null, ended_on: null, costs: null } : {}),
      sealed_facts: sealJson(
        loaded.key,
        factsAfter(loaded, acting.input, changes, today),
        aboutAppeal(loaded),
      ),
    });
    await record({
      agencyId: loaded.agencyId,
      kind: 'appeal.corrected',
      subjectId: loaded.id,
      facts: { changed: changes },
    });
    return { id: loaded.id };
  },
});
