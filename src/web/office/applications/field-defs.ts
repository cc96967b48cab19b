import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { addWorkdays, type Calendar, type Day } from '../../../domain/workday/index.ts';
import type { Citation } from '../../../law/citation.ts';
import type { Sent } from '../page.ts';

interface Base {
  readonly name: string;
  readonly label: string;
  readonly need?: boolean;
  readonly hint?: string;
  /** The article that asks for it. */
  readonly basis?: Citation;
}
export interface ChoiceDef {
  readonly value: string;
  readonly label: string;
}
/** A field of an act's form, as data: page and reader go by the same. */
export type FieldDef =
  | (Base & {
      readonly kind: 'text' | 'area' | 'date' | 'number';
      readonly value?: string;
      readonly unit?: string;
    })
  | (Base & {
      readonly kind: 'select' | 'radio';
      readonly options: readonly ChoiceDef[];
      readonly value?: string;
    })
  | (Base & {
      readonly kind: 'several';
      readonly options: readonly ChoiceDef[];
      readonly values?: readonly string[];
    })
  | (Base & { readonly kind: 'check'; readonly checked?: boolean });

export type FieldsOf = (sheet: CaseSheet, today: string, calendar: Calendar) => readonly FieldDef[];

/** The day so many working days on, as a form proposes it; empty where the calendar does not reach. */
export const workdaysFrom = (today: string, workdays: number, calendar: Calendar): string => {
  const reckoned = addWorkdays(today as Day, workdays, calendar);
  return 'refused' in reckoned ? '' : reckoned.day;
};

/** Names of the boxes that were ticked: `name.value`. */
export const ticked = (sent: Sent, name: string): string[] =>
  Object.keys(sent)
    .filter((key) => key.startsWith(`${name}.`))
    .map((key) => key.slice(name.length + 1));

export const text = (sent: Sent, name: string): string => (sent[name] ?? '').trim();
export const orNull = (sent: Sent, name: string): string | null => text(sent, name) || null;
/** A number as typed; NaN, which every schema refuses, where it is none. */
export const number = (sent: Sent, name: string): number =>
  text(sent, name) === '' ? Number.NaN : Number(text(sent, name));
/** Yes, no, or not answered. */
export const yesNo = (sent: Sent, name: string): boolean | null =>
  sent[name] === 'yes' ? true : sent[name] === 'no' ? false : null;
