import { roles } from '../../app/policy/roles.ts';
import type { PersonSheet } from '../../app/queries/people.ts';
import { ActForm } from '../theme/act-form.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { PasswordField } from '../theme/password-field.tsx';
import { TextField } from '../theme/text-field.tsx';
import { CalendarPanel } from './calendar-panel.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage } from './page.ts';
import { SessionTable } from './session-table.tsx';

/** A second factor being set up: the QR code as an image, the secret to type, codes for the drawer. */
export interface Enrolment {
  readonly image: string;
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

export interface SettingsProps {
  readonly page: OfficePage;
  readonly sheet: PersonSheet;
  readonly mail: string;
  /** Address of the person's due days for calendar programs; null while it is off. */
  readonly calendar: string | null;
  readonly faults: readonly Fault[];
  readonly enrolment: Enrolment | null;
}

const rule = '至少十个字符，大写字母、小写字母、数字、符号中至少三类；或者十六个字符以上的一句话。';

export const PasswordForm = ({ page: { at, fields }, faults }: Pick<SettingsProps, 'page' | 'faults'>) => (
  <Form action={at('/office/me/password')} fields={fields} label="修改口令">
    <PasswordField
      name="current"
      label="现在的口令"
      need
      autocomplete="current-password"
      error={faultOf(faults, 'current')}
    />
    <PasswordField
      name="password"
      label="新口令"
      need
      autocomplete="new-password"
      hint={rule}
      error={faultOf(faults, 'password')}
    />
    <Buttons>
      <Button>修改口令</Button>
    </Buttons>
  </Form>
);

const EnrolForm = ({
  page: { at, fields },
  faults,
  enrolment,
}: {
  page: OfficePage;
  faults: readonly Fault[];
  enrolment: Enrolment;
}) => (
  <>
    <ol class="gk-text">
      <li>用手机上的验证器（支持 TOTP 的都可以）扫描二维码，或手工输入密钥。</li>
      <li>把下面十个备用码抄在纸上收好；手机不在身边时，每个可以用一次。</li>
      <li>输入验证器现在显示的六位数字，完成启用。</li>
    </ol>
    <p>
      <img class="gk-qr" src={enrolment.image} width={180} height={180} alt="动态口令的二维码" />
    </p>
    <p>
      密钥：<code>{enrolment.secret}</code>
    </p>
    <ul class="gk-codes" aria-label="备用码">
      {enrolment.backupCodes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <Form action={at('/office/me/second-factor/confirm')} fields={fields} label="完成启用动态口令">
      <TextField
        name="code"
        kind="number"
        label="六位数字"
        need
        maxlength={6}
        autocomplete="one-time-code"
        error={faultOf(faults, 'code')}
      />
      <Buttons>
        <Button weight="primary">完成启用</Button>
      </Buttons>
    </Form>
  </>
);

const SecondFactor = ({ page, sheet, faults, enrolment }: SettingsProps) => {
  if (enrolment !== null) return <EnrolForm page={page} faults={faults} enrolment={enrolment} />;
  const { at, fields } = page;
  const path = sheet.secondFactor ? '/office/me/second-factor/off' : '/office/me/second-factor';
  return (
    <>
      <p>
        {sheet.secondFactor
          ? '已启用。登录时除口令外，还要输入手机验证器上的数字。'
          : '没有启用。启用后，别人知道口令也不能登录；审批人和管理员应当启用。'}
      </p>
      <Form action={at(path)} fields={fields} label="动态口令">
        <PasswordField
          name="confirm"
          label="口令"
          need
          autocomplete="current-password"
          hint="为确认是本人办理，请输入口令。"
          error={faultOf(faults, 'confirm')}
        />
        <Buttons>
          <Button weight={sheet.secondFactor ? 'danger' : 'plain'}>
            {sheet.secondFactor ? '停用动态口令' : '启用动态口令'}
          </Button>
        </Buttons>
      </Form>
    </>
  );
};

const Held = ({ sheet }: { sheet: PersonSheet }) => {
  const held = sheet.roles.filter(({ state }) => state === 'held');
  return held.length === 0 ? (
    <p class="gk-muted">没有角色。请联系安全管理员授予角色。</p>
  ) : (
    <ul class="gk-text">
      {held.map((each) => (
        <li>
          {each.agency}：{roles[each.role].label}
          {each.deputy && '（代理）'}
          {each.to !== null && `，至 ${each.to}`}
        </li>
      ))}
    </ul>
  );
};

export const SettingsPage = (props: SettingsProps) => {
  const { page, sheet, mail, calendar, faults } = props;
  const { shell, flash, at, fields } = page;
  return (
    <OfficeFrame
      shell={shell}
      title="个人设置"
      section=""
      flash={flash}
      lead={`${sheet.name} · ${sheet.username} · ${sheet.agency.name}`}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="held" title="我的角色">
        <Held sheet={sheet} />
      </Panel>
      <Panel id="contact" title="通知">
        <Form action={at('/office/me/contact')} fields={fields} label="通知">
          <TextField
            width="medium"
            name="mail"
            kind="email"
            label="电子邮箱"
            need={false}
            value={mail}
            maxlength={120}
            hint="设置了发信服务器的，到期提醒和待办通知发到此邮箱。加密保存，不对外显示；不填则只在系统内通知。"
            error={faultOf(faults, 'mail')}
          />
          <Buttons>
            <Button>保存</Button>
          </Buttons>
        </Form>
      </Panel>
      <Panel id="calendar" title="日历">
        <CalendarPanel page={page} calendar={calendar} />
      </Panel>
      <Panel id="password" title="口令">
        <PasswordForm page={page} faults={faults} />
      </Panel>
      <Panel id="second" title="动态口令">
        <SecondFactor {...props} />
      </Panel>
      <Panel id="sessions" title="登录">
        <SessionTable page={page} sessions={sheet.sessions} action={at('/office/me/sessions/end')} />
        {sheet.sessions.length > 1 && (
          <ActForm
            class="btn btn-outline-danger"
            act={{ label: '结束其他全部登录', action: at('/office/me/sessions/others'), fields }}
          />
        )}
      </Panel>
    </OfficeFrame>
  );
};

/** Before anything else: the first password was told by somebody else. */
export const FirstPasswordPage = ({ page, faults }: Pick<SettingsProps, 'page' | 'faults'>) => (
  <OfficeFrame
    shell={{ ...page.shell, nav: [], search: null, notices: null }}
    title="请先修改口令"
    section=""
  >
    <p class="gk-lead">现在的口令由系统管理员设定，还有别人知道。修改后才能办理事项。</p>
    <FormErrors errors={formErrors(faults)} />
    <Panel id="password" title="修改口令">
      <PasswordForm page={page} faults={faults} />
    </Panel>
  </OfficeFrame>
);
