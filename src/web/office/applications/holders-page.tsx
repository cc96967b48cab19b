import type { ListedCase } from '../../../app/applications/listed-case.ts';
import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { Holders, InHand, Load } from '../../../app/queries/applications/holders.ts';
import { Button } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Empty, Pager } from '../../theme/parts.tsx';
import { SelectField } from '../../theme/select-field.tsx';
import { type Fault, faultOf, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import { applicationTabs } from './application-tabs.tsx';
import { DueCell, StepCell } from './case-cells.tsx';
import { dueOf } from './words.ts';

export const holdersPath = '/office/applications/holders';
/** The parameter that stands for what nobody holds. */
export const nobody = 'none';

const columns: readonly (readonly [keyof Load & string, string])[] = [
  ['open', '在办'],
  ['overdue', '已超期'],
  ['thisWeek', '本周到期'],
  ['lapsed', '申请人逾期'],
  ['unopened', '两个工作日未查看'],
];
const firstColumn = ['first', '首问在手'] as const;

const Numbers = ({ load, withFirst }: { load: Load; withFirst: boolean }) => (
  <>
    {[...columns, ...(withFirst ? [firstColumn] : [])].map(([key, label]) => {
      const value = Number(load[key]);
      const late = value > 0 && (key === 'overdue' || key === 'unopened');
      return (
        <td class={`n${value === 0 ? ' z' : ''}${late ? ' over' : ''}`} data-l={label}>
          {late ? <strong>{value}</strong> : value}
        </td>
      );
    })}
  </>
);

const Loads = (props: {
  loads: readonly Load[];
  total?: Load;
  who: string;
  label: string;
  hrefOf: (load: Load) => string;
}) => (
  <table class="gk-table gk-cards" aria-label={props.label}>
    <thead>
      <tr>
        <th scope="col">{props.who}</th>
        {[...columns, ...(props.total === undefined ? [] : [firstColumn])].map(([, label]) => (
          <th scope="col" class="n">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {props.loads.map((load) => (
        <tr>
          <th scope="row">
            <a href={props.hrefOf(load)}>{load.name ?? (load.id === null ? '待认领' : '已停用的账号')}</a>
          </th>
          <Numbers load={load} withFirst={props.total !== undefined} />
        </tr>
      ))}
    </tbody>
    {props.total !== undefined && (
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          <Numbers load={props.total} withFirst />
        </tr>
      </tfoot>
    )}
  </table>
);

/** Who has what in hand. */
export const HoldersPage = ({ page, found }: { page: OfficePage; found: Holders }) => {
  const { at } = page;
  return (
    <OfficeFrame
      shell={page.shell}
      title="经办人"
      section={at('/office/applications')}
      flash={page.flash}
      lead={`在办 ${found.total.open} 件。最先办理的人为首问负责人，移交前由其负责`}
    >
      {applicationTabs(page, 'holders')}
      <Panel id="people" title="按经办人" flush>
        {found.people.length === 0 ? (
          <Empty title="没有在办的申请">收到申请后，这里显示每人在办的件数。</Empty>
        ) : (
          <Loads
            loads={found.people}
            total={found.total}
            who="经办人"
            label="按经办人"
            hrefOf={({ id }) => at(holdersPath, { holder: id ?? nobody })}
          />
        )}
      </Panel>
      {found.units.length > 0 && (
        <Panel id="units" title="按承办机构" flush>
          <Loads
            loads={found.units}
            who="承办机构"
            label="按承办机构"
            hrefOf={({ name }) => at(holdersPath, { unit: name ?? '' })}
          />
        </Panel>
      )}
    </OfficeFrame>
  );
};

export interface InHandProps {
  readonly page: OfficePage;
  /** As the address names whose they are. */
  readonly whose: Readonly<Record<string, string>>;
  readonly title: string;
  readonly found: InHand;
  readonly mayHandOver: boolean;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

/** A case's box has a name of its own: a form is read by name, one value each. */
export const boxes = 'case';
const boxOf = (id: string): string => `${boxes}.${id}`;

const Row = ({ props, row, today }: { props: InHandProps; row: ListedCase; today: string }) => (
  <tr>
    {props.mayHandOver && (
      <td class="gk-pick">
        <input
          class="form-check-input"
          type="checkbox"
          name={boxOf(row.id)}
          value="1"
          checked={boxOf(row.id) in props.sent}
          aria-label={`选择 ${row.number}`}
        />
      </td>
    )}
    <th scope="row">
      <a href={props.page.at(`/office/applications/${row.id}`)}>{row.title}</a>
    </th>
    <td data-l="编号" class="gk-nw">
      {row.number}
    </td>
    <td data-l="期限">
      <DueCell due={dueOf(row.clock, props.page.context.calendar(), row.endedOn)} today={today} />
    </td>
    <td data-l="环节">
      <StepCell row={row} />
    </td>
    <td data-l="首问">{row.first ?? '—'}</td>
  </tr>
);

const Cases = (props: InHandProps) => {
  const { found, mayHandOver, page } = props;
  const today = shanghaiDay(page.context.now());
  return (
    <table class={`gk-table gk-cards${mayHandOver ? ' gk-selectable' : ''}`} aria-label={props.title}>
      <thead>
        <tr>
          {mayHandOver && (
            <th scope="col">
              <span class="visually-hidden">选择</span>
            </th>
          )}
          <th scope="col">申请内容</th>
          <th scope="col">编号</th>
          <th scope="col">期限</th>
          <th scope="col">环节</th>
          <th scope="col">首问</th>
        </tr>
      </thead>
      <tbody>
        {found.rows.map((row) => (
          <Row props={props} row={row} today={today} />
        ))}
      </tbody>
    </table>
  );
};

/** What one person has in hand, and the step to hand some of it over. */
export const InHandPage = (props: InHandProps) => {
  const { page, found, whose, title, mayHandOver, faults } = props;
  const { at } = page;
  return (
    <OfficeFrame
      shell={page.shell}
      title={title}
      section={at('/office/applications')}
      crumbs={[
        { label: '依申请公开', href: at('/office/applications') },
        { label: '经办人', href: at(holdersPath) },
        { label: title },
      ]}
      flash={page.flash}
      lead="在办的申请，先收到的在前"
    >
      <FormErrors errors={formErrors(faults)} />
      {found.rows.length === 0 ? (
        <Panel id="cases" title="在办">
          <Empty title="没有在办的申请">名下的申请都已办结或者移交。</Empty>
        </Panel>
      ) : (
        <Form action={at(holdersPath, whose)} fields={page.fields} label="移交办理">
          <Panel id="cases" title="在办" flush>
            <Cases {...props} />
          </Panel>
          {mayHandOver && (
            <Panel id="hand-over" title="移交">
              <SelectField
                name="holderId"
                label="把选中的移交给"
                hint="以后由此人负责，期限不变；会通知本人。"
                blank="请选择"
                value={props.sent.holderId ?? null}
                error={faultOf(faults, 'holderId')}
                options={found.staff.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <Button weight="primary">移交</Button>
            </Panel>
          )}
        </Form>
      )}
      {found.next !== null && (
        <Pager
          previous={null}
          next={at(holdersPath, { ...whose, after: found.next })}
          summary={`本页 ${found.rows.length} 件`}
        />
      )}
    </OfficeFrame>
  );
};
