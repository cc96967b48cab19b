import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { wordsOfIssue } from './input-words.ts';

const said = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(wordsOfIssue) ?? [];

describe('what is wrong with an input', () => {
  it.each([
    ['a choice not made', z.enum(['paper', 'electronic']), '', '请从列出的各项中选择一项。'],
    ['a choice with words of its own', z.enum(['paper'], '请选择提供的形式。'), '', '请选择提供的形式。'],
    ['nothing where something must be', z.string(), undefined, '请填写这一项。'],
    ['no number', z.number(), Number.NaN, '请填写这一项。'],
    ['too little', z.string().min(1), '', '请填写这一项。'],
    ['too much', z.string().max(1), '甲乙', '写得太长，请缩短。'],
    ['an id of another shape', z.uuid(), 'x', '填写的格式不对，请核对。'],
    ['one of several shapes', z.union([z.literal('a'), z.literal('b')]), 'c', '请从列出的各项中选择一项。'],
    ['a field that is not asked for', z.strictObject({}), { a: 1 }, '填写的内容不合要求，请核对。'],
  ])('%s is told in Chinese', (_, schema, value, words) => {
    expect(said(schema, value)).toEqual([words]);
  });
});
