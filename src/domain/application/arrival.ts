import { receiptRules } from '../../law/intake.ts';
import type { Refusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import type { Act } from './acts.ts';
import type { ApplicationCase } from './case.ts';
import { blank, no } from './refusing.ts';

const article = '第三十一条第（二）项';

/** The day of receipt waits for contact with the applicant: he signed for nothing. */
export const waitsForContact = ({ channel }: Pick<ApplicationCase, 'channel'>): boolean =>
  receiptRules.find((rule) => rule.channel === channel)!.by === 'contacted';

/** Mail arrives after it was sent, and not in the future. */
export const arrivalDay = (
  _: ApplicationCase,
  { on, arrivedOn }: Act<'submit'>,
  { today }: { readonly today: Day },
): Refusal | undefined =>
  arrivedOn !== undefined && (arrivedOn < on || arrivedOn > today)
    ? no('arrival', `信函到达之日${arrivedOn}早于寄出之日或者在今天之后。请核对日期。`, article)
    : undefined;

export function contactTried(state: ApplicationCase, { on, way }: Act<'tryContact'>): Refusal | undefined {
  if (!waitsForContact(state))
    return no('noContact', '只有平常信函以与申请人确认之日为收到之日。本件请直接确认收到。', article);
  if (blank(way)) return no('contactWay', '请写明怎样联系的、为什么没有联系上，例如电话无人接听。', article);
  const since = state.arrival?.on ?? state.submittedOn!;
  return on < since
    ? no('contactDay', `联系之日${on}早于信函到达之日${since}。请核对日期。`, article)
    : undefined;
}

/** The day of arrival stays what was entered, and nobody is reached about a letter before it came. */
export function contactFits({ arrival }: ApplicationCase, act: Act<'receive'>): Refusal | undefined {
  const { arrivedOn, contactedOn } = act;
  if (arrivedOn === undefined || contactedOn === undefined) return undefined;
  if (arrival !== null && arrivedOn !== arrival.on)
    return no(
      'arrivedTwice',
      `信函到达之日已登记为${arrival.on}，这里填的是${arrivedOn}。请核对日期。`,
      article,
    );
  return contactedOn < arrivedOn
    ? no('contactDay', `与申请人确认之日${contactedOn}早于信函到达之日${arrivedOn}。请核对日期。`, article)
    : undefined;
}
