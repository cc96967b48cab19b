import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { GroupSheet } from '../../../app/queries/groups/group-sheet.ts';
import { goesAlone } from '../../../domain/application/group.ts';
import { Button } from '../../theme/buttons.tsx';
import { DueChip } from '../../theme/due-chip.tsx';
import { Form } from '../../theme/form.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Pager } from '../../theme/parts.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import type { OfficePage } from '../page.ts';
import { count, groupPath } from './group-words.ts';
import { dueOf, stateOf, stepWords } from './words.ts';

export interface GroupPageProps {
  readonly page: OfficePage;
  readonly sheet: GroupSheet;
  readonly mayTakeOut: boolean;
  /** Cursors of this page: of the members and of those left out. */
  readonly after: string | null;
}

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

/** All of those that go on by themselves, at once. */
const TakeOutAll = ({ page: { at, fields }, sheet }: GroupPageProps) => {
  const deed = sheet.deeds.find(({ leftOut }) => leftOut > 0);
  const cases = (deed?.reasons ?? []).reduce(
    (sum, { reason, cases: some }) => (goesAlone.includes(reason) ? sum + some : sum),
    0,
  );
  if (deed === undefined || cases < 2) return null;
  return (
    <Form
      action={at(`${groupPath(sheet.line)}/take-out-all`)}
      fields={{ ...fields, actId: deed.id }}
      label="移出需要单独办理的"
    >
      <Button>移出需要单独办理的各件</Button>
    </Form>
  );
};

/** Those that the last act left out, each with the reason. */
export const GroupLeftOut = (props: GroupPageProps) => {
  const { page, sheet, mayTakeOut } = props;
  if (sheet.leftOut.length === 0) return null;
  const { at } = page;
  return (
    <Panel
      id="left-out"
      title="上次没有办的"
      flush
      {...(mayTakeOut ? { aside: <TakeOutAll {...props} /> } : {})}
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

/** The applications of a group, a page at a time. */
export const GroupMembers = (props: GroupPageProps) => {
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
