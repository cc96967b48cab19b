import { isRoleId, roleIds, roles } from '../../app/policy/roles.ts';
import type { PersonRow } from '../../app/queries/people.ts';
import type { TableDefinition } from '../theme/table-model.ts';

const roleWords = (held: readonly string[]): string =>
  held
    .filter(isRoleId)
    .map((role) => roles[role].label)
    .join('、') || '没有角色';

const stateWords = ({ disabled_at, two_factor_enabled }: PersonRow): string =>
  disabled_at !== null ? '已停用' : two_factor_enabled ? '已启用动态口令' : '正常';

/** The people of an agency and those below it. */
export const peopleTable = (at: (path: string) => string): TableDefinition<PersonRow> => ({
  id: 'people',
  title: '人员',
  unit: '人',
  columns: [
    {
      id: 'name',
      label: '姓名',
      value: ({ name }) => name,
      href: ({ id }) => at(`/office/people/${id}`),
      header: true,
    },
    { id: 'username', label: '登录名', value: ({ username }) => username },
    { id: 'agency', label: '机关', value: ({ agency_name }) => agency_name },
    { id: 'roles', label: '今日的角色', value: ({ roles: held }) => roleWords(held) },
    { id: 'state', label: '状态', value: stateWords },
  ],
  filters: [
    { kind: 'text', name: 'q', label: '姓名或登录名' },
    {
      kind: 'select',
      name: 'role',
      label: '角色',
      options: roleIds.map((role) => ({ value: role, label: roles[role].label })),
    },
  ],
  key: ({ id }) => id,
  sort: { column: 'name', descending: false },
});
