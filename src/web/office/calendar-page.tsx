import type { ChangedDay, KnownYear } from '../../app/queries/calendar.ts';
import { noticeName, yearState } from '../../domain/workday/index.ts';
import type { CalendarYear } from '../../law/calendar/index.ts';
import { cite } from '../../law/citation.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { TextArea } from '../theme/text-area.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';

const offDays = (year: CalendarYear): number =>
  year.arrangements.reduce((sum, { daysOff }) => sum + daysOff.length, 0);
const workedDays = (year: CalendarYear): number =>
  year.arrangements.reduce((sum, { workdays }) => sum + workdays.length, 0);
const days = (list: readonly string[]): string =>
  list.length === 0 ? '无' : list.map((day) => day.slice(5)).join('、');

const Years = ({ years }: { years: readonly KnownYear[] }) => (
  <table class="gk-table">
    <thead>
      <tr>
        <th scope="col">年份</th>
        <th scope="col">放假的工作日</th>
        <th scope="col">调休上班</th>
        <th scope="col">依据</th>
        <th scope="col">来源</th>
      </tr>
    </thead>
    <tbody>
      {years.map(({ content, source }) => (
        <tr>
          <th scope="row">{content.year}年</th>
          <td>{offDays(content)} 天</td>
          <td>{workedDays(content)} 天</td>
          <td>{noticeName(content.notice)}</td>
          <td>{source === 'loaded' ? '已载入' : '随程序提供'}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Why it matters whether the next year is known: each due day that reaches into it. */
const NextYear = ({ page }: { page: OfficePage }) => {
  const calendar = page.context.calendar();
  const next = Math.max(...calendar.years.keys()) + 1;
  if (yearState(next, calendar) !== 'provisional') return null;
  return (
    <p>
      {next}
      年的放假通知尚未载入，期限暂按法定节假日推算，不含调休。通知发布后请及时载入，在办申请的期限会重新计算。
      <ArticleChip basis={cite('holidays', '第二条')} />
    </p>
  );
};

export interface CalendarProps {
  readonly page: OfficePage;
  readonly years: readonly KnownYear[];
  readonly mayLoad: boolean;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

/** The years known, and the form to load the next. */
export const CalendarPage = ({ page, years, mayLoad, sent, faults }: CalendarProps) => (
  <OfficeFrame
    shell={page.shell}
    title="工作日历"
    section={page.at('/office/calendar')}
    flash={page.flash}
    lead="期限按工作日计算，节假日和调休以国务院办公厅的放假通知为准"
  >
    <FormErrors errors={formErrors(faults)} />
    <NextYear page={page} />
    {mayLoad && (
      <Panel id="load" title="载入放假通知">
        <Form action={page.at('/office/calendar')} fields={page.fields} label="载入放假通知">
          <TextArea
            name="text"
            label="通知全文"
            need
            rows={8}
            maxlength={200_000}
            value={sent.text ?? ''}
            hint="从国务院办公厅网站复制通知的标题和正文，粘贴到这里。下一步先看会改变什么，再决定是否载入。"
            error={faultOf(faults, 'text')}
          />
          <Buttons>
            <Button weight="primary">下一步</Button>
          </Buttons>
        </Form>
      </Panel>
    )}
    <Panel id="years" title="已有的年份" flush>
      <Years years={years} />
    </Panel>
  </OfficeFrame>
);

const mostShown = 200;

const Changed = ({ changed }: { changed: readonly ChangedDay[] }) =>
  changed.length === 0 ? (
    <p>没有在办申请的期限改变。</p>
  ) : (
    <>
      <table class="gk-table">
        <thead>
          <tr>
            <th scope="col">申请</th>
            <th scope="col">原来的期限</th>
            <th scope="col">新的期限</th>
          </tr>
        </thead>
        <tbody>
          {changed.slice(0, mostShown).map(({ number, from, to }) => (
            <tr>
              <th scope="row">{number}</th>
              <td>{from ?? '无'}</td>
              <td>{to ?? '无'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changed.length > mostShown && <p>另有 {changed.length - mostShown} 件。</p>}
    </>
  );

const Arrangements = ({ year }: { year: CalendarYear }) => (
  <table class="gk-table">
    <thead>
      <tr>
        <th scope="col">节日</th>
        <th scope="col">放假的工作日</th>
        <th scope="col">调休上班</th>
      </tr>
    </thead>
    <tbody>
      {year.arrangements.map(({ holiday, daysOff, workdays }) => (
        <tr>
          <th scope="row">{holiday}</th>
          <td>{days(daysOff)}</td>
          <td>{days(workdays)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

interface ReadYear {
  readonly page: OfficePage;
  readonly year: CalendarYear;
  readonly changed: readonly ChangedDay[];
}

/** What the notice was read as and what it would change, before anything is. */
export const CalendarPreviewPage = ({ page, text, year, changed }: ReadYear & { readonly text: string }) => {
  const calendar = page.at('/office/calendar');
  return (
    <OfficeFrame
      shell={page.shell}
      title={`核对${year.year}年的安排`}
      section={calendar}
      crumbs={[{ label: '工作日历', href: calendar }, { label: '核对' }]}
      lead={noticeName(year.notice)}
    >
      <Panel id="days" title="读到的安排" flush>
        <Arrangements year={year} />
      </Panel>
      <Panel id="changed" title={`期限会改变的在办申请 ${changed.length} 件`} flush={changed.length > 0}>
        <Changed changed={changed} />
      </Panel>
      <Form action={page.at('/office/calendar/load')} fields={{ ...page.fields, text }} label="载入">
        <Buttons>
          <Button weight="primary">核对无误，载入</Button>
          <ButtonLink href={calendar} weight="link">
            返回，不载入
          </ButtonLink>
        </Buttons>
      </Form>
    </OfficeFrame>
  );
};

/** What was loaded, and whose days moved. */
export const CalendarTakenPage = ({ page, year, changed }: ReadYear) => {
  const calendar = page.at('/office/calendar');
  return (
    <OfficeFrame
      shell={page.shell}
      title={`已载入${year.year}年的安排`}
      section={calendar}
      crumbs={[{ label: '工作日历', href: calendar }, { label: '已载入' }]}
      lead={changed.length === 0 ? noticeName(year.notice) : '期限改变的，已通知经办人'}
    >
      <Panel id="changed" title={`期限改变的在办申请 ${changed.length} 件`} flush={changed.length > 0}>
        <Changed changed={changed} />
      </Panel>
      <Buttons>
        <ButtonLink href={calendar} weight="link">
          返回工作日历
        </ButtonLink>
      </Buttons>
    </OfficeFrame>
  );
};
