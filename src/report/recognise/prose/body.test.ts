import { describe, expect, it } from 'vitest';
import { readText } from '../../read/index.ts';
import type { Reading } from '../../reading.ts';
import { recognise } from '../index.ts';

const read = (text: string): Reading =>
  recognise(readText(text, 'utf-8', []), { file: 'report.txt', sha256: '', mediaType: 'text/plain' });
const headings = (text: string): (string | null)[][] => read(text).sections.map((s) => [s.id, s.heading]);

const prose = '本年度按照要求开展政府信息公开工作，落实各项制度，取得了一定成效，群众知晓率不断提高。';
const body = (lines: readonly string[]): string => lines.flatMap((line) => [line, prose]).join('\n');
const form = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const ids = ['overview', 'disclosure', 'applications', 'appeals', 'problems', 'other'];
const title = '清河县水利局2023年政府信息公开工作年度报告';

describe('the sections', () => {
  it.each([
    ['as the form has them', form],
    [
      'with other wordings',
      [
        '一、总体情况',
        '二、主动公开情况',
        '三、依申请公开情况',
        '四、政府信息公开行政法复议、行政诉讼情况',
        '五、政府信息公开工作存在的主要问题及整改措施',
        '六、其它需要报告事项',
      ],
    ],
    ['in markdown', form.map((heading) => `## **${heading}**`)],
    ['with blanks and half width', form.map((heading) => `  ${heading.replace('、', ' 、 ')}`)],
    ['numbered 1. 2.', form.map((heading, i) => `${i + 1}. ${heading.slice(2)}`)],
    ['without numbers', form.map((heading) => heading.slice(2))],
  ])('%s', (_, lines) => {
    expect(read(`${title}\n\n${body(lines)}`).sections.map((s) => s.id)).toEqual(ids);
  });

  it('are no list in the preamble, no table of contents, no row of a table', () => {
    const text = `${title}\n目录\n${form.join('\n')}\n本报告包括总体情况、主动公开政府信息情况、存在的主要问题及改进情况等部分。\n${body(form)}`;
    const { sections, preamble } = read(text);
    expect(sections.map((s) => s.id)).toEqual(ids);
    expect(sections[0]?.passages).toHaveLength(1);
    expect(preamble.at(-1)?.text).toContain('本报告包括');
  });

  it('an extra one shifts the count and keeps its place', () => {
    const more = [
      '一、总体情况',
      '二、组织领导和制度建设情况',
      ...form.slice(1).map((h, i) => `${'三四五六七'[i]}${h.slice(1)}`),
    ];
    expect(headings(`${title}\n${body(more)}`)[1]).toEqual([null, '二、组织领导和制度建设情况']);
    expect(headings(`${title}\n${body(more)}`)).toHaveLength(7);
  });

  it('numbered paragraphs inside a section are none', () => {
    const lines = [...form.slice(0, 5)];
    const text = `${title}\n${body(lines)}\n一、思想认识不足\n${prose}\n二、人员力量不足\n${prose}\n${body(form.slice(5))}`;
    expect(read(text).sections.map((s) => s.id)).toEqual(ids);
  });

  it('a broken heading is one, printed whole', () => {
    const lines = `${title}\n${body(form.slice(0, 3))}\n四、政府信息公开行政复议、行政诉\n讼情况\n${prose}\n${body(form.slice(4))}`;
    expect(headings(lines)[3]).toEqual(['appeals', form[3]]);
  });

  it('glued text is cut at the wordings of the form', () => {
    const glued = `${title}${prose}${form.map((heading) => heading + prose).join('')}`;
    const { sections, preamble } = read(glued);
    expect(sections.map((s) => [s.id, s.heading])).toEqual(ids.map((id, i) => [id, form[i]]));
    expect(sections.map((s) => s.passages.map((p) => p.text.length))).toEqual(ids.map(() => [prose.length]));
    expect(sections[1]?.at).toEqual({ line: 1, column: glued.indexOf(form[1]!) + 1 });
    expect(preamble.map((p) => p.raw)).toEqual([prose]);
  });
});

