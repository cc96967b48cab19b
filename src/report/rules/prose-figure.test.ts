import { describe, expect, it } from 'vitest';
import { proseMessages, proseReports } from '../../../test/support/prose-rules.ts';
import { readSample } from '../../../test/support/read-sample.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { proseFigure } from './prose-figure.ts';

const said = (sentence: string, more = '') =>
  proseMessages(proseFigure, `add overview: ${sentence}\n${more}`);

describe('a figure of the prose against the tables', () => {
  it.each([
    ['全年共收到政府信息公开申请15件。', '中的 15件 与表格不符', '为 12'],
    [
      '本年新收政府信息公开申请13件，上年结转1件。',
      '13件',
      '“一、本年新收政府信息公开申请数量”行“总计”列为 12',
    ],
    [
      '本年新收政府信息公开申请12件，上年结转2件。',
      '2件',
      '“二、上年结转政府信息公开申请数量”行“总计”列为 1',
    ],
    ['收到申请12件，其中自然人申请11件，商业企业1件。', '1件', '“商业企业”列为 2'],
    ['受理政府信息公开申请13件，办结10件，结转下年度1件。', '10件', '“（七）总计”行“总计”列为 12'],
    [
      '受理政府信息公开申请13件，办结12件，结转下年度继续办理2件。',
      '2件',
      '“四、结转下年度继续办理”行“总计”列为 1',
    ],
    ['办结申请12件，其中予以公开6件，部分公开1件。', '6件', '“（一）予以公开”行“总计”列为 5'],
    ['办结申请12件，其中不予公开2件。', '2件', '之和为 1'],
    ['因政府信息公开引起的行政复议案件3件。', '3件', '表四“行政复议”行“总计”列为 1'],
    ['制发行政规范性文件5件。', '5件', '表二“行政规范性文件”行“本年制发件数”列为 3'],
    ['废止行政规范性文件2件。', '2件', '“本年废止件数”列为 1'],
    ['作出行政处罚决定7件。', '7件', '“行政处罚”行“本年处理决定数量”列为 5'],
    ['行政事业性收费金额13.6万元。', '13.6万元', '为 12.6'],
    ['全年收到政府信息公开申请20余件。', '20件', '为 12'],
    ['全年收到政府信息公开申请约30件。', '30件', '为 12'],
  ])('%s', (sentence, figure, cell) => {
    const messages = said(sentence);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(figure);
    expect(messages[0]).toContain(cell);
  });

  it.each([
    '全年共收到政府信息公开申请12件。',
    '全年共受理政府信息公开申请13件。',
    '办理政府信息公开申请13件。',
    '收到申请13件，其中自然人11件，法人或者其他组织2件。',
    '办结申请12件，其中予以公开5件，部分公开1件，不予公开1件，无法提供4件，不予处理1件。',
    '答复政府信息公开申请11件。',
    '因政府信息公开引起的行政复议案件1件，结果维持1件。',
    '全年办理行政复议案件120件。',
    '行政事业性收费金额13万元。',
    '全年收到政府信息公开申请10余件。',
    '全年收到政府信息公开申请约12件。',
    '2021年收到政府信息公开申请30件。',
    '申请数量较上年增加15件。',
    '县司法局收到政府信息公开申请30件。',
    '全县收到政府信息公开申请30件。',
    '收到网上申请30件。',
    '收到人大代表建议30件。',
    '公开行政处罚信息30条。',
    '以县政府名义制发规范性文件30件。',
    '下一步，力争答复申请30件。',
  ])('agrees, or tells nothing for certain: %s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });

  it('a blank cell leaves the comparison open, and so does one that cannot be read', () => {
    expect(said('全年收到政府信息公开申请15件。', 'cell applications.received.total =')).toEqual([]);
    expect(said('全年收到政府信息公开申请15件。', 'cell applications.carriedIn.total =')).toEqual([]);
  });

  it('stands at the figure and names the cell', () => {
    const lines = 'add overview: 制发行政规范性文件5件。';
    const [report] = proseReports(proseFigure, lines);
    const { claims } = readSample(sampleOf(lines).report);
    expect(report).toMatchObject({
      cells: ['disclosure.normative.issued'],
      at: claims.find((c) => c.value === 5)?.at,
    });
  });

  it('glued digits contradict only what no splitting of them gives', () => {
    const reading = readSample(sampleOf('add overview: 现行有效行政规范性文件9件。').report);
    const ids = ['issued', 'repealed', 'inForce'].map((column) => `disclosure.normative.${column}`);
    const glued = (text: string) => ({
      ...reading,
      report: {
        ...reading.report,
        cells: {
          ...reading.report.cells,
          ...Object.fromEntries(
            ids.map((id) => [id, { value: null, text, status: 'unreadable' as const, at: null }]),
          ),
        },
      },
      glued: [{ table: 'disclosure' as const, cells: ids, impossible: [] }],
    });
    const check = (text: string) => proseFigure.check(glued(text), { previous: null, places: null }).length;
    expect([check('3118'), check('3119'), check('911'), check('39')]).toEqual([1, 0, 1, 1]);
  });
});
