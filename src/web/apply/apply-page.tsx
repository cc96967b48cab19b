import type { ApplyAgency } from '../../app/queries/apply.ts';
import { identityNames } from '../../domain/application/identity.ts';
import { applicantKindNames, applicantKinds } from '../../law/applicants.ts';
import { cite } from '../../law/citation.ts';
import { provisionForms, provisionWays } from '../../law/intake.ts';
import { Button, Buttons } from '../theme/buttons.tsx';
import { CheckBox } from '../theme/check-box.tsx';
import { ChoiceField } from '../theme/choice-field.tsx';
import type { FieldProps } from '../theme/field.tsx';
import { Fieldset } from '../theme/fieldset.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { SelectField } from '../theme/select-field.tsx';
import { TextArea } from '../theme/text-area.tsx';
import { TextField } from '../theme/text-field.tsx';
import { ApplyLayout } from './apply-layout.tsx';
import { ApplySide } from './apply-side.tsx';
import type { ApplyDeps } from './deps.ts';
import { itemCount, type Sent } from './form-fields.ts';

export interface Fault {
  readonly field: string;
  readonly message: string;
}

export interface ApplyPageProps {
  readonly deps: ApplyDeps;
  readonly agencies: readonly ApplyAgency[];
  readonly agency: ApplyAgency | null;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
  readonly due: string | null;
  /** Made with the form: sent twice it is one application. */
  readonly submissionKey: string;
}

const applicant = cite('tiaoli2019', '第二十九条第二款第（一）项');
const information = cite('tiaoli2019', '第二十九条第二款第（二）项');
const provision = cite('tiaoli2019', '第二十九条第二款第（三）项');

