/** What is kept of a certificate, beside the files themselves. */
export type KeptEntry = {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  /** The language of the two. */
  readonly language: string;
  readonly keptAtMs: number;
};

/** Why nothing new was kept. */
export type NotKept = 'gone' | 'withdrawn' | 'no_network' | 'no_room';

/** The one store of what somebody chose to keep; the worker reads from it. */
export const KEPT = 'laurel-kept';

const FILES = '/kept/files/';
const ENTRY = '.entry';

/** Where a file is found, with the network or without. */
export function keptPath(id: string, extension: 'pdf' | 'json' | 'bundle.json'): string {
  return `${FILES}${id}.${extension}`;
}

/** The verifier that needs no network, once it is kept. */
export const KEPT_VERIFIER = `${FILES}verify.html`;

/** What is kept on this device, the newest first. */
export async function keptEntries(): Promise<readonly KeptEntry[]> {
  const cache = await caches.open(KEPT);
  const entries = (await cache.keys()).filter(({ url }) => url.endsWith(ENTRY));
  const read = await Promise.all(
    entries.map(async (one): Promise<KeptEntry | null> => (await cache.match(one))?.json() ?? null),
  );
  return read.filter((one) => one !== null).sort((one, other) => other.keptAtMs - one.keptAtMs);
}

/**
 * Fetches a certificate and keeps it: all of it, or nothing new. What was kept of it before stays where that
 * cannot be.
 */
export async function keep(id: string, nowMs: number): Promise<KeptEntry | NotKept> {
  const wanted = [
    [`/c/${id}.json`, keptPath(id, 'json')],
    [`/c/${id}.bundle.json`, keptPath(id, 'bundle.json')],
    [`/c/${id}.pdf`, keptPath(id, 'pdf')],
  ] as const;
  const files: [string, Blob][] = [];
  for (const [from, to] of wanted) {
    const answer = await fetch(from, { cache: 'no-store' }).catch(() => null);
    if (answer === null) return 'no_network';
    if (!answer.ok) return answer.status === 410 ? 'withdrawn' : 'gone';
    files.push([to, await answer.blob()]);
  }
  const document: unknown = JSON.parse((await files[0]?.[1].text()) ?? '{}');
  const entry: KeptEntry = {
    id,
    name: textAt(document, 'name'),
    issuer: textAt(document, 'issuer', 'name'),
    language: textAt(document, 'credentialSubject', 'achievement', 'inLanguage'),
    keptAtMs: nowMs,
  };
  try {
    const cache = await caches.open(KEPT);
    for (const [path, blob] of files) await cache.put(path, fileOf(blob));
    await cache.put(`${FILES}${id}${ENTRY}`, Response.json(entry));
  } catch {
    return 'no_room';
  }
  return entry;
}

/** Keeps the verifier that needs no network. False where that cannot be. */
export async function keepVerifier(): Promise<boolean> {
  const answer = await fetch('/verify/offline.html').catch(() => null);
  if (!answer?.ok) return false;
  await (await caches.open(KEPT)).put(KEPT_VERIFIER, fileOf(await answer.blob()));
  return true;
}

/** Whether the verifier is kept. */
export async function isVerifierKept(): Promise<boolean> {
  return (await (await caches.open(KEPT)).match(KEPT_VERIFIER)) !== undefined;
}

/** The certificate as a file that can be handed on; null where it is not kept. */
export async function keptPdf(id: string): Promise<File | null> {
  const kept = await (await caches.open(KEPT)).match(keptPath(id, 'pdf'));
  const type = 'application/pdf';
  return kept === undefined
    ? null
    : new File([await kept.blob()], `certificate-${id}.pdf`, { type });
}

/** Removes one certificate from this device. */
export async function forget(id: string): Promise<void> {
  const cache = await caches.open(KEPT);
  for (const { url } of await cache.keys()) {
    if (new URL(url).pathname.startsWith(`${FILES}${id}.`)) await cache.delete(url);
  }
}

/** Removes everything of ours from this device, the worker too. */
export async function forgetEverything(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  const registration = await navigator.serviceWorker.getRegistration('/kept/');
  await registration?.unregister();
}

function fileOf(blob: Blob): Response {
  return new Response(blob, { headers: { 'content-type': blob.type } });
}

function textAt(value: unknown, ...path: readonly string[]): string {
  let at = value;
  for (const name of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, name) : '';
  return typeof at === 'string' ? at : '';
}
