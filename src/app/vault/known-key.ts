import type { Store } from '../../store/store.ts';
import { keepFingerprint, keyFingerprint } from '../../store/vault-fingerprint.ts';
import { type MasterKey, masterKey } from './master-key.ts';
import { type Vault, vaultOf } from './vault.ts';

const advice =
  '请恢复原来的主密钥（数据文件夹里的 master.key，或 GONGKAI_KEY），它与备份分开保存。没有改动任何数据。';

/**
 * The master key that the data of this store is sealed with, and its vault. No key is made beside data of another one.
 * @throws Error when the key at hand is not the one the data is sealed with, or there is none
 */
export async function knownKey(
  store: Store,
  dataFolder: string,
  given: string | undefined,
): Promise<{ readonly key: MasterKey; readonly vault: Vault }> {
  const kept = await store.read(keyFingerprint);
  const key = masterKey(dataFolder, given, kept === null);
  if (key === null)
    throw new Error(
      `这里的数据是用主密钥加密的，但数据文件夹里没有 master.key，也没有给出 GONGKAI_KEY。${advice}`,
    );
  const vault = vaultOf(key.bytes);
  const fingerprint = Buffer.from(vault.secretFor('fingerprint'), 'hex').subarray(0, 16);
  if (kept === null)
    await store.write((transaction) => keepFingerprint(transaction, fingerprint, new Date()));
  const now = kept ?? (await store.read(keyFingerprint));
  if (!now?.equals(fingerprint)) throw new Error(`主密钥不是加密这里的数据的那一把。${advice}`);
  return { key, vault };
}
