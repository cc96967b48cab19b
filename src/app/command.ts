import type { Transaction } from 'kysely';
import type * as z from 'zod';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { appendEvent, type NewEvent } from '../store/events.ts';
import type { Tables } from '../store/tables.ts';
import { logDenied } from './access-log.ts';
import { authorise } from './authorise.ts';
import { type AppContext, actorId } from './context.ts';
import { wordsOfIssue } from './input-words.ts';
import type { ActId } from './policy/index.ts';
import type { Subject } from './policy/policy.ts';

type Tx = Transaction<Tables>;

/** What a command's `run` has at hand. */
export interface Acting<Input, Loaded> {
  readonly context: AppContext;
  readonly transaction: Tx;
  readonly input: Input;
  readonly loaded: Loaded;
  /** The instant of the act, the same for all it writes. */
  readonly at: Date;
  /** Appends to the record; no personal data in `facts`. */
  readonly record: (event: Omit<NewEvent, 'actor' | 'at'>) => Promise<void>;
}

export interface CommandSpec<Input, Loaded extends Subject, Result> {
  readonly act: ActId;
  /** Strict: a field that is not named here refuses the input. */
  readonly input: z.ZodType<Input>;
  /** Finds and locks what is acted on; a refusal where it is not there. */
  readonly load: (
    transaction: Tx,
    input: Input,
    context: AppContext,
  ) => Promise<Loaded | Refusal> | Loaded | Refusal;
  /** Decides, saves, records. A refusal undoes everything. */
  readonly run: (acting: Acting<Input, Loaded>) => Promise<Result | Refusal>;
}

/** One act of the policy. Input is checked, the subject locked, the actor authorised, all in one transaction. */
export interface Command<Input, Result> {
  (context: AppContext, input: Input): Promise<Result | Refusal>;
  readonly act: ActId;
}

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const orUndo = <T>(value: T | Refusal): T => {
  if (isRefusal(value)) throw new Undone(value);
  return value;
};

function checked<Input>(schema: z.ZodType<Input>, input: unknown): Input {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: wordsOfIssue(issue),
  }));
  throw new Undone(refuse('input.invalid', '填写的内容有误，没有保存。请按各栏的提示修改。', { fields }));
}

/**
 * Makes a command of its act, input, subject and deed: authorise → load and lock → decide → save and record, in one
 * transaction. Every success leaves at least one event; a refused act of a person is noted in the access log.
 */
export function command<Input, Loaded extends Subject, Result>(
  spec: CommandSpec<Input, Loaded, Result>,
): Command<Input, Result> {
  const perform = async (context: AppContext, given: Input): Promise<Result | Refusal> => {
    let subject: Subject = { agencyId: null };
    try {
      const input = checked(spec.input, given);
      return await context.store.write(async (transaction) => {
        const loaded = orUndo(await spec.load(transaction, input, context));
        subject = loaded;
        const denied = await authorise(transaction, context, spec.act, loaded);
        if (denied !== null) throw new Undone(denied);
        return await deed(spec, context, transaction, input, loaded);
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      await logDenied(context, spec.act, subject, error.refusal);
      return error.refusal;
    }
  };
  return Object.assign(perform, { act: spec.act });
}

async function deed<Input, Loaded extends Subject, Result>(
  spec: CommandSpec<Input, Loaded, Result>,
  context: AppContext,
  transaction: Tx,
  input: Input,
  loaded: Loaded,
): Promise<Result> {
  const at = context.now();
  let recorded = 0;
  const record: Acting<Input, Loaded>['record'] = async (event) => {
    recorded += 1;
    await appendEvent(transaction, { ...event, actor: actorId(context.actor), at });
  };
  const result = orUndo(await spec.run({ context, transaction, input, loaded, at, record }));
  if (recorded === 0) throw new Error(`The command ${spec.act} left no event.`);
  return result;
}
