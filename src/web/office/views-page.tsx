import type { KeptView } from '../../app/queries/table-views.ts';
import { mostViews, type ViewedList } from '../../app/views/view-input.ts';
import { Button, Buttons } from '../theme/buttons.tsx';
import { CheckBox } from '../theme/check-box.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Empty } from '../theme/parts.tsx';
import { filterWords } from '../theme/table-chips.tsx';
import { tableState } from '../theme/table-state.ts';
import { TextField } from '../theme/text-field.tsx';
import { type Fault, faultOf } from './faults.ts';
import { viewAddress } from './kept-views.tsx';
import { keptQuery, listedTables } from './listed-tables.ts';
import type { OfficePage, Sent } from './page.ts';

export interface ViewsPageProps {
  readonly page: OfficePage;
  readonly list: ViewedList;
  readonly views: readonly KeptView[];
  /** A form that was refused, and of which view; null for a new one. */
  readonly refused: {
    readonly sent: Sent;
    readonly viewId: string | null;
    readonly faults: readonly Fault[];
  } | null;
}

/** What a view shows, in the words of the list. */
function contents(page: OfficePage, list: ViewedList, { query }: KeptView): string {
  const definition = listedTables[list].definition(page);
  const state = tableState(definition, keptQuery(page, list, query));
  const filters = filterWords(definition, state);
  const sorted = definition.columns.find(({ id }) => id === state.sort.column)?.label;
  return [
    filters.length === 0 ? '不筛选' : filters.join('；'),
    ...(sorted === undefined || state.sort.column === definition.sort.column
      ? []
      : [`按${sorted}${state.sort.descending ? '从大到小' : '从小到大'}`]),
    `${state.columns.length} 栏`,
  ].join('，');
}

/** What was asked to be kept and refused: the form again, with what was typed. */
const Refused = ({ page, list, refused }: ViewsPageProps) =>
  refused === null || refused.viewId !== null ? null : (
    <Panel id="keep" title="保存视图">
      <Form
        action={page.at('/office/views')}
        fields={{ ...page.fields, list, query: refused.sent.query ?? '' }}
        label="保存视图"
      >
        <TextField
          name="name"
          label="视图名称"
          need
          width="medium"
          maxlength={40}
          value={refused.sent.name ?? ''}
          hint="二十个字以内，只有自己看得到。"
          error={faultOf(refused.faults, 'name')}
        />
        <CheckBox
          name="opens"
          label="打开列表时就用它"
          hint="以后点开这张列表，直接按它显示。"
          checked={refused.sent.opens === '1'}
        />
        <Button weight="primary">保存</Button>
      </Form>
    </Panel>
  );

const Kept = ({ page, list, refused, view }: ViewsPageProps & { view: KeptView }) => {
  const { at, fields } = page;
  const mine = refused?.viewId === view.id ? refused : null;
  const base = `/office/views/${view.id}`;
  return (
    <Panel id={`view-${view.id}`} title={view.name}>
      <p class="gk-text">
        {contents(page, list, view)}。<a href={viewAddress(page, list, view)}>打开</a>
      </p>
      <Form action={at(base)} fields={{ ...fields, list }} label={`修改${view.name}`}>
        <TextField
          name="name"
          id={`f-name-${view.id}`}
          label="名称"
          width="medium"
          hint="二十个字以内。"
          maxlength={40}
          value={mine?.sent.name ?? view.name}
          error={mine === null ? null : faultOf(mine.faults, 'name')}
        />
        <CheckBox
          name="opens"
          id={`f-opens-${view.id}`}
          label="打开列表时就用它"
          hint="以后点开这张列表，直接按它显示。"
          checked={mine === null ? view.opens : mine.sent.opens === '1'}
        />
        <Buttons>
          <Button>保存</Button>
          <Button weight="danger" action={at(`${base}/drop`)}>
            删除
          </Button>
        </Buttons>
      </Form>
    </Panel>
  );
};

/** The views a person keeps of one list: names, the one that opens, away with one. */
export const ViewsPage = (props: ViewsPageProps) => {
  const { page, list, views, refused } = props;
  const { shell, flash, at } = page;
  const { title, path } = listedTables[list];
  return (
    <OfficeFrame
      shell={shell}
      title={`${title}的视图`}
      section={at(path)}
      flash={flash}
      crumbs={[{ label: title, href: viewAddress(page, list, null) }, { label: '视图' }]}
      lead={`保存了 ${views.length} 个，一张列表最多 ${mostViews} 个；只有自己看得到。`}
    >
      <FormErrors
        errors={(refused?.faults ?? []).map(({ field, message }) => ({
          field:
            field === '' ? null : refused?.viewId == null ? `f-${field}` : `f-${field}-${refused.viewId}`,
          message,
        }))}
      />
      <Refused {...props} />
      {views.length === 0 && refused === null && (
        <Empty title="还没有视图">先在列表里筛选好，再点列表上方的“视图”，起个名字保存。</Empty>
      )}
      {views.map((view) => (
        <Kept {...props} view={view} />
      ))}
    </OfficeFrame>
  );
};
