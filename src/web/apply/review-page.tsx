import type { PublicMatch } from '../../app/queries/already-public.ts';
import type { ApplyAgency } from '../../app/queries/apply.ts';
import type { Advice } from '../../domain/application/advice.ts';
import { type ApplicationForm, itemTitle } from '../../domain/application/application-form.ts';
import { identityNames } from '../../domain/application/identity.ts';
import { applicantKindNames } from '../../law/applicants.ts';
import { provisionForms, provisionWays } from '../../law/intake.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { FileField } from '../theme/file-field.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { Note } from '../theme/parts.tsx';
import { ApplyLayout } from './apply-layout.tsx';
import type { Fault } from './apply-page.tsx';
import type { ApplyDeps } from './deps.ts';
import { carried, type Sent } from './form-fields.ts';
import { FoundPanel } from './found-panel.tsx';
import type { Question } from './question.ts';
import { QuestionField } from './question-field.tsx';

export interface ReviewPageProps {
  readonly deps: ApplyDeps;
  readonly agency: ApplyAgency;
  readonly form: ApplicationForm;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
  readonly advice: readonly Advice[];
  /** What the portal has that may be it. */
  readonly found: readonly PublicMatch[];
  readonly question: Question;
}

const Row = ({ name, children }: { name: string; children: string | null }) =>
  children === null || children === '' ? null : (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );

const Written = ({ agency, form }: Pick<ReviewPageProps, 'agency' | 'form'>) => (
  <dl class="gk-defs">
    <Row name="受理机关">{agency.name}</Row>
    <Row name="申请人">{`${form.applicant.name}（${form.applicant.kind === 'naturalPerson' ? '公民' : applicantKindNames[form.applicant.kind]}）`}</Row>
    <Row name="联系人">{form.applicant.contactPerson}</Row>
    <Row name={identityNames[form.applicant.identity.type]}>{form.applicant.identity.number}</Row>
    <Row name="电话">{form.contact.phone}</Row>
    <Row name="电子邮箱">{form.contact.email}</Row>
    <Row name="通信地址">{form.contact.address}</Row>
    <Row name="代理人">
      {form.agent === null
        ? null
        : `${form.agent.name}（${identityNames[form.agent.identity.type]}）${form.agent.phone === null ? '' : `，${form.agent.phone}`}`}
    </Row>
    {form.items.map((item, n) => (
      <Row name={form.items.length === 1 ? '政府信息' : `政府信息（${n + 1}）`}>
        {[itemTitle(item), item.name === null && item.documentNumber === null ? null : item.description]
          .filter(Boolean)
          .join('；')}
      </Row>
    ))}
    <Row name="提供方式">{provisionForms[form.form]}</Row>
    <Row name="获取途径">{provisionWays[form.way]}</Row>
    <Row name="进展通知">{form.tells ? '发到电子邮箱' : null}</Row>
    <Row name="协助">{form.needsHelp ? '阅读有困难，或者有视听障碍，需要协助' : null}</Row>
  </dl>
);

/** Advice, with a way to send the same to whoever has it. */
const Advised = ({ deps, sent, advice }: Pick<ReviewPageProps, 'deps' | 'sent' | 'advice'>) => (
  <>
    {advice.map(({ message, basis, turnTo }) => (
      <Note icon="info" tone="soon">
        <p>
          {message}
          <ArticleChip basis={basis} />
        </p>
        {turnTo !== undefined && (
          <Form
            action={deps.urls.at('/apply')}
            fields={{ ...carried(sent), agency: turnTo, step: 'edit' }}
            label="改向该机关申请"
          >
            <Button>改向该机关申请</Button>
          </Form>
        )}
      </Note>
    ))}
  </>
);

/** Before sending: all that was written, what is there already, who else may have it, proofs, a question in words. */
export const ReviewPage = (props: ReviewPageProps) => {
  const { deps, agency, form, sent, faults, advice, found, question } = props;
  const { urls } = deps;
  const kept = carried(sent);
  const accept = '.pdf,.jpg,.jpeg,.png,.doc,.docx';
  return (
    <ApplyLayout
      deps={deps}
      title="核对后提交"
      crumb="核对"
      lead="还没有提交。请核对下面的内容；需要改的，回到上一步。"
    >
      <FormErrors
        errors={faults.map(({ field, message }) => ({ field: field === '' ? null : `f-${field}`, message }))}
        title="没有提交"
      />
      <Advised deps={deps} sent={sent} advice={advice} />
      <FoundPanel deps={deps} agency={agency} found={found} />
      <section class="gk-panel" aria-labelledby="written">
        <div class="gk-panel-h">
          <h2 id="written">您填写的内容</h2>
        </div>
        <div class="gk-panel-b">
          <Written agency={agency} form={form} />
          <Form action={urls.at('/apply')} fields={{ ...kept, step: 'edit' }}>
            <Buttons>
              <Button>回到上一步修改</Button>
            </Buttons>
          </Form>
        </div>
      </section>
      <Form action={urls.at('/apply/send')} fields={{ ...kept, seal: question.seal }} files>
        <FileField
          name="identity"
          label="身份证明"
          need={false}
          accept={accept}
          hint="证件的照片或者扫描件，不超过 20 MB。加密保存。可以现在上传，也可以提交后再补。"
          error={faults.find(({ field }) => field === 'identity')?.message ?? null}
        />
        {form.agent !== null && (
          <FileField
            name="authorisation"
            label="授权委托书和双方身份证明"
            need
            accept={accept}
            hint="载明委托事项、权限和期限，并经签名或者盖章。几页请合成一个文件。"
            error={faults.find(({ field }) => field === 'authorisation')?.message ?? null}
          />
        )}
        <QuestionField question={question} faults={faults} />
        <Buttons>
          <Button weight="primary">提交申请</Button>
        </Buttons>
      </Form>
    </ApplyLayout>
  );
};
