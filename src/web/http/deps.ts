import type { Assets } from '../theme/assets.ts';
import type { Services } from './services.ts';
import type { Urls } from './urls.ts';

/** What every route needs. `version` differs whenever the program or its style sheets do. */
export interface Deps {
  readonly services: Services;
  readonly urls: Urls;
  readonly assets: Assets;
  readonly version: string;
}
