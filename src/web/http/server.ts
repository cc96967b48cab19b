import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { builtAssets, loadAssets } from '../theme/assets.ts';
import { createApp } from './app.ts';
import type { RequestLine } from './request-log.ts';
import type { Services } from './services.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly services: Services;
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

/** Listens on host and port; rejects when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
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
  handler = createApp(options.services, { ...options, publicUrl: options.publicUrl ?? url, assets });
  return { url, port, close: () => closing(server) };
}
