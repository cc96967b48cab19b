import { policyRows } from '../../app/policy/index.ts';
import { roleIds, roles } from '../../app/policy/roles.ts';
import type { AgencyChoice } from '../../app/queries/agency-choices.ts';
import type { HeldRole, PersonSheet } from '../../app/queries/people.ts';
import { ActForm } from '../theme/act-form.tsx';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Empty } from '../theme/parts.tsx';
import { PasswordField } from '../theme/password-field.tsx';
import { SelectField } from '../theme/select-field.tsx';
import { TextField } from '../theme/text-field.tsx';
import { agencyOptions } from './account-form-page.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';
import { SessionTable } from './session-table.tsx';

/** What the one who looks may do with the account. */
export interface PersonRights {
  readonly grant: boolean;
  readonly end: boolean;
  readonly disable: boolean;
  readonly reset: boolean;
  /** There is one, and it may be taken away. */
  readonly secondFactor: boolean;
  readonly sessions: boolean;
  readonly handOver: boolean;
}

export interface PersonPageProps {
  readonly page: OfficePage;
  readonly sheet: PersonSheet;
  readonly rights: PersonRights;
  readonly agencies: readonly AgencyChoice[];
  readonly sent: Sent;
  readonly faults: readonly Fault[];
  readonly today: string;
}

/** Roles by which one can do more than come in. */
const useful = roleIds.filter((role) =>
  policyRows().some((row) => row.act !== 'office.enter' && row.roles.includes(role)),
);

const states: Readonly<Record<HeldRole['state'], string>> = { held: '有效', coming: '未到', over: '已失效' };

const RoleTable = ({ page: { at, fields }, sheet, rights }: PersonPageProps) =>
  sheet.roles.length === 0 ? (
    <Empty title="还没有角色">由安全管理员授予角色后，本人才能办理事项。</Empty>
  ) : (
    <table class="gk-table">
      <thead>
        <tr>
          <th scope="col">角色</th>
          <th scope="col">机关</th>
          <th scope="col">起</th>
          <th scope="col">止</th>
          <th scope="col">状态</th>
          {rights.end && <th scope="col">办理</th>}
        </tr>
      </thead>
      <tbody>
        {sheet.roles.map((held) => (
          <tr>
            <th scope="row">
              {roles[held.role].label}
              {held.deputy && '（代理）'}
            </th>
            <td>{held.agency}</td>
            <td>{held.from}</td>
            <td>{held.to ?? '—'}</td>
            <td>{states[held.state]}</td>
            {rights.end && (
              <td>
                {held.state !== 'over' && (
                  <ActForm
                    class="btn btn-outline-danger btn-sm"
                    act={{
                      label: '收回',
                      action: at(`/office/people/${sheet.id}/roles/end`),
                      fields: { ...fields, membershipId: held.id },
                    }}
                  />
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );

const GrantForm = ({ page: { at, fields }, sheet, agencies, sent, faults, today }: PersonPageProps) => (
  <Form action={at(`/office/people/${sheet.id}/roles`)} fields={fields} label="授予角色">
    <SelectField
      name="role"
      label="角色"
      need
      blank="请选择"
      value={sent.role ?? null}
      hint="一次授予一个。三种管理员互不兼任，也不兼办业务。"
      error={faultOf(faults, 'role')}
      options={useful.map((role) => ({ value: role, label: `${roles[role].label}：${roles[role].about}` }))}
    />
    <SelectField
      name="agencyId"
      label="机关"
      need
      options={agencyOptions(agencies)}
      value={sent.agencyId ?? sheet.agency.id}
      hint="在哪个机关担任；一个人可以在几个机关任职。"
      error={faultOf(faults, 'agencyId')}
    />
    <TextField
      name="from"
      kind="date"
      label="开始日期"
      need
      value={sent.from ?? today}
      hint="从这一天起可以办理。"
      error={faultOf(faults, 'from')}
    />
    <TextField
      name="to"
      kind="date"
      label="截止日期"
      need={false}
      value={sent.to ?? ''}
      hint="包括当日。不填为长期，直到收回。"
      error={faultOf(faults, 'to')}
    />
    <TextField
      name="deputyOf"
      label="代理谁"
      need={false}
      value={sent.deputyOf ?? ''}
      maxlength={30}
      width="medium"
      hint="临时代理的，填写被代理人的登录名或者姓名；本人任职的不填。"
      error={faultOf(faults, 'deputyOf')}
    />
    <Buttons>
      <Button weight="primary">授予角色</Button>
    </Buttons>
  </Form>
);

const AccountActs = ({ page: { at, fields }, sheet, rights, faults }: PersonPageProps) => (
  <>
    {rights.reset && (
      <Form action={at(`/office/people/${sheet.id}/password`)} fields={fields} label="重置口令">
        <PasswordField
          name="password"
          label="新的首次口令"
          need
          autocomplete="new-password"
          hint="本人首次登录时须修改；重置后，现有的登录全部结束。"
          error={faultOf(faults, 'password')}
        />
        <Buttons>
          <Button>重置口令</Button>
        </Buttons>
      </Form>
    )}
    {rights.secondFactor && (
      <Form action={at(`/office/people/${sheet.id}/second-factor`)} fields={fields} label="解除动态口令">
        <p class="gk-muted">
          验证器和备用码都遗失的，当面核对身份后解除。解除后凭口令登录，现有的登录全部结束。
        </p>
        <Buttons>
          <Button weight="danger">解除动态口令</Button>
        </Buttons>
      </Form>
    )}
    {rights.disable && (
      <ActForm
        class={sheet.disabledAt === null ? 'btn btn-outline-danger' : 'btn btn-outline-primary'}
        act={{
          label: sheet.disabledAt === null ? '停用账号' : '恢复账号',
          action: at(`/office/people/${sheet.id}/${sheet.disabledAt === null ? 'disable' : 'enable'}`),
          fields,
        }}
      />
    )}
  </>
);

export const PersonPage = (props: PersonPageProps) => {
  const { page, sheet, rights, faults } = props;
  const { shell, flash, at } = page;
  const people = at('/office/people');
  return (
    <OfficeFrame
      shell={shell}
      title={sheet.name}
      section={people}
      crumbs={[{ label: '人员', href: people }, { label: sheet.name }]}
      flash={flash}
      lead={`${sheet.username} · ${sheet.agency.name}${sheet.disabledAt === null ? '' : ' · 已停用'}`}
      {...(rights.handOver && sheet.roles.some(({ state }) => state !== 'over')
        ? { actions: <ButtonLink href={at(`/office/people/${sheet.id}/handover`)}>工作交接</ButtonLink> }
        : {})}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="roles" title="角色" flush>
        <RoleTable {...props} />
      </Panel>
      {rights.grant && sheet.disabledAt === null && (
        <Panel id="grant" title="授予角色">
          <GrantForm {...props} />
        </Panel>
      )}
      {(rights.reset || rights.secondFactor || rights.disable) && (
        <Panel id="account" title="账号">
          <AccountActs {...props} />
        </Panel>
      )}
      {rights.sessions && (
        <Panel id="sessions" title="登录" flush>
          <SessionTable
            page={page}
            sessions={sheet.sessions}
            action={at(`/office/people/${sheet.id}/sessions/end`)}
          />
        </Panel>
      )}
    </OfficeFrame>
  );
};
