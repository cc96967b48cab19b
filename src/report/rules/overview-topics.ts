import { cite } from '../../law/citation.ts';
import { isExcerpt } from '../narrative/passages.ts';
import type { Rule } from './rule.ts';

/** The five topics of 总体情况 (国办公开办函〔2021〕30号) and the words by which a report may be seen to treat them. */
const topics: readonly (readonly [string, RegExp])[] = [
  ['主动公开', /主动公开/],
  ['依申请公开', /依申请|公开申请|申请公开/],
  ['政府信息管理', /信息(?:资源)?管理|公开属性|保密审查|规范性文件|文件清理|发布审核|目录管理/],
  ['政府信息公开平台建设', /平台|网站|专栏|公众号|新媒体|公报|公开专区/],
  ['监督保障', /监督|保障|考核|评议|培训|督查|检查/],
];

/** R016: the overview is silent on one of its five topics. */
export const overviewTopics: Rule = {
  code: 'R016',
  id: 'overview-topics',
  severity: 'info',
  name: '总体情况的五个方面',
  basis: [cite('form2021', '年度报告格式：一、总体情况')],
  check: (reading) => {
    if (reading.refused !== null || reading.report.form !== '2021' || isExcerpt(reading)) return [];
    const overview = reading.sections.filter((section) => section.id === 'overview');
    const text = overview.flatMap((section) => section.passages.map((passage) => passage.text)).join('\n');
    if (text === '') return [];
    const missing = topics.filter(([, words]) => !words.test(text)).map(([topic]) => topic);
    if (missing.length === 0) return [];
    return [
      {
        message: `“一、总体情况”没有写到${missing.map((topic) => `“${topic}”`).join('、')}。2021年格式要求写明主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，请补写；没有发生的也写明。`,
        at: overview[0]!.at,
      },
    ];
  },
};
