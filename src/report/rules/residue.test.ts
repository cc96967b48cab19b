import { describe, expect, it } from 'vitest';
import { reportsOf, speaks } from '../../../test/support/speaks.ts';
import { residue } from './residue.ts';

describe('debris in the text', () => {
  it.each([
    ['[bookmark: _GoBack]镇里开设了座席。', '书签标记'],
    ['统计图如下。[image: 图1]', '图片的占位文字'],
    ['[图片：公开栏]', '图片的占位文字'],
  ])('%s', (words, kind) => {
    expect(speaks(residue, `add overview: ${words}`)).toEqual([expect.stringContaining(kind)]);
  });

  it('of one kind in several places is one finding', () => {
    const [report] = reportsOf(residue, 'add overview: [image: a]\nadd problems: [image: a]');
    expect(report?.message).toContain('2处');
    expect(report?.related).toHaveLength(1);
  });

  it('what the recogniser took out is told once', () => {
    const at = { line: 9, column: 1 };
    const piece = { text: '[bookmark: x]', raw: '[bookmark: x]', at };
    expect(speaks(residue, 'add overview: [bookmark: x]', { residue: [piece] })).toHaveLength(1);
    expect(speaks(residue, '', { residue: [{ text: '14', raw: ' 14 ', at }] })[0]).toContain('页码“14”');
    expect(speaks(residue, '', { residue: [{ text: '', raw: '〔…略…〕', at }] })[0]).toContain('省略标记');
  });

  it('inside a cell it is told at the cell', () => {
    const [report] = reportsOf(residue, 'cell appeals.review.total = [bookmark: _GoBack]1');
    expect(report?.message).toContain('书签标记');
    expect(report?.at).not.toBeNull();
  });

  it('tracked changes are told, the encoding of a right file is not', () => {
    const note = (kind: 'trackedChanges' | 'encodingGuessed') => ({ kind, text: '', at: null });
    expect(speaks(residue, '', { notes: [note('trackedChanges')] })[0]).toContain('修订');
    expect(speaks(residue, '', { notes: [note('encodingGuessed')] })).toEqual([]);
  });

  it('parts of a workbook that are hidden are named, one finding each', () => {
    expect(speaks(residue, 'note hidden -: 工作表“汇总”的第3至5行\nnote hidden -: 工作表“底稿”')).toEqual([
      expect.stringMatching(/^工作表“汇总”的第3至5行是隐藏的，没有读取/),
      expect.stringMatching(/^工作表“底稿”是隐藏的/),
    ]);
  });

  it('formulas without a result are one finding, at the first', () => {
    const [report, ...others] = reportsOf(
      residue,
      'note computed applications.granted.total: J7公式求和得5\nnote computed applications.received.total: J5公式求和得12',
    );
    expect(others).toEqual([]);
    expect(report?.message).toMatch(/^工作表J7公式求和得5；J5公式求和得12：文件里没有存公式的结果/);
    expect(report?.at).not.toBeNull();
    expect(report?.related).toHaveLength(1);
  });

  it('brackets of a text are no debris', () => {
    expect(speaks(residue, 'add overview: 名单[共三人]已经张贴。')).toEqual([]);
  });
});
