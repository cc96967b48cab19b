import { describe, expect, it } from 'vitest';
import { batchOf, checkedSample, fileState } from '../../../test/support/checked-report.ts';
import { makeUrls } from '../http/urls.ts';
import { countyRows, filterRows, ruleColumns } from '../islands/checker/county.ts';
import type { CountyFilter, FileState } from '../islands/checker/model.ts';
import { CountyRows, CountyView, FailedView, FileListView, FileRow, YearsView } from './views.tsx';

const urls = makeUrls('http://127.0.0.1:8080', {});
const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1]!);

const last = checkedSample('year 2021', { id: 2, path: '青石镇/2021.html' });
const now = checkedSample('row applications.carriedIn = 4 0 0 0 0 0 4\nrow disclosure.normative = 3 1 90', {
  id: 1,
  path: '青石镇/2022.html',
  previous: last,
});
const other = checkedSample('agency 河东镇人民政府\ncell applications.received.total = 13', {
  id: 3,
  path: '河东镇.html',
});
const broken = fileState({
  id: 4,
  path: '扫描.pdf',
  state: 'failed',
  message: '这份 PDF 是扫描件，没有文字，没有检查。请用文字版 PDF 或 docx。',
});
const batch = batchOf([now.file, last.file, other.file, broken], {
  skipped: { jpg: 2, '': 1 },
  unpaired: { 九都镇人民政府: 3 },
});
const rows = countyRows([now.file, last.file, other.file], ({ summary }: FileState) => summary?.agency ?? '');
const columns = ruleColumns(rows);
const worst: CountyFilter = { severity: null, rule: null, sort: 'worst' };

describe('the file list', () => {
  it.each([
    [fileState({ id: 7 }), '等待'],
    [fileState({ id: 7, state: 'reading' }), '正在读'],
    [now.file, '错误'],
    [last.file, '没有发现问题'],
    [broken, '这份 PDF 是扫描件，没有文字，没有检查。请用文字版 PDF 或 docx。'],
  ])('says of %o: %s', (file, words) => {
    const html = String(FileRow({ file }));
    expect(html).toMatch(new RegExp(`^<li class="gk-file gk-file--${file.state}" id="file-${file.id}">`));
    expect(html).toContain(words);
    expect(html.includes('data-go')).toBe(file.state === 'read');
  });

  it('holds every file, and tells what was left out and what could not be paired', () => {
    const html = String(FileListView({ batch, urls }));
    expect(all(html, /id="file-(\d)"/g)).toEqual(['1', '2', '3', '4']);
    expect(html).toContain('.jpg 2 个、没有扩展名的 1 个');
    expect(html).toContain('九都镇人民政府（3 份）');
  });

  it('offers no other view while it is being filled', () => {
    expect(String(FileListView({ batch: { ...batch, running: true }, urls }))).not.toContain(
      'data-go="county',
    );
  });
});

describe('a single file that cannot be read', () => {
  it('gets one clear sentence and the way on', () => {
    const html = String(FailedView({ file: broken, batch: batchOf([broken]), urls }));
    expect(html).toContain('扫描.pdf');
    expect(html).toContain(`<p>${broken.message}</p>`);
    expect(html).toContain('data-pick="files"');
    expect(html).not.toContain('data-go');
  });
});

describe('the years of an agency', () => {
  const row = rows.find(({ reports }) => reports.length === 2)!;
  const html = String(YearsView({ row, reports: [now, last], batch, urls }));

  it('stand newest first, each leading to its report', () => {
    expect(all(html, /<span class="name"><a [^>]*data-go="(report\/\d)"/g)).toEqual(['report/1', 'report/2']);
    expect(html).toContain('已与2021年核对');
  });

  it('show what carries on from year to year, oldest first, with the faults between them', () => {
    expect(all(html, /<th scope="col" class="n">(\d{4})年/g)).toEqual(['2021', '2022']);
    expect(html).toMatch(/上年结转<\/th><td class="n">.*?data-go="report\/1#f\d+"/s);
    expect(html).toContain('2022年与2021年');
    expect(all(html, /<code>(R\d+)<\/code>/g)).toEqual(expect.arrayContaining(['R304', 'R204']));
    expect(html).toMatch(/data-go="report\/1#m\d+"/);
  });

  it('lead to the full tables side by side', () => {
    expect(html).toContain('data-go="report/1?with=2"');
  });

  it('say that nothing was held against the year before where there is none', () => {
    const alone = String(YearsView({ row, reports: [last], batch, urls }));
    expect(alone).toContain('没有相邻的年度，年际衔接没有核对');
  });

  it('have no address twice', () => {
    const ids = all(html, / id="([^"]+)"/g);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('the county', () => {
  const view = (filter: CountyFilter) => {
    const shown = filterRows(rows, filter);
    return String(CountyView({ rows: shown.length, shown, columns, failed: [broken], filter, batch, urls }));
  };
  const html = view(worst);

  it('lists agencies in the order given, each with its counts and a way to its reports', () => {
    const order = filterRows(rows, worst).map(({ name }) => name);
    expect(all(html, /<th scope="row"><a [^>]*>([^<]+)<\/a>/g)).toEqual(order);
    expect(html).toContain('data-go="report/3"');
    expect(html).toContain(`data-go="years/${encodeURIComponent('临溪县青石镇人民政府')}"`);
  });

  it('has a column for each rule that found something, leading to those findings', () => {
    expect(all(html, /<code>(R\d+)<\/code>/g)).toEqual(columns.map(({ code }) => code));
    expect(html).toContain('data-go="report/3?rule=R302"');
    expect(html).toContain('aria-label="河东镇人民政府，各类申请人合计 1 处"');
    expect(html).toContain('data-go="report/1?rule=R304"');
  });

  it('tells the files that could not be read, with their reason', () => {
    expect(html).toContain('不能读取的文件（1）');
    expect(html).toContain(broken.message!);
    expect(html).toContain('4 个文件，');
    expect(html).toContain('读出 3 份报告，1 个不能读取');
  });

  it('keeps rule and order while the severity changes, and names the rule chosen', () => {
    const narrowed = view({ severity: 'error', rule: 'R302', sort: 'name' });
    expect(narrowed).toContain('data-go="county?rule=R302&amp;sort=name"');
    expect(narrowed).toContain('data-go="county?severity=error&amp;sort=name"');
    expect(narrowed).toMatch(
      /data-go="county\?severity=error&amp;rule=R302&amp;sort=name" aria-current="true"/,
    );
  });

  it('says so where no agency is left', () => {
    expect(view({ severity: null, rule: 'R999', sort: 'worst' })).toContain('没有这样的机关');
  });

  it('names reports whose text is like another’s', () => {
    const alike = {
      ...other.file,
      summary: { ...other.file.summary!, byRule: { R014: 1 } },
    };
    const told = String(
      CountyView({
        rows: rows.length,
        shown: rows,
        columns,
        failed: [],
        filter: worst,
        batch: batchOf([now.file, alike]),
        urls,
      }),
    );
    expect(told).toContain('2 份报告的文字重复或者与别的报告雷同');
    expect(told).toContain('data-go="report/3?rule=R014"');
  });

  it('takes further rows that fit its columns', () => {
    const more = String(CountyRows({ rows, columns, urls }));
    for (const line of all(more, /<tr>(.*?)<\/tr>/gs))
      expect(all(line, /(<td|<th)/g)).toHaveLength(1 + 3 + columns.length);
  });
});
