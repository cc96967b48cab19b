import { chooseNotices } from '../../app/commands/choose-notices.ts';
import { readNotices } from '../../app/commands/read-notices.ts';
import { noticeKindIds } from '../../app/notices/kinds.ts';
import { ownNotices, ownUnmailed } from '../../app/queries/notices.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { NoticesPage } from './notices-page.tsx';
import { answer, goOn, type OfficePage } from './page.ts';
import type { Office } from './router.ts';

const perPage = 30;

const list =
  (mailless: boolean) =>
  async (page: OfficePage): Promise<Response | Refusal> => {
    const found = await ownNotices(page.context, {
      after: page.c.req.query('after') ?? null,
      limit: perPage,
    });
    if (isRefusal(found)) return found;
    const unmailed = await ownUnmailed(page.context, {});
    if (isRefusal(unmailed)) return unmailed;
    const hasMail = page.visit.account.mail !== null;
    return answer(
      page,
      <NoticesPage page={page} list={found} unmailed={unmailed} hasMail={hasMail} mailless={mailless} />,
    );
  };

/** What a person is told: the list, reading, which kinds come by mail. */
export function noticesRoutes(office: Office, mailless: boolean): void {
  office.get('/notices', 'notice.read', list(mailless));
  office.post('/notices/read', 'notice.read', async (page, { noticeId }) => {
    const agencyId = page.visit.place?.id ?? '';
    const done = await readNotices(page.context, { agencyId, noticeId: noticeId ?? null });
    // What somebody read in another window meanwhile is read: nothing to complain of.
    if (isRefusal(done) && done.code !== 'notice.read') return done;
    return goOn(page, '/office/notices', noticeId === undefined ? 'noticesRead' : undefined);
  });
  office.post('/notices/choose', 'notice.choose', async (page, sent) => {
    const mailed = noticeKindIds.filter((kind) => sent[`mail:${kind}`] === '1');
    const done = await chooseNotices(page.context, { accountId: page.visit.account.id, mailed });
    return isRefusal(done) ? done : goOn(page, '/office/notices', 'noticesChosen');
  });
}
