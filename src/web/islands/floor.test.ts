import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

const source = readFileSync(new URL('./floor.ts', import.meta.url), 'utf8');
const { code } = transformSync(source, { loader: 'ts', target: 'chrome86' });

/** A world without the methods that Chromium 86 lacks, then with what stands in for them. */
const world = createContext({});
const say = (expression: string): unknown =>
  JSON.parse(runInContext(`JSON.stringify(${expression} ?? null)`, world));

beforeAll(() => {
  runInContext(
    `const typed = Object.getPrototypeOf(Uint8Array.prototype);
     for (const target of [Array.prototype, typed, String.prototype]) delete target.at;
     for (const target of [Array.prototype, typed]) { delete target.findLast; delete target.findLastIndex; }
     delete Object.hasOwn;`,
    world,
  );
});

describe('a browser without the newer methods', () => {
  it('lacks them before', () => {
    expect(() => say('[1].at(-1)')).toThrow('not a function');
    runInContext(`{${code}}`, world);
  });

  it.each([
    ['[1, 2, 3].at(-1)', 3],
    ['[1, 2, 3].at(0)', 1],
    ['[1, 2, 3].at(5)', null],
    ['"年度报告".at(-2)', '报'],
    ['new Uint8Array([7, 8]).at(-1)', 8],
    ['[1, 2, 3, 4].findLast((n) => n % 2 === 1)', 3],
    ['[1, 2].findLast((n) => n > 2)', null],
    ['[5, 6, 5].findLastIndex((n) => n === 5)', 2],
    ['[5].findLastIndex((n) => n === 6)', -1],
    ['Object.hasOwn({ a: 1 }, "a")', true],
    ['Object.hasOwn({}, "toString")', false],
    ['Object.keys([])', []],
  ])('%s gives what a newer one gives', (expression, result) => {
    expect(say(expression)).toEqual(result);
  });
});
