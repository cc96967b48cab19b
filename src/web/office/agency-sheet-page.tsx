import { type ContactId, contactBasis, contactIds, contactLabels } from '../../app/agencies/contacts.ts';
import type { AgencySheet } from '../../app/queries/agencies.ts';
import { agencyKindNames } from '../../law/agency-kind.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { CheckBox } from '../theme/check-box.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { SelectField } from '../theme/select-field.tsx';
import { TextField } from '../theme/text-field.tsx';
import { kindOptions } from './agency-form-page.tsx';
import { AgencyField, type AgencyTree } from './agency-tree.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';

export interface AgencySheetProps {
  readonly page: OfficePage;
  readonly sheet: AgencySheet;
  readonly rights: { readonly change: boolean; readonly contacts: boolean; readonly close: boolean };
  readonly sent: Sent;
  /** Where the agency may move to, and which may take its place. */
  readonly trees: { readonly superior: AgencyTree; readonly successor: AgencyTree };
  readonly faults: readonly Fault[];
  readonly today: string;
}

const Facts = ({ page: { at, deps }, sheet, rights }: AgencySheetProps) => (
  <dl class="gk-defs">
    <dt>上级</dt>
    <dd>
      {sheet.superior === null ? (
        '没有'
      ) : (
        <a href={at(`/office/agencies/${encodeURIComponent(sheet.superior.slug)}`)}>{sheet.superior.name}</a>
      )}
    </dd>
    <dt>类别</dt>
    <dd>{agencyKindNames[sheet.kind]}</dd>
    <dt>规章制定权</dt>
    <dd>
      {sheet.makesRegulations ? '有' : '没有'} <ArticleChip basis={sheet.power.basis} />
    </dd>
    <dt>工作机构负责人</dt>
    <dd>
      {sheet.heads.length === 0
        ? '还没有。由安全管理员在“人员”中授予“工作机构负责人”角色。'
        : sheet.heads.map(({ id, name, deputy }, index) => (
            <>
              {index > 0 && '、'}
              <a href={at(`/office/people/${id}`)}>{name}</a>
              {deputy && '（代理）'}
            </>
          ))}
    </dd>
    <dt>下级</dt>
    <dd>
      <a href={at('/office/agencies', { under: sheet.slug })}>查看下级机关</a>
    </dd>
    <dt>主题词</dt>
    <dd>
      <a href={at(`/office/agencies/${encodeURIComponent(sheet.slug)}/subjects`)}>由谁公开的提示</a>
    </dd>
    {rights.change && (
      <>
        <dt>群机器人</dt>
        <dd>
          <a href={at(`/office/agencies/${encodeURIComponent(sheet.slug)}/webhook`)}>设置</a>
        </dd>
      </>
    )}
    <dt>门户</dt>
    <dd>
      <a href={deps.urls.agency(sheet.slug)}>公开页面</a>
    </dd>
    {sheet.validFrom !== null && (
      <>
        <dt>设立</dt>
        <dd>{sheet.validFrom}</dd>
      </>
    )}
    {sheet.validTo !== null && (
      <>
        <dt>撤销</dt>
        <dd>
          {sheet.validTo}（最后一日）
          {sheet.successor !== null && (
            <>
              ，由
              <a href={at(`/office/agencies/${encodeURIComponent(sheet.successor.slug)}`)}>
                {sheet.successor.name}
              </a>
              承接
            </>
          )}
        </dd>
      </>
    )}
  </dl>
);

const pathOf = ({ page: { at }, sheet }: AgencySheetProps, act: string): string =>
  at(`/office/agencies/${encodeURIComponent(sheet.slug)}/${act}`);

const contactHints: Readonly<Record<ContactId, string>> = {
  office: '公开指南中必须写明；答复书的落款处也写它。',
  address: '写到门牌号和房间，申请人当面提交、寄信都按它。',
  hours: '例如工作日 8:30 至 12:00，13:30 至 17:30。',
  phone: '上班时间有人接听的号码。',
  fax: '没有的留空；公布的号码也可以用来提交申请。',
  online: '网上申请的网址或者电子邮箱。',
};

const Contacts = (props: AgencySheetProps) => (
  <Form action={pathOf(props, 'contacts')} fields={props.page.fields} label="联系方式">
    {contactIds.map((id, index) => (
      <TextField
        name={id}
        label={contactLabels[id]}
        value={props.sent[id] ?? props.sheet.contacts[id] ?? ''}
        maxlength={120}
        hint={contactHints[id]}
        {...(index === 0 ? { basis: contactBasis } : {})}
        error={faultOf(props.faults, id)}
      />
    ))}
    <Buttons>
      <Button weight="primary">保存联系方式</Button>
    </Buttons>
  </Form>
);

