import type { Citation } from '../law/citation.ts';

/** A lawful "no": a value, never thrown. `message` is one Chinese sentence that says what, where and what to do. */
export interface Refusal {
  readonly refused: true;
  /** Stable name for programs, `calendar.unknownYear`. */
  readonly code: string;
  readonly message: string;
  readonly article: Citation | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

export const refuse = (
  code: string,
  message: string,
  facts: Refusal['facts'] = {},
  article: Citation | null = null,
): Refusal => ({ refused: true, code, message, article, facts });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
