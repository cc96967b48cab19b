import { caseFileKindNames } from '../../../app/applications/case-files.ts';
import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { itemTitle } from '../../../domain/application/application-form.ts';
import { applicantKindNames } from '../../../law/applicants.ts';
import { provisionForms, provisionWays } from '../../../law/intake.ts';
import { letterKindOf, officePapers } from '../../../law/letters.ts';
import { AccountTable } from '../../clock/account-table.tsx';
import { Months } from '../../clock/months.tsx';
import { Button } from '../../theme/buttons.tsx';
import { DueChip } from '../../theme/due-chip.tsx';
import { FileField } from '../../theme/file-field.tsx';
import { Form } from '../../theme/form.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Empty, Note } from '../../theme/parts.tsx';
import { SelectField } from '../../theme/select-field.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import { Timeline } from '../../theme/timeline.tsx';
import type { OfficePage } from '../page.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { mayHere } from './case-ref.ts';
import { CaseSide } from './case-side.tsx';
import { courseOf } from './course.ts';
import { groupPath } from './group-words.ts';
import { channelName, dueOf, stateOf, stepWords } from './words.ts';

export interface CasePageProps {
  readonly page: OfficePage;
  readonly sheet: CaseSheet;
}

const Request = ({ page, page: { at }, sheet }: CasePageProps) => (
  <Panel
    id="request"
    title="申请内容"
    aside={<a href={at(`/office/applications/${sheet.id}/applicant`)}>查看申请人信息</a>}
  >
    {sheet.items.length === 1 ? (
      <p>{itemTitle(sheet.items[0]!)}</p>
    ) : (
      <ol>
        {sheet.items.map((item) => (
          <li>{itemTitle(item)}</li>
        ))}
      </ol>
    )}
    {sheet.items.length === 1 && sheet.items[0]?.name !== null && sheet.items[0]?.description && (
      <p class="gk-muted">{sheet.items[0].description}</p>
    )}
    <dl class="gk-facts gk-facts--2">
      <dt>登记编号</dt>
      <dd>{sheet.state.number ?? '尚未登记'}</dd>
      <dt>收到日期</dt>
      <dd>{sheet.state.receivedOn ?? '尚未确认'}</dd>
      <dt>申请人</dt>
      <dd>
        {sheet.summary.applicant}（{applicantKindNames[sheet.state.applicant]}）
      </dd>
      <dt>收到方式</dt>
      <dd>{channelName(sheet.state.channel)}</dd>
      <dt>提供方式</dt>
      <dd>{provisionForms[sheet.form] ?? '未写明'}</dd>
      <dt>获取途径</dt>
      <dd>{provisionWays[sheet.way] ?? '未写明'}</dd>
      <dt>回执编号</dt>
      <dd>
        {sheet.receiptNumber}
        {mayHere(page, 'application.newCode') && (
          <div>
            <a href={at(`/office/applications/${sheet.id}/code`)}>重发查询码</a>
          </div>
        )}
      </dd>
      {sheet.originId !== null && (
        <>
          <dt>由来</dt>
          <dd>
            <a href={at(`/office/applications/${sheet.originId}`)}>
              {sheet.state.origin === 'split' ? '拆分前的申请' : '责令重新答复的原申请'}
            </a>
          </dd>
        </>
      )}
      <dt>经办人</dt>
      <dd>
        {sheet.holder.name ?? '待认领'}
        {sheet.first !== null && sheet.first !== sheet.holder.name && `（首问 ${sheet.first}）`}
      </dd>
    </dl>
    {sheet.needsHelp && (
      <Note icon="info" tone="info">
        申请人阅读困难或者有视听障碍，请提供必要的帮助（条例第四十三条）。
      </Note>
    )}
  </Panel>
);

const Account = ({ page, sheet }: CasePageProps) => (
  <Panel id="account" title="逐日计算">
    {sheet.account.length === 0 ? (
      <p class="gk-muted">确认收到申请后开始计算。</p>
    ) : (
      <>
        <Months days={sheet.account} due={sheet.clock?.due ?? null} on={shanghaiDay(page.context.now())} />
        <AccountTable days={sheet.account} />
      </>
    )}
  </Panel>
);

const letterStates = { draft: '拟稿', approved: '已批准', sent: '已发出' } as const;

/** 审查呈批单, as the case stands: it goes round with the draft. */
const ApprovalSheet = ({ page: { at }, sheet: { id, state } }: CasePageProps) => {
  const path = at(`/office/applications/${id}/letters/approval-sheet`);
  return state.draft === null ? null : (
    <tr>
      <th scope="row">{officePapers.approvalSheet.title}</th>
      <td data-l="文号">—</td>
      <td data-l="日期">—</td>
      <td data-l="状态">按本件现在的情况生成</td>
      <td data-l="下载">
        <a href={`${path}.pdf`}>PDF</a>
        {'　'}
        <a href={`${path}.docx`}>Word</a>
      </td>
    </tr>
  );
};

