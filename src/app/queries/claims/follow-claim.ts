import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { agencyById } from '../../../store/agencies.ts';
import { caseFilesOf, lettersOf } from '../../../store/application-letters.ts';
import { claimsOf } from '../../../store/claims.ts';
import { logReading } from '../../access-log.ts';
import { readCase } from '../../applications/case-record.ts';
import { type FollowProof, followedAny, isClaimsNumber } from '../../applications/follow.ts';
import type { LetterDownload } from '../../applications/letter-download.ts';
import { type ClaimRecord, readClaim } from '../../claims/claim-record.ts';
import { copyText } from '../../claims/copy-text.ts';
import { type FollowedClaim, followedClaim } from '../../claims/shown-claim.ts';
import type { AppContext } from '../../context.ts';
import { query } from '../../query.ts';
import { imageOfLetter } from '../../seals/seal-image.ts';

/** A claim that stands by itself, as whoever made it follows it. */
export interface FollowedAlone extends FollowedClaim {
  readonly agency: { readonly slug: string; readonly name: string };
  readonly claimant: string;
}

const notAlone = refuse('claim.unknown', '没有这件更正请求。请从“办理进度”重新输入编号和查询码。');

async function opened(context: AppContext, proof: FollowProof): Promise<ClaimRecord | Refusal> {
  const found = await followedAny(context, proof);
  if (isRefusal(found)) return found;
  if (found.of !== 'claim') return notAlone;
  const { agencyId, id } = found;
  const record = await context.store.read((database) => readClaim(database, context.vault, { agencyId, id }));
  if (isRefusal(record)) return record;
  const reading = { agencyId, act: 'claim.follow', subjectKind: 'claim', subjectId: id };
  await logReading(context, reading, '凭编号和查询码查询');
  return record;
}

/** The state of a claim, to whoever shows its number and code. */
export const followClaim = query({
  act: 'claim.follow',
  subject: () => ({ agencyId: null }),
  async run(context, proof: FollowProof): Promise<FollowedAlone | Refusal> {
    const claim = await opened(context, proof);
    if (isRefusal(claim)) return claim;
    const agency = await context.store.read((database) => agencyById(database, claim.agencyId));
    return {
      ...followedClaim(claim),
      agency: { slug: agency!.slug, name: agency!.name },
      claimant: claim.content.claimant!.applicant.name,
    };
  },
});

/** Its letter, under the seal it was sent with. */
export const followClaimLetter = query({
  act: 'claim.follow',
  subject: () => ({ agencyId: null }),
  async run(context, proof: FollowProof): Promise<LetterDownload | Refusal> {
    const claim = await opened(context, proof);
    if (isRefusal(claim)) return claim;
    const body = claim.answer?.letter ?? null;
    if (body === null) return refuse('claim.letterUnknown', '还没有答复，或者没有文书。请以后再查看。');
    const seal = body.seal ?? null;
    const image = await context.store.read((database) =>
      imageOfLetter(database, context.vault, claim.agencyId, seal),
    );
    return { letter: body.letter, dress: { seal: image, draft: false } };
  },
});

const noCopy = refuse('claim.noCopy', '还没有同意提供副本。请先提出请求，等机关核对身份后下载。');

/** The copy of his data that an applicant was given (个人信息保护法第四十五条); the reading is logged. */
export const ownCopy = query({
  act: 'claim.follow',
  subject: () => ({ agencyId: null }),
  async run(context, proof: FollowProof): Promise<string | Refusal> {
    const found = await followedAny(context, proof);
    if (isRefusal(found)) return found;
    if (found.of === 'claim') return isClaimsNumber;
    const ref = { agencyId: found.agencyId, id: found.id };
    const record = await context.store.read((database) => readCase(database, context.vault, ref));
    if (isRefusal(record)) return record;
    const [agency, claims, letters, files] = await context.store.read((database) =>
      Promise.all([
        agencyById(database, ref.agencyId),
        claimsOf(database, ref),
        lettersOf(database, ref),
        caseFilesOf(database, ref),
      ]),
    );
    if (!claims.some(({ result }) => result === 'given')) return noCopy;
    const reading = {
      agencyId: ref.agencyId,
      act: 'claim.follow',
      subjectKind: 'application',
      subjectId: ref.id,
    };
    await logReading(context, reading, '申请人下载个人信息副本');
    return copyText(record, agency!.name, { letters, files, at: context.now() });
  },
});
