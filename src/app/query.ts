import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { permitted } from './authorise.ts';
import type { AppContext } from './context.ts';
import type { ActId } from './policy/index.ts';
import type { Subject } from './policy/policy.ts';

/** One reading that the policy knows. */
export interface Query<Input, Result> {
  (context: AppContext, input: Input): Promise<Result | Refusal>;
  readonly act: ActId;
}

export interface QuerySpec<Input, Result> {
  readonly act: ActId;
  /** What is read, as far as the policy must know it. */
  readonly subject: (context: AppContext, input: Input) => Promise<Subject | Refusal> | Subject | Refusal;
  readonly run: (context: AppContext, input: Input) => Promise<Result | Refusal>;
}

/** Makes a query of its act: authorise, then read. A refused one is noted like a refused act. */
export function query<Input, Result>(spec: QuerySpec<Input, Result>): Query<Input, Result> {
  const read = async (context: AppContext, input: Input): Promise<Result | Refusal> => {
    const subject = await spec.subject(context, input);
    if (isRefusal(subject)) return subject;
    return (await permitted(context, spec.act, subject)) ?? spec.run(context, input);
  };
  return Object.assign(read, { act: spec.act });
}
