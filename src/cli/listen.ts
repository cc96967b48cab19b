import { Failure } from './failure.ts';
import type { Io } from './io.ts';

export interface ServeOptions {
  readonly port?: string;
  readonly host?: string;
}

/** Host and port: the options, else HOST and PORT, else 127.0.0.1:8080. */
export function listenOn(options: ServeOptions, io: Io): { readonly host: string; readonly port: number } {
  const text = options.port ?? io.env.PORT ?? '8080';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new Failure(`端口 ${text}：应为0至65535的整数。`);
  return { host: options.host ?? io.env.HOST ?? '127.0.0.1', port };
}