const Letters = ({ page, page: { at }, sheet }: CasePageProps) => (
  <Panel
    id="letters"
    title="文书和附件"
    flush
    {...(mayHere(page, 'application.exportFile')
      ? { aside: <a href={at(`/office/applications/${sheet.id}/dossier`)}>导出案卷</a> }
      : {})}
  >
    {sheet.letters.length + sheet.files.length === 0 && sheet.state.draft === null ? (
      <Empty title="还没有文书">告知书、征求意见书和答复书会列在这里。</Empty>
    ) : (
      <table class="gk-table gk-cards">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">文号</th>
            <th scope="col">日期</th>
            <th scope="col">状态</th>
            <th scope="col">下载</th>
          </tr>
        </thead>
        <tbody>
          {sheet.letters.map(({ id, kind, ref, number, datedOn, status, proven }) => (
            <tr>
              <th scope="row">
                <a href={at(`/office/applications/${sheet.id}/letters/${id}`)}>
                  {letterKindOf(kind).title}
                  {ref !== null && `（${ref}）`}
                </a>
              </th>
              <td data-l="文号">{number ?? (status === 'sent' ? '—' : '未编号')}</td>
              <td data-l="日期">{datedOn ?? '—'}</td>
              <td data-l="状态">
                <StatusBadge state={status === 'draft' ? 'draft' : status === 'sent' ? 'done' : 'running'}>
                  {proven ? '已送达' : letterStates[status]}
                </StatusBadge>
              </td>
              <td data-l="下载">
                <a href={at(`/office/applications/${sheet.id}/letters/${id}.pdf`)}>PDF</a>
                {'　'}
                <a href={at(`/office/applications/${sheet.id}/letters/${id}.docx`)}>Word</a>
              </td>
            </tr>
          ))}
          <ApprovalSheet page={page} sheet={sheet} />
          {sheet.files.map(({ id, name, bytes }) => (
            <tr>
              <th scope="row">
                <a href={at(`/office/applications/${sheet.id}/files/${id}`)}>{name}</a>
              </th>
              <td data-l="文号">—</td>
              <td data-l="大小">{Math.ceil(bytes / 1024)} KB</td>
              <td data-l="状态">已加密保存</td>
              <td data-l="下载">
                <a href={at(`/office/applications/${sheet.id}/files/${id}`)}>原文件</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Panel>
);

const fileKinds = Object.entries(caseFileKindNames).map(([value, label]) => ({ value, label }));

const AddFile = ({ page: { at, fields }, sheet }: CasePageProps) => (
  <Panel id="add-file" title="添加附件">
    <Form action={at(`/office/applications/${sheet.id}/files`)} fields={fields} files label="添加附件">
      <SelectField
        name="kind"
        label="种类"
        options={fileKinds}
        value="other"
        hint="归档时按种类排在案卷里。"
      />
      <FileField
        name="file"
        label="文件"
        accept=".pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx,.zip"
        hint="PDF、图片、Word、Excel 或者压缩文件，不超过20 MB，加密保存。"
      />
      <Button icon="upload">上传</Button>
    </Form>
  </Panel>
);

const InGroup = ({ page: { at }, id }: { page: OfficePage; id: string }) => (
  <Note icon="info" tone="info">
    本件与其他内容相同的申请编为一组，拟写、审查、审批和发出在组里一并办理，期限和答复书各算各的。
    <a href={at(groupPath({ id }))}>看这一组</a>
  </Note>
);

/** A case: what is asked for, the answer under way, the course, the letters; its days and what comes next beside. */
export const CasePage = (props: CasePageProps) => {
  const { page, sheet } = props;
  const { shell, flash, at, context } = page;
  const today = shanghaiDay(context.now());
  const { phase, waitingFor } = sheet.state;
  return (
    <OfficeFrame
      shell={shell}
      title={sheet.summary.title}
      section={at('/office/applications')}
      crumbs={[
        { label: '依申请公开', href: at('/office/applications') },
        { label: sheet.state.number ?? sheet.receiptNumber },
      ]}
      badges={
        <>
          <StatusBadge state={stateOf(phase)}>{stepWords(phase, waitingFor)}</StatusBadge>
          <DueChip
            due={dueOf(sheet.clock, context.calendar(), sheet.state.letter?.sentOn ?? sheet.state.endedOn)}
            today={today}
          />
        </>
      }
      flash={flash}
      actions={
        <a class="btn btn-outline-primary" href="#next">
          下一步
        </a>
      }
    >
      <div class="gk-split">
        <div>
          {sheet.groupId !== null && <InGroup page={page} id={sheet.groupId} />}
          <Request {...props} />
          <AnswerPanel {...props} />
          <Panel id="course" title="办理过程">
            <Timeline entries={courseOf(sheet)} />
          </Panel>
          <Letters {...props} />
          <AddFile {...props} />
          <Account {...props} />
        </div>
        <CaseSide {...props} />
      </div>
    </OfficeFrame>
  );
};
