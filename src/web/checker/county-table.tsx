import type { Urls } from '../http/urls.ts';
import type { CountyRow, FileState, RuleColumn } from '../islands/checker/model.ts';
import { pinClass, severityWords } from '../report/pins.ts';
import { countyAddress, go, here, reportAddress, yearsAddress } from './addresses.ts';
import { severities } from './counts.tsx';

/** Where a row leads: to its one report (with such findings, if a rule is given), or to the years of its agency. */
function wayOf(row: CountyRow, rule: string | null): string {
  const reports = row.reports.filter(({ summary }) => rule === null || (summary?.byRule[rule] ?? 0) > 0);
  const [only, ...more] = reports;
  return only !== undefined && more.length === 0 ? reportAddress(only.id, { rule }) : yearsAddress(row.key);
}

const yearOf = ({ summary, path }: FileState): string => (summary?.year ? String(summary.year) : path);

const Row = ({ row, columns }: { row: CountyRow; columns: readonly RuleColumn[] }) => (
  <tr>
    <th scope="row">
      <a {...go(wayOf(row, null))}>{row.name}</a>
      <small>
        {row.reports.length === 1 && <span>{yearOf(row.reports[0]!)}</span>}
        {row.reports.length > 1 &&
          row.reports.map((file) => <a {...go(reportAddress(file.id))}>{yearOf(file)}</a>)}
      </small>
    </th>
    {severities.map((severity) => (
      <td class={row.counts[severity] === 0 ? 'n z' : `n s-${severity}`}>{row.counts[severity]}</td>
    ))}
    {columns.map(({ code, name, severity }) => {
      const count = row.byRule[code] ?? 0;
      return (
        <td class="r">
          {count > 0 && (
            <a
              class={`gk-pin${pinClass[severity]}`}
              href={here}
              data-go={wayOf(row, code)}
              aria-label={`${row.name}，${name} ${count} 处`}
            >
              {count}
            </a>
          )}
        </td>
      );
    })}
  </tr>
);

/** Rows of the county table, also appended to it in pieces. */
export const CountyRows = ({
  rows,
  columns,
}: {
  rows: readonly CountyRow[];
  columns: readonly RuleColumn[];
  urls: Urls;
}) => (
  <>
    {rows.map((row) => (
      <Row row={row} columns={columns} />
    ))}
  </>
);

/** Agencies by rules with the number of findings; a head narrows the table to its rule. */
export const CountyTable = ({
  shown,
  columns,
  chosen,
  urls,
}: {
  shown: readonly CountyRow[];
  columns: readonly RuleColumn[];
  chosen: string | null;
  urls: Urls;
}) => (
  <>
    <p class="gk-swipe">左右滑动查看全表</p>
    <section class="gk-scroll gk-scroll--county" aria-label="各机关检查结果" tabindex={0}>
      <table class="gk-table gk-county">
        <caption class="visually-hidden">各机关按规则列出的问题数，空格表示没有发现</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            {severities.map((severity) => (
              <th scope="col" class="n">
                {severityWords[severity]}
              </th>
            ))}
            {columns.map(({ code, name, agencies }) => (
              <th scope="col" class="r" {...(code === chosen ? { 'aria-current': 'true' } : {})}>
                <a
                  {...go(countyAddress({ rule: code === chosen ? null : code }))}
                  title={`${code} ${name}：${agencies} 个机关`}
                >
                  <span>{name}</span>
                  <code>{code}</code>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody id="check-rows">
          <CountyRows rows={shown} columns={columns} urls={urls} />
        </tbody>
      </table>
    </section>
  </>
);
