import { useContext } from 'hono/jsx';
import { DataTable } from '../theme/data-table.tsx';
import { Panel } from '../theme/panel.tsx';
import type { TableState } from '../theme/table-model.ts';
import { tableState } from '../theme/table-state.ts';
import { TableViews } from '../theme/table-views.tsx';
import { KitFields } from './kit-form.tsx';
import { type KitRow, kitRows } from './kit-rows.ts';
import { kitTable } from './kit-table.tsx';

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a ?? '').localeCompare(String(b ?? ''));

/** Rows as the state asks for them: a database does this elsewhere. */
export function rowsFor(at: string, state: TableState): KitRow[] {
  const column = kitTable(at).columns.find(({ id }) => id === state.sort.column)!;
  const { step, since, mine, word } = state.filters;
  return kitRows
    .filter((row) => step === undefined || row.step === step)
    .filter((row) => since === undefined || row.receivedOn >= since)
    .filter((row) => mine === undefined || row.handler === '周文静')
    .filter((row) => word === undefined || `${row.number}${row.subject}`.includes(word))
    .sort((a, b) => compare(column.value(a), column.value(b)) * (state.sort.descending ? -1 : 1));
}

export const Lists = ({ at, query }: { at: string; query: URLSearchParams }) => {
  const definition = kitTable(at);
  const state = tableState(definition, query);
  const kitFields = useContext(KitFields);
  return (
    <>
      <Panel id="list" title="列表：筛选、排序、栏目、批量、翻页">
        <DataTable
          definition={definition}
          state={state}
          path={at}
          rows={rowsFor(at, state)}
          pages={{ previous: 'b1', next: 'a1', count: { rows: 1000, more: true }, from: 1 }}
          exportPath={`${at}/table.xlsx`}
          views={
            <TableViews
              views={[
                { id: 'mine', name: '我经办的', href: `${at}?mine=1&kept=mine#applications` },
                {
                  id: 'approving',
                  name: '待签发',
                  href: `${at}?step=${encodeURIComponent('待签发')}&kept=approving#applications`,
                },
              ]}
              current={query.get('kept')}
              changed={false}
              plain={`${at}#applications`}
              keep={{ action: `${at}/form`, fields: kitFields }}
              update={() => ({ action: `${at}/form`, fields: kitFields })}
              manage={`${at}#applications`}
              personal={false}
            />
          }
          group={{
            acts: [
              { label: '转给经办人', action: `${at}/form` },
              { label: '打印清单', action: `${at}/form` },
            ],
            fields: kitFields,
          }}
          empty={{ title: '还没有申请', text: '收到申请后在这里登记。' }}
        />
      </Panel>
      <Panel id="wide" title="列表：栏目多的表，左右滚动">
        <DataTable
          definition={{ ...definition, id: 'wide-table', title: '全部栏目的申请', filters: [] }}
          state={{ ...state, filters: {}, columns: definition.columns.map(({ id }) => id) }}
          path={at}
          rows={rowsFor(at, { ...state, filters: {} })}
          pages={{ previous: null, next: null, count: null }}
          wide
          empty={{ title: '还没有申请', text: '收到申请后在这里登记。' }}
        />
      </Panel>
      <Panel id="empty-list" title="列表：没有内容">
        <DataTable
          definition={{ ...definition, id: 'empty-table', title: '上年的申请', filters: [] }}
          state={{ ...state, filters: {} }}
          path={at}
          rows={[]}
          pages={{ previous: null, next: null, count: { rows: 0, more: false } }}
          empty={{
            title: '没有收到过申请',
            text: '一年没有申请也要写进年度报告，各格填 0。',
            action: (
              <a class="btn btn-outline-primary" href={`${at}#forms`}>
                登记申请
              </a>
            ),
          }}
        />
      </Panel>
    </>
  );
};
