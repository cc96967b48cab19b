import * as z from 'zod';
import type { Act, ActFacts, ActType } from '../../domain/application/acts.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import { type Acting, type Command, command } from '../command.ts';
import type { ActId } from '../policy/index.ts';
import { type Done, doActs, saveActs } from './acting.ts';
import { type CaseRecord, lockCase } from './case-record.ts';
import { inGroup, isAnsweredInGroup } from './in-group.ts';

export const daySchema = z.iso.date('请填写日期，例如 2026-11-28。').transform((text) => text as Day);
export const textSchema = z.string().trim().max(4_000, '请不超过4000字。');

const reference = { agencyId: z.uuid(), applicationId: z.uuid(), on: daySchema };
interface OfCase {
  readonly agencyId: string;
  readonly applicationId: string;
  readonly on: Day;
}
type Given<Shape extends z.ZodRawShape> = OfCase & { readonly [K in keyof Shape]: z.output<Shape[K]> };

/** What comes of an act: what was late, but taken. */
export interface ActDone {
  readonly phase: CaseRecord['phase'];
  readonly warnings: readonly string[];
}

export interface ActSpec<T extends ActType, Shape extends z.ZodRawShape> {
  readonly act: ActId;
  readonly type: T;
  /** Fields beside case and day. */
  readonly shape: Shape;
  /** What the act brings with it, out of what was given and what the program knows. */
  readonly facts: (
    input: Given<Shape>,
    acting: Acting<Given<Shape>, CaseRecord>,
  ) => ActFacts[T] | Refusal | Promise<ActFacts[T] | Refusal>;
  /** What the office notes beside it, sealed with the act. */
  readonly noted?: (input: Given<Shape>, before: CaseRecord) => object;
  /** What else is written, the act being done; a refusal undoes it all. */
  readonly also?: (
    input: Given<Shape>,
    done: Done,
    acting: Acting<Given<Shape>, CaseRecord>,
  ) => Promise<Refusal | undefined>;
}

export type ActInput<Shape extends z.ZodRawShape> = Omit<OfCase, 'on'> & {
  readonly on: string;
} & {
  readonly [K in keyof Shape as undefined extends z.input<Shape[K]> ? never : K]: z.input<Shape[K]>;
} & { readonly [K in keyof Shape as undefined extends z.input<Shape[K]> ? K : never]?: z.input<Shape[K]> };

/** Undoes an act that was only tried for the words of its letters. */
export const tried = refuse('application.tried', '只是预览文书，没有保存。');

/**
 * The command of one act on a case: the row locked, the policy asked, the domain's decision, row and act and event
 * written, all in one transaction.
 */
export function applicationAct<T extends ActType, Shape extends z.ZodRawShape>(
  spec: ActSpec<T, Shape>,
): Command<ActInput<Shape>, ActDone> {
  const made = command<Given<Shape>, CaseRecord, ActDone>({
    act: spec.act,
    input: z.strictObject({ ...reference, ...spec.shape }) as unknown as z.ZodType<Given<Shape>>,
    load: (transaction, { agencyId, applicationId }, { vault }) =>
      lockCase(transaction, vault, { agencyId, id: applicationId }),
    async run(acting): Promise<ActDone | Refusal> {
      const { context, input, loaded } = acting;
      if (isAnsweredInGroup(loaded, spec.type)) return inGroup(loaded.row.group_id!);
      const facts = await spec.facts(input, acting);
      if (isRefusal(facts)) return facts;
      const act = { ...facts, type: spec.type, on: input.on } as unknown as Act;
      const outcome = doActs(context, loaded, [act]);
      if (isRefusal(outcome)) return outcome;
      const { record, done } = outcome;
      const noted = spec.noted?.(input, loaded);
      await saveActs(acting, record, done, noted === undefined ? {} : { [spec.type]: noted });
      const refused = await spec.also?.(input, done[0]!, { ...acting, loaded: record });
      if (refused !== undefined) return refused;
      if (context.trial !== undefined) return tried;
      return {
        phase: record.phase,
        warnings: done.flatMap(({ decision }) => decision.warnings.map(({ message }) => message)),
      };
    },
  });
  return made as unknown as Command<ActInput<Shape>, ActDone>;
}

/** Leaves out what was not given, so that an act holds no field without a value. */
export const given = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