const ContactList = ({ sheet }: AgencySheetProps) => (
  <dl class="gk-defs">
    {contactIds.map((id) => (
      <>
        <dt>{contactLabels[id]}</dt>
        <dd>{sheet.contacts[id] ?? '未填写'}</dd>
      </>
    ))}
  </dl>
);

const Changes = (props: AgencySheetProps) => {
  const { page, sheet, sent, faults, trees } = props;
  return (
    <>
      <Panel id="rename" title="更名">
        <Form action={pathOf(props, 'name')} fields={page.fields} label="更名">
          <TextField
            name="name"
            label="新的全称"
            need
            value={sent.name ?? sheet.name}
            maxlength={80}
            hint="网址不变；以前公布的内容仍用原名。"
            error={faultOf(faults, 'name')}
          />
          <Buttons>
            <Button>更名</Button>
          </Buttons>
        </Form>
      </Panel>
      <Panel id="move" title="调整隶属">
        <Form action={pathOf(props, 'superior')} fields={page.fields} label="调整隶属">
          <AgencyField
            page={page}
            tree={trees.superior}
            name="superior"
            label="新的上级机关"
            need
            hint="下级一并调整。"
            error={faultOf(faults, 'superior')}
          />
          <Buttons>
            <Button>调整隶属</Button>
          </Buttons>
        </Form>
      </Panel>
      <Panel id="kind" title="类别和规章制定权">
        <Form action={pathOf(props, 'kind')} fields={page.fields} label="类别和规章制定权">
          <SelectField
            name="kind"
            label="类别"
            need
            options={kindOptions}
            value={sent.kind ?? sheet.kind}
            hint="决定年度报告由谁汇总、有没有规章制定权。"
            error={faultOf(faults, 'kind')}
          />
          <CheckBox
            name="makesRegulations"
            label="有权制定规章"
            checked={sent.kind === undefined ? sheet.makesRegulations : sent.makesRegulations === '1'}
            hint={
              faultOf(faults, 'makesRegulations') ??
              '国务院部门，省、设区的市、自治州人民政府有；县、乡和地方政府部门没有。'
            }
          />
          <Buttons>
            <Button>保存类别</Button>
          </Buttons>
        </Form>
      </Panel>
    </>
  );
};

const Ending = (props: AgencySheetProps) => {
  const { page, sent, faults, today, trees } = props;
  return (
    <Panel id="end" title="撤销、合并">
      <Form action={pathOf(props, 'end')} fields={page.fields} label="撤销、合并">
        <AgencyField
          page={page}
          tree={trees.successor}
          name="successor"
          label="承接的机关"
          need="并入时必填"
          hint="原机关的公开页面会指向它。"
          error={faultOf(faults, 'successor')}
        />
        <TextField
          name="lastDay"
          kind="date"
          label="最后一日"
          need
          value={sent.lastDay ?? today}
          hint="机关存在到这一天为止，包括当天。"
          error={faultOf(faults, 'lastDay')}
        />
        <p class="gk-hint">
          “并入”会把下级机关、账号和任职一并交给承接的机关；“撤销”只用于已经没有下级和人员的机关。办理后不能恢复。
        </p>
        <Buttons>
          <Button weight="danger" name="how" value="merge">
            并入承接的机关
          </Button>
          <Button weight="danger" name="how" value="close">
            撤销
          </Button>
        </Buttons>
      </Form>
    </Panel>
  );
};

export const AgencySheetPage = (props: AgencySheetProps) => {
  const { page, sheet, rights, faults } = props;
  const { shell, flash, at } = page;
  const agencies = at('/office/agencies');
  const open = sheet.validTo === null;
  return (
    <OfficeFrame
      shell={shell}
      title={sheet.name}
      section={agencies}
      crumbs={[{ label: '机关', href: agencies }, { label: sheet.name }]}
      flash={flash}
      lead={`代码 ${sheet.slug}${open ? '' : ' · 已撤销'}`}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="facts" title="基本情况">
        <Facts {...props} />
      </Panel>
      <Panel id="contacts" title="信息公开工作机构">
        {rights.contacts && open ? <Contacts {...props} /> : <ContactList {...props} />}
      </Panel>
      {rights.change && open && <Changes {...props} />}
      {rights.close && open && <Ending {...props} />}
    </OfficeFrame>
  );
};
