import { annualForms, type FormId } from '../../law/forms/index.ts';

const tableWords = { disclosure: '表二', applications: '表三', appeals: '表四' } as const;

/** Row and column labels of a cell in the form's words. */
export function cellLabels(form: FormId, id: string): readonly [table: string, row: string, column: string] {
  const cell = annualForms[form].cellById.get(id);
  if (cell === undefined) {
    const [table = '', ...rest] = id.split('.');
    return [
      tableWords[table as keyof typeof tableWords] ?? table,
      rest.slice(0, -1).join('.'),
      rest.at(-1) ?? '',
    ];
  }
  if (cell.table === 'disclosure') {
    const band = annualForms[form].bands.find((each) => each.rows.some((row) => row.id === cell.row));
    const row = band?.rows.find((each) => each.id === cell.row);
    return ['表二', row?.label ?? '', band?.columns.find((column) => column.id === cell.column)?.label ?? ''];
  }
  if (cell.table === 'applications') {
    const row = annualForms[form].applicationRows.find((each) => each.id === cell.row);
    const column = annualForms[form].applicationColumns.find((each) => each.id === cell.column);
    return ['表三', `${row?.group ?? ''}${row?.label ?? ''}`, column?.label ?? ''];
  }
  const block = annualForms[form].appealBlocks.find((each) => each.id === cell.row);
  return [
    '表四',
    block?.label ?? '',
    block?.columns.find((column) => column.id === cell.column)?.label ?? '',
  ];
}
