import { expect } from 'vitest';
import { filesIn, type ReadFile } from './archive.ts';
import type { BrowserSession } from './browser-session.ts';

/** Where an archive is downloaded. */
export const ARCHIVE = '/me/export/archive.zip';

/** Downloads everything about whoever is signed in; the bytes. */
export async function download(session: BrowserSession, query = ''): Promise<Uint8Array> {
  const answer = await session.get(`${ARCHIVE}${query}`);
  expect(answer.status).toBe(200);
  return answer.bytes();
}

/** The files of it, as another program reads them. */
export async function exported(
  session: BrowserSession,
  query = '',
): Promise<ReadonlyMap<string, Uint8Array>> {
  return byName(await filesIn(await download(session, query)));
}

/** Files by their names, each there once. */
export function byName(files: readonly ReadFile[]): ReadonlyMap<string, Uint8Array> {
  const all = new Map(files.map(({ name, bytes }) => [name, bytes]));
  expect(all.size).toBe(files.length);
  return all;
}

/** A file of it as text. */
export function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`no ${name} in ${[...files.keys()].join(', ')}`);
  return Buffer.from(bytes).toString('utf8');
}

/** What one of its files of data says, by the names of its parts. */
export function dataOf(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
): Readonly<Record<string, unknown>> {
  return Object(JSON.parse(textOf(files, `data/${name}.json`)));
}
