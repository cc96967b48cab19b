import { policyParts } from '../../app/policy/index.ts';
import type { PolicyRow } from '../../app/policy/policy.ts';
import { roleIds, roles } from '../../app/policy/roles.ts';
import { placesInWords, rolesInWords } from '../../app/policy/words.ts';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { ScrollRegion } from '../theme/parts.tsx';
import type { OfficePage } from './page.ts';

const partWords: Readonly<Record<keyof typeof policyParts, string>> = {
  people: '人员和角色',
  agencies: '机关',
  applications: '依申请公开',
  claims: '更正和个人信息请求',
  appeals: '复议、诉讼',
  seals: '印章',
  retention: '保管期限',
  notices: '通知',
  records: '记录',
  reports: '年度报告',
};

const outsideWords = { system: '系统自动', terminal: '服务器命令行', public: '公众' } as const;

/** What else a line demands or allows, in words. */
const further = (row: PolicyRow): string =>
  [
    row.self ? '本人可以办理自己的' : '',
    row.notSelf ? '不能对自己办理' : '',
    row.apartFrom === undefined ? '' : '职责分离：与前一环节不能是同一人',
    ...(row.outside ?? []).map((each) => outsideWords[each]),
  ]
    .filter((each) => each !== '')
    .join('；');

const PartTable = ({ name, rows }: { name: string; rows: readonly PolicyRow[] }) => (
  <Panel id={`part-${name}`} title={partWords[name as keyof typeof partWords]} flush>
    <ScrollRegion label={`${partWords[name as keyof typeof partWords]}，可滚动`}>
      <table class="gk-table">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">角色</th>
            <th scope="col">范围</th>
            <th scope="col">其他</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.label}</th>
              <td>{rolesInWords(row) || '—'}</td>
              <td>{placesInWords(row) || '—'}</td>
              <td>{further(row) || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  </Panel>
);

/** The policy as it is enforced, in words: this page is made of the table that every act goes through. */
export const PolicyPage = ({ page: { shell, at } }: { page: OfficePage }) => (
  <OfficeFrame
    shell={shell}
    title="权限表"
    section={at('/office/policy')}
    lead="系统按此表判断每一次办理；表中没有的，一律不能办理"
  >
    <Panel id="roles" title="角色">
      <dl class="gk-defs">
        {roleIds.map((role) => (
          <>
            <dt>{roles[role].label}</dt>
            <dd>{roles[role].about}</dd>
          </>
        ))}
      </dl>
      <p class="gk-hint">系统管理员、安全管理员、审计管理员由不同的人担任，不兼任其他角色。</p>
    </Panel>
    {Object.entries(policyParts).map(([name, rows]) => (
      <PartTable name={name} rows={rows} />
    ))}
  </OfficeFrame>
);
