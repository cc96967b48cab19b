import { type WebhookForm, webhookFormIds, webhookForms } from '../../app/notices/webhook.ts';
import { Button, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { PasswordField } from '../theme/password-field.tsx';
import { SelectField } from '../theme/select-field.tsx';
import { TextField } from '../theme/text-field.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';
import { instantWords } from './session-table.tsx';

export interface WebhookProps {
  readonly page: OfficePage;
  readonly sheet: {
    readonly agency: { readonly slug: string; readonly name: string };
    readonly webhook: { readonly form: WebhookForm; readonly host: string } | null;
    readonly last: { readonly made_at: Date; readonly state: string; readonly said: string | null } | null;
  };
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

const states: Readonly<Record<string, string>> = { waiting: '等待发送', sent: '已送达', failed: '没有送达' };

/** The robot of an agency’s group: set anew or taken away; its address is never shown again. */
export const WebhookPage = ({ page, sheet, sent, faults }: WebhookProps) => {
  const { shell, flash, at, fields } = page;
  const agencies = at('/office/agencies');
  const agency = at(`/office/agencies/${encodeURIComponent(sheet.agency.slug)}`);
  const { webhook, last } = sheet;
  return (
    <OfficeFrame
      shell={shell}
      title="群机器人"
      section={agencies}
      flash={flash}
      lead={sheet.agency.name}
      crumbs={[
        { label: '机关', href: agencies },
        { label: sheet.agency.name, href: agency },
        { label: '群机器人' },
      ]}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="robot" title="发到工作群">
        <p>
          {webhook === null
            ? '没有设置。设置后，机关的通知同时发到工作群，只写事项、编号和链接，不写个人信息。'
            : `现在发到 ${webhook.host}（${webhookForms[webhook.form]}）。网址和密钥加密保存，不再显示；要修改请重新填写。`}
          {last !== null &&
            `最近一次 ${instantWords(last.made_at)}：${states[last.state] ?? last.state}${last.said === null ? '' : `（${last.said}）`}。`}
        </p>
        <Form action={`${agency}/webhook`} fields={fields} label="群机器人">
          <SelectField
            name="form"
            label="种类"
            need
            options={webhookFormIds.map((form) => ({ value: form, label: webhookForms[form] }))}
            value={sent.form ?? webhook?.form ?? 'wecom'}
            hint="工作群用的是哪种软件。"
            error={faultOf(faults, 'form')}
          />
          <TextField
            name="address"
            kind="url"
            label="网址"
            need={false}
            value={sent.address ?? ''}
            maxlength={500}
            hint="群设置中机器人的 Webhook 地址，以 https:// 开头。留空保存即停用。"
            error={faultOf(faults, 'address')}
          />
          <PasswordField
            name="secret"
            label="加签密钥"
            need={false}
            autocomplete="new-password"
            hint="用于证明消息由本系统发出；钉钉填“加签”的密钥。"
            error={faultOf(faults, 'secret')}
          />
          <Buttons>
            <Button weight="primary">保存</Button>
          </Buttons>
        </Form>
      </Panel>
    </OfficeFrame>
  );
};
