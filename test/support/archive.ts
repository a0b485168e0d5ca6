import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { Open, Parse } from 'unzipper-esm';
import { expect } from 'vitest';
import { callApi } from './desk-calls.ts';
import type { Laurel } from './laurel.ts';

/** A file in an archive, as another program reads it. */
export type ReadFile = { readonly name: string; readonly bytes: Uint8Array };

/** The files of an archive by its directory, as most programs read it. */
export async function filesIn(archive: Uint8Array): Promise<readonly ReadFile[]> {
  const { files } = await Open.buffer(Buffer.from(archive));
  return Promise.all(
    files.map(async (file) => ({
      // What is not said to be UTF-8 is read as code page 437, in which ASCII is the same.
      name: file.isUnicode ? file.pathBuffer.toString('utf8') : file.pathBuffer.toString('ascii'),
      bytes: new Uint8Array(await file.buffer()),
    })),
  );
}

/** The same from its beginning, as programs do that unpack while they receive. */
export async function filesFromStart(archive: Uint8Array): Promise<readonly ReadFile[]> {
  const files: ReadFile[] = [];
  const entries = Readable.from([Buffer.from(archive)]).pipe(Parse({ forceStream: true }));
  for await (const entry of entries) {
    files.push({ name: entry.path, bytes: new Uint8Array(await entry.buffer()) });
  }
  return files;
}

/** A list in an archive: its header, and its rows. */
export function listIn(files: readonly ReadFile[]): readonly (readonly string[])[] {
  const list = files.find(({ name }) => name === '_list.csv');
  if (list === undefined) throw new Error('an archive without its list');
  const text = Buffer.from(list.bytes).toString('utf8');
  if (!text.startsWith('\uFEFF')) throw new Error('a list without its mark');
  return parse(text, { bom: true });
}

/** Asks for a part of a batch's certificates by the API; `query` as in an address. */
export function askPart(laurel: Laurel, batch: string, query = ''): Promise<Response> {
  return callApi(laurel, 'GET', `/batches/${batch}/certificates${query}`);
}

/** The files of a part of a batch's certificates. */
export async function takePart(
  laurel: Laurel,
  batch: string,
  query = '',
): Promise<readonly ReadFile[]> {
  const answer = await askPart(laurel, batch, query);
  if (answer.status !== 200) throw new Error(await answer.text());
  return filesIn(await answer.bytes());
}

/** Fails unless a download of an archive breaks off, some way in, so that what was received is none. */
export async function expectBrokenOff(answer: Response): Promise<void> {
  expect(answer.status).toBe(200);
  const received: Uint8Array[] = [];
  const whole = (async () => {
    for await (const chunk of answer.body ?? []) received.push(chunk);
  })();
  await expect(whole).rejects.toThrow();
  expect(Buffer.concat(received).length).toBeGreaterThan(100_000);
  await expect(filesIn(Buffer.concat(received))).rejects.toThrow();
}
