import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./css/_tokens.scss', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--gk-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]),
);

function channel(colour: string, at: number): number {
  const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function ratio(a: string, b: string): number {
  const light = (colour: string) =>
    0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  const [low, high] = [light(tokens.get(a)!), light(tokens.get(b)!)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const papers = ['surface', 'surface-2', 'surface-3', 'brand-tint'];
const text: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'brand'].flatMap((ink) => papers.map((paper) => [ink, paper] as const)),
  ...['ok', 'soon', 'over', 'paused'].flatMap(
    (ink) =>
      [
        [ink, 'surface'],
        [ink, 'surface-2'],
        [ink, `${ink}-tint`],
      ] as const,
  ),
  ...['ok-tint', 'soon-tint', 'over-tint', 'paused-tint', 'mark', 'brand-soft'].map(
    (paper) => ['ink', paper] as const,
  ),
  ['ink-2', 'mark'],
  ['brand', 'mark'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-brand-muted', 'brand-strong'],
  ['on-brand', 'soon'],
  ['on-brand', 'over'],
  ['on-brand', 'ink'],
  ['on-brand', 'ink-2'],
  ['brand', 'surface'],
  ['ink-2', 'soon-tint'],
  ['ink-2', 'over-tint'],
  ['ink-2', 'paused-tint'],
];
const shapes: readonly (readonly [string, string])[] = [
  ['control', 'surface'],
  ['focus', 'surface'],
  ['focus', 'surface-2'],
  ['focus', 'brand-tint'],
  ['on-brand', 'brand-strong'],
  ['on-brand', 'ink'],
  ['brand-mid', 'surface'],
  ...['ok', 'soon', 'over', 'paused'].map((tone) => [`${tone}-line`, 'surface'] as const),
  ...[1, 2, 3, 4, 5, 6].map((number) => [`c${number}`, 'surface'] as const),
];

describe('the colours of the kit', () => {
  it.each(text)('text: %s on %s keeps 4.5 to 1', (ink, paper) => {
    expect(ratio(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapes)('controls and marks: %s on %s keeps 3 to 1', (mark, paper) => {
    expect(ratio(mark, paper)).toBeGreaterThanOrEqual(3);
  });
});
