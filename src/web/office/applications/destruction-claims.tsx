import type { ClaimItem } from '../../../app/queries/retention.ts';
import { claimResults, claimRules } from '../../../law/claims.ts';
import { Panel } from '../../theme/panel.tsx';
import type { OfficePage } from '../page.ts';

/** Claims on a list that stand by themselves: they go with the cases. */
export const GoingClaims = ({
  page: { at },
  claims,
  done,
}: {
  page: OfficePage;
  claims: readonly ClaimItem[];
  done: boolean;
}) =>
  claims.length === 0 ? null : (
    <Panel id="claims" title={`${done ? '已销毁' : '拟销毁'}的更正请求：${claims.length}件`} flush>
      <table class="gk-table gk-cards">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">请求</th>
            <th scope="col">收到</th>
            <th scope="col">处理结果</th>
            <th scope="col">起算日</th>
            <th scope="col">年限</th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ claim_id, number, kind, received_on, result, counted_from, years }) => (
            <tr>
              <th scope="row">{done ? number : <a href={at(`/office/claims/${claim_id}`)}>{number}</a>}</th>
              <td data-l="请求">{claimRules[kind].name}</td>
              <td data-l="收到">{received_on}</td>
              <td data-l="处理结果">{result === null ? '—' : claimResults[result].label}</td>
              <td data-l="起算日">{counted_from}</td>
              <td data-l="年限">{years}年</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
