import type { Cells } from '../../domain/annual/report.ts';
import type { Urls } from '../http/urls.ts';
import type { BatchState, CheckedReport, CountyRow } from '../islands/checker/model.ts';
import { showCell } from '../report/cell-view.ts';
import { FindingItem, ruleName } from '../report/finding-item.tsx';
import { type Pin, pinClass } from '../report/pins.ts';
import { formWords } from '../report/report-form.ts';
import { Badge, ScrollRegion } from '../theme/parts.tsx';
import { go, here, reportAddress } from './addresses.ts';
import { BatchNotes, BatchWays } from './batch-notes.tsx';
import { addCounts, CountBadges, Tally } from './counts.tsx';
import { Downloads } from './downloads.tsx';

/** Rules that hold a year against the one before it. */
const betweenYears: ReadonlySet<string> = new Set(['R204', 'R208', 'R209', 'R304']);

/** What is followed over the years; the first two rows carry on into each other. */
const followed: readonly (readonly [label: string, id: string])[] = [
  ['上年结转', 'applications.carriedIn.total'],
  ['本年新收', 'applications.received.total'],
  ['办理结果总计', 'applications.concluded.total'],
  ['结转下年度', 'applications.carriedOut.total'],
  ['行政规范性文件 制发', 'disclosure.normative.issued'],
  ['行政规范性文件 废止', 'disclosure.normative.repealed'],
  ['行政规范性文件 现行有效', 'disclosure.normative.inForce'],
  ['行政复议 总计', 'appeals.review.total'],
];

const acrossYears = ({ pins }: CheckedReport): readonly Pin[] =>
  pins.filter(({ finding }) => betweenYears.has(finding.code));

/** Whether a cell is the figure followed or, of a total, one of the columns it sums up. */
const sameFigure = (id: string) => (cell: string) =>
  cell === id || (id.endsWith('.total') && cell.startsWith(id.slice(0, -'total'.length)));

const Figure = ({ one, id }: { one: CheckedReport; id: string }) => {
  const cells: Cells = one.report.cells;
  const cell = cells[id];
  if (cell === undefined)
    return (
      <td class="n z">
        —<span class="visually-hidden">（该年度的版式没有这一格）</span>
      </td>
    );
  const view = showCell(cell, true);
  const pins = acrossYears(one).filter(({ finding }) => finding.cells.some(sameFigure(id)));
  return (
    <td class={view.zero ? 'n z' : 'n'} {...(view.reason === null ? {} : { title: view.reason })}>
      {pins.map(({ number, finding }) => (
        <a
          class={`gk-pin${pinClass[finding.severity]}`}
          href={here}
          data-go={reportAddress(one.file.id, {}, [], `f${number}`)}
          aria-label={`${ruleName(finding)} ${number}，看检查结果`}
        >
          {number}
        </a>
      ))}{' '}
      {view.text}
      {view.word !== null && <span class="visually-hidden">（{view.reason}）</span>}
    </td>
  );
};

const Followed = ({ reports }: { reports: readonly CheckedReport[] }) => {
  const oldestFirst = [...reports].filter(({ report }) => report.year !== null).reverse();
  return (
    <ScrollRegion label="逐年主要数据">
      <table class="gk-table gk-matrix">
        <caption class="visually-hidden">逐年主要数据（件）</caption>
        <thead>
          <tr>
            <th scope="col">件数</th>
            {oldestFirst.map(({ report }) => (
              <th scope="col" class="n">
                {report.year}年
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {followed.map(([label, id]) => (
            <tr>
              <th scope="row">{label}</th>
              {oldestFirst.map((one) => (
                <Figure one={one} id={id} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};

const Years = ({ reports }: { reports: readonly CheckedReport[] }) => (
  <ul class="gk-panel gk-files">
    {reports.map(({ file, report, previous }) => (
      <li class="gk-file">
        <span class="name">
          <a {...go(reportAddress(file.id))}>{report.year === null ? file.path : `${report.year}年`}</a>
        </span>
        <span class="whose">
          {formWords(report.form)}
          {previous !== null && `，已与${previous.year}年核对`}
        </span>
        <span class="state">{file.summary !== null && <CountBadges counts={file.summary.counts} />}</span>
      </li>
    ))}
  </ul>
);

/** The findings between years of all reports; each leads into its report, where its place is marked. */
const Between = ({ reports, urls }: { reports: readonly CheckedReport[]; urls: Urls }) => {
  const found = reports.filter((one) => acrossYears(one).length > 0);
  if (found.length === 0)
    return (
      <p>
        <Badge tone="ok" icon="check">
          {reports.some(({ previous }) => previous !== null)
            ? '相邻年度之间没有发现问题'
            : '没有相邻的年度，年际衔接没有核对'}
        </Badge>
      </p>
    );
  return (
    <>
      {found.map((one) => (
        <section class="gk-panel" aria-label={`${one.report.year}年与上一年`}>
          <div class="gk-panel-h">
            <h3>
              {one.report.year}年与{(one.report.year ?? 0) - 1}年
            </h3>
            <a class="gk-small" {...go(reportAddress(one.file.id))}>
              看{one.report.year}年报告
            </a>
          </div>
          <ul>
            {acrossYears(one).map((pin) => (
              <FindingItem
                pin={pin}
                way={go(reportAddress(one.file.id, {}, [], `m${pin.number}`))}
                manner={{ urls, stay: true }}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

/** Several years of one agency: what each has, and what does not carry on from one to the next. */
export const YearsView = ({
  row,
  reports,
  batch,
  urls,
}: {
  row: CountyRow;
  reports: readonly CheckedReport[];
  batch: BatchState;
  urls: Urls;
}) => {
  const [newest, ...older] = reports.filter(({ report }) => report.form !== null);
  const beside = older.slice(0, 2).map(({ file }) => file.id);
  return (
    <>
      <BatchWays batch={batch} here="years" />
      <div class="gk-panel gk-check-head">
        <div>
          <h2>{row.name}</h2>
          <p class="gk-muted gk-small">{reports.length} 份年度报告</p>
        </div>
        <Tally
          counts={addCounts(row.reports.flatMap(({ summary }) => summary?.counts ?? []))}
          unreadable={null}
        />
      </div>
      <div class="gk-toolbar">
        <Downloads of="all" />
        {newest !== undefined && beside.length > 0 && (
          <a class="btn btn-outline-primary" {...go(reportAddress(newest.file.id, {}, beside))}>
            并列看全表
          </a>
        )}
      </div>
      <Years reports={reports} />
      <h2 class="gk-h2">年际衔接</h2>
      <Followed reports={reports} />
      <div class="gk-between">
        <Between reports={reports} urls={urls} />
      </div>
      <BatchNotes batch={batch} />
    </>
  );
};
