import type { ActDone } from '../../../app/applications/application-act.ts';
import type { AppContext } from '../../../app/context.ts';
import type { ActId } from '../../../app/policy/index.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { Sent } from '../page.ts';
import { answerActs } from './answer-acts.ts';
import { consultingActs } from './consulting-acts.ts';
import type { FieldsOf } from './field-defs.ts';
import { intakeActs } from './intake-acts.ts';

/** Case and day of an act. */
export interface ActBase {
  readonly agencyId: string;
  readonly applicationId: string;
  readonly on: string;
}

/** The form of an act: what it asks and how it is done. Day and case stand in every one. */
export interface ActDef {
  readonly act: ActId;
  /** In the address: /applications/<id>/<path>. */
  readonly path: string;
  /** What it does and what follows from it. */
  readonly lead: string;
  /** What the day is of: 发出之日. */
  readonly dayLabel?: string;
  readonly fields: FieldsOf;
  readonly perform: (context: AppContext, base: ActBase, sent: Sent) => Promise<ActDone | Refusal>;
}

export const actDefs: readonly ActDef[] = [...intakeActs, ...consultingActs, ...answerActs];
export const actDefOf = (act: ActId): ActDef | undefined => actDefs.find((each) => each.act === act);
