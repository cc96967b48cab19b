import { describe, expect, it } from 'vitest';
import { batchOf, checkedSample, fileState } from '../../../test/support/checked-report.ts';
import { makeUrls } from '../http/urls.ts';
import type { CheckedReport, ReportFilter } from '../islands/checker/model.ts';
import { ReportView } from './report-view.tsx';

const urls = makeUrls('http://127.0.0.1:8080/xxgk', {});
const everything: ReportFilter = { severity: null, rule: null, total: false };

const faulty = checkedSample(`cell applications.received.total = 13
cell applications.declined.repeated.naturalPerson =
row disclosure.regulations = 1 0 0
add overview: 村里的公示拦已经更换。
add overview: 全年新收政府信息公开申请20件，均按期答复。
label row applications.carriedOut = 四、结转下半年继续办理
label column appeals.review.pending = 尚未审判
drop section other
signed 2022-12-20
title 临溪县青石镇人民政府2022年政务公开工作年度报告`);
const clean = checkedSample('');

const view = (one: CheckedReport, over: Partial<Parameters<typeof ReportView>[0]> = {}): string =>
  String(
    ReportView({
      one,
      others: [],
      choices: [],
      filter: everything,
      batch: batchOf([one.file]),
      urls,
      ...over,
    }),
  );
const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1]!);
const codeOf = (html: string): string[] => all(html, /<code>(R\d+)<\/code><\/div>/g);

describe('a faulty report', () => {
  const html = view(faulty);

  it('lists every finding by severity with its number, its rule and what to do', () => {
    expect(codeOf(html)).toEqual(faulty.pins.map(({ finding }) => finding.code));
    for (const code of ['R302', 'R201', 'R203', 'R101', 'R015', 'R205', 'R002', 'R008', 'R006'])
      expect(codeOf(html), code).toContain(code);
    expect(html).toContain('href="/xxgk/rules/row-total" target="_blank" rel="noopener"');
  });

  it('leads from each finding to its place and back, each place once', () => {
    const jumps = all(html, /href="#m(\d+)"/g);
    expect(jumps).toEqual(faulty.pins.map(({ number }) => String(number)));
    for (const number of jumps) {
      expect(all(html, new RegExp(`id="(m${number})"`, 'g'))).toHaveLength(1);
      expect(all(html, new RegExp(`href="(#f${number})"`, 'g')).length).toBeGreaterThan(0);
    }
    const ids = all(html, / id="([^"]+)"/g);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  const pinOf = (code: string) => faulty.pins.find(({ finding }) => finding.code === code)!.number;
  it.each([
    ['R008', /<div class="gk-paper-closing">.*?id="m(\d+)"/s],
    ['R006', /<h2 class="gk-paper-t">.*?id="m(\d+)"/s],
    ['R002', /六、其他需要报告的事项<span class="gk-pins">.*?id="m(\d+)"/s],
    ['R201', /<td class="u bad"[^>]*>.*?id="m(\d+)"/s],
    ['R015', /<mark class="info">公示拦<\/mark>.*?id="m(\d+)"/s],
    ['R203', /<th scope="row">规章<\/th><td class="bad"[^>]*>.*?id="m(\d+)"/s],
  ])('marks %s where it stands', (code, pattern) => {
    expect(pattern.exec(html)?.[1]).toBe(String(pinOf(code)));
  });

  it('marks labels that differ from the form at the label', () => {
    for (const label of ['四、结转下年度继续办理', '尚未<br/>审结'])
      expect(html).toMatch(new RegExp(`${label}\\s*<span class="gk-pins">`));
  });

  it('shows the article itself, and names what has no text here', () => {
    expect(html).toMatch(
      /<summary class="gk-art">立法法 第九十一条、第九十三条|<summary class="gk-art">立法法 第九十三条/,
    );
    expect(html).toContain('省、自治区、直辖市和设区的市、自治州的人民政府，可以根据法律');
    expect(html).toContain('href="/xxgk/law#form2021" title=');
  });

  it('counts, offers what can be saved and says what was not checked', () => {
    expect(html).toContain('data-download="sheet.docx" data-of="1"');
    for (const kind of ['sheet.html', 'report.json', 'report.sarif', 'figures.xlsx'])
      expect(html).toContain(`data-download="${kind}"`);
    expect(html).toContain('没有2021年的报告，上年结转、现行有效件数与上一年的衔接没有核对。');
    expect(html).toContain('data-pick="files" data-mode="add"');
  });
});

describe('the filter', () => {
  it('leaves only what it names, in the list and on the report', () => {
    const html = view(faulty, { filter: { ...everything, severity: 'info' } });
    expect(new Set(codeOf(html))).toEqual(new Set(['R015']));
    expect(html).not.toMatch(/<td class="[^"]*bad/);
    expect(html).toContain('<mark class="info">');
    expect(html).toMatch(/data-go="report\/1\?severity=info" aria-current="true"/);
  });

  it('by rule is taken back by its chip, and keeps the rest', () => {
    const html = view(faulty, { filter: { severity: 'error', rule: 'R201', total: true } });
    expect(codeOf(html)).toEqual(['R201']);
    expect(html).toContain('data-go="report/1?severity=error&amp;view=total"');
    expect(html).not.toContain('社会公益');
  });

  it('says so where nothing is left', () => {
    const html = view(faulty, { filter: { ...everything, severity: 'warning', rule: 'R201' } });
    expect(html).toContain('这样筛选没有问题可列。');
  });
});

