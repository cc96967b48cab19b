import { annualReport2021, organisationColumns } from '../../../law/forms/index.ts';

const STANDARD: readonly string[] = ['naturalPerson', ...organisationColumns, 'total'];
const ORGANISATIONS: ReadonlySet<string> = new Set(organisationColumns);

/** Column ids of table 三 as printed from left to right, or why they cannot be told. */
export type ColumnOrder =
  | { readonly kind: 'order'; readonly columns: readonly string[]; readonly complete: boolean }
  | { readonly kind: 'collapsed'; readonly columns: readonly string[] }
  | { readonly kind: 'contradictory' };

const inOrder = (ids: readonly string[]): boolean => {
  const places = ids.map((id) => STANDARD.indexOf(id));
  return places.every((p, i) => i === 0 || places[i - 1]! < p);
};

const known = new Map<string, ColumnOrder>();
const MAX_KNOWN = 500;

/** As `orderOf`; the same few heads stand over every table. */
export function columnOrder(labels: readonly string[], flow: boolean): ColumnOrder {
  const key = `${labels.join()} ${flow}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const order = orderOf(labels, flow);
  known.set(key, order);
  return order;
}

/**
 * The order of the columns of table 三 from the head labels in reading order (`organisation` for 法人或其他组织).
 * `flow`: whether reading order is the order from left to right within each head row; false for texts whose lines
 * were cut by height (PDF), where only a plain contradiction counts.
 */
function orderOf(labels: readonly string[], flow: boolean): ColumnOrder {
  const seen = [...new Set(labels)];
  const organisations = seen.filter((id) => ORGANISATIONS.has(id));
  const merged = seen.includes('organisation');
  const plain = seen.filter((id) => id !== 'organisation');
  if (!inOrder(plain.filter((id) => id !== 'total' && id !== 'naturalPerson')))
    return flow && !merged && plain.length === STANDARD.length
      ? { kind: 'order', columns: plain, complete: true }
      : { kind: 'contradictory' };
  if (merged && organisations.length === 0 && seen.includes('naturalPerson'))
    return { kind: 'collapsed', columns: flow ? seen : ['naturalPerson', 'organisation', 'total'] };
  const order = merged && flow ? seen.flatMap((id) => expand(id, organisations)) : plain;
  const complete = new Set(order).size === STANDARD.length;
  if (complete && flow) return { kind: 'order', columns: [...new Set(order)], complete };
  const rest = plain.filter((id) => id !== 'total');
  const totalFirst =
    plain.includes('naturalPerson') &&
    plain.indexOf('total') >= 0 &&
    plain.indexOf('total') < plain.indexOf('naturalPerson');
  if (!inOrder(rest) || totalFirst) return { kind: 'contradictory' };
  const sorted = STANDARD.filter((id) => plain.includes(id));
  return { kind: 'order', columns: complete ? STANDARD : flow ? order : sorted, complete };
}

function expand(id: string, organisations: readonly string[]): readonly string[] {
  if (id === 'organisation') return organisations;
  return ORGANISATIONS.has(id) ? [] : [id];
}

export const standardColumns = STANDARD;
/** The label of a column of table 三, 法人或其他组织 for the merged one. */
export function columnLabel(id: string): string {
  return annualReport2021.applicationColumns.find((c) => c.id === id)?.label ?? '法人或其他组织';
}
