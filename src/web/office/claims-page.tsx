import type { ListedClaim } from '../../app/queries/claims/office-claims.ts';
import { claimResults, claimRules } from '../../law/claims.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { ButtonLink } from '../theme/buttons.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Empty } from '../theme/parts.tsx';
import { Tabs } from '../theme/tabs.tsx';
import { channelName } from './applications/words.ts';
import type { OfficePage } from './page.ts';

interface Props {
  readonly page: OfficePage;
  readonly open: boolean;
  readonly rows: readonly ListedClaim[];
  readonly next: string | null;
  readonly mayEnter: boolean;
}

const Table = ({ page: { at }, rows, open }: Props) => (
  <table class="gk-table gk-cards">
    <thead>
      <tr>
        <th scope="col">编号</th>
        <th scope="col">请求</th>
        <th scope="col">收到</th>
        <th scope="col">方式</th>
        <th scope="col">{open ? '依据' : '结果'}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, receipt_number, kind, received_on, channel, application_id, result, answered_on }) => (
        <tr>
          <th scope="row">
            <a href={at(`/office/claims/${id}`)} class="gk-nw">
              {receipt_number}
            </a>
          </th>
          <td data-l="请求">{claimRules[kind].name}</td>
          <td data-l="收到" class="gk-nw">
            {received_on}
          </td>
          <td data-l="方式">{application_id === null ? channelName(channel) : '从申请的查询页'}</td>
          <td data-l={open ? '依据' : '结果'}>
            {result === null ? (
              <ArticleChip basis={claimRules[kind].basis} />
            ) : (
              `${claimResults[result].label}，${answered_on}`
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Claims to an agency: those to be answered, or those that were. */
export const ClaimsPage = (props: Props) => {
  const { page, open, rows, next, mayEnter } = props;
  const { shell, flash, at } = page;
  return (
    <OfficeFrame
      shell={shell}
      title="更正和个人信息"
      section={at('/office/claims')}
      lead="个人、单位就与自身相关的记录提出的更正，和申请人就自己的个人信息提出的请求。不是政府信息公开申请，不计入表三。"
      flash={flash}
      {...(mayEnter
        ? {
            actions: (
              <ButtonLink href={at('/office/claims/new')} weight="primary" icon="plus">
                录入更正请求
              </ButtonLink>
            ),
          }
        : {})}
    >
      <Tabs
        label="更正和个人信息"
        tabs={[
          { label: '待答复', href: at('/office/claims'), current: open },
          { label: '已答复', href: at('/office/claims', { view: 'answered' }), current: !open },
        ]}
      />
      <Panel id="claims" title={open ? '待答复' : '已答复'} flush={rows.length > 0}>
        {rows.length === 0 ? (
          <Empty title={open ? '没有待答复的请求' : '还没有答复过请求'}>
            网上提出的会自动出现在这里；信函、当面提出的更正，请点“录入更正请求”。
          </Empty>
        ) : (
          <Table {...props} />
        )}
      </Panel>
      {next !== null && (
        <ButtonLink href={at('/office/claims', { ...(open ? {} : { view: 'answered' }), after: next })}>
          下一页
        </ButtonLink>
      )}
    </OfficeFrame>
  );
};
