import type { ListedCase } from '../../../app/applications/listed-case.ts';
import type { CaseList } from '../../../app/queries/applications/case-list.ts';
import { type ApplicantKind, applicantKindNames } from '../../../law/applicants.ts';
import { DataTable } from '../../theme/data-table.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import type { TableDefinition, TableState } from '../../theme/table-model.ts';
import type { OfficePage } from '../page.ts';
import { outcomeName } from './outcome-names.ts';

/** The cases behind one figure of table 三. */
export const CellPage = (props: {
  page: OfficePage;
  definition: TableDefinition<ListedCase>;
  state: TableState;
  list: CaseList;
  cell: { readonly row: string; readonly column: string; readonly until: string };
  year: number;
}) => {
  const { page, definition, state, list, cell, year } = props;
  const { at } = page;
  const { row, column, until } = cell;
  const kind = applicantKindNames[column as ApplicantKind] ?? '总计';
  const query = { year: String(year), until, row, column };
  return (
    <OfficeFrame
      shell={page.shell}
      title={outcomeName(row)}
      section={at('/office/applications')}
      crumbs={[
        { label: '依申请公开', href: at('/office/applications') },
        { label: '表三、表四', href: at('/office/applications/tables', { year: String(year), until }) },
        { label: outcomeName(row) },
      ]}
      lead={`${year}年，截至 ${until}，${kind}`}
    >
      <DataTable
        definition={definition}
        state={state}
        path={at('/office/applications/cell', query)}
        rows={list.rows}
        pages={{ previous: list.previous, next: list.next, count: null }}
        empty={{ title: '这一格是 0', text: '没有计入这一格的申请。' }}
      />
    </OfficeFrame>
  );
};
