import type { AppContext } from '../../app/context.ts';
import type { Calendar } from '../../domain/workday/index.ts';
import type { Services } from '../http/services.ts';
import type { Urls } from '../http/urls.ts';

/** What the pages for applicants need: the store as the public may use it, what the portal has, addresses. */
export interface ApplyDeps {
  /** Acts as the public: what it may do is one line of the policy each. */
  readonly context: AppContext;
  readonly services: Pick<Services, 'site' | 'search'>;
  readonly urls: Urls;
  readonly calendar: () => Calendar;
  /** No server for mails is set up (GONGKAI_SMTP_URL): none is promised. */
  readonly mailless?: boolean | undefined;
  /** Whose forwarded headers are believed (TRUSTED_PROXY). */
  readonly trustedProxy: string | undefined;
}
