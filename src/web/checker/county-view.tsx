import type { Urls } from '../http/urls.ts';
import type { BatchState, CountyFilter, CountyRow, FileState, RuleColumn } from '../islands/checker/model.ts';
import { severityWords } from '../report/pins.ts';
import { Icon } from '../theme/icons.tsx';
import { Empty, Note } from '../theme/parts.tsx';
import { countyAddress, go, reportAddress } from './addresses.ts';
import { BatchNotes, BatchWays } from './batch-notes.tsx';
import { addCounts, severities, Tally } from './counts.tsx';
import { CountyTable } from './county-table.tsx';
import { Downloads } from './downloads.tsx';
import { FailedFiles } from './file-list.tsx';

export interface CountyViewProps {
  /** How many rows the filter leaves. */
  readonly rows: number;
  readonly shown: readonly CountyRow[];
  readonly columns: readonly RuleColumn[];
  readonly failed: readonly FileState[];
  readonly filter: CountyFilter;
  readonly batch: BatchState;
  readonly urls: Urls;
}

const Filter = ({ filter, columns }: Pick<CountyViewProps, 'filter' | 'columns'>) => {
  const to = (change: Partial<CountyFilter>) => go(countyAddress({ ...filter, ...change }));
  const current = (chosen: boolean) => (chosen ? { 'aria-current': 'true' } : {});
  const rule = columns.find(({ code }) => code === filter.rule);
  return (
    <div class="gk-county-filter">
      <nav class="gk-seg gk-small" aria-label="按级别筛选">
        <a {...to({ severity: null })} {...current(filter.severity === null)}>
          全部机关
        </a>
        {severities.map((severity) => (
          <a {...to({ severity })} {...current(filter.severity === severity)}>
            有{severityWords[severity]}
          </a>
        ))}
      </nav>
      <nav class="gk-seg gk-small" aria-label="排列">
        <a {...to({ sort: 'worst' })} {...current(filter.sort === 'worst')}>
          问题多的在前
        </a>
        <a {...to({ sort: 'name' })} {...current(filter.sort === 'name')}>
          按名称
        </a>
      </nav>
      {rule !== undefined && (
        <a class="gk-chip" {...to({ rule: null })}>
          {rule.code} {rule.name}
          <Icon name="cross" />
          <span class="visually-hidden">，不再只看这条规则</span>
        </a>
      )}
    </div>
  );
};

const alikeCode = 'R014';
const alikeShown = 12;

/** Reports whose text repeats another's (国办公开办函〔2021〕30号：内容雷同). */
const Alike = ({ batch }: { batch: BatchState }) => {
  const alike = batch.files.filter(({ summary }) => (summary?.byRule[alikeCode] ?? 0) > 0);
  if (alike.length === 0) return null;
  const more = alike.length - alikeShown;
  return (
    <Note icon="info">
      <p>
        {alike.length} 份报告的文字重复或者与别的报告雷同：
        {alike.slice(0, alikeShown).map((file, index) => (
          <>
            {index > 0 && '、'}
            <a {...go(reportAddress(file.id, { rule: alikeCode }))}>{file.summary?.agency ?? file.path}</a>
          </>
        ))}
        {more > 0 && `等`}。
      </p>
    </Note>
  );
};

/** A folder of several agencies: each agency with its findings by rule, the worst first. */
export const CountyView = (props: CountyViewProps) => {
  const { rows, shown, columns, failed, filter, batch, urls } = props;
  const read = batch.files.filter(({ state }) => state === 'read');
  const counts = addCounts(read.flatMap(({ summary }) => summary?.counts ?? []));
  return (
    <>
      <BatchWays batch={batch} here="county" />
      <div class="gk-panel gk-check-head">
        <div>
          <h2>各机关检查结果</h2>
          <p class="gk-muted gk-small">
            <span class="gk-nw">{batch.files.length} 个文件，</span>
            <span class="gk-nw">
              读出 {read.length} 份报告{failed.length > 0 && `，${failed.length} 个不能读取`}
            </span>
          </p>
        </div>
        <Tally counts={counts} unreadable={null} />
      </div>
      <div class="gk-toolbar">
        <Downloads of="all" />
      </div>
      <Alike batch={batch} />
      <Filter filter={filter} columns={columns} />
      <p class="gk-muted gk-small">
        {rows}{' '}
        个机关。数字是发现的处数，空格表示没有发现；点数字看该机关的这类问题，点规则名称只看有这类问题的机关。
      </p>
      {rows === 0 ? (
        <Empty title="没有这样的机关">请换一个筛选条件。</Empty>
      ) : (
        <CountyTable shown={shown} columns={columns} chosen={filter.rule} urls={urls} />
      )}
      <FailedFiles failed={failed} />
      <BatchNotes batch={batch} />
    </>
  );
};
