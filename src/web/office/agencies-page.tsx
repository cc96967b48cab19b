import type { AgencyLevel } from '../../app/queries/agencies.ts';
import { ButtonLink, Buttons } from '../theme/buttons.tsx';
import { DataTable } from '../theme/data-table.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import type { TableState } from '../theme/table-model.ts';
import { agenciesTable } from './agencies-table.ts';
import type { ListViews } from './kept-views.tsx';
import type { OfficePage } from './page.ts';

export interface AgenciesPageProps {
  readonly page: OfficePage;
  readonly views: ListViews;
  readonly level: AgencyLevel;
  readonly under: string | null;
  readonly state: TableState;
  readonly mayCreate: boolean;
}

/** One level of the tree at a time: forty thousand agencies are never on one page. */
export const AgenciesPage = ({ page, views, level, under, state, mayCreate }: AgenciesPageProps) => {
  const { shell, flash, at } = page;
  const agencies = at('/office/agencies');
  const here = level.line.at(-1);
  const own = under === null ? {} : { under };
  const searched = state.filters.q !== undefined;
  return (
    <OfficeFrame
      shell={shell}
      title={here === undefined ? '机关' : `${here.name}的下级`}
      section={agencies}
      flash={flash}
      crumbs={
        here === undefined
          ? []
          : [
              { label: '机关', href: agencies },
              ...level.line.map(({ slug, name }) =>
                slug === here.slug
                  ? { label: name }
                  : { label: name, href: at('/office/agencies', { under: slug }) },
              ),
            ]
      }
      lead={searched ? '在本机关和全部下级中查找' : '按隶属逐级查看'}
      {...(mayCreate
        ? {
            actions: (
              <Buttons>
                <ButtonLink
                  href={at('/office/agencies/new', under === null ? {} : { under })}
                  weight="primary"
                >
                  新设机关
                </ButtonLink>
                <ButtonLink href={at('/office/agencies/import')}>按区划名录导入</ButtonLink>
              </Buttons>
            ),
          }
        : {})}
    >
      <DataTable
        definition={agenciesTable(at, searched)}
        state={state}
        path={at('/office/agencies', { ...own, ...views.own })}
        views={views.menu}
        exportPath={at('/office/agencies/export.xlsx', own)}
        rows={level.rows}
        pages={{ previous: null, next: level.next, count: null }}
        empty={{
          title: here === undefined ? '没有可以查看的机关' : `${here.name}没有下级机关`,
          text: '由系统管理员新设，或按区划名录导入一个县的乡镇、街道。',
        }}
      />
    </OfficeFrame>
  );
};
