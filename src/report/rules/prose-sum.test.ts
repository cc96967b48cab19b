import { describe, expect, it } from 'vitest';
import { proseMessages } from '../../../test/support/prose-rules.ts';
import { proseSum } from './prose-sum.ts';

const said = (sentence: string) => proseMessages(proseSum, `add overview: ${sentence}`);

describe('parts and their whole', () => {
  it.each([
    ['公开信息60条，其中财政信息35条、救助信息30条。', '35条、30条合计 65，超过总数 60条'],
    ['制作图解10篇，包括民生类6篇、经济类5篇。', '合计 11，超过总数 10篇'],
    ['制作解读10篇，图解和文字分别为4篇、5篇。', '合计 9，少于总数 10篇'],
    ['收到申请13件，其中自然人10件，法人或者其他组织2件。', '合计 12，少于总数 13件'],
    ['行政复议9件，其中结果维持3件，结果纠正2件，其他结果1件，尚未审结2件。', '合计 8，少于总数 9件'],
    ['公开信息60条。其中财政信息61条。', '所含 61条，超过总数 60条'],
  ])('%s', (sentence, message) => {
    expect(said(sentence)).toHaveLength(1);
    expect(said(sentence)[0]).toContain(message);
  });

  it.each([
    '公开信息60条，其中财政信息35条、救助信息9条。',
    '公开信息60条，其中财政信息35条、救助信息25条，通过微信公众号发布信息89条。',
    '公开信息60条，其中网站50条、微信40条。',
    '公开信息60余条，其中财政信息61条。',
    '举办培训5次120人次，其中线上2次、线下3次。',
    '收到申请13件，其中自然人11件、企业2件，网上申请9件、信函4件。',
    '收到申请13件，其中涉及土地8件、社保7件。',
    '行政复议9件，其中结果维持3件，结果纠正2件。行政诉讼46件，其中结果维持25件。',
    '不予处理1件、其他处理（含申请人撤回申请）4件。',
    '公开信息60条，同比增加70条。',
    '公开信息60条。全年举办培训61次。',
  ])('hold: %s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});
