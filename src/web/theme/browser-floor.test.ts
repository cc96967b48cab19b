import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import postcss, { type AtRule, type Declaration, type Root, type Rule } from 'postcss';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileStyles, unusedParts } from '../../../scripts/assets.mjs';

/** What came to Chromium after version 86, the oldest browser of offices. */
const laterProperties =
  /^(?:inset(?:-.*)?|aspect-ratio|accent-color|(?:margin|padding)-(?:inline|block)|border-(?:inline|block)|scrollbar-gutter|scrollbar-width|text-wrap(?:-.*)?|container(?:-.*)?|translate|rotate|scale|content-visibility|overflow-(?:inline|block)|view-transition-name|field-sizing|text-decoration-thickness|forced-color-adjust)$/;
const laterSelectors = /:(?:has|is|where|focus-visible-within|user-invalid|popover-open|modal)\b|&/;
const laterValues =
  /(?:color-mix|light-dark|oklch|oklab|lab|lch|round|mod)\(|\b\d*\.?\d+(?:dvh|svh|lvh|dvw|cqw|cqi)\b|\boverflow:\s*clip\b|^(?:clip|fit-content\(|subgrid)$/;
const laterAtRules = new Set([
  'container',
  'layer',
  'scope',
  'starting-style',
  'property',
  'view-transition',
  'nest',
]);

function faultsOf(root: Root): string[] {
  const faults: string[] = [];
  root.walkAtRules((rule: AtRule) => {
    if (laterAtRules.has(rule.name)) faults.push(`@${rule.name}`);
    if (rule.name === 'media' && /[<>]=?/.test(rule.params)) faults.push(`@media ${rule.params}`);
  });
  root.walkRules((rule: Rule) => {
    if (laterSelectors.test(rule.selector)) faults.push(rule.selector);
    if (rule.parent?.type === 'rule') faults.push(`nested ${rule.selector}`);
  });
  root.walkDecls((declaration: Declaration) => {
    if (laterProperties.test(declaration.prop)) faults.push(declaration.prop);
    if (laterValues.test(declaration.value)) faults.push(`${declaration.prop}: ${declaration.value}`);
  });
  return faults;
}

describe('the style sheets', () => {
  let styles: Record<string, string>;
  beforeAll(async () => {
    styles = await compileStyles();
  }, 60_000);

  it('hold nothing that Chromium 86 does not know', () => {
    expect(Object.keys(styles)).toEqual(expect.arrayContaining(['portal', 'office']));
    for (const css of Object.values(styles)) expect(faultsOf(postcss.parse(css))).toEqual([]);
  });

  it('name every custom property they use, so that no rule falls away silently', () => {
    const css = Object.values(styles).join('\n');
    const defined = new Set([...css.matchAll(/(--gk-[\w-]+)\s*:/g)].map((match) => match[1]));
    const used = new Set([...css.matchAll(/var\((--gk-[\w-]+)/g)].map((match) => match[1]));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });

  it('leave out only what no page uses', () => {
    const web = join(import.meta.dirname, '..');
    const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.tsx?$/.test(file),
    );
    const used = files.filter((file) =>
      [...readFileSync(join(web, file), 'utf8').matchAll(/[a-z]+(?:-[a-z]+)+/g)].some(([name]) =>
        unusedParts.test(`.${name}`),
      ),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(used).toEqual([]);
  });

  it('stay small enough for a slow line', () => {
    // Packed, a sheet fits into the first window a server may send before the browser answers.
    for (const css of Object.values(styles)) expect(brotliCompressSync(css).length).toBeLessThan(14_000);
  });

  it.each([
    '.a{inset:0}',
    '.a:has(b){color:red}',
    ':is(a,b){color:red}',
    '.a{color:color-mix(in srgb,red,blue)}',
    '.a{b{color:red}}',
    '@container (width > 1px){a{color:red}}',
    '@media (width>=40em){a{color:red}}',
    '.a{margin-inline:1px}',
    '.a{height:10dvh}',
  ])('would be refused with %s', (css) => {
    expect(faultsOf(postcss.parse(css))).not.toEqual([]);
  });
});
