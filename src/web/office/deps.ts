import type { Auth } from '../../app/accounts/auth.ts';
import type { AppContext } from '../../app/context.ts';
import type { Calendar } from '../../domain/workday/index.ts';
import type { Site } from '../http/services.ts';
import type { Urls } from '../http/urls.ts';

/** What the office's pages need: the store to act on, who signs in, addresses. */
export interface OfficeDeps {
  /** Of the program itself; each request acts in one of its person. */
  readonly context: AppContext;
  readonly auth: Auth;
  readonly urls: Urls;
  readonly site: Site;
  readonly calendar: () => Calendar;
  /** Whether single sign-on is set up. */
  readonly singleSignOn: boolean;
  /** Robots of groups may stand inside the office's own net (GONGKAI_WEBHOOK_INSIDE). */
  readonly webhookInside?: boolean;
  /** No server for mails is set up (GONGKAI_SMTP_URL): none is promised. */
  readonly mailless?: boolean | undefined;
  /** Whose forwarded headers are believed (TRUSTED_PROXY). */
  readonly trustedProxy: string | undefined;
}
