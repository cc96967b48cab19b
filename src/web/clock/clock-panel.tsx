import type { Clock } from '../../domain/application/clock.ts';
import type { History } from '../../domain/application/history.ts';
import { weekdayName } from '../../domain/workday/index.ts';
import { deadlines } from '../../law/deadlines.ts';
import { basisWords, longDay, stateWords } from './words.ts';

const Headline = ({ clock }: { clock: Clock }) => {
  if (clock.state === 'abandoned')
    return (
      <p class="gk-lead">
        <strong>期限届满未补正或未缴费，视为放弃申请，不再处理</strong>
      </p>
    );
  if (clock.due === null)
    return (
      <p class="gk-lead">
        <strong>{stateWords[clock.state]}</strong>，现在还不能推算最后一天，已用 {clock.used} 个工作日
      </p>
    );
  return (
    <p class="gk-lead">
      最迟 <strong class="gk-nw">{longDay(clock.due)}</strong>
      <span class="gk-nw">（{weekdayName(clock.due)}）答复，</span>
      <strong class="gk-nw">
        {clock.state === 'overdue'
          ? '已超期'
          : clock.state === 'answered'
            ? clock.late
              ? '答复已逾期'
              : '已按期答复'
            : `还剩 ${clock.left} 个工作日`}
      </strong>
    </p>
  );
};

/** A box a working day of the period; those gone by are filled. */
const Steps = ({ used, length }: { used: number; length: number }) => (
  <div class="gk-steps" role="img" aria-label={`${length} 个工作日中已用 ${Math.min(used, length)} 个`}>
    {Array.from({ length }, (_, n) => (
      <i {...(n < used - 1 ? { class: 'on' } : n === used - 1 ? { class: 'now' } : {})} />
    ))}
  </div>
);

/** How the clock stands: the last day, days used and left, and what is wrong or unsure about it. */
export const ClockPanel = ({ clock, history }: { clock: Clock; history: History }) => {
  const length = deadlines.answer.workdays + (history.periods.at(-1)!.extension ?? 0);
  return (
    <>
      <Headline clock={clock} />
      <Steps used={clock.used} length={length} />
      <p class="gk-muted gk-small">
        {`截至 ${clock.on}：${stateWords[clock.state]}，${length} 个工作日，已用 ${clock.used} 个。`}
        <span class="gk-art">{basisWords(deadlines.answer.basis)}</span>
      </p>
      {clock.provisional && (
        <p class="gk-note gk-note--soon">
          其中有日期所在年份的放假通知尚未公布，按法定节假日暂算，公布后重新计算。
        </p>
      )}
      {clock.warnings.map(({ message, basis }) => (
        <p class="gk-note gk-note--soon">
          {message}
          <span class="gk-art">{basisWords(basis)}</span>
        </p>
      ))}
    </>
  );
};
