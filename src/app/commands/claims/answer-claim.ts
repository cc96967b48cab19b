import * as z from 'zod';
import { newCase } from '../../../domain/application/case.ts';
import { checkLetter, layLetter } from '../../../domain/application/letters/lay-letter.ts';
import type { RecordRectification } from '../../../domain/application/rectification.ts';
import { type ClaimAnswer, checkAnswer, checkDeletion } from '../../../domain/claim/claim.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/workday/index.ts';
import { type ClaimResult, claimResults } from '../../../law/claims.ts';
import type { DeliveryMethod } from '../../../law/delivery.ts';
import type { IntakeChannel } from '../../../law/intake.ts';
import { insertApplicantMails } from '../../../store/applicant-mails.ts';
import { updateClaim } from '../../../store/claims.ts';
import { sealInForce } from '../../../store/seal-images.ts';
import { doActs, saveActs, type Writing } from '../../applications/acting.ts';
import { textSchema } from '../../applications/application-act.ts';
import { letterAgencyOf } from '../../applications/letter-agency.ts';
import { type LetterBody, nextDocumentNumber, sendNotice } from '../../applications/letters.ts';
import { sealJson } from '../../applications/sealing.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { aboutClaim, type ClaimRecord, lockClaim } from '../../claims/claim-record.ts';
import { deletionStanding, listForDestruction } from '../../claims/deletion.ts';
import { command } from '../../command.ts';
import { actorId } from '../../context.ts';

const results = Object.keys(claimResults) as [ClaimResult, ...ClaimResult[]];

const rectificationOf = ({ content }: ClaimRecord, answer: ClaimAnswer): RecordRectification => ({
  record: content.record!.record,
  evidence: `不准确的内容：${content.record!.wrong}；正确的内容：${content.record!.right}`,
  result: answer.result as RecordRectification['result'],
  agency: answer.agency || null,
  reasons: answer.reasons || null,
});

/** 更正 beside a case is an act on it, with its letter among the others. */
async function rectifyCase(writing: Writing, claim: ClaimRecord, answer: ClaimAnswer, day: Day) {
  const rectification = rectificationOf(claim, answer);
  const outcome = doActs(writing.context, claim.of!, [{ type: 'correctRecord', on: day, rectification }]);
  if (isRefusal(outcome)) return outcome;
  await saveActs(writing, outcome.record, outcome.done);
  return sendNotice(
    { ...writing, loaded: outcome.record },
    { kind: 'rectification', day, facts: { rectification } },
  );
}

/** An answer goes out by the way the claim came in. */
const methods: Readonly<Record<IntakeChannel, DeliveryMethod>> = {
  counter: 'inPerson',
  oral: 'inPerson',
  signedPost: 'post',
  ordinaryMail: 'post',
  fax: 'post',
  email: 'email',
  portal: 'portal',
};

/** The letter of a claim that stands by itself, numbered in the agency's series. */
async function layAnswer(
  writing: Writing,
  claim: ClaimRecord,
  answer: ClaimAnswer,
  day: Day,
): Promise<LetterBody | Refusal> {
  const agency = await letterAgencyOf(writing.transaction, claim.agencyId);
  if (isRefusal(agency)) return agency;
  const { applicant } = claim.content.claimant!;
  const method = methods[claim.row.channel];
  const letter = layLetter('rectification', {
    agency,
    addressee: { name: applicant.name, addressed: applicant.kind === 'naturalPerson' ? 'person' : 'unit' },
    state: newCase(applicant.kind, claim.row.channel),
    request: claim.content.record!.record,
    draft: null,
    facts: { rectification: rectificationOf(claim, answer) },
    silent: [],
    method,
    documentNumber: await nextDocumentNumber(writing, claim.agencyId, agency, day),
    day,
  });
  if (isRefusal(letter)) return letter;
  const seal = letter.signedBy === null ? null : await sealInForce(writing.transaction, claim.agencyId, day);
  return checkLetter(letter) ?? { letter, method, seal };
}

/** What the answer does beside being told; the letter of its own, where it has one. */
async function carryOut(
  writing: Writing,
  claim: ClaimRecord,
  answer: ClaimAnswer,
  day: Day,
): Promise<LetterBody | null | Refusal> {
  if (claim.content.kind === 'rectification') {
    if (claim.of === null) return layAnswer(writing, claim, answer, day);
    return (await rectifyCase(writing, claim, answer, day)) ?? null;
  }
  if (claim.content.kind === 'copy') return null;
  const standing = await deletionStanding(writing.transaction, writing.context, claim.of!);
  const refused = checkDeletion(answer.result, standing);
  if (refused !== undefined) return refused;
  if (standing !== 'accepted') return null;
  return (await listForDestruction(writing, claim.of!)) ?? null;
}

/** Answers a claim in words with its article; deletion is carried by the list that others propose and confirm. */
export const answerClaim = command({
  act: 'claim.answer',
  input: z.strictObject({
    agencyId: z.uuid(),
    claimId: z.uuid(),
    result: z.enum(results, '请选择办理结果。'),
    agency: textSchema.nullable(),
    reasons: textSchema.nullable(),
  }),
  load: (transaction, { agencyId, claimId }, { vault }) =>
    lockClaim(transaction, vault, { agencyId, id: claimId }),
  async run(acting) {
    const { context, transaction, loaded, input, at, record } = acting;
    const { agencyId, row, key } = loaded;
    const answer = { result: input.result, agency: input.agency || null, reasons: input.reasons || null };
    const refused = checkAnswer(row.kind, answer);
    if (refused !== undefined) return refused;
    const day = shanghaiDay(at);
    const letter = await carryOut(acting, loaded, answer, day);
    if (isRefusal(letter)) return letter;
    await updateClaim(transaction, loaded, {
      result: answer.result,
      answered_on: day,
      answered_by: actorId(context.actor),
      sealed_answer: sealJson(key, { ...answer, letter }, aboutClaim(loaded, 'answer')),
    });
    if (loaded.of?.row.tells)
      await insertApplicantMails(
        transaction,
        agencyId,
        [{ applicationId: loaded.of.id, act: 'answerClaim' }],
        at,
      );
    const facts = { kind: row.kind, result: claimResults[answer.result].label };
    await record({ agencyId, kind: 'claim.answered', subjectId: loaded.id, facts });
    return { claimId: loaded.id };
  },
});
