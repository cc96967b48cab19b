/** Last day of a report year, as YYYY-MM-DD. */
export const yearEnd = (year: number): string => `${year}-12-31`;

/** YYYY-MM-DD as letters print it: 2019年12月30日. */
export function printedDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
