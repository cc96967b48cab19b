import { shanghaiDay } from '../../app/calendar-years.ts';
import type { ClaimSubmitted } from '../../app/commands/claims/submit-claim.ts';
import { claimRules } from '../../law/claims.ts';
import { receiptRules } from '../../law/intake.ts';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { Fieldset } from '../theme/fieldset.tsx';
import { FileField } from '../theme/file-field.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import type { FieldDef } from './applications/field-defs.ts';
import { FieldList } from './applications/field-list.tsx';
import { personFields } from './applications/new-page.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';

const recordFields: readonly FieldDef[] = [
  { kind: 'area', name: 'record', label: '哪一项记录', need: true },
  { kind: 'area', name: 'wrong', label: '哪里不准确', need: true },
  { kind: 'area', name: 'right', label: '正确的是', need: true },
];

const receivedFields = (today: string): readonly FieldDef[] => [
  {
    kind: 'select',
    name: 'channel',
    label: '怎样收到的',
    need: true,
    options: receiptRules
      .filter(({ channel }) => channel !== 'portal')
      .map(({ channel, name }) => ({ value: channel, label: name })),
  },
  { kind: 'date', name: 'receivedOn', label: '收到之日', need: true, value: today },
];

const frame = ({ shell, at }: OfficePage, title: string) => {
  const list = at('/office/claims');
  return { shell, title, section: list, crumbs: [{ label: '更正和个人信息', href: list }, { label: title }] };
};

/** 更正 that came on paper or by word of mouth, entered by a clerk. */
export const NewClaimPage = ({
  page,
  sent,
  faults,
}: {
  page: OfficePage;
  sent: Sent;
  faults: readonly Fault[];
}) => {
  const list = { sent, faults };
  return (
    <OfficeFrame {...frame(page, '录入更正请求')}>
      <FormErrors errors={formErrors(faults)} />
      <Form action={page.at('/office/claims/new')} fields={page.fields} files guard>
        <Fieldset title="收到">
          <FieldList form="claim.enter" fields={receivedFields(shanghaiDay(page.context.now()))} {...list} />
        </Fieldset>
        <Fieldset title="提出的人" columns={2}>
          <FieldList form="application.enter" fields={personFields} {...list} />
        </Fieldset>
        <Fieldset title="要更正什么" basis={claimRules.rectification.basis}>
          <FieldList form="claim.enter" fields={recordFields} {...list} />
          <FileField
            name="proof"
            label="证据"
            multiple
            accept=".pdf,.jpg,.jpeg,.png,.doc,.docx"
            hint="扫描件，合计不超过20 MB，加密保存。"
            error={faultOf(faults, 'proof')}
          />
        </Fieldset>
        <Buttons>
          <Button weight="primary">保存</Button>
        </Buttons>
      </Form>
    </OfficeFrame>
  );
};

/** What to give to whoever asked: the number and the code, told once. */
export const ClaimEnteredPage = ({ page, entered }: { page: OfficePage; entered: ClaimSubmitted }) => (
  <OfficeFrame {...frame(page, '已录入')}>
    <Panel id="entered" title="交给提出请求的人">
      <dl class="gk-facts">
        <dt>编号</dt>
        <dd>
          <strong>{entered.receiptNumber}</strong>
        </dd>
        <dt>查询码</dt>
        <dd>
          <strong>{entered.code}</strong>
        </dd>
      </dl>
      <p class="gk-muted">查询码只显示这一次，请抄写或者打印。凭编号和查询码可以在网上查看结果。</p>
      <Buttons>
        <ButtonLink href={page.at(`/office/claims/${entered.claimId}`)} weight="primary">
          打开本件
        </ButtonLink>
      </Buttons>
    </Panel>
  </OfficeFrame>
);
