import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, shippedCalendar } from '../../domain/workday/index.ts';
import { Fingerprint, fingerprint } from './approval.tsx';
import { Chart, type ChartProps } from './chart.tsx';
import { ConfirmBox, Dialog } from './dialog.tsx';
import { DiffView } from './diff-view.tsx';
import { KeyFigures } from './key-figures.tsx';
import { sparkPoints } from './sparkline.tsx';
import { Tabs } from './tabs.tsx';
import { Timeline } from './timeline.tsx';
import { TreeField, type TreeNode, treeAsked } from './tree-field.tsx';
import { sizeWords, UploadItem } from './upload-item.tsx';
import { WorkList } from './work-list.tsx';
import { otherMonth, seenDay, WorkdayMonth } from './workday-month.tsx';

describe('a working day', () => {
  const seen = (day: string) => seenDay(day as Day, { calendar: shippedCalendar });
  it.each([
    ['2026-10-09', 'work', ''],
    ['2026-10-10', 'work', '班'],
    ['2026-10-01', 'holiday', '国庆'],
    ['2026-10-17', 'rest', '休'],
  ])('%s looks %s and reads “%s”', (day, look, word) => {
    expect(seen(day)).toMatchObject({ look, word, provisional: false });
  });

  it('tells in words what it is and what is due on it', () => {
    const marks = [{ day: '2026-10-10', word: '到期', about: '2026-0187 最迟答复' }];
    const day = seenDay('2026-10-10' as Day, { calendar: shippedCalendar, marks });
    expect(day).toMatchObject({ look: 'work due', word: '到期' });
    expect(day.words).toBe('2026年10月10日，星期六，国庆节调休上班，2026-0187 最迟答复');
  });

  it('of a year without its notice says so', () => {
    const next = Math.max(...shippedCalendar.years.keys()) + 1;
    const month = (of: string) =>
      String(<WorkdayMonth month={of} calendar={shippedCalendar} today="2026-10-16" />);
    expect(month(`${next}-02`)).toContain('尚未公布');
    expect(month('2026-10')).not.toContain('尚未公布');
    expect(month(`${next + 5}-02`)).toContain(`${next + 5}年2月`);
  });

  it('lies in a month that has one before and one after', () => {
    expect(otherMonth('2026-12', 1)).toBe('2027-01');
    expect(otherMonth('2026-01', -1)).toBe('2025-12');
  });
});

describe('a tree without script', () => {
  const leaf = (id: string): TreeNode => ({ id, label: `名${id}`, branch: false });
  const nodes: readonly TreeNode[] = [
    { id: '1', label: '甲', branch: true, closed: true, children: [leaf('11'), leaf('12')] },
    { id: '2', label: '乙', branch: true, closed: true },
  ];
  const html = String(
    <TreeField
      name="a"
      label="机关"
      value={{ id: '9', label: '丙', detail: '甲 › 丁' }}
      source="/t"
      nodes={nodes}
    />,
  );

  it('shows what was opened, the way back to the rest, and what is chosen though it lies elsewhere', () => {
    expect(html).toContain('value="11"');
    expect(html).not.toContain('>乙<');
    expect(html).toMatch(/name="open-a" value="\*"[^>]*>.*同级的 2 个/);
    expect(html).toMatch(/value="9" id="f-a-9" checked/);
    expect(html).not.toMatch(/type="radio"[^>]*value="1"/);
  });

  it.each([
    [{ 'open-a': '37' }, { parent: '37' }],
    [{ 'open-a': '*' }, { parent: '' }],
    [{ 'open-a': '', 'find-a': ' 曲阜 ' }, { words: '曲阜' }],
    [{ a: '37', 'find-a': '曲阜' }, null],
  ])('its form with %j asks %j', (fields, asked) => {
    expect(treeAsked(fields, 'a')).toEqual(asked);
  });
});

