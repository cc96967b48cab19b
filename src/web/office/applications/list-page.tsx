import type { ListedCase } from '../../../app/applications/listed-case.ts';
import type { Board } from '../../../app/queries/applications/board.ts';
import type { CaseList } from '../../../app/queries/applications/case-list.ts';
import { ButtonLink } from '../../theme/buttons.tsx';
import { DataTable } from '../../theme/data-table.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import type { TableDefinition, TableState } from '../../theme/table-model.ts';
import type { ListViews } from '../kept-views.tsx';
import type { OfficePage } from '../page.ts';
import { applicationTabs } from './application-tabs.tsx';
import { GroupPanel } from './group-panel.tsx';

export interface ListPageProps {
  readonly page: OfficePage;
  readonly definition: TableDefinition<ListedCase>;
  readonly state: TableState;
  readonly views: ListViews;
  readonly view: 'board' | 'all';
  readonly board: Board | null;
  readonly list: CaseList | null;
  readonly may: {
    readonly enter: boolean;
    readonly takeOver: boolean;
  };
}

const leadOf = (board: Board | null): string | undefined =>
  board === null
    ? undefined
    : `在办 ${board.total} 件，其中超期 ${board.byUrgency.overdue} 件，今天到期 ${board.byUrgency.today} 件，五日内到期 ${board.byUrgency.soon} 件`;

/** The cases of an agency: those open by the days left, or all of them. */
export const ListPage = (props: ListPageProps) => {
  const { page, definition, state, views, view, board, list, may } = props;
  const { shell, flash, at } = page;
  const rows = board?.rows ?? list?.rows ?? [];
  const lead = leadOf(board);
  const path = view === 'board' ? '/office/applications' : '/office/applications/all';
  return (
    <OfficeFrame
      shell={shell}
      title="依申请公开"
      section={at('/office/applications')}
      flash={flash}
      {...(lead === undefined ? {} : { lead })}
      {...(may.enter || may.takeOver
        ? {
            actions: (
              <>
                {may.enter && (
                  <ButtonLink href={at('/office/applications/new')} weight="primary" icon="plus">
                    录入申请
                  </ButtonLink>
                )}
                {may.takeOver && <ButtonLink href={at('/office/applications/takeover')}>移入案件</ButtonLink>}
              </>
            ),
          }
        : {})}
    >
      {applicationTabs(page, view, board?.total)}
      {state.after === null && <GroupPanel page={page} groups={board?.groups ?? []} />}
      <DataTable
        definition={definition}
        state={state}
        path={at(path, views.own)}
        views={views.menu}
        exportPath={at(`${path}/export.xlsx`)}
        rows={rows}
        pages={{ previous: list?.previous ?? null, next: board?.next ?? list?.next ?? null, count: null }}
        empty={{
          title: view === 'board' ? '没有在办的申请' : '还没有申请',
          text: '网上提交的申请会自动出现在这里；信函、当面、口头、传真和电子邮件收到的，请点“录入申请”。',
        }}
      />
    </OfficeFrame>
  );
};
