import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isNoticeKind } from './notices/kinds.ts';
import { wordsOfEvent, wordsOfFacts } from './record-words.ts';

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (name.endsWith('.ts') && !name.endsWith('.test.ts')) yield readFileSync(path, 'utf8');
  }
}

describe('every kind of event', () => {
  it('that a command can leave has words', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const left = [...sources(folder)].flatMap((text) => [
      ...[...text.matchAll(/kind: '([a-z][A-Za-z]+\.[A-Za-z]+)'/g)].map((match) => match[1]!),
      ...[...text.matchAll(/accountId, '(account\.[A-Za-z]+)'/g)].map((match) => match[1]!),
    ]);
    expect(left.length).toBeGreaterThan(20);
    expect([...new Set(left)].filter((kind) => !isNoticeKind(kind) && wordsOfEvent(kind) === kind)).toEqual(
      [],
    );
  });

  it('and its facts are said in words, digests shortened', () => {
    expect(wordsOfEvent('membership.granted')).toBe('授予角色');
    expect(wordsOfEvent('later.kind')).toBe('later.kind');
    expect(wordsOfFacts({ role: 'approver', to: null, mail: true, sha256: 'a'.repeat(64) })).toBe(
      '填写邮箱：是；角色：审批人；文件摘要：aaaaaaaaaaaa…；到：无',
    );
  });
});
