import { clockEventNames } from '../../domain/application/events.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { deadlines } from '../../law/deadlines.ts';
import { AccountTable } from '../clock/account-table.tsx';
import { ClockPanel } from '../clock/clock-panel.tsx';
import { Months } from '../clock/months.tsx';
import { basisWords } from '../clock/words.ts';
import { Icon } from '../theme/icons.tsx';
import { Layout } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { Breadcrumb } from '../theme/parts.tsx';
import { deadlineColumn } from './columns.ts';
import {
  type DeadlineAnswer,
  type DeadlineForm,
  type EventLine,
  enterable,
  leastLines,
} from './deadline-input.ts';

export interface DeadlinePageProps {
  readonly frame: Frame;
  readonly form: DeadlineForm;
  readonly answer: DeadlineAnswer | null;
  /** Address of the due day for a calendar program; null where there is none. */
  readonly ics: string | null;
}

const Refused = ({ refusal }: { refusal: Refusal }) => (
  <div class="gk-errsum" role="alert">
    <h2>没有算出期限</h2>
    <p>
      {refusal.message}
      {refusal.article !== null && <span class="gk-art">{basisWords(refusal.article)}</span>}
    </p>
    <p>
      <a href="#received">回到填写的日期</a>
    </p>
  </div>
);

const DayField = ({
  id,
  name,
  label,
  value,
  hint,
}: Readonly<Record<'id' | 'name' | 'label' | 'value' | 'hint', string>>) => (
  <div class="gk-field">
    <label class="gk-label" for={id}>
      {label}
    </label>
    <p class="gk-hint" id={`${id}-h`}>
      {hint}
    </p>
    <input class="form-control" id={id} name={name} type="date" value={value} aria-describedby={`${id}-h`} />
  </div>
);

const empty: EventLine = { type: '', on: '', due: '', days: '' };

const Line = ({ line, number }: { line: EventLine; number: number }) => (
  <fieldset class="gk-eventline">
    <legend class="visually-hidden">第{number}件事</legend>
    <label>
      <span>发生了什么</span>
      <select class="form-select" name="type">
        <option value="">—</option>
        {enterable.map((type) => (
          <option value={type} {...(type === line.type ? { selected: true } : {})}>
            {clockEventNames[type]}
          </option>
        ))}
      </select>
    </label>
    <label>
      <span>哪一天</span>
      <input class="form-control" name="day" type="date" value={line.on} />
    </label>
    <label>
      <span>告知的截止日（补正、延迟答复）</span>
      <input class="form-control" name="due" type="date" value={line.due} />
    </label>
    <label>
      <span>延长几日（延期）</span>
      <input class="form-control" name="days" type="number" min={1} max={20} value={line.days} />
    </label>
  </fieldset>
);

const Form = ({ frame, form }: { frame: Frame; form: DeadlineForm }) => {
  const lines = [...form.lines, ...Array<EventLine>(leastLines).fill(empty)];
  return (
    <form class="gk-panel" action={frame.urls.deadline()} aria-labelledby="ask">
      <div class="gk-panel-h">
        <h2 id="ask">填写日期</h2>
      </div>
      <div class="gk-panel-b">
        <div class="gk-two">
          <DayField
            id="received"
            name="received"
            label="收到申请之日"
            value={form.received}
            hint="当面提交为提交之日，挂号信为签收之日，网上和传真为双方确认之日（条例第三十一条）。"
          />
          <DayField
            id="on"
            name="on"
            label="算到哪一天"
            value={form.on}
            hint="不填时，未办结的算到今天，已办结的算到办结之日。"
          />
        </div>
        <details class="gk-more" {...(form.lines.length > 0 ? { open: true } : {})}>
          <summary>补正、征求意见、延期、收费等（没有可不填）</summary>
          {lines.map((line, index) => (
            <Line line={line} number={index + 1} />
          ))}
          <p class="gk-hint">不够填时先计算一次，会再多出{leastLines}行。填写的顺序不影响结果。</p>
        </details>
        <div class="gk-btns">
          <button class="btn btn-primary" type="submit">
            计算期限
          </button>
          <a class="btn btn-outline-primary" href={frame.urls.deadline()}>
            清空
          </a>
        </div>
      </div>
    </form>
  );
};

const Answer = ({ answer, ics }: { answer: Exclude<DeadlineAnswer, Refusal>; ics: string | null }) => {
  const { clock, history } = answer.reckoning;
  return (
    <>
      <section class="gk-panel" aria-labelledby="dl">
        <div class="gk-panel-h">
          <h2 id="dl">答复期限</h2>
          {ics !== null && (
            <a class="gk-small" href={ics}>
              <Icon name="download" />
              存入日历
            </a>
          )}
        </div>
        <div class="gk-panel-b">
          <ClockPanel clock={clock} history={history} />
          <Months days={answer.days} due={clock.due} on={clock.on} />
        </div>
      </section>
      <section class="gk-panel" aria-labelledby="acc">
        <div class="gk-panel-h">
          <h2 id="acc">逐日计算</h2>
        </div>
        <AccountTable days={answer.days} />
      </section>
    </>
  );
};

const Help = ({ frame }: { frame: Frame }) => (
  <aside class="gk-panel" aria-labelledby="how">
    <div class="gk-panel-h">
      <h2 id="how">怎样计算</h2>
    </div>
    <div class="gk-panel-b gk-text">
      <p>
        收到当日不计，自下一个工作日起算第 1 日，{deadlines.answer.workdays}{' '}
        个工作日内答复；经批准可延长一次，最多 {deadlines.extensionAtMost.workdays} 个工作日。
      </p>
      <p>周末和节假日不计，调休上班日计入，按国务院办公厅每年的放假通知。</p>
      <p>征求第三方、共同制作机关和其他机关意见的时间不计入。</p>
      <p>要求补正的，收到补正后重新起算；收取信息处理费的，缴费后重新起算。</p>
      <p>
        <a href={frame.urls.law('tiaoli2019', 33)}>条例第三十三条</a>
      </p>
    </div>
  </aside>
);

/** 依申请公开期限计算: the form, and beneath it the last day with its account day by day. */
export const DeadlinePage = ({ frame, form, answer, ics }: DeadlinePageProps) => (
  <Layout
    frame={frame}
    title="依申请公开期限计算"
    column={deadlineColumn(frame.site)}
    canonical={frame.urls.deadline()}
    current="deadline"
  >
    <div class="gk-wrap">
      <Breadcrumb crumbs={[{ label: '首页', href: frame.urls.home() }, { label: '期限计算' }]} />
      <div class="gk-doc-h">
        <h1>依申请公开期限计算</h1>
        <p class="meta">
          <span>逐日说明哪天计入、哪天不计、依据哪一条。填写的内容不保存。</span>
        </p>
      </div>
      <div class="gk-cols">
        <div>
          {answer !== null && isRefusal(answer) && <Refused refusal={answer} />}
          {answer !== null && !isRefusal(answer) && <Answer answer={answer} ics={ics} />}
          <Form frame={frame} form={form} />
        </div>
        <Help frame={frame} />
      </div>
    </div>
  </Layout>
);
