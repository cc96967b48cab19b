import type { DestructionItem, DestructionSheet } from '../../../app/queries/retention.ts';
import { answerOf } from '../../../law/answers.ts';
import { deletionDuty, heldWords, holdReasons, usualRetention } from '../../../law/retention.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Button, ButtonLink } from '../../theme/buttons.tsx';
import { CheckBox } from '../../theme/check-box.tsx';
import { Facts } from '../../theme/facts.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { type Fault, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import { instantWords } from '../session-table.tsx';
import { GoingLoose } from './destruction-loose.tsx';
import { FieldList } from './field-list.tsx';
import { destructionStates } from './retention-page.tsx';

interface DestructionPageProps {
  readonly page: OfficePage;
  readonly sheet: DestructionSheet;
  readonly may: { readonly hold: boolean; readonly propose: boolean; readonly confirm: boolean };
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

const pathOf = (sheet: DestructionSheet, deed = ''): string =>
  `/office/applications/retention/${sheet.id}${deed}`;

const whyHeld = ({ held, hold_reason: reason, hold_reference: reference }: DestructionItem): string =>
  held === 'order' && reason !== null
    ? `${holdReasons[reason]}（${reference}）`
    : held === null
      ? ''
      : heldWords[held];

interface ItemsProps {
  readonly page: OfficePage;
  readonly items: readonly DestructionItem[];
  /** Each with a box to choose it by. */
  readonly choose: boolean;
  readonly held: boolean;
}

const Items = ({ page, items, choose, held }: ItemsProps) => (
  <table class="gk-table gk-cards">
    <thead>
      <tr>
        <th scope="col">编号</th>
        <th scope="col">类别</th>
        <th scope="col">办结</th>
        <th scope="col">处理结果</th>
        <th scope="col">起算日</th>
        <th scope="col">年限</th>
        {choose && <th scope="col">案卷</th>}
        {held && <th scope="col">保留的理由</th>}
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <tr>
          <th scope="row">
            {choose ? (
              <CheckBox name={`case.${item.application_id}`} label={item.number} checked={false} />
            ) : (
              <a href={page.at(`/office/applications/${item.application_id}`)}>{item.number}</a>
            )}
          </th>
          <td data-l="类别">{usualRetention[item.kind].label}</td>
          <td data-l="办结">{item.ended_on ?? '—'}</td>
          <td data-l="处理结果">{item.answer === null ? '—' : answerOf(item.answer).name}</td>
          <td data-l="起算日">{item.counted_from}</td>
          <td data-l="年限">{item.years}年</td>
          {choose && (
            <td data-l="案卷">
              <a
                href={page.at(`/office/applications/${item.application_id}`)}
                aria-label={`查看${item.number}`}
              >
                查看
              </a>
            </td>
          )}
          {held && <td data-l="保留的理由">{whyHeld(item)}</td>}
        </tr>
      ))}
    </tbody>
  </table>
);

const Going = ({ page, sheet, may, sent, faults }: DestructionPageProps) => {
  const items = sheet.items.filter(({ held }) => held === null);
  const title = `${sheet.status === 'done' ? '已销毁' : '拟销毁'}的案卷：${items.length}件`;
  if (items.length === 0 || !may.hold)
    return (
      <Panel id="going" title={title} flush>
        <Items page={page} items={items} choose={false} held={false} />
      </Panel>
    );
  return (
    <Panel id="going" title={title}>
      <Form action={page.at(pathOf(sheet, '/hold'))} fields={page.fields} label="从清单中保留">
        <Items page={page} items={items} choose held={false} />
        <p class="gk-lead">应当保留的，请勾选后写明理由：</p>
        <FieldList
          form="destruction.hold"
          fields={[
            {
              kind: 'select',
              name: 'reason',
              label: '保留的理由',
              need: true,
              options: Object.entries(holdReasons).map(([value, label]) => ({ value, label })),
              hint: '复议、诉讼没有结束的，系统已自动保留。',
            },
            {
              kind: 'text',
              name: 'reference',
              label: '要求保留的文件的文号',
              need: true,
              hint: '不要写申请人的姓名。',
            },
          ]}
          sent={sent}
          faults={faults}
        />
        <Button>保留选中的案卷</Button>
      </Form>
    </Panel>
  );
};

