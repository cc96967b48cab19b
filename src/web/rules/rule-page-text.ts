import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One example of a rule's page: the sentence over it and the lines that describe the report it speaks of. */
export interface RuleExample {
  readonly caption: string;
  /** The changes to the clean sample, one a line (test/support/sample.ts runs the same lines). */
  readonly lines: readonly string[];
}

/** `<id>.md` by its headings; texts are Markdown. */
export interface RulePageText {
  readonly checks: string;
  readonly basis: string;
  readonly exceptions: string;
  readonly fails: readonly RuleExample[];
  readonly passes: readonly RuleExample[];
}

/** Where the pages stand: beside the built program, or in the sources. */
const folders = ['./rules/', '../../report/rules/'];

function fileOf(id: string): string {
  const files = folders.map((folder) => fileURLToPath(new URL(`${folder}${id}.md`, import.meta.url)));
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw new Error(`安装不完整：缺少规则 ${id} 的说明页。`);
  return found;
}

const fence = /^```report\n([\s\S]*?)^```$/gm;

function examplesOf(part: string): RuleExample[] {
  const examples: RuleExample[] = [];
  let from = 0;
  for (const match of part.matchAll(fence)) {
    const caption = part
      .slice(from, match.index)
      .trim()
      .replace(/[：。]$/, '');
    const lines = match[1]!
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    examples.push({ caption, lines });
    from = match.index + match[0].length;
  }
  return examples;
}

/** The page told by its Markdown; a heading that is not there is an empty text. */
export function parseRulePage(markdown: string): RulePageText {
  const parts = new Map(
    markdown
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return [part.slice(0, end).trim(), part.slice(end).trim()];
      }),
  );
  const text = (heading: string) => parts.get(heading) ?? '';
  return {
    checks: text('查什么'),
    basis: text('依据'),
    exceptions: text('例外'),
    fails: examplesOf(text('不通过')),
    passes: examplesOf(text('通过')),
  };
}

const pages = new Map<string, RulePageText>();

/** The page of a rule, read once. Throws where the installation lacks it. */
export function rulePageText(id: string): RulePageText {
  const known = pages.get(id);
  if (known !== undefined) return known;
  const page = parseRulePage(readFileSync(fileOf(id), 'utf8').replaceAll('\r\n', '\n'));
  pages.set(id, page);
  return page;
}
