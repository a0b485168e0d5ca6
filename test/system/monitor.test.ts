import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointText } from '@laurel/log/checkpoint';
import { signedNote } from '@laurel/log/note';
import { readVerifierKey, verifierKey, verifierKeyText } from '@laurel/log/verifier-key';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../../development/free-port.ts';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { letWait, logKeys, naiveRoot, newestCheckpoint, readLog } from '../support/public-log.ts';
import { signedOffTheRecord, stolenKey } from '../support/stolen-key.ts';

/** What a service that lies answers in place of what it should, by path; null where nothing is to be had. */
type Lies = (path: string, truth: Buffer) => Buffer | string | null;

const HOST = '127.0.0.1';
const TRUTH: Lies = (_, truth) => truth;

let laurel: Laurel;
let proxy: Server;
let lies = TRUTH;
let directory: string;

beforeAll(async () => {
  const port = await freePort(HOST);
  laurel = await startLaurel({ origin: `http://localhost:${port}` });
  proxy = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = request.method === 'POST' ? await readAll(request) : null;
    const { host: _, connection: __, ...headers } = request.headers as Record<string, string>;
    const answer = await fetch(`${laurel.url}${path}`, {
      method: request.method ?? 'GET',
      headers,
      ...(body === null ? {} : { body }),
    });
    const said = lies(path, Buffer.from(await answer.arrayBuffer()));
    response.writeHead(said === null ? 404 : answer.status);
    response.end(said ?? '');
  });
  await new Promise<void>((done) => proxy.listen(port, HOST, done));
  directory = mkdtempSync(join(tmpdir(), 'laurel-monitor-'));
});
afterAll(async () => {
  await new Promise((done) => proxy.close(done));
  await laurel.stop();
  rmSync(directory, { recursive: true });
});
beforeEach(() => {
  lies = TRUTH;
});

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The command, as whoever watches runs it. */
function monitor(...rest: readonly string[]) {
  return monitored(laurel.origin, ...rest);
}

function monitored(...parameters: readonly string[]) {
  return new Promise<{ code: number; printed: string }>((done) => {
    execFile(process.execPath, ['scripts/monitor.ts', ...parameters], (error, printed, failed) => {
      done({ code: error === null ? 0 : Number(error.code), printed: `${printed}${failed}` });
    });
  });
}

