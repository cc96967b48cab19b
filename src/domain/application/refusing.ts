import { cite } from '../../law/citation.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** A lawful "no" to an act on an application, with the article of 条例 it rests on. */
export const no = (
  code: string,
  message: string,
  article: string | null = null,
  facts: Refusal['facts'] = {},
): Refusal =>
  refuse(`application.${code}`, message, facts, article === null ? null : cite('tiaoli2019', article));

/** Whether a text that must say something says nothing. */
export const blank = (text: string | null | undefined): boolean =>
  text === null || text === undefined || text.trim() === '';
