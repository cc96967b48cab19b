import type { Refusal } from '../refusal.ts';
import { type Day, dayNumber, type WorkdayTable, workdayOnOrAfter } from '../workday/index.ts';
import type { Act } from './acts.ts';
import type { ApplicationCase, Explanation } from './case.ts';
import type { Actor } from './phases.ts';
import { no } from './refusing.ts';

const article = '第三十五条';

/** Last day for the reasons: a rest day moves it on to the next working day. Null where no day was kept. */
export function reasonsUntil({ due }: Explanation, table: WorkdayTable): Day | null {
  if (due == null) return null;
  const last = workdayOnOrAfter(dayNumber(due), table);
  return last === null ? due : table.dayOf(last);
}

/** Who is asked must have time to answer: 条例 names no length, but not the day of the notice itself. */
export const reasonsTime = (_: ApplicationCase, { due, on }: Act<'askReasons'>): Refusal | undefined =>
  due > on
    ? undefined
    : no('reasonsTime', `说明理由的期限${due}不晚于发出之日${on}。请给申请人留出说明的时间。`, article);

/** 行政机关认为申请理由不合理的: nobody else says so. */
export const weighedByAgency = (
  _: ApplicationCase,
  { reasonable }: Act<'takeReasons'>,
  { actor }: { readonly actor: Actor },
): Refusal | undefined =>
  actor === 'applicant' && reasonable !== undefined
    ? no('weighedByAgency', '理由是否合理由行政机关判断。请只写明理由。', article)
    : undefined;

export const reasonsUnweighed = ({ explanation }: ApplicationCase): Refusal | undefined =>
  explanation !== null && explanation.givenOn !== null && explanation.reasonable === null
    ? undefined
    : no('nothingToWeigh', '申请人还没有说明理由，或者已经判断过。请核对后再办理。', article);

/** 不予处理 comes after the applicant was heard: his reasons weighed and found unreasonable, or his time past. */
export function checkHeard(
  { explanation }: ApplicationCase,
  on: Day,
  table: WorkdayTable,
): Refusal | undefined {
  if (explanation === null)
    return no(
      'reasonsFirst',
      '以数量、频次明显超过合理范围为由不予处理的，请先要求申请人说明理由。',
      article,
    );
  const { givenOn, reasonable } = explanation;
  if (reasonable === true)
    return no('reasonsAccepted', '已认定申请人说明的理由合理，不能以此不予处理。', article);
  if (givenOn !== null)
    return reasonable === null
      ? no('reasonsNotWeighed', `申请人已于${givenOn}说明理由。请先判断理由是否合理，再拟写答复。`, article)
      : undefined;
  const until = reasonsUntil(explanation, table);
  return until !== null && on > until
    ? undefined
    : no(
        'reasonsOpen',
        `申请人说明理由的期限${until === null ? '没有登记' : `到${until}（含当日）`}，还没有收到说明。请等收到说明或者期限届满后，再作不予处理的答复。`,
        article,
        until === null ? {} : { until },
      );
}
