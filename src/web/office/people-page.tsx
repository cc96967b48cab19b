import type { PeopleList } from '../../app/queries/people.ts';
import { ButtonLink } from '../theme/buttons.tsx';
import { DataTable } from '../theme/data-table.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import type { TableState } from '../theme/table-model.ts';
import type { ListViews } from './kept-views.tsx';
import type { OfficePage } from './page.ts';
import { peopleTable } from './people-table.ts';

export interface PeoplePageProps {
  readonly page: OfficePage;
  readonly views: ListViews;
  readonly list: PeopleList;
  readonly state: TableState;
  readonly mayCreate: boolean;
}

export const PeoplePage = ({
  page: { shell, flash, at },
  views,
  list,
  state,
  mayCreate,
}: PeoplePageProps) => (
  <OfficeFrame
    shell={shell}
    title="人员"
    section={at('/office/people')}
    flash={flash}
    lead="本机关和下级机关的账号"
    {...(mayCreate
      ? {
          actions: (
            <ButtonLink href={at('/office/people/new')} weight="primary">
              建立账号
            </ButtonLink>
          ),
        }
      : {})}
  >
    <DataTable
      definition={peopleTable(at)}
      state={state}
      path={at('/office/people', views.own)}
      views={views.menu}
      exportPath={at('/office/people/export.xlsx')}
      rows={list.rows}
      pages={{ previous: null, next: list.next, count: null }}
      empty={{
        title: '还没有账号',
        text: '由系统管理员建立账号，再由安全管理员授予角色。',
      }}
    />
  </OfficeFrame>
);
