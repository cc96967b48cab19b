import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { builtAssets, loadAssets } from '../theme/assets.ts';
import { type AppOptions, createApp } from './app.ts';
import type { RequestLine } from './request-log.ts';
import type { Services } from './services.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly services: Services;
  /** Opened once the address people use is known; without it there is no office. */
  readonly office?: AppOptions['office'];
  /** Default: http://HOST:PORT. */
  readonly publicUrl?: string | undefined;
  /** Folder of the built style sheets; default: beside the built program. */
  readonly assetsFolder?: string;
  readonly log?: (line: RequestLine) => void;
  readonly onFault?: (fault: unknown) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, lets running ones finish for a moment, then ends. */
  readonly close: () => Promise<void>;
}

const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host);

const closeWithinMs = 3000;

function closing(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), closeWithinMs).unref();
  });
}

/** PUBLIC_URL as given; a RangeError with a sentence for people when it is no address of a site. */
function checkPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.search !== '' || parsed.hash !== '')
    throw new RangeError(`PUBLIC_URL ${text}：应为完整的网址，例如 https://www.example.gov.cn/xxgk。`);
  return text;
}

/** Listens on host and port; rejects when the port is taken, or with a RangeError when PUBLIC_URL is no address. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const publicUrl = checkPublicUrl(options.publicUrl);
  const assets = loadAssets(options.assetsFolder ?? builtAssets());
  let handler: ReturnType<typeof createApp> | undefined;
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) => handler!.fetch(request, env as never),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${hostInUrl(options.host)}:${port}`;
  handler = createApp(options.services, { ...options, publicUrl: publicUrl ?? url, assets });
  return { url, port, close: () => closing(server) };
}
