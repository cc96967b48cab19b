import { describe, expect, it } from 'vitest';
import { agencyKind } from '../../domain/annual/agency-kind.ts';
import { balanceNote } from '../../law/forms/shared.ts';
import { readAtOnce } from '../read/index.ts';
import { recognise } from './index.ts';

const read = (text: string) =>
  recognise(readAtOnce(new TextEncoder().encode(text), 'report.txt'), {
    file: 'report.txt',
    sha256: '',
    mediaType: 'text/plain',
  });

const told = (text: string, id: string) => {
  const { value, status } = read(text).report.cells[id]!;
  return [value, status];
};

const title = '临溪县青石镇2020年政府信息公开工作年度报告';
const overview = '一、总体情况\n2020年，本镇公开各类信息15条。';

/** Table 二 of the form of 2019 as pages print it that explain its rows to the agencies. */
const explained = [
  title,
  overview,
  '二、主动公开政府信息情况',
  '第二十条第（一）项 | |||',
  '信息内容 | 本年新 制作数量 | 本年新 公开数量 | 对外公开总数量 |',
  '规章（有权制定规章的机关填写） | 0 | 0 | 0 |',
  '规范性文件（决定、公告、通告等，规范性文件以外的不计） | 4 | 3 | 21 |',
  '其他主动公开文件（含以本机关名义印发的、规范性文件以外的文件） | 8 | 8 | 8 |',
  '第二十条第（五）项 | |||',
  '信息内容 | 上一年项目数量（指2019年事项数） | 本年增/减（指2020年增减数，减为负） | 处理决定数量（指2020年办件量） |',
  '行政许可 | 12 | -2 | 31 |',
  '其他对外管理服务事项（行政许可以外的事项，含行政处罚、行政强制、行政检查） | 6 | 1 | 17 |',
  '第二十条第（六）项 | |||',
  '信息内容 | 上一年项目数量（指2019年事项数） | 本年增/减 | 处理决定数量（指2020年办件量） |',
  '行政处罚 | 9 | 0 | 5 |',
  '行政强制 | 3 | 0 | 2 |',
].join('\n');

describe('table 二 on published pages', () => {
  it.each([
    ['disclosure.normative.totalPublic', 21],
    ['disclosure.licensing.change', -2],
    ['disclosure.otherServices.previousItems', 6],
    ['disclosure.otherServices.decisions', 17],
    ['disclosure.penalties.previousItems', 9],
    ['disclosure.coercion.decisions', 2],
  ])('%s is told where rows are explained, a row is added and heads name their year', (id, value) => {
    expect(told(explained, id)).toEqual([value, 'read']);
  });

  it('still leaves a table that compares two years alone', () => {
    const compared = explained.replaceAll('（指2020年办件量）', '（2020年）');
    expect(told(compared, 'disclosure.licensing.previousItems')[1]).not.toBe('read');
  });

  it('reads a change in words in traditional characters', () => {
    const text = explained.replace('| -2 |', '| 減2 |');
    expect(told(text, 'disclosure.licensing.change')).toEqual([-2, 'inferred']);
    expect(told(text, 'disclosure.licensing.decisions')).toEqual([31, 'read']);
  });

  it('leaves a row open that is divided into parts of its own', () => {
    const text = explained.replace(/其他对外管理服务事项.*/, '其他对外管理服务事项 | 行政检查 | 3 | 0 | 7 |');
    expect(told(text, 'disclosure.otherServices.previousItems')).toEqual([null, 'unreadable']);
  });

  it('begins under the heading, not at a head word in the prose above it', () => {
    const reading = read(
      [
        title,
        '一、总体情况\n（三）政府信息管理\n2023年，制发行政规范性文件2件，废止行政规范性文件1件，现行有效件数14件。',
        '二、主动公开政府信息情况',
        '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
        '规章 | 0 | 0 | 0 |\n行政规范性文件 | 2 | 1 | 14 |',
      ].join('\n'),
    );
    expect(reading.sections.map((section) => section.id)).toEqual(['overview', 'disclosure']);
    expect(reading.report.cells['disclosure.normative.inForce']).toMatchObject({ value: 14, status: 'read' });
  });
});

/** Table 三 of the form of 2019, its rows as given under the heads of the form. */
const applications = (...lines: string[]) =>
  [
    title,
    overview,
    '三、收到和处理政府信息公开申请情况',
    `${balanceNote} | 申请人情况 | ||||||||`,
    '自然人 | 法人或其他组织 | 总计 | |||||||',
    '商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||',
    ...lines,
  ].join('\n');

describe('blank cells between pipes', () => {
  const first = '一、本年新收政府信息公开申请数量 | 6 | | | | | | 6 |';
  const none = '二、上年结转政府信息公开申请数量 | 0 | | | | | | 0 |';

  it('are the row’s own where each has its pipe', () => {
    const text = applications(
      first,
      none,
      '三、本年度办理结果 | （一）予以公开 | 4 | | | | | | |',
      '（六）其他处理 | | | | | | | |',
    );
    expect(told(text, 'applications.granted.naturalPerson')).toEqual([4, 'read']);
    expect(told(text, 'applications.granted.total')).toEqual([null, 'blank']);
  });

  it('leave the place of a figure open where blank cells were left out', () => {
    const text = applications(
      first,
      none,
      '三、本年度办理结果 | （一）予以公开 | 4 | |||||||',
      '（六）其他处理 | |||||||||',
    );
    expect(told(text, 'applications.granted.naturalPerson')[1]).toBe('unreadable');
  });

  it('stand under the form of the year where no table tells its edition', () => {
    expect(
      read(
        applications(
          first,
          none,
          '（一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
          '（七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
        ),
      ).report.form,
    ).toBe('2019');
  });

  it('are told beside prose that counts the outcomes', () => {
    const text = applications(
      first,
      none,
      '三、本年度办理结果 | （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |',
      '（六）其他处理 | | | | | | | |',
    );
    const said =
      '2020年收到申请6件，其中，予以公开4件，部分公开1件，无法提供（本机关不掌握相关政府信息）1件，其他0件（无）。';
    const reading = text.replace('申请情况\n', `申请情况\n${said}\n`);
    expect(told(reading, 'applications.granted.total')).toEqual([4, 'read']);
  });

  it('prose that counts the outcomes is no table', () => {
    const said =
      '收到申请45件。其中，予以公开19件，部分公开5件，不予公开（属于三类内部事务信息）1件，不予公开（属于四类过程性信息）1件，无法提供（本机关不掌握相关政府信息）17件，无法提供（没有现成信息需要另行制作）2件。';
    expect(read(`${title}\n一、总体情况\n${said}\n二、主动公开政府信息情况`).tables.applications).toBe(
      'missing',
    );
  });
});

