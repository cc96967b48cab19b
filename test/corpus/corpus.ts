import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(fileURLToPath(import.meta.url), '../../../../shared/corpus');

/** Whether the real reports are at hand; they are not part of the project. */
export const corpusAtHand = existsSync(folder);
if (!corpusAtHand) console.log('真实年报不在手边，按语料检查的测试将跳过。');

export interface Case {
  readonly name: string;
  readonly file: string;
  readonly bytes: () => Uint8Array;
  readonly expected: Expected | null;
}

export interface Expected {
  readonly year: number;
  readonly form: string;
  readonly headings: readonly string[];
  readonly cells?: Record<string, number | string | null>;
  readonly tableFaults: readonly { rule: string; column?: string; row?: string }[];
  readonly otherTrueIssues: readonly string[];
  readonly policy?: string;
  readonly layout?: string;
}

/** The cases whose report is a text, a page or a Word file. */
export function cases(...groups: readonly string[]): Case[] {
  if (!corpusAtHand) return [];
  return groups.flatMap((group) =>
    readdirSync(join(folder, group))
      .sort()
      .flatMap((name) => {
        const path = join(folder, group, name);
        const file = readdirSync(path).find((f) => /^report\.(txt|html|docx)$/.test(f));
        if (file === undefined) return [];
        const truth = join(path, 'expected.json');
        return [
          {
            name: `${group}/${name}`,
            file,
            bytes: () => new Uint8Array(readFileSync(join(path, file))),
            expected: existsSync(truth) ? (JSON.parse(readFileSync(truth, 'utf8')) as Expected) : null,
          },
        ];
      }),
  );
}