describe('title, agency and year', () => {
  const named = (head: string): unknown[] => {
    const { report } = read(`${head}\n${body(form)}`);
    return [report.agency?.name, report.agency?.kind, report.year];
  };

  it.each([
    ['清河县水利局2023年政府信息公开工作年度报告', '清河县水利局', 'countyDepartment', 2023],
    ['清河县水利局\n2023年政府信息公开工作年度报告', '清河县水利局', 'countyDepartment', 2023],
    ['清河县水利局政府信息公开工作\n2023年度报告', '清河县水利局', 'countyDepartment', 2023],
    ['2023年度清河县水利局政府信息公开工作年度报告', '清河县水利局', 'countyDepartment', 2023],
    ['石桥镇2023年度政务公开工作年度报告', '石桥镇人民政府', 'township', 2023],
    [
      '清河县东关街道政府信息公开工作年度报告\n统计期限自2023年1月1日起至12月31日止。',
      '清河县东关街道',
      'subdistrict',
      2023,
    ],
    [
      '标题：淮安市人民政府2023年政府信息公开工作年度报告\n发布机构：淮安市人民政府办公室\n发布时间：2024-01-20',
      '淮安市人民政府',
      'city',
      2023,
    ],
    [
      '首页 > 政务公开 > 政府信息公开年报\n江苏省教育厅2023年政府信息公开工作年度报告',
      '江苏省教育厅',
      'provinceDepartment',
      2023,
    ],
    ['清河经济开发区管委会二〇二三年政府信息公开工作年度报告', '清河经济开发区管委会', 'zone', 2023],
  ])('%s', (head, name, kind, year) => {
    expect(named(head)).toEqual([name, kind, year]);
  });

  it('a fuller name in the signature is taken, and signs the report', () => {
    const text = `石桥镇2023年政府信息公开工作年度报告\n${body(form)}\n清河县石桥镇人民政府\n2024年1月15日\n（此件公开发布）`;
    const reading = read(text);
    expect(reading.report.agency?.name).toBe('清河县石桥镇人民政府');
    expect(reading.signedOn).toMatchObject({ day: '2024-01-15' });
    expect(reading.closing.map((p) => p.raw)).toEqual([
      '清河县石桥镇人民政府',
      '2024年1月15日',
      '（此件公开发布）',
    ]);
  });

  it('the foot of the page is no part of the report, a stray page number is residue', () => {
    const reading = read(`${title}\n${body(form)}\n14\n`);
    expect(reading.residue.map((p) => p.raw)).toEqual(['14']);
    const foot = read(`${title}\n${body(form)}\n上一篇：清河县水利局工作要点\n版权所有：清河县人民政府`);
    expect(foot.sections.at(-1)?.passages).toHaveLength(1);
  });
});

describe('text wrapped at the width of a page', () => {
  it('sentences run over lines, and each figure keeps its own line', () => {
    const wrapped = [
      title,
      '一、总体情况',
      '一年来，按照上级要求认真开展政府信息公开各项工作，落实责任，完善',
      '制度，加强培训，取得了一定的成效。全年共收到政府信息公开申请',
      '3119',
      '件，答复 3050 件，全部按照规定的期限办理，群众对公开工作的满意度',
      '有所提高。继续推进政务公开标准化规范化建设，梳理公开事项清单和工',
      '作流程，加强平台管理，及时更新栏目内容，回应群众关心的各类问题，',
      '不断提高公开的质量和实效。',
      '- 2 -',
    ].join('\n');
    const { claims, sections } = read(wrapped);
    expect(claims.map((c) => [c.subject, c.value, c.at])).toEqual([
      ['receivedAll', 3119, { line: 5, column: 1, length: 5 }],
      ['concluded', 3050, { line: 6, column: 6, length: 6 }],
    ]);
    expect(sections[0]?.passages.map((p) => p.text).join('')).not.toContain('2-');
  });
});

describe('what is no report', () => {
  it.each([
    [
      'otherDocument',
      `清河县水利局2023年部门预算公开说明\n一、部门概况\n${prose}\n二、收支预算情况\n${prose}`,
    ],
    ['otherDocument', `清河县政府信息公开指南\n${prose}\n${prose}`],
    ['otherDocument', `清河县召开政务公开工作推进会\n${prose}`],
    [
      'otherDocument',
      `清河县2023年法治政府建设年度报告\n一、总体情况\n${prose}\n二、存在的主要问题及改进措施\n${prose}`,
    ],
    [
      'blankForm',
      `XX县人民政府20XX年政府信息公开工作年度报告\n${form.map((h) => `${h}\n本年度共收到申请XX件，办结XX件。`).join('\n')}`,
    ],
    ['sideBySide', `政府信息公开年报比对\n2022 年报告        2023 年报告\n${body(form)}`],
    ['several', `${title}\n${body(form)}\n清河县教育局2023年政府信息公开工作年度报告\n${body(form)}`],
    ['empty', ' \n\n'],
  ])('%s', (reason, text) => {
    expect(read(text).refused?.reason).toBe(reason);
  });

  it.each([
    ['prose alone', `${title}\n${body(form)}`],
    ['prose without headings', `${title}\n${`${prose}\n`.repeat(4)}`],
  ])('%s is one', (_, text) => {
    expect(read(text).refused).toBeNull();
  });
});

describe('hostile text', () => {
  it.each([
    ['one sentence of many figures', '收到政府信息公开申请12件，其中自然人5件、'.repeat(8000)],
    ['a line without an end', `一、${'申'.repeat(400_000)}`],
    ['nothing but numerals', '一二三四五六七八九十百千万'.repeat(20_000)],
    ['nothing but headings', '一、总体情况\n'.repeat(20_000)],
    ['nothing but negations', '未收到没有发生无'.repeat(20_000)],
    ['open brackets', '（[〔'.repeat(60_000)],
    ['titles without end', '2023年政府信息公开工作年度报告\n'.repeat(20_000)],
  ])('%s is read in linear time', (_, text) => {
    const started = performance.now();
    read(text);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
