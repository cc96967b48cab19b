import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { overviewTopics } from './overview-topics.ts';

const overview = (words: string): string => `section overview: ${words}`;

describe('the five topics of the overview', () => {
  it.each([
    ['主动公开', '依申请公开落实到人；政府信息管理规范；网站更新；监督有力。'],
    ['依申请公开', '主动公开补贴信息；政府信息管理规范；网站更新；监督有力。'],
    ['政府信息管理', '主动公开补贴信息；依申请公开落实到人；网站更新；监督有力。'],
    ['政府信息公开平台建设', '主动公开补贴信息；依申请公开落实到人；政府信息管理规范；监督有力。'],
    ['监督保障', '主动公开补贴信息；依申请公开落实到人；政府信息管理规范；网站更新。'],
  ])('%s is missed', (topic, words) => {
    expect(speaks(overviewTopics, overview(words))).toEqual([expect.stringContaining(`没有写到“${topic}”`)]);
  });

  it('all that is missing is named in one finding', () => {
    expect(speaks(overviewTopics, overview('镇里改进了工作。'))).toEqual([
      expect.stringContaining('“主动公开”、“依申请公开”、“政府信息管理”、“政府信息公开平台建设”、“监督保障”'),
    ]);
  });

  it.each([
    '',
    'form 2019\nsection overview: 镇里改进了工作。',
    'section overview: 〔…略…〕镇里改进了工作。',
  ])('nothing is said of %j', (lines) => {
    expect(speaks(overviewTopics, lines)).toEqual([]);
  });
});
