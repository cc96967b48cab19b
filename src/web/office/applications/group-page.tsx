import { shanghaiDay } from '../../../app/calendar-years.ts';
import { policyRow } from '../../../app/policy/index.ts';
import type { GroupDeed, GroupSheet } from '../../../app/queries/groups/group-sheet.ts';
import { itemTitle } from '../../../domain/application/application-form.ts';
import { groupFrom } from '../../../domain/application/group.ts';
import { answerOf } from '../../../law/answers.ts';
import { cite } from '../../../law/citation.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Button, ButtonLink } from '../../theme/buttons.tsx';
import { DueChip } from '../../theme/due-chip.tsx';
import { Facts } from '../../theme/facts.tsx';
import { Form } from '../../theme/form.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Note, Pager } from '../../theme/parts.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import type { OfficePage } from '../page.ts';
import { groupPathOf } from './group-defs.ts';
import { count, daysWords, groupPath, leftOutNames, phaseCounts, progressWords } from './group-words.ts';
import { dueOf, minuteOf, stateOf, stepWords } from './words.ts';

export interface GroupPageProps {
  readonly page: OfficePage;
  readonly sheet: GroupSheet;
  readonly mayTakeOut: boolean;
  /** Cursors of this page: of the members and of those left out. */
  readonly after: string | null;
}

export const groupCrumbs = (
  { page: { at }, sheet }: Pick<GroupPageProps, 'page' | 'sheet'>,
  last?: string,
) => [
  { label: '依申请公开', href: at('/office/applications') },
  last === undefined
    ? { label: '同一内容的申请' }
    : { label: '同一内容的申请', href: at(groupPath(sheet.line)) },
  ...(last === undefined ? [] : [{ label: last }]),
];

const About = ({ sheet: { line, items, draft } }: GroupPageProps) => (
  <Panel id="about" title="申请内容" aside={<ArticleChip basis={cite('tiaoli2019', '第四十四条第一款')} />}>
    <div class="gk-stack">
      {items.map((item) => (
        <p>{itemTitle(item)}</p>
      ))}
      <Facts
        columns={2}
        facts={[
          ['件数', `${count(line.members)} 件，在办 ${count(line.open)} 件`],
          ['收到日期', daysWords(line)],
          [
            '各环节',
            phaseCounts(line)
              .map(([, name, cases]) => `${name} ${count(cases)}`)
              .join('，'),
          ],
          ['统计时间', minuteOf(line.countedAt)],
          ['答复', draft === null ? '还没有拟写' : answerOf(draft.answer).name],
        ]}
      />
      <Note icon="info" tone="info">
        内容相同的申请满 {groupFrom}{' '}
        件即编为一组，一次拟写、审查和审批，逐件登记、逐件答复：每件各有编号、期限、答复书和救济告知，各计入表三。
      </Note>
    </div>
  </Panel>
);

const Deed = ({ deed }: { deed: GroupDeed }) => {
  const seen = deed.carried + deed.already + deed.leftOut;
  const total = Math.max(seen, deed.members);
  return (
    <li>
      <strong>{policyRow(`application.${deed.act}`)!.label}</strong>
      <StatusBadge state={deed.done ? 'done' : 'running'}>
        {deed.done ? '已办完' : '正在办到各件'}
      </StatusBadge>
      <span class="gk-muted">
        {deed.by ?? '—'}，{minuteOf(deed.at)}
        {deed.words !== null && `：${deed.words}`}
      </span>
      {!deed.done && <progress value={seen} max={total} aria-label={`已看过 ${seen} 件，共 ${total} 件`} />}
      <span>
        {progressWords(deed)}，共 {count(total)} 件
      </span>
      {deed.reasons.length > 0 && (
        <span class="gk-muted">
          没有办的：
          {deed.reasons.map(({ reason, cases }) => `${leftOutNames[reason]} ${count(cases)} 件`).join('，')}
        </span>
      )}
    </li>
  );
};

const Course = ({ page: { at }, sheet }: GroupPageProps) => (
  <Panel id="course" title="整组办理" aside={<a href={at(groupPath(sheet.line))}>刷新</a>}>
    {sheet.deeds.length === 0 ? (
      <p class="gk-muted">还没有办理。</p>
    ) : (
      <ul class="gk-worklist">
        {sheet.deeds.map((deed) => (
          <Deed deed={deed} />
        ))}
      </ul>
    )}
  </Panel>
);

const TakeOut = ({
  page: { at, fields },
  sheet,
  id,
  label,
}: GroupPageProps & { id: string; label: string }) => (
  <Form
    action={at(`${groupPath(sheet.line)}/take-out`)}
    fields={{ ...fields, applicationId: id }}
    label={label}
  >
    <Button>移出</Button>
  </Form>
);

