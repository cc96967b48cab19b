import type { DestructionStatus, RetentionSheet } from '../../../app/queries/retention.ts';
import {
  longestRetention,
  minimumTime,
  retentionKinds,
  shortestRetention,
  usualRetention,
} from '../../../law/retention.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Button } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Empty } from '../../theme/parts.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import { type Fault, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import { instantWords } from '../session-table.tsx';
import type { FieldDef } from './field-defs.ts';
import { FieldList } from './field-list.tsx';

interface RetentionPageProps {
  readonly page: OfficePage;
  readonly sheet: RetentionSheet;
  readonly may: { readonly setPlan: boolean; readonly draw: boolean };
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

export const destructionStates = {
  drawn: ['draft', '待核对'],
  proposed: ['waiting', '待批准'],
  done: ['done', '已销毁'],
} as const satisfies Readonly<Record<DestructionStatus, readonly [string, string]>>;

const certaintyWords = { verified: '已核对原文', fromMemory: '未核对原文', inference: '推定' } as const;

const Plan = ({ page, sheet, may, sent, faults }: RetentionPageProps) => {
  const { years, set } = sheet;
  const fields = retentionKinds.map(
    (kind): FieldDef => ({
      kind: 'number',
      name: kind,
      label: usualRetention[kind].label,
      need: true,
      unit: '年',
      value: String(years[kind]),
      hint: `${shortestRetention.years}至${longestRetention}年。默认${usualRetention[kind].years}年（${usualRetention[kind].from}起，${certaintyWords[usualRetention[kind].certainty]}）。`,
    }),
  );
  return (
    <Panel id="plan" title="保管期限">
      <p>
        归档的次年1月1日起算；经过复议、诉讼的，从最后一件结束的次年起算。只计已归档的案卷。
        <ArticleChip basis={minimumTime} />
      </p>
      <p class="gk-hint">
        默认年限：{usualRetention.answered.doubt}
        最短{shortestRetention.years}年，是行政诉讼的最长起诉期限
        <ArticleChip basis={shortestRetention.basis} />（{certaintyWords[shortestRetention.certainty]}
        ）；条文所称不动产案件的20年，不适用于公开答复（推定）。
      </p>
      <p>
        {set === null
          ? '现在适用默认年限，本机关还没有设定。'
          : `由${set.by ?? '—'}于${instantWords(set.at)}设定。`}
      </p>
      {may.setPlan ? (
        <Form
          action={page.at('/office/applications/retention')}
          fields={page.fields}
          guard
          label="设定保管期限"
        >
          <FieldList form="retention.setPlan" fields={fields} sent={sent} faults={faults} />
          <Button weight="primary">保存</Button>
        </Form>
      ) : (
        <ul>
          {retentionKinds.map((kind) => (
            <li>
              {usualRetention[kind].label}：{years[kind]}年
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

const Lists = ({ page, sheet: { lists } }: RetentionPageProps) =>
  lists.length === 0 ? (
    <Empty title="还没有销毁清单">系统每天清早列出到期的案卷，经两人核对、批准后才会删除。</Empty>
  ) : (
    <table class="gk-table gk-cards">
      <thead>
        <tr>
          <th scope="col">列出</th>
          <th scope="col">状态</th>
          <th scope="col">销毁</th>
          <th scope="col">保留</th>
          <th scope="col">批准</th>
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <tr>
            <th scope="row">
              <a href={page.at(`/office/applications/retention/${list.id}`)}>{instantWords(list.drawn_at)}</a>
            </th>
            <td data-l="状态">
              <StatusBadge state={destructionStates[list.status][0]}>
                {destructionStates[list.status][1]}
              </StatusBadge>
            </td>
            <td data-l="销毁">{list.cases}件</td>
            <td data-l="保留">{list.held}件</td>
            <td data-l="批准">{list.confirmed_at === null ? '—' : instantWords(list.confirmed_at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

const backupWords = [
  '批准时，案卷的密钥从数据库中销毁，案卷随即不能打开；附件的密文在以后的清晨任务中从磁盘删除。',
  '此前的备份仍有这些案卷的加密数据和加密的密钥，持有主密钥的人可以从备份中恢复，直到备份过期删除。定时备份按“每日、每周、每月”的份数保留（GONGKAI_BACKUP_KEEP），默认设置下最旧的一份约在一年后删除；自行复制到别处的备份不会自动删除，请由系统管理员登记并按期删除。',
  '恢复演练使用临时的数据库，演练结束即删除。如果从旧备份恢复了系统，已销毁的案卷会重新出现，并在次日清早重新列入清单，请再次批准。',
];

const Backups = () => (
  <Panel id="backups" title="备份中的数据">
    {backupWords.map((words) => (
      <p>{words}</p>
    ))}
  </Panel>
);

/** The plan of an agency, and every list of what was deleted by it. */
export const RetentionPage = (props: RetentionPageProps) => {
  const { page, sheet, may, faults } = props;
  const list = page.at('/office/applications');
  return (
    <OfficeFrame
      shell={page.shell}
      title="保管期限"
      section={list}
      crumbs={[{ label: '依申请公开', href: list }, { label: '保管期限' }]}
      lead="个人信息保管期满后，由一人提请、另一人批准，才会销毁。系统不会自行删除。"
      flash={page.flash}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="lists" title="销毁清单和清册" flush={sheet.lists.length > 0}>
        <Lists {...props} />
      </Panel>
      {may.draw && !sheet.lists.some(({ status }) => status !== 'done') && (
        <Form
          action={page.at('/office/applications/retention/draw')}
          fields={page.fields}
          label="列出到期的案卷"
        >
          <Button>现在列出到期的案卷</Button>
        </Form>
      )}
      <Plan {...props} />
      <Backups />
    </OfficeFrame>
  );
};
