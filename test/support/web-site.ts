import { type AppOptions, createApp } from '../../src/web/http/app.ts';
import type { RequestLine } from '../../src/web/http/request-log.ts';
import type { Services } from '../../src/web/http/services.ts';
import { loadAssets } from '../../src/web/theme/assets.ts';
import { builtAssets } from './built-assets.ts';
import { sampleServices } from './sample-services.ts';

/** The site in process over invented reports, as tests ask it. */
export interface TestSite {
  readonly get: (
    path: string,
    headers?: Record<string, string>,
  ) => Promise<{ readonly response: Response; readonly text: string }>;
  readonly request: (path: string, init?: RequestInit) => Response | Promise<Response>;
  /** The same with other services or another address. */
  readonly variant: (
    services: Partial<Services>,
    options?: Partial<AppOptions>,
  ) => ReturnType<typeof createApp>;
  readonly log: RequestLine[];
  readonly faults: unknown[];
  /** Where its style sheets and scripts were built. */
  readonly assets: string;
}

export async function testSite(): Promise<TestSite> {
  const folder = await builtAssets();
  const log: RequestLine[] = [];
  const faults: unknown[] = [];
  const options: AppOptions = {
    publicUrl: 'https://www.yunxi.example',
    assets: loadAssets(folder),
    log: (line) => log.push(line),
    onFault: (fault) => faults.push(fault),
  };
  const app = createApp(sampleServices, options);
  return {
    get: async (path, headers = {}) => {
      const response = await app.request(path, { headers });
      return { response, text: await response.text() };
    },
    request: (path, init) => app.request(path, init),
    variant: (services, over = {}) => createApp({ ...sampleServices, ...services }, { ...options, ...over }),
    log,
    faults,
    assets: folder,
  };
}

/** The content of a meta label of a page. */
export const metaOf = (html: string, name: string): string | undefined =>
  html.match(new RegExp(`<meta name="${name}" content="([^"]*)"`))?.[1];