function file(name: string, content?: string | Buffer): string {
  const path = join(directory, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
}

async function saved(url: string, name: string): Promise<string> {
  const answer = await fetch(url.replace(laurel.origin, laurel.url), {
    headers: { accept: 'application/json' },
  });
  expect(answer.status, url).toBe(200);
  return file(name, Buffer.from(await answer.arrayBuffer()));
}

describe('of a log that is as it should be the monitor', () => {
  test('says so, remembers it, and finds it again in what it has become', async () => {
    await aCredential(laurel);
    const state = file('grows.json');
    const first = await monitor('--state', state, '--issuer', laurel.issuer);
    const remembered = readFileSync(state, 'utf8');
    await aCredential(laurel);
    const second = await monitor('--state', state);

    expect(first).toMatchObject({ code: 0 });
    expect(first.printed).toContain(`/issuers/${laurel.issuer}/keys.json is in the log`);
    expect(first.printed).toContain('/.well-known/keys.json is in the log');
    expect(second).toMatchObject({ code: 0 });
    expect(second.printed).toMatch(/It begins with the \d+ entries that were seen before/);
    expect(readFileSync(state, 'utf8')).not.toBe(remembered);
  });

  test('reads more than one tile, and the hashes over them', async () => {
    await letWait(laurel, 600);
    await laurel.runtime.tick();

    const { code, printed } = await monitor();

    expect((await newestCheckpoint(laurel)).size).toBeGreaterThan(600);
    expect({ code, printed }).toMatchObject({ code: 0 });
  });

  test.each([
    ['a PDF', '.pdf'],
    ['a bundle', '.bundle.json'],
    ['a document, whose bundle it asks for', '.json'],
    ['a JWT', '.jwt'],
  ])('finds %s in it, and the list and the keys that it leads to', async (_, extension) => {
    const { page } = await aCredential(laurel);
    const path = await saved(`${page}${extension}`, `genuine${extension}`);

    const { code, printed } = await monitor('--credential', path);

    expect({ code, printed }).toMatchObject({ code: 0 });
    expect(printed).toMatch(/genuine\S+ is in the log, at place \d+, since \d{4}-\d{2}-\d{2}/);
    expect(printed).toMatch(/\/status\/\w+ is in the log/);
  });

  test('finds what was issued off the record, with a key of ours', async () => {
    const { page } = await aCredential(laurel);
    const genuine = JSON.parse(readFileSync(await saved(`${page}.json`, 'model.json'), 'utf8'));
    const key = await stolenKey(laurel, laurel.issuer);
    const backdated = { ...genuine, validFrom: '2026-01-01T00:00:00Z' };
    const invented = { ...genuine, id: `${laurel.origin}/c/${'z'.repeat(17)}` };

    for (const document of [backdated, invented]) {
      const forged = JSON.stringify(await signedOffTheRecord(document, key));
      const { code, printed } = await monitor('--credential', file('forged.json', forged));
      expect({ code, printed }).toMatchObject({ code: 1 });
      expect(printed).toMatch(/forged.json is not in the log.*off the record/);
    }
  });

  test('says what it cannot find out, and how it is to be called', async () => {
    const nothing = await monitor('--credential', file('empty.json', '{}'));
    const strange = await monitor('--unheard-of');

    expect(nothing.code).toBe(2);
    expect(strange.code).toBe(64);
    expect(strange.printed).toContain('npm run monitor');
  });
});

describe('the monitor notices', () => {
  /** A state of a log that was seen to be good. */
  async function seen(name: string): Promise<string> {
    await aCredential(laurel);
    const state = file(name);
    expect(await monitor('--state', state)).toMatchObject({ code: 0 });
    return state;
  }

  /** A checkpoint over other entries, signed by the key of the log. */
  async function forkedCheckpoint(lines: readonly string[]): Promise<string> {
    const { privateKey } = await stolenKey(laurel, '/log');
    const [published] = await logKeys(laurel);
    if (published === undefined) throw new Error('the log has no key');
    const root = new Uint8Array(Buffer.from(naiveRoot(lines), 'base64'));
    const text = checkpointText({ origin: published.name, size: lines.length, root });
    return signedNote(text, published, privateKey);
  }

  test.each([
    ['one letter of an entry that is another', /tile\/entries\/000/, 'not what its checkpoint'],
    ['one byte of a tile that is another', /tile\/0\/000/, 'Tile 0 of level 0'],
    ['one byte of a tile above', /tile\/1\/000/, 'Tile 0 of level 1'],
  ])('%s', async (_, path, sentence) => {
    lies = (asked, truth) => (path.test(asked) ? flipped(truth, 40) : truth);

    const { code, printed } = await monitor();

    expect({ code, printed }).toMatchObject({ code: 1 });
    expect(printed).toContain(sentence);
  });

  test.each([
    ['a bundle that is missing', /tile\/entries\/001/, null],
    ['a bundle that is cut off', /tile\/entries\/001/, 100],
    ['a tile that is missing', /tile\/0\/001/, null],
  ])('%s', async (_, path, length) => {
    lies = (asked, truth) => {
      if (!path.test(asked)) return truth;
      return length === null ? null : truth.subarray(0, length);
    };

    expect(await monitor()).toMatchObject({ code: 1 });
  });

  test('a log that has become shorter, though its key signed it', async () => {
    const state = await seen('shorter.json');
    const before = readFileSync(state, 'utf8');
    const { lines } = await readLog(laurel);
    const note = await forkedCheckpoint(lines.slice(0, -1));
    lies = (path, truth) => (path === '/log/checkpoint' ? note : truth);

    const { code, printed } = await monitor('--state', state);

    expect({ code, printed }).toMatchObject({ code: 1 });
    expect(printed).toContain('The log has become shorter');
    expect(readFileSync(state, 'utf8')).toBe(before);
  });

  test('another history under a good signature: a fork', async () => {
    const state = await seen('fork.json');
    const { lines } = await readLog(laurel);
    const forked = lines.with(2, lines[2]?.replace(/.{5}=$/, 'AAAAA=') ?? '');
    const note = await forkedCheckpoint(forked);
    lies = (path, truth) => {
      if (path === '/log/checkpoint') return note;
      return path.startsWith('/log/tile/entries/000')
        ? withEntry(truth, 2, forked[2] ?? '')
        : truth;
    };

    const { code, printed } = await monitor('--state', state);

    expect({ code, printed }).toMatchObject({ code: 1 });
    expect(printed).toContain('The log is what its checkpoint says');
    expect(printed).toMatch(/It does not begin with the \d+ entries that were seen before/);
  });

  test('a checkpoint that another key signed, and a key that no root vouches for', async () => {
    const state = await seen('keys.json');
    const stranger = await stolenKey(laurel, laurel.issuer);
    const { lines } = await readLog(laurel);
    const key = await readVerifierKey(await strangersKey());
    if (key === null) throw new Error('no key');
    const root = new Uint8Array(Buffer.from(naiveRoot(lines), 'base64'));
    const text = checkpointText({ origin: key.name, size: lines.length, root });
    const note = await signedNote(text, key, stranger.privateKey);
    lies = (path, truth) => (path === '/log/checkpoint' ? note : truth);
    const bySomebodyElse = await monitor('--state', state);
    lies = (path, truth) =>
      path === '/.well-known/keys.json'
        ? truth.toString().replace('"createdAt"', '"madeAt"')
        : truth;
    const unvouched = await monitor('--state', state);

    expect(bySomebodyElse.printed).toContain('The checkpoint is not signed by the key of the log');
    expect(unvouched.printed).toContain('No root key that is believed vouches');
    expect([bySomebodyElse.code, unvouched.code]).toEqual([1, 1]);
  });

  /** The issuer's key under the name of the log. */
  async function strangersKey(): Promise<string> {
    const { publicKey } = await stolenKey(laurel, laurel.issuer);
    const { x = '' } = publicKey.jwk.kty === 'OKP' ? publicKey.jwk : {};
    const [published] = await logKeys(laurel);
    const bytes = new Uint8Array(Buffer.from(x, 'base64url'));
    return verifierKeyText(await verifierKey(published?.name ?? '', bytes));
  }

  test('a list that was published off the record', async () => {
    const { page } = await aCredential(laurel);
    const path = await saved(`${page}.json`, 'leads.json');
    lies = (asked, truth) =>
      asked.startsWith('/status/')
        ? truth.toString().replace(/"created":"\d{4}/, '"created":"2025')
        : truth;

    const { code, printed } = await monitor('--credential', path);

    expect({ code, printed }).toMatchObject({ code: 1 });
    expect(printed).toMatch(/\/status\/\w+ is not in the log: it was published off the record/);
  });

  test('that nobody answers, which is no fault of the log', async () => {
    const nobody = `http://localhost:${await freePort(HOST)}`;

    const { code, printed } = await monitored(nobody);

    expect({ code, printed }).toMatchObject({ code: 2 });
    expect(printed).toContain('The service could not be asked');
  });
});

function flipped(truth: Buffer, at: number): Buffer {
  const bytes = Buffer.from(truth);
  bytes[at] = (bytes[at] ?? 0) === 65 ? 66 : 65;
  return bytes;
}

/** A bundle with another entry of the same length in one place. */
function withEntry(bundle: Buffer, place: number, entry: string): Buffer {
  const bytes = Buffer.from(bundle);
  let at = 0;
  for (let passed = 0; passed < place; passed += 1) at += 2 + bytes.readUInt16BE(at);
  bytes.write(entry, at + 2);
  return bytes;
}
