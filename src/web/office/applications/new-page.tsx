import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { Entered } from '../../../app/commands/applications/enter-application.ts';
import { identityNames } from '../../../domain/application/identity.ts';
import { applicantKindNames } from '../../../law/applicants.ts';
import { cite } from '../../../law/citation.ts';
import {
  correctionCauses,
  type IntakeChannel,
  provisionForms,
  provisionWays,
  receiptRules,
} from '../../../law/intake.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Button, ButtonLink, Buttons } from '../../theme/buttons.tsx';
import { Fieldset } from '../../theme/fieldset.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Note } from '../../theme/parts.tsx';
import { type Fault, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import type { FieldDef } from './field-defs.ts';
import { FieldList } from './field-list.tsx';
import { receiptFields } from './intake-acts.ts';

export interface NewPageProps {
  readonly page: OfficePage;
  /** Null while it is still to be chosen how the application came. */
  readonly channel: IntakeChannel | null;
  readonly submissionKey: string;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

const choices = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }));

/** Who applies, or asks for 更正: proof of identity and how to be reached. */
export const personFields: readonly FieldDef[] = [
  {
    kind: 'select',
    name: 'applicant.kind',
    label: '申请人类别',
    need: true,
    options: choices(applicantKindNames),
  },
  { kind: 'text', name: 'applicant.name', label: '姓名或者名称', need: true },
  {
    kind: 'select',
    name: 'identityType',
    label: '身份证明种类',
    options: choices(identityNames),
    value: 'residentId',
  },
  { kind: 'text', name: 'applicant.identity', label: '证件号码' },
  { kind: 'text', name: 'contact.phone', label: '电话' },
  { kind: 'text', name: 'contact.email', label: '电子邮箱' },
  { kind: 'text', name: 'contact.address', label: '通信地址' },
];
const applicantFields: readonly FieldDef[] = [
  ...personFields.slice(0, 1),
  { kind: 'text', name: 'applicant.name', label: '姓名或者名称' },
  ...personFields.slice(2, 4),
  { kind: 'text', name: 'contactPerson', label: '单位联系人', need: false },
  ...personFields.slice(4),
];
const agentFields: readonly FieldDef[] = [
  { kind: 'text', name: 'agent.name', label: '代理人姓名', need: false },
  { kind: 'text', name: 'agent.phone', label: '代理人电话', need: false },
  {
    kind: 'select',
    name: 'agent.identityType',
    label: '代理人身份证明种类',
    need: false,
    options: choices(identityNames),
    value: 'residentId',
  },
  { kind: 'text', name: 'agent.identity', label: '代理人证件号码', need: false },
  { kind: 'check', name: 'agent.authorised', label: '附有授权委托书和双方的身份证明' },
];
const requestFields: readonly FieldDef[] = [
  { kind: 'text', name: 'items.name', label: '政府信息的名称' },
  { kind: 'text', name: 'items.documentNumber', label: '文号' },
  { kind: 'area', name: 'items.description', label: '其他特征性描述', hint: '名称、文号、描述写一项即可。' },
  { kind: 'radio', name: 'form', label: '提供形式', options: choices(provisionForms) },
  { kind: 'radio', name: 'way', label: '获取途径', options: choices(provisionWays) },
  { kind: 'check', name: 'tells', label: '办理有进展时发邮件告知申请人' },
  { kind: 'check', name: 'needsHelp', label: '申请人阅读困难或者有视听障碍' },
  { kind: 'check', name: 'receiptLetter', label: '申请人要求接收回执，登记后发给' },
];

/** Of ordinary mail: either the applicant was reached, or it was tried. */
const mailFields = (today: string): readonly FieldDef[] => [
  ...receiptFields('ordinaryMail', today, today).map((field) =>
    field.name === 'arrivedOn' ? field : { ...field, need: false, label: `联系上的：${field.label}` },
  ),
  { kind: 'date', name: 'triedOn', label: '没有联系上的：联系之日', need: false, value: today },
  { kind: 'text', name: 'tried', label: '没有联系上的：怎样联系的', need: false },
];

const Channels = ({ page: { at } }: { page: OfficePage }) => (
  <Panel id="channel" title="怎样收到的">
    <ul class="gk-worklist">
      {receiptRules
        .filter(({ channel }) => channel !== 'portal')
        .map(({ channel, name, basis }) => (
          <li>
            <a href={at('/office/applications/new', { channel })}>{name}</a>
            <ArticleChip basis={basis} />
          </li>
        ))}
    </ul>
  </Panel>
);