const LeftOut = (props: GroupPageProps) => {
  const { page, sheet, mayTakeOut } = props;
  if (sheet.leftOut.length === 0) return null;
  const { at } = page;
  return (
    <Panel
      id="left-out"
      title="上次没有办的"
      flush
      foot={
        <Pager
          previous={null}
          next={
            sheet.nextLeftOut === null ? null : at(groupPath(sheet.line), { leftOutAfter: sheet.nextLeftOut })
          }
          summary={`本页 ${count(sheet.leftOut.length)} 件`}
        />
      }
    >
      <table class="gk-table gk-cards">
        <caption class="visually-hidden">没有办的申请和原因</caption>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">原因</th>
            {mayTakeOut && <th scope="col">单独办理</th>}
          </tr>
        </thead>
        <tbody>
          {sheet.leftOut.map(({ id, number, message }) => (
            <tr>
              <th scope="row">
                <a class="gk-nw" href={at(`/office/applications/${id}`)}>
                  {number}
                </a>
              </th>
              <td data-l="原因">{message}</td>
              {mayTakeOut && (
                <td data-l="单独办理">
                  <TakeOut {...props} id={id} label={`把没有办的${number}移出本组`} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};

const Members = (props: GroupPageProps) => {
  const { page, sheet, mayTakeOut, after } = props;
  const { at, context } = page;
  const today = shanghaiDay(context.now());
  const path = groupPath(sheet.line);
  return (
    <Panel
      id="members"
      title="各件申请"
      flush
      foot={
        <Pager
          previous={after === null ? null : at(path)}
          next={sheet.next === null ? null : at(path, { after: sheet.next })}
          summary={`本页 ${count(sheet.members.length)} 件，共 ${count(sheet.line.members)} 件`}
          labels={['第一页', '下一页']}
        />
      }
    >
      <table class="gk-table gk-cards">
        <caption class="visually-hidden">组内各件申请</caption>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">期限</th>
            <th scope="col">申请人</th>
            <th scope="col">收到日期</th>
            <th scope="col">环节</th>
            {mayTakeOut && <th scope="col">单独办理</th>}
          </tr>
        </thead>
        <tbody>
          {sheet.members.map((one) => (
            <tr>
              <th scope="row">
                <a class="gk-nw" href={at(`/office/applications/${one.id}`)}>
                  {one.number}
                </a>
              </th>
              <td data-l="期限">
                <DueChip due={dueOf(one.clock, context.calendar(), one.endedOn)} today={today} />
              </td>
              <td data-l="申请人">{one.applicant}</td>
              <td data-l="收到日期">{one.receivedOn ?? one.submittedOn}</td>
              <td data-l="环节">
                <StatusBadge state={stateOf(one.phase)}>{stepWords(one.phase, one.waitingFor)}</StatusBadge>
              </td>
              {mayTakeOut && (
                <td data-l="单独办理">
                  <TakeOut {...props} id={one.id} label={`把${one.number}移出本组`} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};

const Next = ({ page: { at }, sheet: { line, offered, deeds } }: GroupPageProps) => (
  <Panel id="next" title="下一步">
    {offered.length === 0 ? (
      <p class="gk-muted">
        {deeds[0]?.done === false ? '上一步正在办到各件，办完后可以办下一步。' : '现在没有您要办理的事项。'}
      </p>
    ) : (
      <div class="gk-btns gk-caseacts">
        {offered.map((act, index) => (
          <ButtonLink
            href={at(`${groupPath(line)}/${groupPathOf(act)}`)}
            weight={index === 0 ? 'primary' : 'plain'}
          >
            {policyRow(`applicationGroup.${act}`)!.label}
          </ButtonLink>
        ))}
      </div>
    )}
  </Panel>
);

/** A group: what is asked for, what was done to all of it and how far that came, what was left out, each application. */
export const GroupPage = (props: GroupPageProps) => {
  const { page, sheet } = props;
  const { shell, flash, at, context } = page;
  const { line } = sheet;
  return (
    <OfficeFrame
      shell={shell}
      title={`同一内容的申请 ${count(line.members)} 件`}
      section={at('/office/applications')}
      crumbs={groupCrumbs(props)}
      badges={<DueChip due={dueOf(line.clock, context.calendar())} today={shanghaiDay(context.now())} />}
      lead={line.title}
      flash={flash}
      actions={
        <a class="btn btn-outline-primary" href="#next">
          下一步
        </a>
      }
    >
      <div class="gk-split">
        <div>
          <About {...props} />
          <LeftOut {...props} />
          <Members {...props} />
        </div>
        <div>
          <Next {...props} />
          <Course {...props} />
        </div>
      </div>
    </OfficeFrame>
  );
};
