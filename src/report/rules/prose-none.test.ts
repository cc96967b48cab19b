import { describe, expect, it } from 'vitest';
import { proseMessages } from '../../../test/support/prose-rules.ts';
import { proseNone } from './prose-none.ts';

const noApplications = [
  'received',
  'carriedIn',
  'concluded',
  'granted',
  'partial',
  'denied.thirdParty',
  'unavailable.notHeld',
  'declined.petition',
  'carriedOut',
]
  .map((row) => `row applications.${row} = 0 0 0 0 0 0 0`)
  .join('\n');

describe('none in the prose against the tables, and some against none', () => {
  it.each([
    ['2022年未收到政府信息公开申请。', '', '为 12'],
    ['我镇并未接收到一例依申请公开请求。', '', '为 12'],
    ['全年无行政复议案件。', '', '表四“行政复议”行“总计”列为 1'],
    ['全年未制发行政规范性文件。', '', '“本年制发件数”列为 3'],
    ['共受理政府信息公开申请13件，均已办结。', '', '“四、结转下年度继续办理”行“总计”列为 1'],
    ['全年收到政府信息公开申请2件。', noApplications, '为 0'],
    ['因政府信息公开引起的行政诉讼2件。', '', '之和为 0'],
  ])('%s', (sentence, more, cell) => {
    const messages = proseMessages(proseNone, `add overview: ${sentence}\n${more}`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(cell);
  });

  it.each([
    ['全年未收到政府信息公开申请。', noApplications],
    ['全年收到政府信息公开申请0件。', noApplications],
    ['未发生因政府信息公开引起的行政诉讼。', ''],
    ['2021年未收到政府信息公开申请。', ''],
    ['上半年未收到政府信息公开申请。', ''],
    ['如未收到政府信息公开申请，应当在报告中说明。', ''],
    ['未收到第三方意见。', ''],
    ['共受理政府信息公开申请13件，办结12件，均已按时答复。', ''],
    ['各村未收到政府信息公开申请。', ''],
    ['全年未收到政府信息公开申请。', 'cell applications.received.total ='],
  ])('agrees, or tells nothing for certain: %s', (sentence, more) => {
    expect(proseMessages(proseNone, `add overview: ${sentence}\n${more}`)).toEqual([]);
  });
});
