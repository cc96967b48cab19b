import * as z from 'zod';
import { isRefusal } from '../../../domain/refusal.ts';
import type { CaseFileKind } from '../../../store/application-tables.ts';
import { keepCaseFile } from '../../applications/case-files.ts';
import { lockCase } from '../../applications/case-record.ts';
import { asApplicant } from '../../applications/follow.ts';
import { command } from '../../command.ts';

const kinds = [
  'identity',
  'authorisation',
  'application',
  'correction',
  'opinion',
  'enclosure',
  'proof',
  'other',
] as const satisfies readonly CaseFileKind[];

/** Adds a file to a case: encrypted under its key before it reaches the store. */
export const addFile = command({
  act: 'application.addFile',
  input: z.strictObject({
    agencyId: z.uuid(),
    applicationId: z.uuid(),
    kind: z.enum(kinds),
    name: z.string().trim().min(1).max(200),
    bytes: z.instanceof(Uint8Array),
  }),
  load: (transaction, { agencyId, applicationId }, { vault }) =>
    lockCase(transaction, vault, { agencyId, id: applicationId }),
  async run(acting) {
    const { loaded, input, record } = acting;
    const kept = await keepCaseFile(acting, loaded, input);
    if (isRefusal(kept)) return kept;
    await record({
      agencyId: loaded.agencyId,
      kind: 'application.fileAdded',
      subjectId: loaded.id,
      facts: { file: kept.id, kind: input.kind },
    });
    return kept;
  },
});

/** The applicant adds one: proof of identity, what 补正 asked for. */
export const addOwnFile = asApplicant({ act: 'application.addFile', does: addFile });
