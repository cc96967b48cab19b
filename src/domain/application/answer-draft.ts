import type { AnswerId } from '../../law/answers.ts';
import type { DeliveryMethod } from '../../law/delivery.ts';
import type { Ground } from '../../law/grounds.ts';
import type { ProvisionForm, ProvisionWay } from '../../law/intake.ts';
import type { Day } from '../workday/index.ts';

/** Information that is given, and how (第三十六条第（二）项, 第四十条). */
export interface Disclosed {
  readonly title: string;
  readonly form: ProvisionForm;
  readonly way: ProvisionWay;
  /** When it can be had, where it is not enclosed: 2026年3月2日至6日工作时间. */
  readonly when: string | null;
  readonly pages: number | null;
}

/** A part kept back: under a ground of 第十四条 to 第十六条, or because it is no government information (第三十七条). */
export interface Withheld {
  readonly what: string;
  readonly ground: Ground['id'] | 'notGovernmentInformation';
  readonly reasons: string;
  /** The law or regulation by name and article, for 法律、行政法规禁止公开. */
  readonly statute: string | null;
}

/** One search for information that was not found: where, when, with what, by whom. */
export interface Search {
  readonly place: string;
  readonly on: Day;
  readonly terms: string;
  readonly by: string;
  readonly found: string;
}

/** What an answer will say, before it is laid out as a letter. */
export interface AnswerDraft {
  readonly answer: AnswerId;
  readonly disclosed: readonly Disclosed[];
  readonly withheld: readonly Withheld[];
  readonly reasons: string | null;
  readonly statute: string | null;
  /** How and where to get it: address of a page, name of a publication, office and hours. */
  readonly where: string | null;
  readonly searches: readonly Search[];
  /** The agency that answers for it, `unknown` where that cannot be told. */
  readonly otherAgency: { readonly name: string; readonly contact: string } | 'unknown' | null;
  readonly earlier: { readonly number: string; readonly letter: string; readonly answeredOn: Day } | null;
  /** Why the public interest overrides a sound objection of a third party (第三十二条). */
  readonly publicInterest: string | null;
  /** How the letter is to go out; left out or null: the way the applicant asked for (第四十条). */
  readonly method?: DeliveryMethod | null | undefined;
  /** Why information is given in another form than was asked for (第四十条); missing in drafts from before it was asked. */
  readonly otherForm?: string | null | undefined;
}

/** A draft that says nothing yet. */
export const emptyDraft = (answer: AnswerId): AnswerDraft => ({
  answer,
  disclosed: [],
  withheld: [],
  reasons: null,
  statute: null,
  where: null,
  searches: [],
  otherAgency: null,
  earlier: null,
  publicInterest: null,
  otherForm: null,
});
