import type { StoredReport } from '../http/services.ts';

/** Beside a year's own report there is room for two more. */
export const mostOthers = 2;

/**
 * The other years to show beside `year`, newest first: those asked for by `with`, or the two before it where nothing
 * was asked. Years that are not stored are passed over.
 */
export function chooseOthers(
  years: readonly StoredReport[],
  year: number,
  asked: readonly string[] | undefined,
): readonly StoredReport[] {
  const others = years.filter((each) => each.year !== year);
  if (asked === undefined) return others.filter((each) => each.year < year).slice(0, mostOthers);
  const wanted = new Set(asked);
  return others.filter((each) => wanted.has(String(each.year))).slice(0, mostOthers);
}
