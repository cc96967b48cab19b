import type { LateAnswers, LateLine } from '../../../app/queries/applications/late-answers.ts';
import { deadlines } from '../../../law/deadlines.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { DataTable } from '../../theme/data-table.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import type { TableDefinition, TableState } from '../../theme/table-model.ts';
import type { OfficePage } from '../page.ts';
import { countedTable } from './counted-table.ts';
import { type FigureScope, scopeQuery } from './figure-scope.ts';

export const latePath = '/office/applications/late';

const more: TableDefinition<LateLine>['columns'] = [
  { id: 'due', label: '应当答复', kind: 'day', value: ({ due }) => due },
  { id: 'by', label: '超期工作日', kind: 'count', value: ({ by }) => by },
  { id: 'holder', label: '经办人', value: ({ holder }) => holder },
];

/** How it came and of what kind is no matter here. */
const aside: ReadonlySet<string> = new Set(['kind', 'channel']);

/** Answers given late: what the table of a figure has, and by how much. */
export function lateTable(where: Parameters<typeof countedTable>[0]): TableDefinition<LateLine> {
  const { columns: all, ...base } = countedTable(where);
  const columns = all.map((column) => (aside.has(column.id) ? { ...column, shown: false } : column));
  const at = columns.findIndex(({ id }) => id === 'ended');
  const [due, ...rest] = more;
  return {
    ...base,
    id: 'late',
    columns: [...columns.slice(0, at), due!, columns[at]!, ...rest, ...columns.slice(at + 1)],
  };
}

export interface LateProps {
  readonly page: OfficePage;
  readonly scope: FigureScope;
  readonly definition: TableDefinition<LateLine>;
  readonly state: TableState;
  readonly found: LateAnswers;
}

/** The register of answers given after their day, behind the rate of the overview. */
export const LatePage = ({ page, scope, definition, state, found }: LateProps) => {
  const { at } = page;
  const { agency, below, year } = scope;
  return (
    <OfficeFrame
      shell={page.shell}
      title="逾期答复"
      section={at('/office/applications')}
      crumbs={[
        { label: '依申请公开', href: at('/office/applications') },
        { label: '申请统计', href: at('/office/applications/overview', scopeQuery(scope)) },
        { label: '逾期答复' },
      ]}
      lead={`${agency.name}${below ? '和下级机关' : ''}，${year}年逾期答复 ${found.total} 件，按现行工作日历计算`}
    >
      <p class="gk-muted">
        在答复期限届满后才发出答复的申请，不论结果。
        <ArticleChip basis={deadlines.answer.basis} />
      </p>
      <DataTable
        definition={definition}
        state={state}
        path={at(latePath, scopeQuery(scope))}
        rows={found.rows}
        pages={{ previous: null, next: found.next, count: { rows: found.total, more: false } }}
        empty={{ title: '没有逾期答复', text: '这一年答复的申请都在期限以内。' }}
      />
    </OfficeFrame>
  );
};
