import type { Glyph, Rule } from './pdf-page.ts';

/** The part of a character's body that no border crosses: from and to above the base line, in parts of its size. */
const CORE = [0.12, 0.68] as const;

/**
 * Lines without those that run through the middle of text: struck-out words, and borders that a page's end has
 * put in the wrong place. Cells they would part are rather left whole.
 */
export function withoutStrikes(rules: readonly Rule[], glyphs: readonly Glyph[]): Rule[] {
  const level = rules.filter((rule) => rule.level);
  if (level.length === 0) return [...rules];
  const upright = glyphs.filter((glyph) => glyph.turn === 0 && !glyph.blank).sort((a, b) => a.y - b.y);
  const largest = upright.reduce((size, glyph) => Math.max(size, Math.min(40, glyph.size)), 0);
  const isStrike = (rule: Rule): boolean => {
    for (let i = firstBelow(upright, rule.at); i < upright.length; i++) {
      const { y, x, width, size } = upright[i]!;
      if (y - largest > rule.at) return false;
      const above = (y - rule.at) / size;
      if (above > CORE[0] && above < CORE[1] && x >= rule.from - 1 && x + width <= rule.to + 1) return true;
    }
    return false;
  };
  return rules.filter((rule) => !rule.level || !isStrike(rule));
}

/** Index of the first glyph whose base line is not above `y`. */
function firstBelow(glyphs: readonly Glyph[], y: number): number {
  let low = 0;
  let high = glyphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (glyphs[middle]!.y < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
