import * as z from 'zod';
import { type GroupAct, phasesFor } from '../../domain/application/group.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import { countMembers, membersIn, takeIn, updateGroup } from '../../store/application-groups.ts';
import { insertGroupAct } from '../../store/group-acts.ts';
import { newId } from '../../store/ids.ts';
import { daySchema } from '../applications/application-act.ts';
import { sealJson } from '../applications/sealing.ts';
import { type Acting, type Command, command } from '../command.ts';
import type { Person } from '../context.ts';
import { type ActId, policyRow } from '../policy/index.ts';
import { carryingOf, membersOf } from './carrying.ts';
import type { AnyGroupFacts, GroupFacts } from './group-facts.ts';
import { aboutGroup, type GroupRecord, lockGroup } from './group-record.ts';
import { doToMember, standingIn } from './member-acts.ts';

interface OfGroup {
  readonly agencyId: string;
  readonly groupId: string;
  readonly on: Day;
}
type Given<Shape extends z.ZodRawShape> = OfGroup & { readonly [K in keyof Shape]: z.output<Shape[K]> };
type In<Shape extends z.ZodRawShape> = Omit<OfGroup, 'on'> & { readonly on: string } & {
  readonly [K in keyof Shape]: z.input<Shape[K]>;
};

/** The act as it was noted; it is carried to each application after that. */
export interface GroupActDone {
  readonly actId: string;
  readonly members: number;
}

export interface GroupActSpec<A extends GroupAct, Shape extends z.ZodRawShape> {
  readonly act: `applicationGroup.${A}` & ActId;
  /** Fields beside group and day. */
  readonly shape: Shape;
  readonly facts: (
    input: Given<Shape>,
    acting: Acting<Given<Shape>, GroupRecord>,
  ) => GroupFacts[A] | Refusal | Promise<GroupFacts[A] | Refusal>;
}

/** So many applications are tried before an act is refused because it fits none. */
const tried = 300;

const carrying = ({ act }: { readonly act: GroupAct }) =>
  refuse(
    'applicationGroup.carrying',
    `“${policyRow(`applicationGroup.${act}`)!.label}”还在办理到各件。请等办完后再办下一步。`,
  );
const nothing = refuse('applicationGroup.nothing', '本组没有处在这一环节的申请。请先看各件的办理情况。');

/** Refused where the act can be done to none of the applications, with the reason of one of them. */
async function mustFitSome<Input>(
  { context, transaction, loaded, at }: Acting<Input, GroupRecord>,
  on: Day,
  given: AnyGroupFacts,
): Promise<Refusal | undefined> {
  const rows = await membersIn(transaction, loaded, phasesFor(given.act), tried);
  const act = { person: context.actor as Person, at, on, given };
  const ready = await carryingOf(context, transaction, loaded, act);
  // What the law says to the act itself comes before what sets one application apart.
  let lawful: string | null = null;
  let first: string | null = null;
  for (const member of await membersOf(context, transaction, loaded, given, rows)) {
    const standing = standingIn(ready, member);
    if (standing === 'already') continue;
    const outcome = standing === 'ready' ? doToMember(ready, member) : standing;
    if (!('reason' in outcome)) return undefined;
    if (outcome.reason === 'refused') lawful ??= outcome.message;
    first ??= outcome.message;
  }
  const why = lawful ?? first;
  return why === null ? nothing : refuse('applicationGroup.nothing', why);
}

async function note<A extends GroupAct, Shape extends z.ZodRawShape>(
  spec: GroupActSpec<A, Shape>,
  acting: Acting<Given<Shape>, GroupRecord>,
): Promise<GroupActDone | Refusal> {
  const { context, transaction, loaded, input, at, record } = acting;
  const { actor } = context;
  if (typeof actor === 'string') throw new Error('An act on a group is a person’s.');
  const open = loaded.acts.find(({ done_at }) => done_at === null);
  if (open !== undefined) return carrying(open);
  if (loaded.row.open) await takeIn(transaction, loaded, loaded.row.content_hash);
  const facts = await spec.facts(input, acting);
  if (isRefusal(facts)) return facts;
  const act = spec.act.slice(spec.act.indexOf('.') + 1) as A;
  const given = { act, facts } as unknown as AnyGroupFacts;
  const refused = await mustFitSome(acting, input.on, given);
  if (refused !== undefined) return refused;
  const id = newId();
  const members = await countMembers(transaction, loaded);
  await insertGroupAct(transaction, {
    agency_id: loaded.agencyId,
    id,
    group_id: loaded.id,
    act,
    on: input.on,
    account_id: actor.accountId,
    at,
    sealed_facts: sealJson(loaded.key, facts, aboutGroup(loaded, `act ${id}`)),
    members,
    after: null,
    done_at: null,
  });
  if (given.act === 'draft')
    await updateGroup(transaction, loaded, {
      sealed_draft: sealJson(loaded.key, given.facts.draft, aboutGroup(loaded, 'draft')),
    });
  await record({
    agencyId: loaded.agencyId,
    kind: spec.act,
    subjectId: loaded.id,
    facts: { on: input.on, members },
  });
  return { actId: id, members };
}

/**
 * The command of one act of a person on a group: the group locked, the policy asked as for a single case, the act tried
 * on an application and noted once. The job carries it to each of them.
 */
export function groupAct<A extends GroupAct, Shape extends z.ZodRawShape>(
  spec: GroupActSpec<A, Shape>,
): Command<In<Shape>, GroupActDone> {
  const made = command<Given<Shape>, GroupRecord, GroupActDone>({
    act: spec.act,
    input: z.strictObject({
      agencyId: z.uuid(),
      groupId: z.uuid(),
      on: daySchema,
      ...spec.shape,
    }) as unknown as z.ZodType<Given<Shape>>,
    load: (transaction, { agencyId, groupId }, { vault }) =>
      lockGroup(transaction, vault, { agencyId, id: groupId }),
    run: (acting) => note(spec, acting),
  });
  return made as unknown as Command<In<Shape>, GroupActDone>;
}
