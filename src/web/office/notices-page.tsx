import { noticeKindIds, noticeKinds } from '../../app/notices/kinds.ts';
import type { NoticeLine } from '../../app/queries/notices.ts';
import { ActForm } from '../theme/act-form.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { CheckBox } from '../theme/check-box.tsx';
import { Form } from '../theme/form.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Empty, Pager } from '../theme/parts.tsx';
import type { OfficePage } from './page.ts';
import { instantWords } from './session-table.tsx';

export interface NoticesProps {
  readonly page: OfficePage;
  readonly list: { readonly rows: readonly NoticeLine[]; readonly next: string | null };
  readonly unmailed: readonly string[];
  readonly hasMail: boolean;
  /** No server for mails is set up. */
  readonly mailless: boolean;
}

const Line = ({ page: { at, fields }, line }: { page: OfficePage; line: NoticeLine }) => (
  <tr>
    <th scope="row">
      <a href={at(line.path)}>{line.title}</a>
    </th>
    <td>{line.number}</td>
    <td>{instantWords(line.at)}</td>
    <td>
      {line.unread ? (
        <ActForm
          class="btn btn-outline-primary btn-sm"
          act={{
            label: '标为已读',
            action: at('/office/notices/read'),
            fields: { ...fields, noticeId: line.id },
          }}
        />
      ) : (
        '已读'
      )}
    </td>
  </tr>
);

const List = ({ page, list }: NoticesProps) =>
  list.rows.length === 0 ? (
    <Empty title="没有通知">事项到期、角色变动、工作交接时，会在这里告诉您。</Empty>
  ) : (
    <table class="gk-table">
      <thead>
        <tr>
          <th scope="col">通知</th>
          <th scope="col">内容</th>
          <th scope="col">时间</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {list.rows.map((line) => (
          <Line page={page} line={line} />
        ))}
      </tbody>
    </table>
  );

const Choice = ({ page: { at, fields }, unmailed, hasMail, mailless }: NoticesProps) => (
  <Form action={at('/office/notices/choose')} fields={fields} label="邮件通知">
    <p class="gk-text">
      {mailless ? (
        '本系统还没有设置发信服务器，选中的通知等设置以后再发到邮箱。请联系系统管理员。'
      ) : hasMail ? (
        '选中的通知同时发到邮箱。邮件只写事项和链接，不写个人信息。'
      ) : (
        <>
          还没有填写邮箱，请先在<a href={at('/office/me')}>个人设置</a>中填写。
        </>
      )}
    </p>
    {noticeKindIds.map((kind) => (
      <CheckBox name={`mail:${kind}`} label={noticeKinds[kind].label} checked={!unmailed.includes(kind)} />
    ))}
    <Buttons>
      <Button>保存</Button>
    </Buttons>
  </Form>
);

export const NoticesPage = (props: NoticesProps) => {
  const { page, list } = props;
  const { shell, flash, at, fields } = page;
  return (
    <OfficeFrame
      shell={shell}
      title="通知"
      section=""
      flash={flash}
      {...(list.rows.some(({ unread }) => unread)
        ? {
            actions: (
              <ActForm
                class="btn btn-outline-primary"
                act={{ label: '全部标为已读', action: at('/office/notices/read'), fields }}
              />
            ),
          }
        : {})}
    >
      <Panel id="notices" title="最近的通知" flush>
        <List {...props} />
      </Panel>
      {list.next !== null && (
        <Pager
          previous={null}
          next={at('/office/notices', { after: list.next })}
          summary={`本页 ${list.rows.length} 条`}
          labels={['上一页', '更早的']}
        />
      )}
      <Panel id="choose" title="邮件通知">
        <Choice {...props} />
      </Panel>
    </OfficeFrame>
  );
};