const Entry = ({ page, channel, submissionKey, sent, faults }: NewPageProps & { channel: IntakeChannel }) => {
  const today = shanghaiDay(page.context.now());
  const hidden = { ...page.fields, submissionKey, channel };
  const list = { sent, faults };
  const mail = channel === 'ordinaryMail';
  const submitted: FieldDef = {
    kind: 'date',
    name: 'submittedOn',
    label: '提交之日',
    need: true,
    value: today,
  };
  return (
    <Form action={page.at('/office/applications/new')} fields={hidden} guard>
      <Fieldset title="收到" basis={receiptRules.find((rule) => rule.channel === channel)!.basis}>
        <FieldList
          form="application.enter"
          fields={[submitted, ...(mail ? mailFields(today) : receiptFields(channel, today, today))]}
          {...list}
        />
      </Fieldset>
      <Fieldset
        title="申请人"
        basis={cite('tiaoli2019', '第二十九条第二款第（一）项')}
        hint="纸上没有写的可以不填，登记后一次性告知补正；不得要求申请人说明用途。"
        columns={2}
      >
        <FieldList form="application.enter" fields={applicantFields} {...list} />
      </Fieldset>
      <Fieldset title="代理人" hint="委托他人代为申请的填写，没有委托的都不填。" columns={2}>
        <FieldList form="application.enter" fields={agentFields} {...list} />
      </Fieldset>
      <Fieldset title="申请内容" basis={cite('tiaoli2019', '第二十九条第二款第（二）项')}>
        <FieldList form="application.enter" fields={requestFields} {...list} />
      </Fieldset>
      <Buttons>
        <Button weight="primary" name="register" value="1">
          登记并编号
        </Button>
        <Button name="register" value="0">
          只登记收到，以后再编号
        </Button>
        {mail && (
          <Button name="register" value="unreached">
            没有联系上，先录入
          </Button>
        )}
      </Buttons>
    </Form>
  );
};

/** An application that came on paper, by fax, by e-mail or by word of mouth, entered by a clerk. */
export const NewPage = (props: NewPageProps) => {
  const { page, channel, faults } = props;
  const { shell, at } = page;
  const list = at('/office/applications');
  return (
    <OfficeFrame
      shell={shell}
      title="录入申请"
      section={list}
      crumbs={[{ label: '依申请公开', href: list }, { label: '录入申请' }]}
      {...(channel === null ? {} : { lead: receiptRules.find((rule) => rule.channel === channel)!.name })}
    >
      <FormErrors errors={formErrors(faults)} />
      {channel === null ? <Channels page={page} /> : <Entry {...props} channel={channel} />}
    </OfficeFrame>
  );
};

/** What to give to the applicant: the number and the code, told once. */
export const EnteredPage = ({
  page,
  entered,
  present,
}: {
  page: OfficePage;
  entered: Entered;
  /** The applicant stands there, so that what can be answered is answered at once (第三十三条第一款). */
  present: boolean;
}) => {
  const { shell, at } = page;
  const list = at('/office/applications');
  const asked = correctionCauses.filter(({ id }) => entered.causes.includes(id));
  return (
    <OfficeFrame
      shell={shell}
      title="已录入"
      section={list}
      crumbs={[{ label: '依申请公开', href: list }, { label: '已录入' }]}
    >
      <Panel id="entered" title="交给申请人的回执">
        <dl class="gk-facts">
          <dt>登记编号</dt>
          <dd>{entered.number ?? (entered.received ? '登记后编号' : '确认收到并登记后编号')}</dd>
          <dt>回执编号</dt>
          <dd>
            <strong>{entered.receiptNumber}</strong>
          </dd>
          <dt>查询码</dt>
          <dd>
            <strong>{entered.code}</strong>
          </dd>
        </dl>
        <p class="gk-muted">
          查询码只显示这一次，请抄写或者打印给申请人。凭回执编号和查询码可以在网上查询进度。
        </p>
        {!entered.received && (
          <Note icon="alert" tone="soon">
            还没有联系上申请人，答复期限没有起算。联系上后请办理“确认收到”；再没有联系上的，登记每次联系（条例第三十一条第（二）项）。
          </Note>
        )}
        {asked.length > 0 && (
          <Note icon="alert" tone="soon">
            还缺：{asked.map(({ name }) => name).join('、')}
            。请在收到之日起7个工作日内一次性告知补正（条例第三十条）。
          </Note>
        )}
        <Buttons>
          <ButtonLink href={at(`/office/applications/${entered.applicationId}`)} weight="primary">
            打开本件
          </ButtonLink>
          {present && entered.number !== null && (
            <ButtonLink href={at(`/office/applications/${entered.applicationId}/on-the-spot`)}>
              当场答复
            </ButtonLink>
          )}
          <ButtonLink href={at('/office/applications/new')}>再录一件</ButtonLink>
        </Buttons>
      </Panel>
    </OfficeFrame>
  );
};
