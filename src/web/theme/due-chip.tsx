import { Icon, type IconName } from './icons.tsx';

/**
 * How a matter stands to its due day. `left` are days to come, 0 on the day itself; `unit` says which are counted: 工作日
 * where the law counts working days, 日 where it counts calendar days.
 */
export type Due =
  | {
      readonly kind: 'running';
      readonly left: number;
      readonly on: string;
      readonly unit: '工作日' | '日';
      /** Reckoned in a year whose holidays are not announced yet. */
      readonly provisional?: boolean;
      /** On what the day rests for the time being. */
      readonly note?: string;
    }
  | {
      readonly kind: 'overdue';
      readonly by: number;
      readonly on: string;
      readonly unit: '工作日' | '日';
      readonly note?: string;
    }
  | { readonly kind: 'paused'; readonly why: string }
  /** `on`: the day of the answer or end, null where that is not at hand; never the due day, which is still to come. */
  | { readonly kind: 'done'; readonly late: boolean; readonly on: string | null; readonly words?: string }
  | { readonly kind: 'none'; readonly words?: string };

/** Days left from which a matter counts as due soon. */
export const SOON = 5;

interface Shown {
  readonly look: 'ok' | 'soon' | 'today' | 'over' | 'paused' | 'done';
  readonly icon: IconName;
  readonly words: string;
  readonly on: string | null;
}

/** Look and words of a due day, for chips and for the cells of a workbook alike. */
export function dueWords(due: Due): Shown | null {
  switch (due.kind) {
    case 'none':
      return null;
    case 'paused':
      return { look: 'paused', icon: 'pause', words: '期限中止', on: due.why };
    case 'done': {
      const words = due.words ?? (due.late ? '逾期答复' : '按时答复');
      return { look: due.late ? 'over' : 'done', icon: due.late ? 'alert' : 'check', words, on: due.on };
    }
    case 'overdue':
      return { look: 'over', icon: 'alert', words: `超期 ${due.by} ${due.unit}`, on: due.on };
    case 'running':
      if (due.left === 0) return { look: 'today', icon: 'alert', words: '今天到期', on: due.on };
      return {
        look: due.left <= SOON ? 'soon' : 'ok',
        icon: 'clock',
        words: `还剩 ${due.left} ${due.unit}`,
        on: due.on,
      };
  }
}

const monthAndDay = (on: string, year: string): string => (on.startsWith(`${year}-`) ? on.slice(5) : on);

/** Days left, then the date; the year is left out where it is the one of `today`. */
export const DueChip = ({ due, today }: { due: Due; today: string }) => {
  const shown = dueWords(due);
  if (due.kind === 'none' || shown === null)
    return <span class="gk-muted">{(due.kind === 'none' && due.words) || '无期限'}</span>;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(shown.on ?? '');
  const note = due.kind === 'running' || due.kind === 'overdue' ? due.note : undefined;
  return (
    <>
      <span class={`gk-due gk-due--${shown.look}`}>
        <Icon name={shown.icon} />
        <b>{shown.words}</b>
        {shown.on !== null && (
          <span class="gk-due-date">
            {isDay ? <time datetime={shown.on}>{monthAndDay(shown.on, today.slice(0, 4))}</time> : shown.on}
          </span>
        )}
        {due.kind === 'running' && due.provisional && <span class="gk-due-date">暂算</span>}
      </span>
      {note !== undefined && <small class="gk-due-note">{note}</small>}
    </>
  );
};
