/*
 * Keeps the checker for use without network: its page, scripts, place names, rule pages and the law page. It answers
 * for nothing else of the site. Pages come from the network whenever there is one; scripts, whose names change with
 * their content, from the cache. The server puts `gongkaiKept` before this script.
 */
interface Kept {
  /** Differs with every build. */
  readonly version: string;
  readonly base: string;
  /** Addresses of pages, and of files that never change. */
  readonly pages: readonly string[];
  readonly files: readonly string[];
}
declare const gongkaiKept: Kept;

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const scope = self as unknown as {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  readonly clients: { claim(): Promise<void> };
};

const prefix = `gongkai-check${gongkaiKept.base} `;
const name = `${prefix}${gongkaiKept.version}`;
const pages = new Set(gongkaiKept.pages);
const files = new Set(gongkaiKept.files);

/** A page that does not answer must not keep the rest from being kept; a file that does not, must. */
async function keep(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll(gongkaiKept.files);
  await Promise.all(
    gongkaiKept.pages.map(async (path) => {
      const answer = await fetch(path, { cache: 'no-cache' });
      if (answer.ok) await cache.put(path, answer);
    }),
  );
}

/** Earlier builds go when no page uses them any more; a page opened before there was any is taken in at once. */
async function takeOver(): Promise<void> {
  for (const other of await caches.keys())
    if (other.startsWith(prefix) && other !== name) await caches.delete(other);
  await scope.clients.claim();
}

async function pageOf(request: Request, path: string): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await (await caches.open(name)).put(path, answer.clone());
    return answer;
  } catch (error) {
    const kept = await caches.match(path, { cacheName: name });
    if (kept === undefined) throw error;
    return kept;
  }
}

const fileOf = async (request: Request, path: string): Promise<Response> =>
  (await caches.match(path, { cacheName: name })) ?? fetch(request);

scope.addEventListener('install', (event) => event.waitUntil(keep()));
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  if (files.has(path)) event.respondWith(fileOf(request, path));
  else if (request.mode === 'navigate' && pages.has(path)) event.respondWith(pageOf(request, path));
});
