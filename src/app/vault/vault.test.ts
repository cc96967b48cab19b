import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masterKey } from './master-key.ts';
import { open, openText, seal, sealText, vaultOf } from './vault.ts';

const vault = vaultOf(randomBytes(32));

describe('what is sealed', () => {
  it('opens to the same bytes, and only as what it was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (plain, about, other) => {
        const { key } = vault.newKey('case');
        const sealed = seal(key, plain, about);
        expect(open(key, sealed, about).equals(Buffer.from(plain))).toBe(true);
        if (other !== about) expect(() => open(key, sealed, other)).toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('opens no more when any one byte was changed', () => {
    const { key } = vault.newKey('case');
    const sealed = sealText(key, '申请人姓名', 'name');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = changed[at]! ^ 1;
      expect(() => openText(key, changed, 'name')).toThrow();
    }
  });

  it('never looks the same twice, and shows nothing of what it holds', () => {
    const { key } = vault.newKey('case');
    const [a, b] = [sealText(key, '张三', 'name'), sealText(key, '张三', 'name')];
    expect(a.equals(b)).toBe(false);
    expect(a.includes(Buffer.from('张三', 'utf8'))).toBe(false);
  });
});

describe('the key of a case', () => {
  it('is unwrapped for its own case alone, under its own master key alone', () => {
    const { key, wrapped } = vault.newKey('agency/case 1');
    expect(vault.unwrap(wrapped, 'agency/case 1').equals(key)).toBe(true);
    expect(() => vault.unwrap(wrapped, 'agency/case 2')).toThrow();
    expect(() => vaultOf(randomBytes(32)).unwrap(wrapped, 'agency/case 1')).toThrow();
  });
});

describe('a search hash', () => {
  it('finds the same value however it is typed, and tells purposes apart', () => {
    expect(
      vault.searchHash('idNumber', ' １１０１０１x ').equals(vault.searchHash('idNumber', '110101X')),
    ).toBe(true);
    expect(vault.searchHash('name', '1').equals(vault.searchHash('phone', '1'))).toBe(false);
  });
});

describe('the master key', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'gongkai-key-'));

  it('is made once, for its owner alone, and found again', () => {
    const data = folder();
    const made = masterKey(data, undefined, true)!;
    expect(made.madeAt).toBe(join(data, 'master.key'));
    expect(statSync(made.madeAt!).mode & 0o777).toBe(0o600);
    const again = masterKey(data, '', false);
    expect(again).toEqual({ bytes: made.bytes, madeAt: null });
    expect(readFileSync(made.madeAt!, 'utf8').trim()).toBe(made.bytes.toString('base64'));
  });

  it('is taken from the variable as it stands or from the file it names', () => {
    const bytes = randomBytes(32);
    expect(masterKey(folder(), bytes.toString('base64'), false)?.bytes.equals(bytes)).toBe(true);
    const path = join(folder(), 'key');
    writeFileSync(path, `${bytes.toString('base64')}\n`);
    chmodSync(path, 0o600);
    expect(masterKey(folder(), path, false)?.bytes.equals(bytes)).toBe(true);
  });

  it.each([['short'], [randomBytes(16).toString('base64')], [join(tmpdir(), 'no-such-key')]])(
    'is refused when it is neither: %s',
    (given) => {
      expect(() => masterKey(folder(), given, true)).toThrow('GONGKAI_KEY');
    },
  );

  it('that was damaged on disk is never replaced by a new one', () => {
    const data = folder();
    writeFileSync(join(data, 'master.key'), 'damaged');
    expect(() => masterKey(data, undefined, true)).toThrow('请恢复备份的密钥文件');
  });
});
