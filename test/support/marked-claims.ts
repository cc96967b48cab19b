import { answerClaim } from '../../src/app/commands/claims/answer-claim.ts';
import { submitOwnClaim } from '../../src/app/commands/claims/submit-beside.ts';
import { submitClaim } from '../../src/app/commands/claims/submit-claim.ts';
import { appContext } from '../../src/app/context.ts';
import { type CaseOffice, noon } from './applications.ts';
import type { MarkedCase } from './marked-cases.ts';
import type { Marks, SecretField } from './marks.ts';
import { done, testVault } from './office.ts';

export interface MarkedClaim {
  readonly id: string;
  readonly files: readonly string[];
}

const on = '2026-11-24';

/** A claim to 更正 that stands by itself, one beside a case, and a copy that was given; every word is marked. */
export async function markedClaims(
  office: CaseOffice,
  marks: Marks,
  beside: MarkedCase,
): Promise<readonly MarkedClaim[]> {
  const { store, agencyId } = office;
  const { agency } = beside;
  const alone = (field: SecretField) => marks.make({ agency, case: `${agency} claim` }, field);
  const ofCase = (field: SecretField) => marks.make({ agency, case: beside.name }, field);
  const outside = { ...appContext(store, 'public' as const, testVault), now: noon(on) };
  const proofOf = (mark: typeof alone) => ({
    name: `${mark('fileName')}.pdf`,
    bytes: new TextEncoder().encode(`%PDF-1.4 ${mark('fileContent')}`),
  });
  const recordOf = (mark: typeof alone) => ({
    record: mark('content'),
    wrong: mark('content'),
    right: mark('content'),
  });
  const single = await done(
    submitClaim(outside, {
      agencyId,
      submissionKey: crypto.randomUUID(),
      applicant: {
        kind: 'naturalPerson',
        name: alone('name'),
        identity: { type: 'otherDocument', number: alone('identity') },
      },
      contact: { phone: alone('phone'), email: alone('email'), address: alone('address') },
      record: recordOf(alone),
      files: [proofOf(alone)],
    }),
  );
  const proof = { receiptNumber: beside.receiptNumber, code: beside.code, address: null };
  const rectification = { kind: 'rectification' as const, record: recordOf(ofCase), words: null };
  const second = await done(submitOwnClaim(outside, proof, { ...rectification, files: [proofOf(ofCase)] }));
  const copy = { kind: 'copy' as const, record: null, words: ofCase('content'), files: [] };
  const third = await done(submitOwnClaim(outside, proof, copy));
  const clerk = office.as('clerk', on);
  const base = { agencyId, agency: null };
  const answer = { ...base, claimId: single.claimId, result: 'unproven' as const };
  await done(answerClaim(clerk, { ...answer, reasons: alone('answer') }));
  const given = { ...base, claimId: third.claimId, result: 'given' as const };
  await done(answerClaim(clerk, { ...given, reasons: null }));
  const files = await store.database
    .selectFrom('claim_file')
    .select(['id', 'claim_id'])
    .where('agency_id', '=', agencyId)
    .execute();
  return [single, second, third].map(({ claimId: id }) => ({
    id,
    files: files.filter(({ claim_id }) => claim_id === id).map((file) => file.id),
  }));
}
