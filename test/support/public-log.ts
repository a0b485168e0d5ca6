import { createHash } from 'node:crypto';
import { logPath, openCheckpoint } from '@laurel/log/checkpoint';
import { readEntry } from '@laurel/log/entry';
import { readVerifierKey, type VerifierKey, verifierKey } from '@laurel/log/verifier-key';
import * as z from 'zod';
import type { Laurel } from './laurel.ts';
import { fetchJson } from './stranger.ts';

const KeyHistory = z.looseObject({
  keys: z.array(z.looseObject({ verifierKey: z.string().optional() })),
});

/** The keys of the log, as it publishes them. */
export async function logKeys({ url }: Pick<Laurel, 'url'>): Promise<readonly VerifierKey[]> {
  const { keys } = KeyHistory.parse(await fetchJson(`${url}/.well-known/keys.json`));
  return Promise.all(
    keys
      .flatMap(({ verifierKey }) => verifierKey ?? [])
      .map(async (text) => {
        const key = await readVerifierKey(text);
        if (key === null) throw new Error(`no key: ${text}`);
        return key;
      }),
  );
}

/** What the log says of itself now, or a further one of a service that has several. */
export async function newestCheckpoint(laurel: Pick<Laurel, 'url'>, number = 1) {
  const note = await (await fetch(`${laurel.url}${logPath(number)}/checkpoint`)).text();
  const keys = (await logKeys(laurel)).map(({ name, publicKey }) =>
    verifierKey(`${name}${number === 1 ? '' : `/${number}`}`, publicKey),
  );
  const checkpoint = await openCheckpoint(note, await Promise.all(keys));
  if (checkpoint === null) throw new Error(`no checkpoint: ${note}`);
  return checkpoint;
}

/** Every entry of the log as a stranger reads it, by code of its own, with its line. */
export async function readLog(laurel: Pick<Laurel, 'url'>, number = 1) {
  const { size, root } = await newestCheckpoint(laurel, number);
  const lines: string[] = [];
  for (let at = 0; at * 256 < size; at += 1) {
    const width = Math.min(256, size - at * 256);
    const index = String(at).padStart(3, '0');
    const suffix = width === 256 ? '' : `.p/${width}`;
    const answer = await fetch(`${laurel.url}${logPath(number)}/tile/entries/${index}${suffix}`);
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    for (let byte = 0; byte < bytes.length; ) {
      const length = bytes.readUInt16BE(byte);
      lines.push(bytes.subarray(byte + 2, byte + 2 + length).toString());
      byte += 2 + length;
    }
  }
  const entries = lines.map((line) => {
    const entry = readEntry(line);
    if (entry === null) throw new Error(`no entry: ${line}`);
    return { ...entry, hash: Buffer.from(entry.hash).toString('base64') };
  });
  return { size, root: Buffer.from(root).toString('base64'), lines, entries };
}

/** The root over entries as RFC 6962, Section 2.1 defines it, written down as it stands there. */
export function naiveRoot(lines: readonly string[]): string {
  return naiveHash(lines).toString('base64');
}

function naiveHash(lines: readonly string[]): Buffer {
  const [line] = lines;
  if (line === undefined) return sha256(Buffer.alloc(0));
  if (lines.length === 1) return sha256(Buffer.from([0]), Buffer.from(line));
  let half = 1;
  while (half * 2 < lines.length) half *= 2;
  return sha256(Buffer.from([1]), naiveHash(lines.slice(0, half)), naiveHash(lines.slice(half)));
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

/** What stands in the log for these bytes, with or without a salt in base64. */
export function loggedHash(text: string, salt = ''): string {
  return sha256(Buffer.from(salt, 'base64'), Buffer.from(text)).toString('base64');
}

/** Has so many hashes wait for the log, as if as much had been signed. Answers them. */
export async function letWait(
  laurel: Laurel,
  count: number,
  mark = 'waiting',
): Promise<readonly string[]> {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const hashes = Array.from({ length: count }, (_, at) => loggedHash(`${mark} ${at}`));
  await store
    .prepare("insert into log_pending select null, 'credential', value from json_each(?)")
    .bind(JSON.stringify(hashes))
    .run();
  return hashes;
}
