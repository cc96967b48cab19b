import type { Certainty } from '../instruments.ts';

/** A legal day in Asia/Shanghai, `YYYY-MM-DD`; no clock. */
export type Day = `${number}-${number}-${number}`;

/** The order that arranged days: 国务院办公厅's yearly notice, or one that changed it. */
export interface HolidayNotice {
  readonly title: string;
  /** 文号; null where not known. */
  readonly number: string | null;
  /** Day of issue (成文日期); null where not known. */
  readonly issuedOn: Day | null;
  /** How sure title and number are; the days themselves were compared day by day with a second source. */
  readonly certainty: Certainty;
  readonly checkedOn: Day;
}

/**
 * What a notice says of one holiday: weekdays that are off and weekend days that are worked. Weekend days that are
 * off anyway are not listed. All days lie in the year of the file.
 */
export interface HolidayArrangement {
  readonly holiday: string;
  readonly notice: HolidayNotice;
  readonly daysOff: readonly Day[];
  readonly workdays: readonly Day[];
}

/** Everything arranged for the days of one year, by whichever notice (元旦 of the next year may reach into December). */
export interface CalendarYear {
  readonly year: number;
  readonly notice: HolidayNotice;
  readonly arrangements: readonly HolidayArrangement[];
}

const checkedOn: Day = '2026-11-21';

/** The yearly notice, titled alike every year since 2003. */
export const yearlyNotice = (
  year: number,
  number: string | null,
  issuedOn: Day | null,
  certainty: Certainty,
): HolidayNotice => ({
  title: `国务院办公厅关于${year}年部分节假日安排的通知`,
  number,
  issuedOn,
  certainty,
  checkedOn,
});

/** A notice of its own that changed or added to a year's arrangement. */
export const specialNotice = (
  title: string,
  number: string | null,
  issuedOn: Day | null,
  certainty: Certainty,
): HolidayNotice => ({ title, number, issuedOn, certainty, checkedOn });

/** `arrange('春节', notice, ['2026-02-16', …], ['2026-02-14', …])` */
export const arrange = (
  holiday: string,
  notice: HolidayNotice,
  daysOff: readonly Day[],
  workdays: readonly Day[] = [],
): HolidayArrangement => ({ holiday, notice, daysOff, workdays });
