import type { LetterKindId, LetterPart } from '../../../law/letters.ts';
import { isRefusal, type Refusal, refuse } from '../../refusal.ts';
import type { Day } from '../../workday/index.ts';
import type { Maker } from './makers.ts';
import type { Slot } from './slots.ts';

/**
 * A block of a template. `text`: words with {slots}; what stands between 〖 and 〗 is the law's and stays in any wording.
 * `maker`: paragraphs made from the case. `optional`: left out where a slot has nothing to say.
 */
export type Block =
  | {
      readonly id: string;
      readonly parts: readonly LetterPart[];
      readonly text: string;
      readonly optional: boolean;
    }
  | { readonly id: string; readonly parts: readonly LetterPart[]; readonly maker: Maker };

/** The words of a kind of letter for a span of days; an older letter keeps the words of its day. */
export interface Template {
  readonly kind: LetterKindId;
  readonly from: Day;
  readonly to: Day | null;
  readonly blocks: readonly Block[];
}

export const words = (id: string, parts: readonly LetterPart[], text: string, optional = false): Block => ({
  id,
  parts,
  text,
  optional,
});

export const made = (id: string, parts: readonly LetterPart[], maker: Maker): Block => ({ id, parts, maker });

const slotPattern = /\{(\w+)\}/g;
const kept = /〖([^〗]*)〗/g;

/** Slots of a text, once each. */
export const slotsOf = (text: string): readonly Slot[] => [
  ...new Set([...text.matchAll(slotPattern)].map((match) => match[1] as Slot)),
];

/** What of a text must stay: each slot, and each stretch of the law's words. */
const mustKeep = (text: string): readonly string[] => [
  ...slotsOf(text).map((slot) => `{${slot}}`),
  ...[...text.matchAll(kept)].map((match) => match[1]!),
];

/** An agency's own words for blocks, by their ids. */
export type Wording = Readonly<Record<string, string>>;

function reworded(block: Block, own: string): Block | Refusal {
  if ('maker' in block)
    return refuse('letter.fixed', '这一段由系统根据案件和法律规定生成，不能改写。救济途径尤其如此。', {
      block: block.id,
    });
  const plain = own.replace(/[〖〗]/g, '');
  const missing = mustKeep(block.text).find((each) => !plain.includes(each.replace(/[〖〗]/g, '')));
  if (missing !== undefined)
    return refuse(
      'letter.wording',
      `改写后的文字缺少“${missing}”。这是法律规定的用语或者案件的内容，请补上后再保存。`,
      { block: block.id, missing },
    );
  // Its legal words go on being marked, so that a letter made by it keeps them too.
  let text = plain;
  for (const [, law] of block.text.matchAll(kept)) text = text.replace(law!, `〖${law}〗`);
  return { ...block, text };
}

/** A template in an agency's own words: any block that is not made, its slots and legal words kept. */
export function withWording(template: Template, wording: Wording): Template | Refusal {
  const unknown = Object.keys(wording).find((id) => template.blocks.every((block) => block.id !== id));
  if (unknown !== undefined)
    return refuse('letter.block', `文书中没有“${unknown}”这一段。请核对后再改。`, { block: unknown });
  const blocks: Block[] = [];
  for (const block of template.blocks) {
    const own = wording[block.id];
    const next = own === undefined ? block : reworded(block, own);
    if (isRefusal(next)) return next;
    blocks.push(next);
  }
  return { ...template, blocks };
}

/** A text with its slots filled; null where one has nothing. `keeps`: what an edit must leave. */
export function filled(
  text: string,
  fill: (slot: Slot) => string | null,
): { readonly text: string; readonly keeps: readonly string[] } | { readonly missing: Slot } {
  const values = new Map<string, string>();
  for (const slot of slotsOf(text)) {
    const value = fill(slot);
    if (value === null || value === '') return { missing: slot };
    values.set(slot, value);
  }
  const put = (part: string): string => part.replace(slotPattern, (_, slot: string) => values.get(slot)!);
  const laws = [...text.matchAll(kept)].map((match) => put(match[1]!));
  return { text: put(text.replace(/[〖〗]/g, '')), keeps: laws };
}
