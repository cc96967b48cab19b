import type { PreviewedCase, TakeoverPreview } from '../../../app/queries/applications/takeover-preview.ts';
import { annualReport2021 } from '../../../law/forms/index.ts';
import { Button, ButtonLink, Buttons } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { KeyFigures } from '../../theme/key-figures.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Note, ScrollRegion } from '../../theme/parts.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import { DueCell } from '../applications/case-cells.tsx';
import { dueOf, stateOf, stepWords } from '../applications/words.ts';
import type { OfficePage } from '../page.ts';
import { takeoverPath } from './takeover-page.tsx';

interface Props {
  readonly page: OfficePage;
  readonly preview: TakeoverPreview;
  readonly today: string;
}

const cell = (row: string) => `applications.${row}.total`;

const Figures = ({ preview: { counts, total, overdue, late } }: Props) => (
  <KeyFigures
    label="本次移入"
    figures={[
      { label: '移入', value: total, unit: '件', href: null },
      { label: `${counts.year}年新收`, value: counts.taken[cell('received')]!, unit: '件', href: null },
      { label: '上年结转', value: counts.taken[cell('carriedIn')]!, unit: '件', href: null },
      {
        label: '已经超期',
        value: overdue,
        unit: '件',
        href: null,
        ...(overdue > 0 ? { tone: 'over' as const } : {}),
      },
      {
        label: '逾期答复',
        value: late,
        unit: '件',
        href: null,
        ...(late > 0 ? { tone: 'soon' as const } : {}),
      },
    ]}
  />
);

/** 结转 of this year is what the report of the year before carried over (CNT-7). */
const Carried = ({ preview: { counts } }: Props) => {
  const { year, carriedBefore, after } = counts;
  const carried = after[cell('carriedIn')]!;
  if (carriedBefore === null || carriedBefore === carried) return null;
  return (
    <Note icon="alert" tone="soon">
      <p>
        {year - 1}年年度报告“结转下年度继续办理”是 {carriedBefore} 件，移入后“上年结转”是 {carried}{' '}
        件，两者应当相等。请核对往年收到的申请是否漏填、多填，或者收到日期是否有误。
      </p>
    </Note>
  );
};

const CaseRow = ({ page, row, today }: { page: OfficePage; row: PreviewedCase; today: string }) => {
  const { state, clock, summary, line } = row;
  return (
    <tr>
      <th scope="row" class="gk-nw">
        {state.number}
        <small class="gk-muted"> 第 {line} 行</small>
      </th>
      <td data-l="申请">
        <span>
          {summary.title} <small class="gk-muted">{summary.applicant}</small>
        </span>
      </td>
      <td data-l="收到" class="gk-nw">
        {state.receivedOn}
      </td>
      <td data-l="状态">
        <StatusBadge state={stateOf(state.phase)}>{stepWords(state.phase, state.waitingFor)}</StatusBadge>
      </td>
      <td data-l="期限">
        <div>
          <DueCell due={dueOf(clock, page.context.calendar(), state.endedOn)} today={today} />
          {clock.warnings.map(({ message }) => (
            <p class="gk-hint">{message}</p>
          ))}
        </div>
      </td>
    </tr>
  );
};

const Pager = ({ page: { at }, preview }: Props) => {
  const { page, pages, total } = preview;
  const to = (number: number) => at(`${takeoverPath}/preview`, { page: String(number) });
  return (
    <nav class="gk-pages" aria-label="案件翻页">
      <span>
        第 {page} 页，共 {pages} 页、{total.toLocaleString('en')} 件
      </span>
      {pages > 1 && (
        <span class="gk-btns">
          {page > 1 && (
            <a class="btn btn-outline-primary" rel="prev" href={to(page - 1)}>
              上一页
            </a>
          )}
          {page < pages && (
            <a class="btn btn-outline-primary" rel="next" href={to(page + 1)}>
              下一页
            </a>
          )}
        </span>
      )}
    </nav>
  );
};

const Cases = (props: Props) => (
  <Panel id="cases" title="逐件核对" flush foot={<Pager {...props} />}>
    <table class="gk-table gk-cards">
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">申请</th>
          <th scope="col">收到</th>
          <th scope="col">状态</th>
          <th scope="col">期限</th>
        </tr>
      </thead>
      <tbody>
        {props.preview.cases.map((row) => (
          <CaseRow page={props.page} row={row} today={props.today} />
        ))}
      </tbody>
    </table>
  </Panel>
);

const Counts = ({ preview: { counts } }: Props) => {
  const { applicationRows } = annualReport2021;
  const shown = applicationRows.filter(({ id }) => (counts.after[cell(id)] ?? 0) > 0);
  return (
    <Panel id="counts" title={`表三（${counts.year}年，截至今天）`} flush>
      <ScrollRegion label="对表三的影响">
        <table class="gk-table">
          <thead>
            <tr>
              <th scope="col">情形（总计）</th>
              <th scope="col" class="n">
                现有
              </th>
              <th scope="col" class="n">
                本次移入
              </th>
              <th scope="col" class="n">
                移入后
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, label, group }) => (
              <tr>
                <th scope="row" class="gk-rowname">
                  {group !== null && <small class="gk-muted">{group} </small>}
                  {label}
                </th>
                <td class="n">{counts.before[cell(id)]}</td>
                <td class="n">{counts.taken[cell(id)]}</td>
                <td class="n">{counts.after[cell(id)]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
};

const Take = ({ page: { at, fields }, preview }: Props) => (
  <Panel id="take" title="第三步 移入">
    <p>
      确认后 {preview.total.toLocaleString('en')} 件一次移入，由您承办，可以再移交。下一件新登记的编号是{' '}
      <b>{preview.nextNumber}</b>。
    </p>
    <div class="gk-stack">
      <Form action={at(`${takeoverPath}/take`)} fields={{ ...fields, draft: preview.draftId }} label="移入">
        <Buttons>
          <Button weight="primary">移入这 {preview.total.toLocaleString('en')} 件</Button>
          <ButtonLink href={at(takeoverPath)} weight="link">
            改正后重新上传
          </ButtonLink>
        </Buttons>
      </Form>
      <Form action={at(`${takeoverPath}/drop`)} fields={fields} label="放弃">
        <Button weight="danger">放弃并删除这份文件</Button>
      </Form>
    </div>
  </Panel>
);

/** Each case with its clock, what it makes of table 三, and the act that takes them all. */
export const TakeoverPreviewPage = (props: Props) => {
  const { page, preview } = props;
  const list = page.at('/office/applications');
  return (
    <OfficeFrame
      shell={page.shell}
      title="核对移入的案件"
      section={list}
      crumbs={[
        { label: '依申请公开', href: list },
        { label: '移入案件', href: page.at(takeoverPath) },
        { label: '核对' },
      ]}
      lead="还没有移入。请核对期限和统计，确认后才写入。"
    >
      <Figures {...props} />
      {preview.overdue > 0 && (
        <Note icon="alert" tone="over">
          <p>
            有 {preview.overdue}{' '}
            件按所填日期已经超过答复期限，排在最前。请先核对收到日期、延期和征求意见的日期是否漏填。
          </p>
        </Note>
      )}
      <Carried {...props} />
      <Cases {...props} />
      <Counts {...props} />
      <Take {...props} />
    </OfficeFrame>
  );
};
