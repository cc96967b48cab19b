import type { AgencyRow } from '../../app/queries/agencies.ts';
import { agencyKindNames } from '../../law/agency-kind.ts';
import type { TableDefinition } from '../theme/table-model.ts';

/** One level of the tree of agencies. `searched`: hits from all levels, which then say where they stand. */
export const agenciesTable = (
  at: (path: string, query?: Readonly<Record<string, string>>) => string,
  searched: boolean,
): TableDefinition<AgencyRow> => ({
  id: 'agencies',
  title: '机关',
  unit: '个',
  columns: [
    {
      id: 'name',
      label: '名称',
      value: ({ name }) => name,
      href: ({ slug }) => at(`/office/agencies/${encodeURIComponent(slug)}`),
      header: true,
    },
    { id: 'slug', label: '代码', value: ({ slug }) => slug },
    { id: 'kind', label: '类别', value: ({ kind }) => agencyKindNames[kind] },
    {
      id: 'below',
      label: '下级',
      value: ({ below }) => (below === 0 ? null : `${below >= 1000 ? '1000+' : below} 个下级`),
      href: ({ slug, below }) => (below === 0 ? null : at('/office/agencies', { under: slug })),
    },
    ...(searched ? [{ id: 'superior', label: '上级', value: ({ superior }: AgencyRow) => superior }] : []),
    {
      id: 'state',
      label: '状态',
      value: ({ valid_to }) => (valid_to === null ? '现有' : `${valid_to} 撤销`),
    },
  ],
  filters: [
    { kind: 'text', name: 'q', label: '名称或代码' },
    { kind: 'check', name: 'closed', label: '包括已撤销的' },
  ],
  key: ({ id }) => id,
  sort: { column: 'name', descending: false },
});
