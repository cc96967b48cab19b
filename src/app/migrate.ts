import { openStore, type StoreOptions } from '../store/store.ts';

/** Brings the database to the newest shape and returns one sentence for the terminal. */
export async function migrateStore(options: StoreOptions): Promise<string> {
  const store = await openStore(options);
  const { migrated } = store;
  await store.close();
  return migrated.length === 0
    ? '数据库已是最新，没有需要执行的迁移。'
    : `已执行 ${migrated.length} 份迁移：${migrated.join('、')}`;
}
