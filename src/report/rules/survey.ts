import type { ReportCell } from '../../domain/annual/report.ts';
import type { AnnualForm, TableId } from '../../law/forms/index.ts';
import type { Reading } from '../reading.ts';
import { cellIds } from '../recognise/tables/cell-ids.ts';
import { formOf } from './support.ts';

/** The cells of a report gone through once, for all the rules that ask the same of them. */
export interface Survey {
  readonly form: AnnualForm;
  /** Figures in the order of the form's cells; NaN where none was told for certain. */
  readonly values: Float64Array;
  /** Cells that are printed otherwise than in plain digits, and told. */
  readonly odd: readonly string[];
  readonly blank: CellsByTable;
  readonly absent: CellsByTable;
  readonly unreadable: CellsByTable;
  /** Whether every cell of 表三 is printed, filled or not. */
  readonly whole: boolean;
}

/** Cells of a table in the order of the form, by table. */
export type CellsByTable = ReadonlyMap<TableId, readonly string[]>;

/** The rules of one reading run one after another, so the last survey is all that is worth keeping. */
let last: { readonly reading: Reading; readonly survey: Survey | null } | null = null;

/** The survey of a reading, drawn up once; null for what is set in neither form. */
export function surveyOf(reading: Reading): Survey | null {
  if (last?.reading !== reading) {
    const form = formOf(reading.report);
    last = { reading, survey: form === null ? null : draw(reading, form) };
  }
  return last.survey;
}

function draw(reading: Reading, form: AnnualForm): Survey {
  const { cells } = reading.report;
  const values = new Float64Array(form.cells.length).fill(Number.NaN);
  const odd: string[] = [];
  const lists = { blank: new Map(), absent: new Map(), unreadable: new Map() } as Record<
    'blank' | 'absent' | 'unreadable',
    Map<TableId, string[]>
  >;
  let whole = true;
  const ids = cellIds(form);
  for (let index = 0; index < ids.length; index++) {
    const id = ids[index]!;
    const cell = cells[id];
    const { table } = form.cells[index]!;
    if (cell === undefined || cell.status === 'absent') whole &&= table !== 'applications';
    if (cell === undefined) continue;
    if (cell.status === 'read' || cell.status === 'inferred') {
      if (cell.value !== null) values[index] = cell.value;
      if (!isPlain(cell)) odd.push(id);
    } else {
      const list = lists[cell.status];
      const there = list.get(table);
      if (there === undefined) list.set(table, [id]);
      else there.push(id);
    }
  }
  if (!whole) for (const id in cells) if (isOddExtra(form, id, cells[id]!)) odd.push(id);
  return { form, values, odd, whole, ...lists };
}

/** Digits and nothing else. */
function isPlain({ text }: ReportCell): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

/** Cells of a collapsed table that the form has not. */
const isOddExtra = (form: AnnualForm, id: string, cell: ReportCell): boolean =>
  (cell.status === 'read' || cell.status === 'inferred') && !form.cellById.has(id) && !isPlain(cell);
