import { createContext } from 'hono/jsx';
import { articlesNamed } from '../../law/articles.ts';
import type { Citation } from '../../law/citation.ts';
import type { Urls } from '../http/urls.ts';
import type { LawHref } from './office-shell.ts';

/** How the chips of a page find the law; without a frame around them they are words only. */
export const LawContext = createContext<LawHref>(() => null);

/** Only an article whose text the law page holds has an address there. */
export const lawHrefOf =
  (urls: Pick<Urls, 'law'>): LawHref =>
  ({ instrument, article }: Citation) => {
    const [first] = articlesNamed(instrument, article);
    return first === undefined ? null : urls.law(instrument, first.number);
  };
