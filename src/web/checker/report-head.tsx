import type { CheckedReport, FileState } from '../islands/checker/model.ts';
import { formWords } from '../report/report-form.ts';
import { Tally } from './counts.tsx';
import { Path } from './file-list.tsx';

const counted = ({ file }: CheckedReport): string | null => {
  if (file.summary === null || file.summary.readCells === 0) return null;
  return `读出 ${file.summary.readCells} 格`;
};

/** Which file this is, whose report, and how many findings there are. */
export const ReportHead = ({ one }: { one: CheckedReport }) => {
  const { file, report } = one;
  const facts = [
    report.agency?.name ?? '未认出机关',
    report.year === null ? '未认出年度' : `${report.year}年`,
    formWords(report.form),
    counted(one),
  ].filter((fact) => fact !== null);
  return (
    <div class="gk-panel gk-check-head">
      <div>
        <h2>
          <Path path={file.path} />
        </h2>
        <p class="gk-muted gk-small">
          {facts.map((fact, index) => (
            <span class={index === 0 ? '' : 'gk-nw'}>{index < facts.length - 1 ? `${fact}，` : fact}</span>
          ))}
        </p>
      </div>
      {file.summary !== null && (
        <Tally counts={file.summary.counts} unreadable={file.summary.unreadableCells} />
      )}
    </div>
  );
};

/** What could not be checked of this report, and what to do about it; an empty list when all was. */
export function notChecked(one: CheckedReport): readonly string[] {
  const { report, file, previous, places } = one;
  const notes: string[] = [];
  if (report.form === null) return notes;
  const unreadable = file.summary?.unreadableCells ?? 0;
  if (unreadable > 0) notes.push(`有 ${unreadable} 格未能确定读出，没有参加核对。`);
  if (previous === null)
    notes.push(
      report.year === null
        ? '没有认出年度，上年结转等与上一年的衔接没有核对。'
        : `没有${report.year - 1}年的报告，上年结转、现行有效件数与上一年的衔接没有核对。`,
    );
  if (places === 'loading') notes.push('地名资料正在载入，正文中别处的地名稍后核对。');
  if (places === 'missing') notes.push('地名资料没有载入，正文中别处的地名没有核对。');
  return notes;
}

/** The same under the findings, with the button that adds last year's report. */
export const NotChecked = ({ one }: { one: CheckedReport }) => {
  const notes = notChecked(one);
  const { previous } = one;
  return (
    <div class="gk-small">
      {previous !== null && <p>已与同批的{previous.year}年报告核对年际衔接。</p>}
      {notes.length > 0 && (
        <>
          <strong>没有核对的</strong>
          <ul class="gk-plain">
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </>
      )}
      {previous === null && (
        <button type="button" class="btn btn-link" data-pick="files" data-mode="add">
          加入上一年的报告
        </button>
      )}
    </div>
  );
};

/** Other years of the agency in the batch, to stand beside this one: at most two. */
export const CompareYears = ({
  one,
  choices,
  beside,
}: {
  one: CheckedReport;
  choices: readonly FileState[];
  beside: readonly number[];
}) => {
  if (choices.length === 0 || one.report.form === null) return null;
  return (
    <form class="gk-compare" data-go={`report/${one.file.id}`} aria-label="与其他年度对照">
      <span>与其他年度对照（最多两年）：</span>
      {choices.slice(0, 8).map(({ id, path, summary }) => (
        <span class="form-check">
          <input
            class="form-check-input"
            type="checkbox"
            name="with"
            id={`w${id}`}
            value={String(id)}
            checked={beside.includes(id)}
          />
          <label class="form-check-label" for={`w${id}`}>
            {summary?.year ? `${summary.year}年` : path}
          </label>
        </span>
      ))}
      <button class="btn btn-outline-primary" type="submit">
        对照
      </button>
    </form>
  );
};