describe('a clean report', () => {
  it('says so calmly, and that figures are for the agency to hold against its register', () => {
    const html = view(clean);
    expect(clean.pins).toEqual([]);
    expect(html).toContain('<strong>没有发现问题</strong>');
    expect(html).toContain('由本机关对照登记台账核对');
    expect(html).not.toMatch(/gk-badge--over|class="bad"|按级别筛选/);
  });

  it('is the whole report: title, preamble, six parts, signature', () => {
    const html = view(clean);
    const order = [
      'gk-paper-t',
      'gk-paper-preamble',
      '一、总体情况',
      '六、其他需要报告的事项',
      'gk-paper-closing',
    ];
    const places = order.map((text) => html.lastIndexOf(text));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it.each([
    ['loading', '地名资料正在载入'],
    ['missing', '地名资料没有载入'],
  ] as const)('names place names that are %s', (places, words) => {
    expect(view({ ...clean, places })).toContain(words);
  });
});

describe('several years', () => {
  const before = checkedSample('year 2021', { id: 2, path: '2021.html' });
  const after = checkedSample('cell applications.carriedIn.naturalPerson = 4', { id: 1, previous: before });

  it('stand side by side, chosen in a form that works by keyboard', () => {
    const html = view(after, { others: [before], choices: [before.file], agencyKey: '青石镇' });
    expect(html).toContain('<form class="gk-compare" data-go="report/1"');
    expect(html).toMatch(/<input[^>]*name="with" id="w2" value="2" checked=""/);
    expect(html).toContain('往年总计');
    expect(html).toContain('已与同批的2021年报告核对年际衔接。');
  });

  it('lead back to the agency and to the county', () => {
    const other = fileState({ id: 3, state: 'read', summary: { ...after.file.summary!, agency: '别处' } });
    const html = view(after, { batch: batchOf([after.file, before.file, other]), agencyKey: '青石镇' });
    expect(html).toContain(`data-go="years/${encodeURIComponent('青石镇')}"`);
    expect(html).toContain('data-go="county"');
    expect(html).toContain('data-go="files"');
  });
});

describe('what comes from files', () => {
  it('is text, never markup', () => {
    const html = view(
      checkedSample('add overview: <img src=x onerror=alert(1)>村里的公示拦', { path: '<b>.html' }),
    );
    expect(html).not.toMatch(/<img|<b>\.html/);
    expect(html).toContain('&lt;b&gt;.html');
  });

  it('is shown although it is no report', () => {
    const html = view(
      checkedSample('title 清河县2022年工作报告\npreamble: 各位代表，现在报告一年来的工作。'),
    );
    expect(html).toContain('检查结果');
    expect(html).toContain('gk-paper');
  });
});