describe('a chart', () => {
  const props: ChartProps = {
    id: 'c',
    title: '每月<公开>',
    unit: '条',
    over: '月份',
    kind: 'grouped',
    categories: ['1月', '2月'],
    series: [
      { name: '今年', values: [3, null] },
      { name: '去年', values: [0, 2], line: true },
    ],
    href: (series, month) => (series === '今年' ? `/records?${month}` : null),
  };

  it('is drawn for two widths, named, and says the same in words and as a table whose figures open', () => {
    const html = String(<Chart {...props} />);
    expect(html.match(/role="img"/g)).toHaveLength(2);
    expect(html).toContain('<title id="c-w-t">每月&lt;公开&gt;</title>');
    expect(html).toContain('今年：1月 3 条，2月 — 条；去年：1月 0 条，2月 2 条');
    expect(html).toContain('<a href="/records?1月">3</a>');
    expect(html).toContain('看数据表');
    expect(html).not.toMatch(/ style=|<style/);
  });

  it.each(['line', 'stacked', 'grouped'] as const)('of kind %s has its own ids', (kind) => {
    const html = String(<Chart {...props} kind={kind} id={`k-${kind}`} />);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith(`k-${kind}-`))).toBe(true);
  });

  it('with nothing to draw is a sentence', () => {
    const html = String(<Chart {...props} series={[{ name: '今年', values: [0, null] }]} />);
    expect(html).toContain('不另作图');
    expect(html).not.toContain('<svg');
  });

  it('as small as a word stays in its box', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 30 }), (values) => {
        for (const point of sparkPoints(values)) {
          if (point === null) continue;
          expect(point[0]).toBeGreaterThanOrEqual(0);
          expect(point[0]).toBeLessThanOrEqual(80);
          expect(point[1]).toBeGreaterThanOrEqual(0);
          expect(point[1]).toBeLessThanOrEqual(20);
        }
      }),
    );
  });
});

describe('small parts', () => {
  it('a dialog and its page name the act, never 确定, and say the same', () => {
    const props = { id: 'd', title: '退回修改？', consequence: '期限不停。', act: '退回', action: '/return' };
    for (const html of [String(<Dialog {...props} />), String(<ConfirmBox {...props} back="/case" />)]) {
      expect(html).toContain('>退回</button>');
      expect(html).toContain('期限不停。');
      expect(html).not.toMatch(/确定|是否/);
    }
    expect(String(<Dialog {...props} />)).toContain('aria-labelledby="d-title" aria-describedby="d-text"');
  });

  it('tabs are red only for what is due, and not for none of it', () => {
    const tab = (count: number, urgent: boolean) =>
      String(<Tabs label="待办" tabs={[{ label: '今天', href: '/', count, urgent }]} />);
    expect(tab(3, true)).toContain('class="over"');
    expect(tab(0, true)).not.toContain('class="over"');
    expect(tab(3, false)).not.toContain('class="over"');
  });

  it('a figure opens its records; one that is not known says why and opens nothing', () => {
    const html = String(
      <KeyFigures
        label="本年"
        figures={[
          { label: '新收', value: 1219, href: '/list' },
          { label: '满意度', value: null, href: null, note: '没有评议' },
        ]}
      />,
    );
    expect(html).toContain('<a href="/list">1,219</a>');
    expect(html).toMatch(/<dd>—.*没有评议/);
  });

  it('a timeline says in words what its marks say', () => {
    const html = String(<Timeline entries={[{ title: '签发', at: null, state: 'future' }]} />);
    expect(html).toContain('（未到）');
    expect(html).not.toContain('<time');
  });

  it('a work list leaves out groups without a matter, and says so when there is none at all', () => {
    const group = { id: 'g', title: '被退回', count: 0, items: [] };
    const html = String(
      <WorkList label="待办" groups={[group]} today="2026-10-16" nothing={<p>没有待办</p>} />,
    );
    expect(html).toContain('没有待办');
    expect(html).not.toContain('<table');
  });

  it('a hash is short for the eye and whole for the copy', () => {
    const hash = 'ab'.repeat(32);
    expect(fingerprint(hash)).toBe('abab abab abab abab … abab abab');
    expect(String(<Fingerprint sha256={hash}>批准的就是它。</Fingerprint>)).toContain(`data-copy="${hash}"`);
  });

  it.each([
    [0, '0 字节'],
    [1023, '1023 字节'],
    [1024, '1.0 KB'],
    [1_887_436, '1.8 MB'],
    [52_428_800, '50 MB'],
  ])('%i bytes read %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it('a refused file neither goes along with the form nor can be taken away', () => {
    const file = { id: 'x', name: 'a.heic', size: 1, verdict: 'refused', words: '不收' } as const;
    const html = String(<UploadItem file={file} field="f" remove="r" />);
    expect(html).not.toContain('type="hidden"');
    expect(html).not.toContain('<button');
  });

  it('a difference folds long parts that stayed and counts what changed', () => {
    const same = Array.from({ length: 9 }, (_, n) => `第${n}段`).join('\n');
    const html = String(<DiffView before={`旧\n${same}`} after={`新\n${same}`} labels={['甲', '乙']} />);
    expect(html).toContain('删去 1 字，增加 1 字');
    expect(html).toContain('没有改动的 8 段');
    expect(String(<DiffView before="同" after="同" labels={['甲', '乙']} />)).toContain('没有改动。');
  });
});
