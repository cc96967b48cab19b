import { describe, expect, it } from 'vitest';
import { isUnavailable, patiently, StoreUnavailable } from './availability.ts';

const fault = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

describe('a fault of the database', () => {
  it.each<[string, Error, boolean]>([
    ['it is starting', fault('57P03'), true],
    ['it was ended', fault('57P01'), true],
    ['nobody listens', fault('ECONNREFUSED'), true],
    ['its socket is gone', fault('ENOENT', { syscall: 'connect' }), true],
    ['another file is gone', fault('ENOENT', { syscall: 'open' }), false],
    ['the connection broke', new Error('Connection terminated unexpectedly'), true],
    ['a key is taken', fault('23505'), false],
    ['a program error', new TypeError('x is not a function'), false],
  ])('%s', (_case, error, unavailable) => {
    expect(isUnavailable(error)).toBe(unavailable);
  });
});

describe('patience', () => {
  const failing = (times: number, error: Error) => {
    let calls = 0;
    return async () => {
      calls += 1;
      if (calls <= times) throw error;
      return calls;
    };
  };

  it('tries again while the server is away or transactions collide', async () => {
    expect(await patiently(failing(2, fault('57P03')))).toBe(3);
    expect(await patiently(failing(1, fault('40P01')))).toBe(2);
  });

  it('ends, with a sentence for a person', async () => {
    const away = patiently(failing(1_000, fault('ECONNREFUSED')), 100);
    await expect(away).rejects.toThrow(StoreUnavailable);
    await expect(away).rejects.toThrow(/请稍后重试/);
  });

  it('is not had with any other fault', async () => {
    await expect(patiently(failing(1, fault('23505')))).rejects.toThrow('23505');
  });
});
