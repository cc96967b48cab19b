import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { AppealSheet, ListedAppeal } from '../../../app/queries/appeals/appeal-list.ts';
import { appealKindNames, appealResultNames, dispositions } from '../../../law/appeals.ts';
import { reviewFirstRule } from '../../../law/remedies.ts';
import { chipWords } from '../../theme/article-chip.tsx';
import { Button } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Note } from '../../theme/parts.tsx';
import { formErrors } from '../faults.ts';
import { CorrectAppeal } from './appeal-correction.tsx';
import { AppealFiles } from './appeal-files.tsx';
import type { AppealPageProps } from './appeals-page.tsx';
import { mayHere } from './case-ref.ts';
import type { FieldDef } from './field-defs.ts';
import { FieldList } from './field-list.tsx';

const whatNames = {
  copy: '送达副本',
  reply: '本机关答复',
  decision: '作出决定',
  decisionExtended: '延长后决定',
} as const;

const changeFields = (appeal: ListedAppeal): readonly FieldDef[] => [
  {
    kind: 'date',
    name: 'copyReceivedOn',
    label: '收到副本之日',
    need: false,
    value: appeal.copy_received_on ?? '',
  },
  { kind: 'date', name: 'repliedOn', label: '提交答复之日', need: false, value: appeal.replied_on ?? '' },
  { kind: 'date', name: 'hearingOn', label: '听证、开庭之日', need: false, value: appeal.hearing_on ?? '' },
];
const concludeFields = (appeal: ListedAppeal, today: string): readonly FieldDef[] => [
  {
    kind: 'select',
    name: 'disposition',
    label: '结案方式',
    need: true,
    options: dispositions
      .filter(({ of }) => of === (appeal.kind === 'review' ? 'review' : 'suit'))
      .map(({ id, words, result }) => ({
        value: id,
        label: `${words}（计入“${appealResultNames[result]}”）`,
      })),
  },
  { kind: 'date', name: 'on', label: '收到决定、裁判之日', need: true, value: today },
  { kind: 'text', name: 'decision', label: '文号', need: false },
  { kind: 'number', name: 'costs', label: '诉讼费用等支出', need: false, unit: '元' },
  { kind: 'area', name: 'learnt', label: '问题和改进', need: false },
];

/** What was written of it; its end once there is one. */
function factsOf(appeal: ListedAppeal): readonly (readonly [string, string])[] {
  const { kind, facts, ended_on, costs } = appeal;
  const { organ = '', notice = '', grounds = '', decision = '', learnt = '' } = facts ?? {};
  const rows: readonly (readonly [string, string])[] = [
    ['收到副本', appeal.copy_received_on ?? ''],
    ['提交答复', appeal.replied_on ?? ''],
    ['听证、开庭', appeal.hearing_on ?? ''],
    [kind === 'review' ? '复议机关' : '法院', organ],
    ['通知书文号', notice],
    ['请求和理由', grounds || '未填写'],
    ['收到决定、裁判', ended_on ?? ''],
    ['决定、裁判文号', decision],
    ['支出', costs === null ? '' : `${costs} 元`],
    ['问题和改进', learnt],
  ];
  return rows.filter(([, value]) => value !== '');
}

const Corrections = ({ appeal: { facts } }: { appeal: ListedAppeal }) =>
  facts?.corrections === undefined ? null : (
    <Panel id="corrections" title="更正记录">
      <dl class="gk-facts">
        {facts.corrections.map(({ on, changes, reason }) => (
          <>
            <dt>{on}</dt>
            <dd>
              更正{changes.join('、')}：{reason}
            </dd>
          </>
        ))}
      </dl>
    </Panel>
  );

/** One appeal: its days, its course, its end. */
export const AppealPage = ({ page, sent, faults, appeal }: AppealPageProps & { appeal: AppealSheet }) => {
  const { shell, at, fields, flash, context } = page;
  const list = at('/office/appeals');
  const today = shanghaiDay(context.now());
  const base = `/office/appeals/${appeal.id}`;
  return (
    <OfficeFrame
      shell={shell}
      title={appealKindNames[appeal.kind]}
      section={list}
      crumbs={[{ label: '复议、诉讼', href: list }, { label: appeal.facts?.organ ?? '—' }]}
      flash={flash}
      lead={appeal.words ?? '尚未审结'}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="days" title="期限和经过">
        <dl class="gk-facts">
          {appeal.deadlines.map(({ what, day }) => (
            <>
              <dt>{whatNames[what]}</dt>
              <dd>{day}</dd>
            </>
          ))}
          {factsOf(appeal).map(([label, value]) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
          {appeal.application_id !== null && (
            <>
              <dt>对应申请</dt>
              <dd>
                <a href={at(`/office/applications/${appeal.application_id}`)}>{appeal.number ?? '打开'}</a>
              </dd>
            </>
          )}
        </dl>
        {appeal.withoutReview && (
          <Note icon="info" tone="info">
            <p>
              该申请的答复不予公开或者部分公开，对这样的答复应当先申请行政复议（
              {chipWords(reviewFirstRule.basis)}
              ），本案登记为未经复议直接起诉。请核对种类；确实没有经过复议的，可以在答辩中提出。
            </p>
          </Note>
        )}
        {appeal.toReopen && appeal.application_id !== null && (
          <p class="gk-text">
            决定责令重新作出答复。
            <a href={at(`/office/applications/${appeal.application_id}/reopen`)}>重新办理该申请</a>
          </p>
        )}
        {appeal.reopened_id !== null && (
          <p>
            已按决定重新办理。
            <a href={at(`/office/applications/${appeal.reopened_id}`)}>重新办理的申请</a>
          </p>
        )}
      </Panel>
      <AppealFiles
        page={page}
        appeal={appeal}
        may={appeal.facts !== null && mayHere(page, 'appeal.addFile')}
      />
      <Corrections appeal={appeal} />
      <Panel id="course" title="登记经过">
        <Form action={at(`${base}/course`)} fields={fields}>
          <FieldList form="appeal.change" fields={changeFields(appeal)} sent={sent} faults={faults} />
          <Button>保存</Button>
        </Form>
      </Panel>
      {appeal.ended_on === null && (
        <Panel id="end" title="登记结果">
          <Form action={at(`${base}/end`)} fields={fields}>
            <FieldList
              form="appeal.conclude"
              fields={concludeFields(appeal, today)}
              sent={sent}
              faults={faults}
            />
            <Button weight="primary">登记结果</Button>
          </Form>
        </Panel>
      )}
      {mayHere(page, 'appeal.correct') && appeal.facts !== null && (
        <CorrectAppeal page={page} sent={sent} faults={faults} appeal={appeal} />
      )}
    </OfficeFrame>
  );
};
