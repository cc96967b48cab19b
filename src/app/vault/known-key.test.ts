import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import type { Store } from '../../store/store.ts';
import { knownKey } from './known-key.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'gongkai-key-'));
let store: Store;
let first: string;
beforeAll(async () => {
  store = await testStore();
  first = folder();
});
afterAll(() => store.close());

describe('the master key of data', () => {
  it('is made with the first start, and the same one opens the data again', async () => {
    const { key } = await knownKey(store, first, undefined);
    expect(key.madeAt).toBe(join(first, 'master.key'));
    const again = await knownKey(store, first, undefined);
    expect(again.key).toEqual({ bytes: key.bytes, madeAt: null });
    expect((await knownKey(store, folder(), key.bytes.toString('base64'))).key.bytes).toEqual(key.bytes);
  });

  it('is asked for where it is missing, and no other is made', async () => {
    const restored = folder();
    await expect(knownKey(store, restored, undefined)).rejects.toThrow('请恢复原来的主密钥');
    expect(existsSync(join(restored, 'master.key'))).toBe(false);
  });

  it('is told from another one before that seals anything', async () => {
    const other = randomBytes(32).toString('base64');
    await expect(knownKey(store, folder(), other)).rejects.toThrow('不是加密这里的数据的那一把');
    await expect(knownKey(store, first, undefined)).resolves.toBeDefined();
  });
});
