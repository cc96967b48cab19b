import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataTable, type DataTableProps } from './data-table.tsx';
import type { TableDefinition } from './table-model.ts';
import { pageWords } from './table-pages.tsx';
import { tableHref, tableQuery, tableState } from './table-state.ts';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly on: string;
  readonly count: number | null;
}

const definition: TableDefinition<Row> = {
  id: 'list',
  title: '申请',
  unit: '件',
  key: ({ key }) => key,
  sort: { column: 'on', descending: true },
  columns: [
    { id: 'name', label: '名称', header: true, value: ({ name }) => name, href: ({ key }) => `/case/${key}` },
    { id: 'on', label: '收到日期', kind: 'day', value: ({ on }) => on, sortable: true },
    { id: 'count', label: '页数', kind: 'count', value: ({ count }) => count, sortable: true },
    { id: 'hidden', label: '备注', value: () => '备注内容', shown: false },
  ],
  filters: [
    { kind: 'select', name: 'step', label: '步骤', options: [{ value: 'a', label: '待办' }] },
    { kind: 'text', name: 'word', label: '关键词' },
    { kind: 'day', name: 'since', label: '不早于' },
    { kind: 'check', name: 'mine', label: '只看我的' },
  ],
};

const rows: readonly Row[] = [
  { key: '1', name: '<script>alert(1)</script>', on: '2026-10-16', count: 1234 },
  { key: '2', name: '第二件', on: '2026-10-15', count: 0 },
  { key: '3', name: '第三件', on: '2026-10-14', count: null },
];

const stateOf = (query: string) => tableState(definition, new URLSearchParams(query));
const html = (query = '', over: Partial<DataTableProps<Row>> = {}) =>
  String(
    <DataTable
      definition={definition}
      state={stateOf(query)}
      path="/office/list?tab=open"
      rows={rows}
      pages={{ previous: null, next: 'c9', count: { rows: 1000, more: true }, from: 1 }}
      empty={{ title: '还没有申请', text: '收到后在这里登记。' }}
      {...over}
    />,
  );

describe('the address of a table', () => {
  it.each([
    ['sort=-count', 'sort=-count'],
    ['sort=-on', ''],
    ['sort=nothing', ''],
    ['sort=name', ''],
    ['step=a&word=%20%E8%B7%AF%20', 'step=a&word=%E8%B7%AF'],
    ['step=unknown', ''],
    ['since=2026-10-16', 'since=2026-10-16'],
    ['since=yesterday', ''],
    ['mine=1', 'mine=1'],
    ['mine=yes', ''],
    ['col=count', 'col=name&col=count'],
    ['col=name&col=on&col=count', ''],
    ['after=x&before=y', 'after=x'],
    ['before=y&after=', 'before=y'],
    ['word=a%00b', 'word=a+b'],
  ])('%s means %s', (asked, means) => {
    expect(new URLSearchParams(tableQuery(definition, stateOf(asked))).toString()).toBe(means);
  });

  it('says the same when it is read again, whatever was asked', () => {
    const names = ['sort', 'col', 'step', 'word', 'since', 'mine', 'after', 'before', 'all'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string())), (pairs) => {
        const state = tableState(definition, new URLSearchParams(pairs));
        const again = tableState(definition, new URLSearchParams(tableQuery(definition, state)));
        expect(again).toEqual(state);
      }),
    );
  });

  it('goes back to the first page when order or filter change, and keeps the page’s own parameters', () => {
    const state = stateOf('word=路&after=c9');
    expect(tableHref('/l?tab=open', definition, state)).toBe(`/l?tab=open&word=${encodeURIComponent('路')}`);
    expect(tableHref('/l', definition, state, { filters: {} })).toBe('/l');
  });
});

describe('a table', () => {
  it('sorts by links and tells the present order', () => {
    expect(html()).toMatch(
      /aria-sort="descending"><a class="gk-sort" href="\/office\/list\?tab=open&amp;sort=on">/,
    );
    expect(html('sort=on')).toContain('aria-sort="ascending"');
    expect(html()).toContain('href="/office/list?tab=open&amp;sort=-count">页数');
    expect(html().match(/aria-sort/g)).toHaveLength(1);
  });

  it.each([
    ['', '收到日期从晚到早'],
    ['sort=on', '收到日期从早到晚'],
    ['sort=-count', '页数从大到小'],
    ['sort=count', '页数从小到大'],
  ])('says on a phone in which order it stands, days by early and late: %s', (query, words) => {
    expect(html(query)).toContain(`排序：${words}`);
  });

  it('shows each filter that is set as a chip that takes it away alone', () => {
    const text = html('step=a&mine=1');
    expect(text).toContain('href="/office/list?tab=open&amp;mine=1">步骤：待办');
    expect(text).toContain('href="/office/list?tab=open&amp;step=a">只看我的');
    expect(html()).not.toContain('gk-chips');
  });

  it('escapes what people wrote and writes numbers, zero and nothing apart', () => {
    const text = html();
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('>1,234</td>');
    expect(text).toMatch(/class="n z">0<\/td>/);
    expect(text).toMatch(
      /class="n z"><span aria-hidden="true">—<\/span><span class="visually-hidden">无<\/span>/,
    );
  });

  it('shows the columns asked for, and always the one that names the row', () => {
    expect(html()).not.toContain('备注内容');
    const text = html('col=hidden');
    expect(text).toContain('备注内容');
    expect(text).toContain('role="rowheader"');
    expect(text).not.toContain('<time');
  });

  it('says why it is empty: nothing there, or nothing that fits', () => {
    expect(html('', { rows: [] })).toContain('<strong>还没有申请</strong>');
    const filtered = html('mine=1', { rows: [] });
    expect(filtered).toContain('<strong>没有符合条件的申请</strong>');
    expect(filtered).toContain('清除筛选');
  });

  it('offers only the neighbours there are, named by the order', () => {
    expect(html()).toContain('after=c9"');
    expect(html()).toContain('较早');
    expect(html()).not.toContain('较新');
    expect(html('sort=count')).toContain('下一页');
  });

  it('chooses rows for an act without script: boxes of the act’s form, all of them by a link', () => {
    const group = { acts: [{ label: '转办', action: '/forward' }], fields: { token: 't' } };
    const text = html('', { group });
    expect(text.match(/name="row"[^>]*form="list-group"/g)).toHaveLength(3);
    expect(text).toContain('formaction="/forward"');
    expect(text).toContain('all=1">全选本页');
    expect(html('all=1', { group }).match(/name="row"[^>]*checked/g)).toHaveLength(3);
  });
});

describe('the count of a page', () => {
  it.each([
    [{ count: { rows: 1000, more: true }, from: 1 }, 50, '第 1–50 条，共 1,000 条以上'],
    [{ count: { rows: 51, more: false }, from: 51 }, 1, '第 51–51 条，共 51 条'],
    [{ count: { rows: 7, more: false } }, 7, '本页 7 条，共 7 条'],
    [{ count: null, from: 1 }, 0, '本页 0 条'],
  ])('%j with %i rows reads %s', (pages, shown, words) => {
    expect(pageWords({ previous: null, next: null, ...pages }, shown, '条')).toBe(words);
  });
});
