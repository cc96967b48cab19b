import type { ChainSheet, Shown } from '../../app/queries/record-pages.ts';
import { Button, Buttons } from '../theme/buttons.tsx';
import { DataTable } from '../theme/data-table.tsx';
import { Form } from '../theme/form.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Note } from '../theme/parts.tsx';
import type { TableDefinition, TableState } from '../theme/table-model.ts';
import { tableHref } from '../theme/table-state.ts';
import { Tabs } from '../theme/tabs.tsx';
import type { ListViews } from './kept-views.tsx';
import type { OfficePage } from './page.ts';

const parts = [
  ['/office/audit', '操作记录'],
  ['/office/audit/accesses', '查阅和拒绝记录'],
  ['/office/audit/chain', '封存和核验'],
] as const;

/** The three pages of the record, each an address of its own. */
const Parts = ({ at, current, agency }: { at: OfficePage['at']; current: string; agency: string }) => (
  <Tabs
    label="记录"
    tabs={parts.map(([path, label]) => ({
      label,
      href: at(path, { agency }),
      current: path === current,
    }))}
  />
);

export interface AuditPageProps<Row> {
  readonly page: OfficePage;
  readonly views: ListViews;
  readonly path: '/office/audit' | '/office/audit/accesses';
  readonly definition: TableDefinition<Shown<Row>>;
  readonly state: TableState;
  readonly list: {
    readonly agency: { readonly slug: string; readonly name: string };
    readonly rows: readonly Shown<Row>[];
    readonly next: string | null;
    readonly previous: string | null;
    readonly said: string | null;
  };
}

export const AuditPage = <Row,>({ page, views, path, definition, state, list }: AuditPageProps<Row>) => {
  const { shell, flash, at } = page;
  const { agency } = list;
  return (
    <OfficeFrame
      shell={shell}
      title={definition.title}
      section={at('/office/audit')}
      flash={flash}
      lead={agency.name}
    >
      <Parts at={at} current={path} agency={agency.slug} />
      {list.said !== null && (
        <Note icon="alert" tone="soon">
          <p>{list.said}</p>
        </Note>
      )}
      <DataTable
        definition={definition}
        state={state}
        path={at(path, views.own)}
        views={views.menu}
        rows={list.rows}
        pages={{ previous: list.previous, next: list.next, count: null }}
        exportPath={at(`${path}/export.xlsx`)}
        empty={{ title: `还没有${definition.title}`, text: '办理和查阅都会在这里留下记录，不能修改、删除。' }}
      />
      <p class="gk-text">
        <a href={tableHref(at(`${path}/export.csv`), definition, { ...state, after: null, before: null })}>
          导出 CSV
        </a>
        ，条数不限；导出也会留下记录。
      </p>
    </OfficeFrame>
  );
};

const Verdict = ({ sheet }: { sheet: ChainSheet }) => {
  const { verified, tooLong, agency } = sheet;
  if (tooLong)
    return (
      <Note icon="info">
        <p>
          记录较多，请由系统管理员在服务器上运行 <code>gongkai audit verify --agency {agency.slug}</code>{' '}
          核验。
        </p>
      </Note>
    );
  if (verified === null) return null;
  return verified.faults.length === 0 ? (
    <Note icon="check" tone="ok">
      <p>逐条核验 {verified.sealed} 条，前后衔接，内容与封存时一致。</p>
    </Note>
  ) : (
    <Note icon="alert" tone="over">
      <p>核验发现 {verified.faults.length} 处异常，请保留现场并报告上级：</p>
      <ul>
        {verified.faults.map(({ seq, message }) => (
          <li>
            第 {seq} 号：{message}
          </li>
        ))}
      </ul>
    </Note>
  );
};

/** A digest that may break where a narrow page needs it. */
const Digest = ({ hex }: { hex: string }) => (
  <code>
    {hex.match(/.{1,16}/g)?.map((part) => (
      <>
        {part}
        <wbr />
      </>
    ))}
  </code>
);

/** How the chain of one agency stands, and its verification. */
export const ChainPage = ({ page, sheet }: { page: OfficePage; sheet: ChainSheet }) => {
  const { shell, at, fields } = page;
  const { agency } = sheet;
  return (
    <OfficeFrame shell={shell} title="封存和核验" section={at('/office/audit')} lead={agency.name}>
      <Parts at={at} current="/office/audit/chain" agency={agency.slug} />
      <Verdict sheet={sheet} />
      <Panel id="chain" title="记录链">
        <dl class="gk-defs">
          <dt>已封存</dt>
          <dd>{sheet.sealed} 条</dd>
          <dt>待封存</dt>
          <dd>{sheet.unsealed} 条（每秒封存一次）</dd>
          <dt>链头摘要</dt>
          <dd>{sheet.head === null ? '还没有' : <Digest hex={sheet.head} />}</dd>
        </dl>
        <p class="gk-hint">
          每条记录的摘要都含前一条的摘要，改动、删除、调换任何一条都会被发现；链头每小时留存到上级机关的记录中。
        </p>
        {!sheet.tooLong && (
          <Form action={at('/office/audit/chain')} fields={{ ...fields, agency: agency.slug }} label="核验">
            <Buttons>
              <Button weight="primary">逐条核验</Button>
            </Buttons>
          </Form>
        )}
      </Panel>
    </OfficeFrame>
  );
};
