import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { readText } from './text.ts';

const lines = (text: string): string[] =>
  readText(text, 'utf-8').blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind));

describe('readText', () => {
  it.each([
    ['a\nb', ['a', 'b']],
    ['a\r\nb\rc', ['a', 'b', 'c']],
    ['a\n\n\tb \n', ['a', '', '\tb ']],
    ['一页\f二页\u2028三行\u2029四段\u0085五', ['一页', '二页', '三行', '四段', '五']],
    ['', []],
    ['\n', ['']],
    ['规章\t0\t 0', ['规章\t0\t 0']],
  ])('reads %j as the lines %j, each as it stands', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('numbers lines from 1', () => {
    const { blocks } = readText('甲\n\n乙', 'utf-8');
    expect(blocks.map(({ at }) => at)).toEqual([1, 2, 3].map((line) => ({ line, column: 1 })));
  });

  it('counts lines as editors do: a page break within a line begins a paragraph, not a line', () => {
    const { blocks } = readText('甲\n\f乙\u2028丙\n丁', 'utf-8');
    expect(blocks.map(({ at }) => at)).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 2 },
      { line: 2, column: 4 },
      { line: 3, column: 1 },
    ]);
  });

  it('notes traditional characters where they first stand, unless they are only a link to the other script', () => {
    const text = '标题\n繁體版\n二、主動公開政府信息情況：規範性文件處理決定數量';
    expect(readText(text, 'utf-8').notes.map(({ kind, at }) => ({ kind, at }))).toEqual([
      { kind: 'traditional', at: { line: 2, column: 1 } },
    ]);
    expect(readText('繁體版\n主动公开', 'utf-8').notes).toEqual([]);
  });

  it('reads no more lines than the limit and says so', () => {
    const read = readText('\n'.repeat(LIMITS.blocks + 5), 'utf-8');
    expect(read.blocks).toHaveLength(LIMITS.blocks);
    expect(read.notes.map(({ kind }) => kind)).toEqual(['truncated']);
  });
});
