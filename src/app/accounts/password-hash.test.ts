import { hashPassword as hashScrypt } from 'better-auth/crypto';
import { expect, test } from 'vitest';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';

test('a password is kept as Argon2id with its own salt, and only it is taken', async () => {
  const [one, two] = await Promise.all([hashPassword('Yunxiu-2026'), hashPassword('Yunxiu-2026')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=12288,t=3,p=1\$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(one, 'Yunxiu-2026')).toBe(true);
  expect(await verifyPassword(one, 'Yunxiu-2027')).toBe(false);
  expect(isOutdated(one)).toBe(false);
});

test('full-width letters are the same as the half-width ones a keyboard gives otherwise', async () => {
  expect(await verifyPassword(await hashPassword('ｙｕｎ秀2026'), 'yun秀2026')).toBe(true);
});

test('a hash of an earlier version is read, and is to be renewed', async () => {
  const kept = await hashScrypt('Yunxiu-2026');
  expect(await verifyPassword(kept, 'Yunxiu-2026')).toBe(true);
  expect(await verifyPassword(kept, 'Yunxiu-2027')).toBe(false);
  expect(isOutdated(kept)).toBe(true);
});
