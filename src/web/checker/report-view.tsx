import { formOfYear } from '../../law/forms/index.ts';
import type { Urls } from '../http/urls.ts';
import type { BatchState, CheckedReport, FileState, ReportFilter } from '../islands/checker/model.ts';
import { FindingsPanel } from '../report/findings-panel.tsx';
import type { TextMark } from '../report/pins.ts';
import { MarkedLine, Prose } from '../report/prose.tsx';
import { ReportBody } from '../report/report-body.tsx';
import { formOf } from '../report/report-form.ts';
import { shownPlaces } from '../report/shown-places.ts';
import { ViewSwitch } from '../report/view-switch.tsx';
import { Icon } from '../theme/icons.tsx';
import { go, reportAddress } from './addresses.ts';
import { BatchWays } from './batch-notes.tsx';
import { Downloads } from './downloads.tsx';
import { FindingFilter, filtered } from './report-filter.tsx';
import { CompareYears, NotChecked, ReportHead } from './report-head.tsx';

export interface ReportViewProps {
  readonly one: CheckedReport;
  /** Other years shown beside it, newest first, at most two. */
  readonly others: readonly CheckedReport[];
  /** All other years of the agency in the batch. */
  readonly choices: readonly FileState[];
  readonly filter: ReportFilter;
  readonly batch: BatchState;
  readonly urls: Urls;
  /** Key of the agency in the batch where it has several years there. */
  readonly agencyKey?: string | null;
}

const Clean = ({ one }: { one: CheckedReport }) => (
  <div class="gk-check-clean">
    <Icon name="check" />
    <div>
      <strong>没有发现问题</strong>
      <p>表内各栏相加相符，正文与表格相符，结构和写法符合格式。</p>
      <p class="gk-muted gk-small">
        检查只看文件本身{one.previous === null ? '' : '和上一年的报告'}
        ，数字与实际是否一致，由本机关对照登记台账核对。
      </p>
    </div>
  </div>
);

/** What stands before or after the report's parts, as printed. */
const Around = ({
  part,
  one,
  marks,
}: {
  part: 'preamble' | 'closing';
  one: CheckedReport;
  marks: readonly TextMark[];
}) => {
  const text = one.around?.[part] ?? '';
  if (text === '') return null;
  return (
    <div class={`gk-paper-${part}`}>
      <Prose text={text} marks={marks.filter(({ section }) => section === part)} />
    </div>
  );
};

const Paper = ({ one, others, filter, beside }: ReportViewProps & { beside: readonly number[] }) => {
  const { report } = one;
  const form = formOf(report);
  const pins = filtered(one.pins, filter);
  const numbers = new Set(pins.map(({ number }) => number));
  const shell = form ?? (report.form === null || report.year === null ? null : formOfYear(report.year));
  const marks = one.marks.filter(({ pin }) => numbers.has(pin.number));
  const title = one.around?.title ?? '';
  return (
    <article class="gk-paper gk-doc" id="report" aria-label="报告原文">
      <h2 class="gk-paper-t">
        {title === '' ? (
          <span class="gk-muted">没有认出标题</span>
        ) : (
          <MarkedLine text={title} marks={marks.filter(({ section }) => section === 'title')} />
        )}
      </h2>
      <Around part="preamble" one={one} marks={marks} />
      <ReportBody
        report={report}
        form={shell}
        tables={form !== null}
        gridYears={[one, ...others].map((each) => ({
          year: each.report.year ?? 0,
          cells: each.report.cells,
        }))}
        pins={pins}
        marks={marks}
        totalOnly={filter.total}
        keyFigures={false}
        overApplications={
          <ViewSwitch
            totalOnly={filter.total}
            link={(view) =>
              go(reportAddress(one.file.id, { ...filter, total: view === 'total' }, beside, 'applications'))
            }
          />
        }
      />
      <Around part="closing" one={one} marks={marks} />
    </article>
  );
};

/** A checked report as a page: its findings, each with its place, and the report itself with those places marked. */
export const ReportView = (props: ReportViewProps) => {
  const { one, others, choices, filter, batch, urls } = props;
  const beside = others.map(({ file }) => file.id);
  const pins = filtered(one.pins, filter);
  const shown = shownPlaces(one.report, formOf(one.report), pins, one.marks);
  return (
    <>
      <BatchWays batch={batch} here="report" agencyKey={props.agencyKey ?? null} />
      <ReportHead one={one} />
      <div class="gk-toolbar">
        <Downloads of={one.file.id} />
      </div>
      <CompareYears one={one} choices={choices} beside={beside} />
      <div class="gk-cols gk-cols--find">
        <FindingsPanel
          pins={pins}
          shown={shown}
          manner={{ urls, stay: true }}
          filter={one.pins.length === 0 ? '' : <FindingFilter one={one} filter={filter} beside={beside} />}
          foot={one.report.form === null ? '' : <NotChecked one={one} />}
          empty={
            one.pins.length === 0 ? <Clean one={one} /> : <p class="gk-panel-b">这样筛选没有问题可列。</p>
          }
        />
        <Paper {...props} beside={beside} />
      </div>
    </>
  );
};
