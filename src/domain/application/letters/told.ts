import { writtenDay } from '../../workday/index.ts';
import type { NoticeFacts } from './data.ts';

/** How a fact stands in its letter; null where it only steers what is said. */
const written: {
  readonly [K in keyof NoticeFacts]-?: (value: NonNullable<NoticeFacts[K]>) => string | null;
} = {
  due: writtenDay,
  answerDue: writtenDay,
  reason: (text) => text,
  information: (text) => text,
  otherAgency: (text) => text,
  contact: (text) => text,
  rectification: ({ record }) => record,
  served: (text) => text,
  receiptNumber: (text) => text,
  overruled: () => null,
};

const plain = (text: string): string => text.replace(/\s/g, '').replace(/[。；，]+$/, '');

/**
 * The first fact that was given for a letter and stands nowhere in its texts; null where each is told. What the office
 * writes for somebody must reach him: a template without the place for it makes no letter.
 */
export function untoldFact(facts: NoticeFacts, texts: readonly string[]): keyof NoticeFacts | null {
  const said = texts.map(plain).join('\n');
  const untold = (key: keyof NoticeFacts): boolean => {
    const value = facts[key];
    const words = value === undefined ? null : (written[key] as (value: unknown) => string | null)(value);
    return words !== null && !said.includes(plain(words));
  };
  return (Object.keys(facts) as (keyof NoticeFacts)[]).find(untold) ?? null;
}