const Kept = ({ page, sheet, may }: DestructionPageProps) => {
  const items = sheet.items.filter(({ held }) => held !== null);
  const [ordered, others] = [
    items.filter(({ held }) => held === 'order'),
    items.filter(({ held }) => held !== 'order'),
  ];
  if (items.length === 0) return null;
  return (
    <Panel id="kept" title={`保留的案卷：${items.length}件`}>
      {others.length > 0 && <Items page={page} items={others} choose={false} held />}
      {ordered.length > 0 &&
        (may.hold ? (
          <Form action={page.at(pathOf(sheet, '/release'))} fields={page.fields} label="解除保留">
            <Items page={page} items={ordered} choose held />
            <Button>解除选中案卷的保留</Button>
          </Form>
        ) : (
          <Items page={page} items={ordered} choose={false} held />
        ))}
    </Panel>
  );
};

const Next = ({ page, sheet, may }: DestructionPageProps) => {
  const going = sheet.items.filter(({ held }) => held === null).length + sheet.loose.length;
  if (may.propose)
    return (
      <Panel id="propose" title="提请批准">
        <p>请逐件核对。提请后由审批人批准，批准前不会删除。</p>
        <Form action={page.at(pathOf(sheet, '/propose'))} fields={page.fields} label="提请批准">
          <Button weight="primary">提请销毁{going}件</Button>
        </Form>
      </Panel>
    );
  if (!may.confirm) return null;
  return (
    <Panel id="confirm" title="批准销毁">
      <p>
        批准后，{going}件的申请、请求、文书和附件立即不能打开，并且不能恢复。提请人和设定期限的人不能批准。
        <ArticleChip basis={deletionDuty} />
      </p>
      <Form
        action={page.at(pathOf(sheet, '/confirm'))}
        fields={{ ...page.fields, seen: String(going) }}
        label="批准销毁"
      >
        <CheckBox name="understood" label="我已核对清单，知道销毁后不能恢复" checked={false} />
        <Button weight="danger">批准销毁{going}件</Button>
      </Form>
    </Panel>
  );
};

/** May break after every sixteen signs. */
const Hash = ({ text }: { text: string }) => (
  <code>
    {(text.match(/.{16}/g) ?? []).map((part) => (
      <>
        {part}
        <wbr />
      </>
    ))}
  </code>
);

/** One list: what is to be deleted, what is kept and why, and who did what; once done, the 销毁清册. */
export const DestructionPage = (props: DestructionPageProps) => {
  const { page, sheet, faults } = props;
  const list = page.at('/office/applications');
  const done = sheet.status === 'done';
  const title = done ? '销毁清册' : '销毁清单';
  return (
    <OfficeFrame
      shell={page.shell}
      title={title}
      section={list}
      crumbs={[
        { label: '依申请公开', href: list },
        { label: '保管期限', href: page.at('/office/applications/retention') },
        { label: title },
      ]}
      flash={page.flash}
      {...(done
        ? {
            actions: (
              <ButtonLink href={page.at(pathOf(sheet, '/register.csv'))} icon="download">
                下载清册（CSV）
              </ButtonLink>
            ),
          }
        : {})}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="course" title="办理情况">
        <Facts
          facts={[
            ['状态', destructionStates[sheet.status][1]],
            ['列出', instantWords(sheet.drawn_at)],
            [
              '提请',
              sheet.proposed_at === null
                ? '—'
                : `${sheet.proposer ?? '—'}，${instantWords(sheet.proposed_at)}`,
            ],
            [
              '批准',
              sheet.confirmed_at === null
                ? '—'
                : `${sheet.confirmer ?? '—'}，${instantWords(sheet.confirmed_at)}`,
            ],
            ...(sheet.register_hash === null
              ? []
              : [['清册摘要（SHA-256）', <Hash text={sheet.register_hash} />] as const]),
          ]}
        />
      </Panel>
      <Going {...props} />
      <GoingLoose page={page} items={sheet.loose} done={done} />
      <Kept {...props} />
      <Next {...props} />
    </OfficeFrame>
  );
};
