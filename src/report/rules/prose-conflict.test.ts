import { describe, expect, it } from 'vitest';
import { proseMessages } from '../../../test/support/prose-rules.ts';
import { proseConflict } from './prose-conflict.ts';

const said = (...lines: string[]) => proseMessages(proseConflict, lines.join('\n'));

describe('statements of the prose that cannot both be true', () => {
  it.each([
    [
      ['add overview: 收到政府信息公开申请12件。', 'add problems: 全年收到政府信息公开申请20件，人手紧张。'],
      '收到申请数不一致',
    ],
    [
      ['add overview: 全年主动公开政府信息70条。', 'add other: 全年主动公开政府信息75条。'],
      '主动公开信息数不一致',
    ],
    [['add overview: 全年共公开信息70条。', 'add other: 本年度公开信息70份。'], '不同的计量单位'],
    [
      [
        'add overview: 受理依申请公开12件。',
        'add problems: 存在3份依申请公开文件超时情况，已整改，后续11份文件均按期回复。',
      ],
      '合计 14',
    ],
    [['add overview: 申请均在法定期限内予以答复。', 'add problems: 2件依申请公开答复逾期。'], '2件 逾期'],
    [['add other: 承办人大代表建议1件，政协提案0件。提案意见均已吸收采纳。'], '没有提案便无可办理'],
  ])('%j', (lines, message) => {
    expect(said(...lines)).toHaveLength(1);
    expect(said(...lines)[0]).toContain(message);
  });

  it.each([
    [['add overview: 收到政府信息公开申请12件。', 'add problems: 加上结转，共受理政府信息公开申请13件。']],
    [['add overview: 全年主动公开政府信息70条。', 'add other: 通过网站公开政府信息50条。']],
    [['add overview: 全年主动公开政府信息70条。', 'add other: 2021年主动公开政府信息65条。']],
    [['add overview: 全年公开信息70条，印发公文70份。']],
    [['add overview: 申请均在法定期限内予以答复。', 'add problems: 没有逾期答复的情况。']],
    [['add problems: 2件依申请公开答复逾期，其余申请均按期答复。']],
    [['add other: 承办人大代表建议1件，政协提案0件。建议均已办复。']],
  ])('agree: %j', (lines) => {
    expect(said(...lines)).toEqual([]);
  });
});