const rows = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '三、本年度办理结果\n\n（一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
];
const heads = [
  '自然人',
  '法人或其他组织',
  '总计',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
];
/** A filled cell is followed by an empty line, a blank one is one line end. */
const spread = (figures: string) =>
  [
    title,
    overview,
    '三、收到和处理政府信息公开申请情况',
    balanceNote,
    '申请人情况',
    ...heads,
    ...rows.map((row) => `${row}\n\n${figures}`),
  ].join('\n\n');

describe('blank cells that are no more than a line end', () => {
  it('are as many as there are line ends', () => {
    const text = spread('\n\n\n\n\n\n2');
    expect(told(text, 'applications.granted.total')).toEqual([2, 'read']);
    expect(told(text, 'applications.granted.naturalPerson')).toEqual([null, 'blank']);
    expect(told(spread('3\n\n\n\n\n\n\n3'), 'applications.received.naturalPerson')).toEqual([3, 'read']);
  });

  it('tell nothing where they do not come to the row', () => {
    expect(told(spread('\n\n\n\n2'), 'applications.granted.total')[1]).toBe('unreadable');
    expect(told(spread('3\n\n\n\n\n3'), 'applications.received.naturalPerson')[1]).toBe('unreadable');
  });
});

describe('headings in other words', () => {
  it.each([
    ['一、总体概述', 'overview'],
    ['一、工作基本情况', 'overview'],
    ['一、2020年政府信息公开工作的总体情况', 'overview'],
    ['一、行政机关主动公开政府信息情况', 'disclosure'],
    ['一、行政机关收到和处理政府信息公开申请的情况', 'applications'],
  ])('%s', (heading, id) => {
    expect(read(`${title}\n${heading}\n2020年，本镇公开各类信息15条。`).sections[0]?.id).toBe(id);
  });
});

it('takes items of the overview for no sections where the sections count in Chinese', () => {
  const text = `${title}\n一、总体情况\n1、主动公开情况。2020年，公开信息15条。\n2、依申请公开情况。2020年，收到申请3件。\n二、主动公开政府信息情况\n已公开。`;
  expect(read(text).sections.map((section) => section.heading)).toEqual([
    '一、总体情况',
    '二、主动公开政府信息情况',
  ]);
});

describe('whose report it is', () => {
  it.each([
    [
      'a notice on the reports is no title',
      '根据《关于做好2020年政府信息公开工作年度报告编制和发布工作的通知》要求编制本报告。',
      null,
    ],
    ['a title after the name of its agency', '临溪县民政局\n关于2020年政府信息公开年度报告', '临溪县民政局'],
    ['a title without an agency names none', '关于2020年政府信息公开年度报告', null],
    [
      'the agency to be asked, its address in brackets',
      '如有疑问，请与临溪县公安局（地址：中山路1号；电话：0000-1234567）联系。',
      '临溪县公安局',
    ],
    [
      'the agency whose report was compiled',
      '根据条例要求，编制临溪县民政局2020年政府信息公开工作年度报告。',
      '临溪县民政局',
    ],
    [
      'an office of the agency to be asked',
      '本报告按条例编制。如有疑问，请与临溪县民政局信息中心联系。',
      '临溪县民政局',
    ],
  ])('%s', (_, head, name) => {
    expect(read(`${head}\n${overview}\n二、主动公开政府信息情况`).report.agency?.name ?? null).toBe(name);
  });

  it('reads the year where only 我镇2020年 tells it', () => {
    expect(
      read('一、总体情况\n现从六个方面汇报我镇2020年政府信息公开工作。\n二、主动公开政府信息情况').report
        .year,
    ).toBe(2020);
  });

  it.each([
    ['北京市城市管理委员会', 'provinceDepartment'],
    ['邹城市城市管理局', 'countyDepartment'],
    ['县应急管理局', 'countyDepartment'],
    ['市教育局', 'other'],
  ])('%s', (name, kind) => {
    expect(agencyKind(name)).toBe(kind);
  });
});

it('takes the edition from the title of the page where no table and no words tell it', () => {
  const page = `<html><head><title>临溪县民政局2020年政府信息公开工作年度报告</title></head><body><p>四、政府信息公开行政复议、行政诉讼情况</p>
    <table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
    <tr>${'结果维持 结果纠正 其他结果 尚未审结 总计 '
      .repeat(3)
      .trim()
      .split(' ')
      .map((name) => `<td>${name}</td>`)
      .join('')}</tr>
    <tr>${'<td>0</td>'.repeat(15)}</tr></table></body></html>`;
  const document = readAtOnce(new TextEncoder().encode(page), 'report.html');
  const source = { file: 'report.html', sha256: '', mediaType: 'text/html' };
  expect(recognise(document, source).report.form).toBe('2019');
});
