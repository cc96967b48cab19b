import type { FollowedApplication } from '../../app/queries/applications/follow-application.ts';
import { awaitsConfirmation, reckonEntries, runningEntries } from '../../domain/application/case-clock.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Day, workdayTable } from '../../domain/workday/index.ts';
import { answerOf } from '../../law/answers.ts';
import { cite } from '../../law/citation.ts';
import { AccountTable } from '../clock/account-table.tsx';
import { ClockPanel } from '../clock/clock-panel.tsx';
import { Months } from '../clock/months.tsx';
import { basisWords, longDay } from '../clock/words.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { FileField } from '../theme/file-field.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { Panel } from '../theme/panel.tsx';
import { Note } from '../theme/parts.tsx';
import { TextArea } from '../theme/text-area.tsx';
import { ApplyLayout } from './apply-layout.tsx';
import type { Fault } from './apply-page.tsx';
import { Claims, OwnData, Rectify } from './claim-panels.tsx';
import { CorrectionPanel } from './correction-panel.tsx';
import type { ApplyDeps } from './deps.ts';
import { Office, Payment, Remedy } from './progress-help.tsx';
import { masked, stateInWords, steps } from './progress-words.ts';
import { Reasons } from './reasons-panel.tsx';
import { Suggest } from './suggest-panel.tsx';

export interface ProgressPageProps {
  readonly deps: ApplyDeps;
  readonly followed: FollowedApplication;
  readonly today: Day;
  readonly faults: readonly Fault[];
  readonly said: string | null;
}

const onlineReceipt = cite('tiaoli2019', '第三十一条第（三）项');
const files = '.pdf,.jpg,.jpeg,.png,.doc,.docx';

const DueDay = ({ deps, followed, today }: ProgressPageProps) => {
  const reckoning =
    followed.account.length === 0
      ? null
      : reckonEntries(runningEntries(followed.state), today, workdayTable(deps.calendar()));
  if (reckoning === null || isRefusal(reckoning))
    return (
      <Panel id="due" title="答复期限">
        <p>收到申请之日确定后，这里会显示最迟的答复日期和逐日的计算。</p>
      </Panel>
    );
  const due = reckoning.clock.due;
  return (
    <>
      <Panel id="due" title="答复期限" aside={<ArticleChip basis={cite('tiaoli2019', '第三十三条')} />}>
        {awaitsConfirmation(followed.state) && (
          <p class="gk-note gk-note--soon">
            <span>
              受理机关还没有与您确认收到。现按系统回执之日（{longDay(followed.state.submittedOn!)}
              ）暂计；确认后以确定的收到之日为准。
              <span class="gk-art">{basisWords(onlineReceipt)}</span>
            </span>
          </p>
        )}
        <ClockPanel clock={reckoning.clock} history={reckoning.history} />
        <Months days={followed.account} on={today} due={due} />
      </Panel>
      <Panel id="account" title="逐日计算">
        <AccountTable days={followed.account} />
      </Panel>
    </>
  );
};

const Letters = ({ deps, followed }: ProgressPageProps) =>
  followed.letters.length === 0 ? null : (
    <Panel id="letters" title="给您的文书">
      <ul class="gk-text">
        {followed.letters.map(({ id, title, number, sentOn }) => (
          <li>
            {title}
            {number !== null && <span class="gk-nw">（{number}）</span>}，{longDay(sentOn)}：
            <a href={deps.urls.at(`/track/letters/${id}.pdf`)}>下载 PDF</a>、
            <a href={deps.urls.at(`/track/letters/${id}.docx`)}>下载 Word</a>
          </li>
        ))}
      </ul>
    </Panel>
  );

/** Parts of the application that were registered apart, and what was ordered to be answered anew. */
const Further = ({ deps, followed }: ProgressPageProps) =>
  followed.further.length === 0 ? null : (
    <Panel id="further" title="由本件而来的申请">
      {followed.further.map(({ origin, receiptNumber, code }) => (
        <Form
          action={deps.urls.at('/track')}
          fields={{ number: receiptNumber, code }}
          label={`查看 ${receiptNumber}`}
        >
          <p>
            {origin === 'split' ? '按一事一申请分开登记' : '依复议决定、判决重新办理'}：申请编号{' '}
            <strong class="gk-nw">{receiptNumber}</strong>，查询码 <strong class="gk-nw">{code}</strong>
          </p>
          <Buttons>
            <Button>查看</Button>
          </Buttons>
        </Form>
      ))}
    </Panel>
  );

