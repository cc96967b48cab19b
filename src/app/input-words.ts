import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

const chinese = /\p{Script=Han}/u;

/** What a field that was left out, or filled with what no form offers, is told. */
const plain: Readonly<Record<string, string>> = {
  invalid_value: '请从列出的各项中选择一项。',
  invalid_union: '请从列出的各项中选择一项。',
  invalid_type: '请填写这一项。',
  too_small: '请填写这一项。',
  too_big: '写得太长，请缩短。',
  invalid_format: '填写的格式不对，请核对。',
};

/** An issue in the words of its schema; where that has none of its own, in plain ones, never in those of a program. */
export const wordsOfIssue = ({ code, message }: Issue): string =>
  chinese.test(message) ? message : (plain[code ?? ''] ?? '填写的内容不合要求，请核对。');
