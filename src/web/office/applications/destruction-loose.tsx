import type { LooseItem } from '../../../app/queries/retention.ts';
import { Panel } from '../../theme/panel.tsx';
import type { OfficePage } from '../page.ts';

const pathOf = ({ sort, id }: LooseItem): string =>
  sort === 'claim' ? `/office/claims/${id}` : `/office/appeals/${id}`;

/** What is on a list and belongs to no case of it: claims, reviews and suits that stand by themselves. */
export const GoingLoose = ({
  page: { at },
  items,
  done,
}: {
  page: OfficePage;
  items: readonly LooseItem[];
  done: boolean;
}) =>
  items.length === 0 ? null : (
    <Panel id="loose" title={`${done ? '已销毁' : '拟销毁'}的更正请求、复议诉讼：${items.length}件`} flush>
      <table class="gk-table gk-cards">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">类别</th>
            <th scope="col">收到</th>
            <th scope="col">处理结果</th>
            <th scope="col">起算日</th>
            <th scope="col">年限</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const name = item.number ?? item.kind;
            return (
              <tr>
                <th scope="row">{done ? name : <a href={at(pathOf(item))}>{name}</a>}</th>
                <td data-l="类别">{item.kind}</td>
                <td data-l="收到">{item.receivedOn}</td>
                <td data-l="处理结果">{item.result ?? '—'}</td>
                <td data-l="起算日">{item.countedFrom}</td>
                <td data-l="年限">{item.years}年</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