const Acts = ({ deps, followed, faults }: ProgressPageProps) => (
  <>
    {followed.acts.includes('addFile') && (
      <details class="gk-more">
        <summary>补充材料</summary>
        <Form action={deps.urls.at('/track/file')} files label="补充材料">
          <FileField
            name="added"
            label="身份证明或者其他材料"
            need
            accept={files}
            hint="不超过 20 MB。加密保存。"
            error={faults.find(({ field }) => field === 'added')?.message ?? null}
          />
          <Buttons>
            <Button>上传</Button>
          </Buttons>
        </Form>
      </details>
    )}
    {!deps.mailless && followed.state.endedOn === null && followed.form.contact.email !== null && (
      <Form
        action={deps.urls.at('/track/news')}
        fields={{ tells: followed.tells ? '0' : '1' }}
        label="进展邮件"
      >
        <p class="gk-text">
          {followed.tells
            ? '办理有进展时，会发邮件到您填写的电子邮箱。'
            : '现在不发进展邮件，请凭编号和查询码查看。'}
        </p>
        <Buttons>
          <Button>{followed.tells ? '不再发邮件' : '有进展时发邮件告诉我'}</Button>
        </Buttons>
      </Form>
    )}
    {followed.acts.includes('withdraw') && (
      <details class="gk-more">
        <summary>撤回申请</summary>
        <Form action={deps.urls.at('/track/withdraw')} label="撤回申请">
          <TextArea
            name="confirmation"
            label="撤回的说明"
            need
            hint="撤回后不再处理本件申请；以后可以重新申请。"
            rows={2}
            maxlength={500}
            error={faults.find(({ field }) => field === 'confirmation')?.message ?? null}
          />
          <Buttons>
            <Button weight="danger">撤回申请</Button>
          </Buttons>
        </Form>
      </details>
    )}
    <Form action={deps.urls.at('/track/leave')} label="结束查看">
      <Buttons>
        <Button>结束查看</Button>
      </Buttons>
    </Form>
  </>
);

const Steps = ({ followed }: Pick<ProgressPageProps, 'followed'>) => (
  <ol class="gk-progress">
    {steps(followed).map(({ title, on, done }) => (
      <li {...(done ? {} : { class: 'z' })}>
        <strong>{title}</strong>
        <span class="gk-nw">{on ?? ''}</span>
      </li>
    ))}
  </ol>
);

const Side = (props: ProgressPageProps) => (
  <div>
    <Panel id="steps" title="办理过程">
      <Steps followed={props.followed} />
    </Panel>
    <Panel id="acts" title="您可以">
      <Acts {...props} />
    </Panel>
    <Remedy followed={props.followed} />
    <Office followed={props.followed} />
    <Suggest {...props} />
    <Rectify {...props} />
    <OwnData {...props} />
  </div>
);

/** One application as its applicant sees it: how it stands, until when and why, what is asked of them, their letters. */
export const ProgressPage = (props: ProgressPageProps) => {
  const { deps, followed, faults, said } = props;
  const { state, agency, receiptNumber, form } = followed;
  const lead = [
    agency.name,
    `申请人：${masked(form.applicant.name)}`,
    state.number === null ? '' : `登记编号：${state.number}`,
    stateInWords(followed),
  ]
    .filter((each) => each !== '')
    .join('　');
  return (
    <ApplyLayout
      deps={deps}
      title={`申请编号 ${receiptNumber}`}
      crumb="办理进度"
      lead={lead}
      side={<Side {...props} />}
    >
      {said !== null && (
        <Note icon="check" tone="ok">
          <p role="status">{said}</p>
        </Note>
      )}
      <FormErrors
        errors={faults.map(({ field, message }) => ({ field: field === '' ? null : `f-${field}`, message }))}
        title="没有办理"
      />
      {state.answer !== null && (
        <Note icon="info">
          <p>办理结果：{answerOf(state.answer).name}</p>
        </Note>
      )}
      <Letters {...props} />
      <Claims {...props} />
      <Further {...props} />
      <CorrectionPanel {...props} />
      <Reasons {...props} />
      <Payment followed={followed} />
      <DueDay {...props} />
    </ApplyLayout>
  );
};
