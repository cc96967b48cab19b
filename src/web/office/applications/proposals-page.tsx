import type { Proposal, ProposalState, Proposals } from '../../../app/queries/applications/proposals.ts';
import { cite } from '../../../law/citation.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Button, ButtonLink, Buttons } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Empty, Pager } from '../../theme/parts.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import { Tabs } from '../../theme/tabs.tsx';
import { type Fault, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import { applicationTabs } from './application-tabs.tsx';
import type { FieldDef } from './field-defs.ts';
import { FieldList } from './field-list.tsx';

export const proposalsPath = '/office/applications/proposals';

export interface ProposalsProps {
  readonly page: OfficePage;
  readonly found: Proposals;
  readonly state: ProposalState | null;
  readonly mayDecide: boolean;
  /** The one that is being decided. */
  readonly deciding: Proposal | null;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

const stateWords: Readonly<Record<ProposalState, string>> = {
  open: '等待决定',
  takenUp: '转为主动公开',
  refused: '不转为主动公开',
};
const looks = { open: 'waiting', takenUp: 'done', refused: 'draft' } as const;

/** Why it was proposed: the first or the second paragraph of the article. */
function groundOf({ applicants, suggested }: Proposal): string {
  if (suggested) return '申请人建议';
  return applicants === null ? '未记录' : `${applicants} 个申请人申请相同信息`;
}

const State = ({ one }: { one: Proposal }) => (
  <>
    <StatusBadge state={looks[one.state]}>{stateWords[one.state]}</StatusBadge>
    {one.decidedOn !== null && (
      <small class="gk-muted">
        {' '}
        {one.decidedOn} {one.decidedBy ?? ''}
      </small>
    )}
    {one.reason !== null && <div class="gk-muted">{one.reason}</div>}
  </>
);

const Row = ({ props, one }: { props: ProposalsProps; one: Proposal }) => {
  const { at } = props.page;
  return (
    <tr>
      <th scope="row">
        <a href={at(`/office/applications/${one.applicationId}`)}>{one.title}</a>
      </th>
      <td data-l="编号" class="gk-nw">
        {one.number}
      </td>
      <td data-l="由来">{groundOf(one)}</td>
      <td data-l="提出">
        <span class="gk-nw">{one.proposedOn}</span> {one.proposedBy ?? ''}
      </td>
      <td data-l="状态">
        <State one={one} />
      </td>
      {props.mayDecide && (
        <td>
          {one.state === 'open' && (
            <a href={`${at(proposalsPath, { decide: one.id })}#decide`}>
              决定<span class="visually-hidden">：{one.number}</span>
            </a>
          )}
        </td>
      )}
    </tr>
  );
};

const List = (props: ProposalsProps) => (
  <table class="gk-table gk-cards">
    <thead>
      <tr>
        <th scope="col">申请内容</th>
        <th scope="col">编号</th>
        <th scope="col">由来</th>
        <th scope="col">提出</th>
        <th scope="col">状态</th>
        {props.mayDecide && <th scope="col">办理</th>}
      </tr>
    </thead>
    <tbody>
      {props.found.rows.map((one) => (
        <Row props={props} one={one} />
      ))}
    </tbody>
  </table>
);

const decideFields: readonly FieldDef[] = [
  {
    kind: 'radio',
    name: 'takenUp',
    label: '决定',
    need: true,
    options: [
      { value: 'yes', label: '转为主动公开' },
      { value: 'no', label: '不转为主动公开' },
    ],
  },
  { kind: 'area', name: 'reason', label: '理由', hint: '不转为主动公开的必须写明。' },
];

const Decide = ({ page, deciding, sent, faults }: ProposalsProps) =>
  deciding === null ? null : (
    <Panel
      id="decide"
      title={`决定：${deciding.number}`}
      aside={<ArticleChip basis={cite('tiaoli2019', '第四十四条')} />}
    >
      <p class="gk-text">
        {deciding.title}（{groundOf(deciding)}）。
        {deciding.suggested
          ? '经审核认为属于主动公开范围的，应当及时主动公开。'
          : '多个申请人申请相同信息且可以公开的，可以纳入主动公开的范围。'}
      </p>
      <Form action={page.at(proposalsPath, { decide: deciding.id })} fields={page.fields} label="决定">
        <FieldList form="proposal.decide" fields={decideFields} sent={sent} faults={faults} />
        <Buttons>
          <Button weight="primary">提交决定</Button>
          <ButtonLink href={page.at(proposalsPath)} weight="link">
            返回，不决定
          </ButtonLink>
        </Buttons>
      </Form>
    </Panel>
  );

const States = ({ page: { at }, found, state }: ProposalsProps) => (
  <Tabs
    label="状态"
    tabs={[
      { label: '全部', href: at(proposalsPath), current: state === null },
      ...(Object.keys(stateWords) as ProposalState[]).map((each) => ({
        label: stateWords[each],
        href: at(proposalsPath, { state: each }),
        current: state === each,
        count: found.counts[each] ?? 0,
      })),
    ]}
  />
);

/** What was proposed for disclosure to all, and the decision (第四十四条). */
export const ProposalsPage = (props: ProposalsProps) => {
  const { page, found, state, faults } = props;
  const { at } = page;
  return (
    <OfficeFrame
      shell={page.shell}
      title="转为主动公开"
      section={at('/office/applications')}
      flash={page.flash}
      lead="多个申请人申请相同信息，或者申请人建议的"
    >
      {applicationTabs(page, 'proposals')}
      <FormErrors errors={formErrors(faults)} />
      <Decide {...props} />
      <States {...props} />
      <Panel id="proposals" title="建议" flush>
        {found.rows.length === 0 ? (
          <Empty title={state === null ? '还没有建议' : '没有这种状态的建议'}>
            答复公开或者部分公开后，在申请页面的“其他办理”中可以建议转为主动公开。
          </Empty>
        ) : (
          <List {...props} />
        )}
      </Panel>
      {found.next !== null && (
        <Pager
          previous={null}
          next={at(proposalsPath, { ...(state === null ? {} : { state }), after: found.next })}
          summary={`本页 ${found.rows.length} 条`}
          labels={['较新', '较早']}
        />
      )}
    </OfficeFrame>
  );
};