const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`;

/** Where a summary of faults leads: the control itself, or the first one of a group. */
const targets: Readonly<Record<string, string>> = {
  contact: 'contact.phone',
  items: 'items.0.name',
  'applicant.identity': 'applicant.identity.number',
  'agent.identity': 'agent.identity.number',
};
const targetOf = (field: string): string =>
  idOf(targets[field] ?? (/^items\.\d+$/.test(field) ? `${field}.name` : field));

type Of = (
  name: string,
  label: string,
  rest?: Partial<FieldProps> & { fault?: string },
) => FieldProps & { value: string; id: string };

const fields =
  ({ sent, faults }: ApplyPageProps): Of =>
  (name, label, { fault = name, ...rest } = {}) => ({
    name,
    id: idOf(name),
    label,
    value: sent[name] ?? '',
    error: faults.find(({ field }) => field === fault)?.message ?? null,
    ...rest,
  });

const Applicant = (props: ApplyPageProps) => {
  const of = fields(props);
  const kind = of('applicant.kind', '您以什么身份申请', { need: true, basis: applicant });
  const types = Object.entries(identityNames).map(([value, label]) => ({ value, label }));
  return (
    <Fieldset title="一、申请人">
      <ChoiceField
        {...kind}
        kind="one"
        row
        values={[kind.value]}
        options={applicantKinds.map((value) => ({
          value,
          label: value === 'naturalPerson' ? '公民' : applicantKindNames[value],
        }))}
      />
      <div class="gk-two">
        <TextField
          {...of('applicant.name', '姓名或者名称', { need: true, basis: applicant, hint: '与证件一致。' })}
          autocomplete="name"
          maxlength={100}
        />
        <TextField {...of('applicant.contactPerson', '联系人', { need: '单位申请时填写' })} maxlength={50} />
      </div>
      <div class="gk-two">
        <SelectField
          {...of('applicant.identity.type', '身份证明', {
            need: true,
            basis: applicant,
            hint: '公民用居民身份证，单位用统一社会信用代码。',
          })}
          blank="请选择"
          options={types}
        />
        <TextField
          {...of('applicant.identity.number', '证件号码', {
            need: true,
            fault: 'applicant.identity',
            hint: '只用于核对身份，加密保存，不会公开。',
          })}
          maxlength={40}
        />
      </div>
      <div class="gk-two">
        <TextField
          {...of('contact.phone', '电话', {
            need: '三种联系方式至少填一种',
            fault: props.faults.some(({ field }) => field === 'contact') ? 'contact' : 'contact.phone',
            hint: '需要补正或者说明时联系您。',
          })}
          kind="tel"
          autocomplete="tel"
          maxlength={30}
        />
        <TextField
          {...of('contact.email', '电子邮箱', { need: '选择电子邮件时必填' })}
          kind="email"
          autocomplete="email"
          maxlength={120}
        />
      </div>
      <TextField
        {...of('contact.address', '通信地址', { need: '选择邮寄时必填' })}
        autocomplete="street-address"
        maxlength={200}
      />
      {!props.deps.mailless && (
        <CheckBox
          name="tells"
          id="f-tells"
          label="办理有进展时，发邮件到上面的电子邮箱"
          checked={props.sent.tells === '1'}
          hint="选填。邮件只说有新进展，不写申请的内容；不选也可以随时凭编号和查询码查看。"
        />
      )}
      <details class="gk-more" open={props.sent.agent === '1'}>
        <summary>委托他人代为申请</summary>
        <CheckBox name="agent" id="f-agent" label="由代理人代为申请" checked={props.sent.agent === '1'} />
        <div class="gk-two">
          <TextField {...of('agent.name', '代理人姓名')} maxlength={50} />
          <TextField {...of('agent.phone', '代理人电话')} kind="tel" maxlength={30} />
        </div>
        <div class="gk-two">
          <SelectField
            {...of('agent.identity.type', '代理人身份证明')}
            value={props.sent['agent.identity.type'] ?? 'residentId'}
            options={types}
          />
          <TextField
            {...of('agent.identity.number', '代理人证件号码', { fault: 'agent.identity' })}
            maxlength={40}
          />
        </div>
        <CheckBox
          name="agent.authorised"
          id="f-agent-authorised"
          label="有授权委托书和双方的身份证明，下一步上传"
          checked={props.sent['agent.authorised'] === '1'}
        />
      </details>
    </Fieldset>
  );
};

const Items = (props: ApplyPageProps) => {
  const of = fields(props);
  return (
    <Fieldset
      title="二、要申请的政府信息"
      basis={information}
      hint="名称、文号、其他特征，填一项即可。写清楚是哪一年、关于什么事的，便于查找。"
    >
      {Array.from({ length: itemCount(props.sent) + (props.sent.more === '1' ? 1 : 0) }, (_, n) => (
        <div class="gk-item">
          {n > 0 && <p class="gk-muted">第 {n + 1} 项</p>}
          <div class="gk-two">
            <TextField {...of(`items.${n}.name`, '名称', { fault: `items.${n}` })} maxlength={300} />
            <TextField {...of(`items.${n}.documentNumber`, '文号', { fault: '' })} maxlength={100} />
          </div>
          <TextArea {...of(`items.${n}.description`, '其他特征', { fault: '' })} rows={3} maxlength={2000} />
        </div>
      ))}
      <Buttons>
        <Button name="more" value="1">
          再加一项
        </Button>
      </Buttons>
    </Fieldset>
  );
};

const Provision = (props: ApplyPageProps) => {
  const of = fields(props);
  const [form, way] = [of('form', '提供方式', { need: true }), of('way', '获取途径', { need: true })];
  const options = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <Fieldset title="三、怎样提供给您" basis={provision}>
      <div class="gk-two">
        <ChoiceField {...form} kind="one" values={[form.value]} options={options(provisionForms)} />
        <ChoiceField {...way} kind="one" values={[way.value]} options={options(provisionWays)} />
      </div>
      <CheckBox
        name="needsHelp"
        id="f-needsHelp"
        label="阅读有困难，或者有视听障碍，需要协助"
        checked={props.sent.needsHelp === '1'}
        hint="受理机关会主动联系您，提供必要的帮助（条例第四十三条）。"
      />
    </Fieldset>
  );
};

/** The application form: the contents of 第二十九条 and nothing else; no account, no purpose, no script needed. */
export const ApplyPage = (props: ApplyPageProps) => {
  const { deps, agencies, agency, faults, due, submissionKey } = props;
  const { urls } = deps;
  return (
    <ApplyLayout
      deps={deps}
      title="申请公开政府信息"
      crumb="填写申请"
      lead="不需要注册，不需要说明用途。填完后先核对，再提交；您会得到申请编号和查询码，用来查进度。"
      side={<ApplySide urls={urls} agency={agency} due={due} />}
    >
      <FormErrors
        errors={faults.map(({ field, message }) => ({ field: targetOf(field), message }))}
        title={`有 ${faults.length} 处需要改正`}
      />
      <Form action={urls.at('/apply')} fields={{ submissionKey }}>
        <SelectField
          name="agency"
          label="向哪个机关申请"
          need
          basis={cite('tiaoli2019', '第二十七条')}
          hint="一般是制作该信息的机关；拿不准时选县（市、区）人民政府，会告诉您向谁申请。"
          blank="请选择"
          value={agency?.slug ?? null}
          error={faults.find(({ field }) => field === 'agency')?.message ?? null}
          options={agencies.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <Applicant {...props} />
        <Items {...props} />
        <Provision {...props} />
        <Buttons>
          <Button weight="primary">下一步：核对</Button>
        </Buttons>
      </Form>
    </ApplyLayout>
  );
};
