import type { ApplicationCase } from '../../domain/application/case.ts';
import { overruledObjections } from '../../domain/application/opinions.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import { deliveryRules } from '../../law/delivery.ts';
import { opinionsOf } from '../../store/application-matters.ts';
import type { Writing } from './acting.ts';
import { type Party, reachedAs } from './asking.ts';
import type { CaseRecord } from './case-record.ts';
import { letterAgencyOf } from './letter-agency.ts';
import { sendNotice } from './letters.ts';
import { aboutCase, openJson } from './sealing.ts';

const disclosedIn = ({ draft }: ApplicationCase): string =>
  (draft?.disclosed ?? []).map(({ title }) => title).join('；');

/** As he was asked; by post where the agency has no online channel that a letter served online must name (RM-6). */
async function servedAs({ transaction, loaded }: Writing & { readonly loaded: CaseRecord }, party: Party) {
  const reached = reachedAs(party);
  if (!deliveryRules[reached.method].online) return reached;
  const agency = await letterAgencyOf(transaction, loaded.agencyId);
  const named = !isRefusal(agency) && agency.onlineReviewChannel !== null;
  return named ? reached : { ...reached, method: 'post' as const };
}

/**
 * Tells every third party over whose objection information goes out what is disclosed and why: a duty of 第三十二条 where
 * the public interest outweighs it; where the objection was not sound, told all the same, with its remedy.
 */
export async function tellOverruled(
  acting: Writing & { readonly loaded: CaseRecord },
  day: Day,
): Promise<Refusal | undefined> {
  const { transaction, loaded } = acting;
  const { state } = loaded;
  const overruled = overruledObjections(state);
  if (overruled.length === 0) return undefined;
  const asked = await opinionsOf(transaction, loaded);
  for (const { ref, reasonable } of overruled) {
    const row = asked.find((one) => one.ref === ref)!;
    const party = openJson<Party>(loaded.key, row.sealed_party, aboutCase(loaded, 'party'));
    const because = reasonable === true ? 'publicInterest' : 'unsound';
    const refused = await sendNotice(acting, {
      kind: 'disclosureToThirdParty',
      ref,
      day,
      ...(await servedAs(acting, party)),
      facts: {
        information: disclosedIn(state),
        overruled: because,
        reason:
          because === 'publicInterest'
            ? state.draft!.publicInterest!
            : '所提理由不足以证明公开会对其合法权益造成损害',
      },
    });
    if (refused !== undefined) return refused;
  }
  return undefined;
}
