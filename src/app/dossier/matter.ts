import type { AccountDay } from '../../domain/application/account.ts';
import type { ApplicationForm } from '../../domain/application/application-form.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { accountNames } from '../../store/accounts.ts';
import { agencyById } from '../../store/agencies.ts';
import { type AppealFileRow, appealFilesOf } from '../../store/appeal-files.ts';
import { type AppealRow, appealsOf } from '../../store/appeals.ts';
import { actsOf } from '../../store/application-events.ts';
import {
  type CaseFileRow,
  caseFilesOf,
  type DeliveryRow,
  deliveriesOf,
  type LetterRow,
  lettersOf,
} from '../../store/application-letters.ts';
import { type OpinionRow, opinionsOf } from '../../store/application-matters.ts';
import type { CaseRef } from '../../store/applications.ts';
import { type AppealFacts, appealFacts, appealKey } from '../appeals/appeal-record.ts';
import type { Party } from '../applications/asking.ts';
import { asAct, type CaseAct } from '../applications/case-acts.ts';
import { type CaseRecord, formOf } from '../applications/case-record.ts';
import { openedCase } from '../applications/opened-case.ts';
import { aboutCase, openJson } from '../applications/sealing.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { caseAccount } from '../queries/applications/follow-application.ts';
import type { CaseKey } from '../vault/vault.ts';

/** A review or a suit over the case, with its papers; without them where its key was destroyed. */
export interface MatterAppeal {
  readonly row: AppealRow;
  readonly facts: AppealFacts | null;
  readonly key: CaseKey | null;
  readonly files: readonly AppealFileRow[];
}

/** Everything of a case that goes into its file. */
export interface Matter {
  readonly record: CaseRecord;
  readonly agency: string;
  readonly form: ApplicationForm;
  readonly acts: readonly CaseAct[];
  /** Those that were sent; a draft is no part of the file. */
  readonly letters: readonly LetterRow[];
  readonly deliveries: readonly (DeliveryRow & { readonly proof: string | null })[];
  readonly files: readonly CaseFileRow[];
  readonly opinions: readonly {
    readonly row: OpinionRow;
    readonly party: Party;
    readonly reply: string | null;
  }[];
  readonly appeals: readonly MatterAppeal[];
  readonly account: readonly AccountDay[];
}

const mostAppeals = 100;

/** Reads a case for its file; whoever calls this logs the reading. */
export async function matterOf(context: AppContext, ref: CaseRef): Promise<Matter | Refusal> {
  const record = await openedCase(context, ref);
  if (isRefusal(record)) return record;
  const [agency, acts, letters, deliveries, files, opinions, appeals] = await context.store.read((database) =>
    Promise.all([
      agencyById(database, ref.agencyId),
      actsOf(database, ref),
      lettersOf(database, ref),
      deliveriesOf(database, ref),
      caseFilesOf(database, ref),
      opinionsOf(database, ref),
      appealsOf(database, { agencyId: ref.agencyId, applicationId: ref.id, limit: mostAppeals }),
    ]),
  );
  const appealIds = appeals.map(({ id }) => id);
  const papers = await context.store.read((database) => appealFilesOf(database, ref.agencyId, appealIds));
  if (agency === null) return refuse('agency.unknown', '没有这个机关。');
  const doers = acts.map(({ account_id }) => account_id);
  const names = await context.store.read((database) => accountNames(database, doers));
  return {
    record,
    agency: agency.name,
    form: formOf(record),
    acts: acts.map(asAct(record, names)),
    letters: letters.filter(({ status }) => status === 'sent'),
    deliveries: deliveries.map((row) => ({
      ...row,
      proof:
        row.sealed_proof === null ? null : openJson(record.key, row.sealed_proof, aboutCase(record, 'proof')),
    })),
    files,
    opinions: opinions.map((row) => ({
      row,
      party: openJson<Party>(record.key, row.sealed_party, aboutCase(record, 'party')),
      reply:
        row.sealed_reply === null ? null : openJson(record.key, row.sealed_reply, aboutCase(record, 'reply')),
    })),
    appeals: appeals.map((row) => ({
      row,
      facts: appealFacts(context.vault, row),
      key: appealKey(context.vault, row),
      files: papers.filter(({ appeal_id }) => appeal_id === row.id),
    })),
    account: caseAccount(record.state, shanghaiDay(context.now()), context.calendar()),
  };
}
