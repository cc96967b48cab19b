import { annualReport2021 } from '../../../law/forms/index.ts';

const labels: ReadonlyMap<string, string> = new Map(
  annualReport2021.applicationRows.map(({ id, label, group }) => [
    id,
    group === null ? label.replace(/（区分处理.*）$/, '') : `${group} ${label}`,
  ]),
);

/** A row of table 三 as the form words it. */
export const outcomeName = (row: string): string => labels.get(row) ?? row;
