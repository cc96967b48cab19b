import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { tableImage } from './table-image.ts';

describe('a table that is no table', () => {
  it.each([
    ['picture disclosure', '表二是图片，'],
    ['picture applications', '表三是图片，'],
    ['picture appeals', '表四是图片，'],
    [
      'drop table applications\nadd applications: 详见门户网站。',
      '“三、收到和处理政府信息公开申请情况”只有文字，没有表三。',
    ],
  ])('%s', (lines, message) => {
    const { reports, reading } = ruled(tableImage, lines);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.message).toContain(message);
    expect(reading.sections.map((s) => s.at)).toContainEqual(reports[0]?.at);
  });

  it.each(['drop table appeals', 'drop section appeals'])(
    'is another rule’s where the section is empty or missing: %s',
    (lines) => {
      expect(ruled(tableImage, lines).reports).toEqual([]);
    },
  );
});
