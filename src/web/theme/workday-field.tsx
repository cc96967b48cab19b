import type { Calendar } from '../../domain/workday/index.ts';
import { controlAttributes, Field, type FieldProps, fieldId } from './field.tsx';
import { Icon } from './icons.tsx';
import { type DayMark, otherMonth, WorkdayMonth } from './workday-month.tsx';

export interface WorkdayFieldProps extends FieldProps {
  readonly value: string | null;
  readonly min?: string;
  readonly max?: string;
  readonly calendar: Calendar;
  readonly today: string;
  readonly marks?: readonly DayMark[];
  /** Answers `?month=YYYY-MM` with that month's markup; asked by the script only. */
  readonly source: string;
}

/**
 * A day, with the working days in sight. Without script the day is typed and the months are to be looked at; with
 * script a day is chosen from them.
 */
export const WorkdayField = (props: WorkdayFieldProps) => {
  const { value, calendar, today, marks = [] } = props;
  const month = (value ?? today).slice(0, 7);
  const shown = { calendar, today, value, marks };
  return (
    <Field {...props}>
      <div class="gk-picker" data-picker={props.source} data-control={fieldId(props)}>
        <input
          class="form-control gk-w-short"
          type="date"
          value={value ?? ''}
          min={props.min}
          max={props.max}
          {...controlAttributes(props)}
        />
        <details>
          <summary class="btn btn-outline-primary">
            <Icon name="calendar" />
            工作日历
          </summary>
          <div class="gk-picker-box">
            <div data-months>
              <WorkdayMonth month={month} {...shown} />
              <WorkdayMonth month={otherMonth(month, 1)} {...shown} />
            </div>
            <ul class="gk-key" aria-label="图例">
              <li>
                <i aria-hidden="true" class="w" />
                工作日
              </li>
              <li>
                <i class="r" aria-hidden="true" />
                休息日、节假日
              </li>
              {marks.length > 0 && (
                <li>
                  <i class="d" aria-hidden="true" />
                  到期
                </li>
              )}
            </ul>
          </div>
        </details>
      </div>
    </Field>
  );
};
