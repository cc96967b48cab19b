import { shanghaiDay } from '../../../app/calendar-years.ts';
import { policyRow } from '../../../app/policy/index.ts';
import type { GroupDeed } from '../../../app/queries/groups/group-sheet.ts';
import { itemTitle } from '../../../domain/application/application-form.ts';
import { groupFrom } from '../../../domain/application/group.ts';
import { answerOf } from '../../../law/answers.ts';
import { cite } from '../../../law/citation.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { ButtonLink } from '../../theme/buttons.tsx';
import { DueChip } from '../../theme/due-chip.tsx';
import { Facts } from '../../theme/facts.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Note } from '../../theme/parts.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import { groupPathOf } from './group-defs.ts';
import { GroupLeftOut, GroupMembers, type GroupPageProps } from './group-members.tsx';
import { count, daysWords, groupPath, leftOutNames, phaseCounts, progressWords } from './group-words.ts';
import { dueOf, minuteOf } from './words.ts';

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
      <strong>
        {(policyRow(`application.${deed.act}`) ?? policyRow(`applicationGroup.${deed.act}`))!.label}
      </strong>
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
          <GroupLeftOut {...props} />
          <GroupMembers {...props} />
        </div>
        <div>
          <Next {...props} />
          <Course {...props} />
        </div>
      </div>
    </OfficeFrame>
  );
};
