import { issuerSlugIn } from '@laurel/core/addresses';
import { isJsonObject, stringAt } from '@laurel/core/json';
import { publicHash } from '@laurel/log/entry';
import { hashText } from '@laurel/log/hash';
import { issuerOf } from '@laurel/verification/ours/verify-ours';
import type { Presented } from '@laurel/verification/read';
import { fault, good, open, type Said } from './said.ts';
import type { Served } from './served.ts';

/** A text that the service shows to everybody, and what stands of it in the log. */
export type Published = { readonly path: string; readonly text: string; readonly hash: string };

/** What is published is in the log within this time of its signature. */
const DELAY_SECONDS = 300;

/** Where lists and histories lie that credentials, or issuers by name, lead to. */
export function pathsOf(
  { origin, log }: Pick<Served, 'origin' | 'log'>,
  credentials: readonly Presented[],
  issuers: readonly string[],
): readonly string[] {
  const slugs = credentials.flatMap(
    ({ credential }) => issuerSlugIn(origin, issuerOf(credential)) ?? [],
  );
  const lists = credentials.flatMap(({ credential }) => {
    const address = stringAt(credential, 'credentialStatus', 'statusListCredential') ?? '';
    return address.startsWith(`${origin}/status/`) ? [address.slice(origin.length)] : [];
  });
  const histories = [...issuers, ...slugs].map((slug) => `/issuers/${slug}/keys.json`);
  // Of several logs the first has the history of the service’s own keys.
  const ofService = log === 1 ? ['/.well-known/keys.json'] : [];
  return [...new Set([...ofService, ...histories, ...lists])];
}

/** Reads them. To be done before the checkpoint is read, which then has them. */
export async function readPublished(
  { text }: Served,
  paths: readonly string[],
): Promise<readonly (Published | Said)[]> {
  return Promise.all(
    paths.map(async (path) => {
      const found = await text(path);
      if (found === null) return open(`${path} is not there.`);
      return { path, text: found, hash: hashText(await publicHash(found)) };
    }),
  );
}

/** Whether the log has it. */
export function loggedOf(
  { path, text, hash }: Published,
  places: ReadonlyMap<string, { readonly index: number }>,
  nowSeconds: number,
): Said {
  const place = places.get(hash);
  if (place !== undefined) return good(`${path} is in the log, at place ${place.index}.`);
  return nowSeconds - signedAtSeconds(text) < DELAY_SECONDS
    ? open(`${path} was signed a moment ago, and waits for the log.`)
    : fault(`${path} is not in the log: it was published off the record.`);
}

function signedAtSeconds(text: string): number {
  const document: unknown = JSON.parse(text);
  if (!isJsonObject(document)) return 0;
  const [proof] = [document.proof].flat();
  const seconds = Date.parse(stringAt(proof, 'created') ?? '') / 1000;
  return Number.isNaN(seconds) ? 0 : seconds;
}
