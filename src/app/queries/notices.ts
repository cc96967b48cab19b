import { noticePage, unmailedKinds, unreadNotices } from '../../store/notices.ts';
import type { AppContext } from '../context.ts';
import { titleOf } from '../notices/kinds.ts';
import { query } from '../query.ts';

export interface NoticeLine {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly path: string;
  readonly at: Date;
  readonly unread: boolean;
}

const mine = ({ actor }: AppContext) =>
  typeof actor === 'string' ? { agencyId: null } : { agencyId: actor.agencyId, accountId: actor.accountId };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The notices of the one who asks, at the agency they serve, the newest first. */
export const ownNotices = query({
  act: 'notice.read',
  subject: mine,
  async run({ store, actor }, { after, limit }: { readonly after: string | null; readonly limit: number }) {
    if (typeof actor === 'string' || actor.agencyId === null) return { rows: [], next: null };
    const { agencyId, accountId } = actor;
    const seek = after !== null && uuid.test(after) ? after : null;
    const found = await store.read((database) =>
      noticePage(database, { agencyId, accountId, after: seek, limit: limit + 1 }),
    );
    const rows = found.slice(0, limit).map(
      ({ id, kind, number, path, made_at, read_at }): NoticeLine => ({
        id,
        title: titleOf(kind),
        number,
        path,
        at: made_at,
        unread: read_at === null,
      }),
    );
    return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
  },
});

/** How many notices of the one who asks are unread, counted to 100: the bell of every page. */
export const ownUnread = query({
  act: 'notice.read',
  subject: mine,
  run: async ({ store, actor }, _: Record<string, never>) =>
    typeof actor === 'string' || actor.agencyId === null
      ? 0
      : store.read((database) => unreadNotices(database, actor.agencyId!, actor.accountId)),
});

/** Kinds that the one who asks does not want by mail. */
export const ownUnmailed = query({
  act: 'notice.read',
  subject: mine,
  run: async ({ store, actor }, _: Record<string, never>): Promise<readonly string[]> =>
    typeof actor === 'string' ? [] : store.read((database) => unmailedKinds(database, actor.accountId)),
});
