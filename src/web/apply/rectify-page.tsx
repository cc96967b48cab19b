import type { ClaimSubmitted } from '../../app/commands/claims/submit-claim.ts';
import type { ApplyAgency } from '../../app/queries/apply.ts';
import { identityNames } from '../../domain/application/identity.ts';
import { applicantKindNames, applicantKinds } from '../../law/applicants.ts';
import { claimRules } from '../../law/claims.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { ChoiceField } from '../theme/choice-field.tsx';
import { Fieldset } from '../theme/fieldset.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { Note } from '../theme/parts.tsx';
import { SelectField } from '../theme/select-field.tsx';
import { TextField } from '../theme/text-field.tsx';
import { ApplyLayout } from './apply-layout.tsx';
import type { Fault } from './apply-page.tsx';
import type { ApplyDeps } from './deps.ts';
import type { Sent } from './form-fields.ts';
import type { Question } from './question.ts';
import { QuestionField } from './question-field.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { RecordFields } from './record-fields.tsx';

export interface RectifyPageProps {
  readonly deps: ApplyDeps;
  readonly agencies: readonly ApplyAgency[];
  readonly sent: Sent;
  readonly faults: readonly Fault[];
  readonly submissionKey: string;
  readonly question: Question;
}

const { basis } = claimRules.rectification;
const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`;
const targets: Readonly<Record<string, string>> = {
  contact: 'contact.phone',
  'applicant.identity': 'applicant.identity.number',
};

const Person = ({ sent, faults }: Pick<RectifyPageProps, 'sent' | 'faults'>) => {
  const of = (name: string, fault = name) => ({
    name,
    id: idOf(name),
    value: sent[name] ?? '',
    error: faults.find(({ field }) => field === fault)?.message ?? null,
  });
  const kind = of('applicant.kind');
  return (
    <Fieldset title="二、您是谁" hint="用来核对记录是不是与您有关，并把结果告诉您。加密保存，不会公开。">
      <ChoiceField
        {...kind}
        label="您以什么身份提出"
        need
        kind="one"
        row
        values={[kind.value]}
        options={applicantKinds.map((value) => ({
          value,
          label: value === 'naturalPerson' ? '公民' : applicantKindNames[value],
        }))}
      />
      <TextField
        {...of('applicant.name')}
        label="姓名或者名称"
        need
        hint="与证件一致。"
        autocomplete="name"
        maxlength={100}
      />
      <div class="gk-two">
        <SelectField
          {...of('applicant.identity.type')}
          label="身份证明"
          need
          blank="请选择"
          options={Object.entries(identityNames).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          {...of('applicant.identity.number', 'applicant.identity')}
          label="证件号码"
          need
          maxlength={40}
        />
      </div>
      <div class="gk-two">
        <TextField
          {...of(
            'contact.phone',
            faults.some(({ field }) => field === 'contact') ? 'contact' : 'contact.phone',
          )}
          label="电话"
          need="三种联系方式至少填一种"
          kind="tel"
          autocomplete="tel"
          maxlength={30}
        />
        <TextField
          {...of('contact.email')}
          label="电子邮箱"
          kind="email"
          autocomplete="email"
          maxlength={120}
        />
      </div>
      <TextField {...of('contact.address')} label="通信地址" autocomplete="street-address" maxlength={200} />
    </Fieldset>
  );
};

/** 更正 asked for by anybody who has proof that a record about himself is wrong: no account, no script. */
export const RectifyPage = ({ deps, agencies, sent, faults, submissionKey, question }: RectifyPageProps) => (
  <ApplyLayout
    deps={deps}
    title="要求更正政府信息记录"
    crumb="要求更正"
    lead="有证据证明行政机关提供的与您自身相关的政府信息记录不准确的，可以要求更正。不需要注册。"
    side={
      <aside class="gk-panel" aria-labelledby="how">
        <div class="gk-panel-h">
          <h2 id="how">怎样办理</h2>
        </div>
        <div class="gk-panel-b gk-text">
          <p>
            有权更正的机关审核属实的，予以更正并告知您。
            <ArticleChip basis={basis} />
          </p>
          <p>不属于该机关职能范围的，会转送有权更正的行政机关处理并告知您，或者告知您向哪个机关提出。</p>
          <p>
            刚收到答复、要更正答复中的记录的，也可以凭编号和查询码从
            <a href={deps.urls.at('/track')}>办理进度</a>提出，不用再填姓名。
          </p>
        </div>
      </aside>
    }
  >
    <FormErrors
      errors={faults.map(({ field, message }) => ({
        field: field === '' ? null : idOf(targets[field] ?? field),
        message,
      }))}
      title="没有提交"
    />
    <Form action={deps.urls.at('/apply/rectify')} fields={{ submissionKey, seal: question.seal }} files>
      <SelectField
        name="agency"
        label="向哪个机关提出"
        need
        blank="请选择"
        value={sent.agency ?? null}
        error={faults.find(({ field }) => field === 'agency')?.message ?? null}
        options={agencies.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Fieldset title="一、要更正什么" basis={basis}>
        <RecordFields sent={sent} faults={faults} />
      </Fieldset>
      <Person sent={sent} faults={faults} />
      <QuestionField question={question} faults={faults} />
      <Buttons>
        <Button weight="primary">提交</Button>
      </Buttons>
    </Form>
  </ApplyLayout>
);

/** What was received, and by what to follow it. */
export const RectifyReceiptPage = ({
  deps,
  agency,
  submitted,
}: {
  deps: ApplyDeps;
  agency: ApplyAgency;
  submitted: ClaimSubmitted;
}) => (
  <ApplyLayout deps={deps} title="更正请求已经提交" crumb="回执">
    <ReceiptPanel agency={agency.name} agencyLabel="机关" numberLabel="编号" submitted={submitted} />
    <Note icon="alert" tone="soon">
      <p>
        请抄下或者打印编号和查询码。查询码只在这里显示，凭它查看结果、下载更正告知书；遗失的，请凭身份证明向受理机关申请重发。
      </p>
    </Note>
    <Buttons>
      <ButtonLink href={deps.urls.at('/track')} weight="primary">
        查看办理进度
      </ButtonLink>
    </Buttons>
  </ApplyLayout>
);
