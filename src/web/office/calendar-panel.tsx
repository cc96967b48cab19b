import { Button, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import type { OfficePage } from './page.ts';

interface Props {
  readonly page: OfficePage;
  readonly calendar: string | null;
}

const Change = ({
  page: { at, fields },
  active,
  words,
}: Pick<Props, 'page'> & { active: boolean; words: string }) => (
  <Form action={at('/office/me/calendar')} fields={{ ...fields, active: active ? '1' : '' }} label={words}>
    <Button weight={active ? 'plain' : 'danger'}>{words}</Button>
  </Form>
);

/** The address by which calendar programs fetch the person's due days: shown, renewed, turned off. */
export const CalendarPanel = ({ page, calendar }: Props) => (
  <div class="gk-stack">
    <p>
      把承办案件的期限订阅到手机或者电脑的日历。日历里只有编号、事项、最后一日和链接，没有申请人和申请内容。
    </p>
    {calendar === null ? (
      <Change page={page} active words="启用日历地址" />
    ) : (
      <>
        <p>
          日历地址（在日历程序中选“添加订阅日历”“通过网址添加”）：
          <br />
          <code>{calendar}</code>
        </p>
        <p>
          <a href={calendar.replace(/^https?:/, 'webcal:')}>用这台设备的日历程序打开</a>
        </p>
        <p class="gk-hint">
          知道地址的人不用登录就能看到期限，请不要转发。地址泄露或者换了手机的，请更换，原地址立即失效。
        </p>
        <Buttons>
          <Change page={page} active words="更换地址" />
          <Change page={page} active={false} words="停用" />
        </Buttons>
      </>
    )}
  </div>
);
