import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { Register } from '../../../app/queries/appeals/appeal-list.ts';
import { appealKindNames } from '../../../law/appeals.ts';
import { Button, ButtonLink, Buttons } from '../../theme/buttons.tsx';
import { DataTable } from '../../theme/data-table.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import type { TableState } from '../../theme/table-model.ts';
import { type Fault, formErrors } from '../faults.ts';
import type { ListViews } from '../kept-views.tsx';
import type { OfficePage, Sent } from '../page.ts';
import { appealsTable } from './appeals-table.tsx';
import type { FieldDef } from './field-defs.ts';
import { FieldList } from './field-list.tsx';

export interface AppealPageProps {
  readonly page: OfficePage;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

/** The register of reviews and suits. */
export const AppealsPage = ({
  page,
  views,
  state,
  found,
  may,
}: {
  page: OfficePage;
  views: ListViews;
  state: TableState;
  found: Register;
  may: boolean;
}) => {
  const { shell, at, flash, context } = page;
  return (
    <OfficeFrame
      shell={shell}
      title="复议、诉讼"
      section={at('/office/appeals')}
      flash={flash}
      {...(may
        ? {
            actions: (
              <ButtonLink href={at('/office/appeals/new')} weight="primary" icon="plus">
                登记
              </ButtonLink>
            ),
          }
        : {})}
    >
      <DataTable
        definition={appealsTable(at, shanghaiDay(context.now()))}
        state={state}
        path={at('/office/appeals', views.own)}
        rows={found.rows}
        pages={{ previous: null, next: found.next, count: null }}
        views={views.menu}
        exportPath={at('/office/appeals/export.xlsx')}
        empty={{
          title: '还没有复议、诉讼',
          text: '收到行政复议申请书副本或者起诉状副本后，请在这里登记，系统计算答复期限。',
        }}
      />
    </OfficeFrame>
  );
};

export const kindOptions = Object.entries(appealKindNames).map(([value, label]) => ({ value, label }));
export const procedureOptions = [
  { value: 'simplified', label: '简易程序（5个工作日内答复）' },
  { value: 'ordinary', label: '普通程序（10个工作日内答复）' },
];
export const registerFields = (today: string): readonly FieldDef[] => [
  { kind: 'radio', name: 'kind', label: '种类', need: true, options: kindOptions },
  {
    kind: 'radio',
    name: 'procedure',
    label: '复议程序',
    options: procedureOptions,
    hint: '复议的填写。',
  },
  { kind: 'text', name: 'organ', label: '复议机关或者法院', need: true },
  { kind: 'date', name: 'acceptedOn', label: '受理或者立案之日', need: true, value: today },
  { kind: 'date', name: 'copyReceivedOn', label: '本机关收到副本之日', need: false },
  { kind: 'text', name: 'notice', label: '通知书文号', need: false },
  { kind: 'area', name: 'grounds', label: '对方的请求和理由', need: false },
  {
    kind: 'text',
    name: 'number',
    label: '对应申请的登记编号',
    need: false,
    hint: '例如 2026-0012；没有的不填。',
  },
];

export const RegisterAppealPage = ({ page, sent, faults }: AppealPageProps) => {
  const { shell, at, fields, context } = page;
  const list = at('/office/appeals');
  return (
    <OfficeFrame
      shell={shell}
      title="登记复议、诉讼"
      section={list}
      crumbs={[{ label: '复议、诉讼', href: list }, { label: '登记' }]}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="register" title="登记">
        <Form action={at('/office/appeals/new')} fields={fields} guard>
          <FieldList
            form="appeal.register"
            fields={registerFields(shanghaiDay(context.now()))}
            sent={sent}
            faults={faults}
          />
          <Buttons>
            <Button weight="primary">登记</Button>
          </Buttons>
        </Form>
      </Panel>
    </OfficeFrame>
  );
};
