import type { ClaimSheet } from '../../app/queries/claims/office-claims.ts';
import { identityNames } from '../../domain/application/identity.ts';
import type { Claimant } from '../../domain/claim/claim.ts';
import { applicantKindNames } from '../../law/applicants.ts';
import { type ClaimResult, claimResults, claimRules, resultsOf } from '../../law/claims.ts';
import type { Certainty } from '../../law/instruments.ts';
import { usualRetention } from '../../law/retention.ts';
import { ArticleChip, chipWords } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { ChoiceField } from '../theme/choice-field.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Note } from '../theme/parts.tsx';
import { TextArea } from '../theme/text-area.tsx';
import { TextField } from '../theme/text-field.tsx';
import { channelName } from './applications/words.ts';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';

interface Props {
  readonly page: OfficePage;
  readonly sheet: ClaimSheet;
  readonly may: {
    readonly answer: boolean;
    readonly readPersonal: boolean;
    readonly newCode: boolean;
    readonly letter: boolean;
  };
  /** Shown to somebody who said what for. */
  readonly claimant: Claimant | null;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

const Asked = ({ page: { at }, sheet: { row, claimant, record, words, files, id }, may }: Props) => (
  <Panel id="asked" title="请求" aside={<ArticleChip basis={claimRules[row.kind].basis} />}>
    <dl class="gk-facts">
      <dt>编号</dt>
      <dd>
        {row.receipt_number}
        {may.newCode && (
          <div>
            <a href={at(`/office/claims/${id}/code`)}>重发查询码</a>
          </div>
        )}
      </dd>
      <dt>收到</dt>
      <dd>
        {row.received_on}，{channelName(row.channel)}
      </dd>
      <dt>提出的人</dt>
      <dd>{claimant}</dd>
      {row.application_id !== null && (
        <>
          <dt>所在的申请</dt>
          <dd>
            <a href={at(`/office/applications/${row.application_id}`)}>打开这件申请</a>
          </dd>
        </>
      )}
      {record !== null && (
        <>
          <dt>哪一项记录</dt>
          <dd>{record.record}</dd>
          <dt>哪里不准确</dt>
          <dd>{record.wrong}</dd>
          <dt>正确的是</dt>
          <dd>{record.right}</dd>
        </>
      )}
      {words !== null && (
        <>
          <dt>说明</dt>
          <dd>{words}</dd>
        </>
      )}
      {files.length > 0 && (
        <>
          <dt>证据</dt>
          <dd>
            {files.map((file) => (
              <p>
                <a href={at(`/office/claims/${id}/files/${file.id}`)}>{file.name}</a>
                <span class="gk-muted">（{Math.ceil(file.bytes / 1024)} KB）</span>
              </p>
            ))}
          </dd>
        </>
      )}
    </dl>
  </Panel>
);

const Person = ({ page: { at, fields }, sheet: { id }, claimant, faults }: Props) => (
  <Panel id="claimant" title="提出的人">
    {claimant === null ? (
      <Form action={at(`/office/claims/${id}/claimant`)} fields={fields} label="查看提出的人">
        <TextField
          name="purpose"
          label="查看的用途"
          need
          hint="例如：核对身份、电话告知结果。查看的人、时间和用途都会记录。"
          error={faultOf(faults, 'purpose')}
        />
        <Buttons>
          <Button icon="eye">查看</Button>
        </Buttons>
      </Form>
    ) : (
      <dl class="gk-facts">
        <dt>类别</dt>
        <dd>{applicantKindNames[claimant.applicant.kind]}</dd>
        <dt>姓名或者名称</dt>
        <dd>{claimant.applicant.name}</dd>
        <dt>{identityNames[claimant.applicant.identity.type]}</dt>
        <dd>{claimant.applicant.identity.number}</dd>
        <dt>电话</dt>
        <dd>{claimant.contact.phone ?? '未填写'}</dd>
        <dt>电子邮箱</dt>
        <dd>{claimant.contact.email ?? '未填写'}</dd>
        <dt>通信地址</dt>
        <dd>{claimant.contact.address ?? '未填写'}</dd>
      </dl>
    )}
  </Panel>
);

const doubts: Readonly<Record<Certainty, string | null>> = {
  verified: null,
  fromMemory: '未核对原文',
  inference: '推定',
};
const hintOf = (result: ClaimResult): string => {
  const { told, basis, certainty } = claimResults[result];
  const doubt = doubts[certainty];
  return `告知：${told}（${chipWords(basis)}${doubt === null ? '' : `，${doubt}`}）`;
};

const AnswerForm = ({ page: { at, fields }, sheet, sent, faults }: Props) => {
  const { standing, row, id } = sheet;
  const results = resultsOf(row.kind).filter((result) => standing === null || result === standing);
  const needs = new Set(results.flatMap((result) => claimResults[result].needs));
  return (
    <Form action={at(`/office/claims/${id}/answer`)} fields={fields} guard label="答复">
      {standing !== null && (
        <Note icon="info" tone="info">
          <p>
            按本机关的保管期限和案卷的情况，应当这样答复。默认的保管年限没有法律明文：
            {usualRetention.answered.doubt}
          </p>
        </Note>
      )}
      <ChoiceField
        name="result"
        label="办理结果"
        need
        hint="选定后，对方凭编号和查询码看到下面所写的告知和依据。"
        kind="one"
        values={[sent.result ?? (results.length === 1 ? results[0]! : '')]}
        options={results.map((result) => ({
          value: result,
          label: claimResults[result].label,
          hint: hintOf(result),
        }))}
        error={faultOf(faults, 'result')}
      />
      {needs.has('agency') && (
        <TextField
          name="agency"
          label="有权更正的机关"
          need="转送、告知时必填"
          hint="写全称和联系方式，对方会照着去找。"
          value={sent.agency ?? ''}
          error={faultOf(faults, 'agency')}
        />
      )}
      <TextArea
        name="reasons"
        label="理由"
        need={needs.has('reasons') ? '不予办理时必填' : false}
        hint="会原样告诉对方，不要写其他人的个人信息。"
        rows={3}
        value={sent.reasons ?? ''}
        error={faultOf(faults, 'reasons')}
      />
      <Buttons>
        <Button weight="primary">答复</Button>
      </Buttons>
    </Form>
  );
};

const Answer = (props: Props) => {
  const { sheet, may } = props;
  const { answer, row } = sheet;
  return (
    <Panel id="answer" title="答复">
      {answer !== null ? (
        <>
          <p class="gk-muted">
            {row.answered_on}，{claimResults[row.result!].label}
            <ArticleChip basis={claimResults[row.result!].basis} />
          </p>
          {answer.words.map((words) => (
            <p>{words}</p>
          ))}
          {may.letter && (
            <p class="gk-text">
              告知书：
              <a href={props.page.at(`/office/claims/${sheet.id}/letter.pdf`)}>下载 PDF</a>、
              <a href={props.page.at(`/office/claims/${sheet.id}/letter.docx`)}>下载 Word</a>
              {row.channel !== 'portal' && <span class="gk-muted">（打印后送达）</span>}
            </p>
          )}
        </>
      ) : may.answer ? (
        <AnswerForm {...props} />
      ) : (
        <p class="gk-muted">由工作机构经办人答复。</p>
      )}
    </Panel>
  );
};

/** One claim: what is asked, the proof, who asks, the answer. */
export const ClaimSheetPage = (props: Props) => {
  const { page, sheet, may, faults } = props;
  const { shell, flash, at } = page;
  const list = at('/office/claims');
  return (
    <OfficeFrame
      shell={shell}
      title={claimRules[sheet.row.kind].name}
      section={list}
      crumbs={[{ label: '更正和个人信息', href: list }, { label: sheet.row.receipt_number }]}
      flash={flash}
    >
      <FormErrors errors={formErrors(faults)} />
      <div class="gk-split">
        <div>
          <Asked {...props} />
          <Answer {...props} />
        </div>
        <div>{may.readPersonal && <Person {...props} />}</div>
      </div>
    </OfficeFrame>
  );
};
