import { ActForm } from './act-form.tsx';
import { Button } from './buttons.tsx';
import { CheckBox } from './check-box.tsx';
import { Form } from './form.tsx';
import { Icon } from './icons.tsx';
import { TextField } from './text-field.tsx';

interface Sending {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface TableViewsProps {
  readonly views: readonly { readonly id: string; readonly name: string; readonly href: string }[];
  /** The view the list came from. */
  readonly current: string | null;
  /** The list stands otherwise than that view keeps it. */
  readonly changed: boolean;
  /** Address of the list as it is by itself. */
  readonly plain: string;
  readonly keep: Sending;
  readonly update: (id: string) => Sending;
  readonly manage: string;
  /** The table is searched by what is personal, which no view keeps. */
  readonly personal: boolean;
}

const Links = ({ views, current, plain }: TableViewsProps) => (
  <ul>
    <li>
      <a href={plain} aria-current={current === null ? 'true' : undefined}>
        不用视图
      </a>
    </li>
    {views.map(({ id, name, href }) => (
      <li>
        <a href={href} aria-current={id === current ? 'true' : undefined}>
          {name}
        </a>
      </li>
    ))}
  </ul>
);

/** Lists as a person keeps them, behind `details`: open one, keep what is shown now, bring the open one up to date. */
export const TableViews = (props: TableViewsProps) => {
  const { views, current, changed, keep, update, manage, personal } = props;
  const shown = views.find(({ id }) => id === current);
  return (
    <>
      <details class="gk-drop-menu gk-keep">
        <summary class="btn btn-link">
          <span>
            视图{shown !== undefined && `：${shown.name}`}
            {changed && '（已改动）'}
          </span>
          <Icon name="down" />
        </summary>
        <div>
          {views.length > 0 && <Links {...props} />}
          <Form action={keep.action} fields={keep.fields} label="保存视图">
            <TextField
              name="name"
              id="f-view-name"
              label="把现在的筛选、排序和栏目存为"
              maxlength={20}
              hint={
                personal
                  ? '只有自己看得到。查找框里的内容不保存；名称里请不要写申请人的姓名、证件号码。'
                  : '只有自己看得到。'
              }
            />
            <CheckBox
              name="opens"
              id="f-view-opens"
              label="打开列表时就用它"
              checked={false}
              hint="以后点开这张列表，直接按它显示。"
            />
            <Button>保存</Button>
          </Form>
          {views.length > 0 && (
            <p>
              <a href={manage}>管理视图：改名、删除</a>
            </p>
          )}
        </div>
      </details>
      {changed && current !== null && (
        <ActForm class="btn btn-link" act={{ label: `更新“${shown?.name ?? ''}”`, ...update(current) }} />
      )}
    </>
  );
};
