/// <reference lib="webworker" />
import { KEPT } from './kept-files.ts';

/**
 * All that the page of kept certificates needs without a network: its own address, its script and the mark.
 * Put in when it is built, so that a new script makes a new worker.
 */
declare const SHELL: readonly string[];
declare const SHELL_CACHE: string;
declare const self: ServiceWorkerGlobalScope;

const PAGE = '/kept/';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL_CACHE)
      .then((cache) => cache.addAll(SHELL))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name !== KEPT && name !== SHELL_CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

/** Answers for the page and for what was kept; whatever else is asked goes to the network, and leaves no trace. */
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin || event.request.method !== 'GET') return;
  if (pathname === PAGE) event.respondWith(newestPage(event.request));
  else if (pathname.startsWith(`${PAGE}files/`)) event.respondWith(keptFile(pathname));
  else if (SHELL.includes(pathname)) event.respondWith(shellFile(event.request));
});

/** The page as it is now, in the language that is asked for; without a network as it was last. */
async function newestPage(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL_CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(PAGE, answer.clone());
    return answer;
  } catch {
    return (await cache.match(PAGE)) ?? Response.error();
  }
}

async function keptFile(pathname: string): Promise<Response> {
  const kept = await (await caches.open(KEPT)).match(pathname);
  return kept ?? new Response('', { status: 404 });
}

async function shellFile(request: Request): Promise<Response> {
  return (await (await caches.open(SHELL_CACHE)).match(request)) ?? fetch(request);
}
