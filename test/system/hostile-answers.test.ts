import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type AskedServers,
  CONFORMS,
  startAskedServers,
  UNREACHABLE,
} from '../support/asked-servers.ts';
import type { HostileServer } from '../support/hostile-server.ts';

const MEBIBYTE = 1024 * 1024;

let servers: AskedServers;
beforeAll(async () => {
  servers = await startAskedServers();
});
afterAll(() => servers.close());
beforeEach(() => servers.beginAnew());

describe('an issuer whose keys cannot be had leaves its credential unknown', () => {
  const UNKNOWN = { verdict: 'unknown', result: 'fail', finding: 'unreachable' };
  const json = { 'content-type': 'application/did+json' };

  test('did.json of 10 MB', async () => {
    servers.server.json('/.well-known/did.json', {
      ...JSON.parse(servers.didDocument()),
      padding: 'x'.repeat(10 * MEBIBYTE),
    });

    expect(await servers.identity()).toEqual(UNKNOWN);
  });

  test('did.json of 10 MB that says it is small', async () => {
    servers.server.at('/.well-known/did.json', (response) => {
      response.socket?.write(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 40\r\n\r\n',
      );
      response.socket?.end('x'.repeat(10 * MEBIBYTE));
    });

    expect(await servers.identity()).toEqual({ ...UNKNOWN, finding: 'unreadable' });
  });

  test('a body without an end', async () => {
    let stopped = false;
    servers.server.at('/.well-known/did.json', (response) => {
      response.writeHead(200, json);
      response.on('close', () => {
        stopped = true;
      });
      const more = () => {
        while (!stopped && response.write('x'.repeat(64 * 1024)));
      };
      response.on('drain', more);
      more();
    });

    expect(await servers.identity()).toEqual(UNKNOWN);
    expect(stopped).toBe(true);
  });

  test('a body that unpacks to 200 MB on the way', async () => {
    const packed = gzipSync(Buffer.alloc(200 * MEBIBYTE, ' '));
    servers.server.at('/.well-known/did.json', (response) =>
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(packed),
    );

    expect(await servers.identity()).toEqual(UNKNOWN);
  });

  test.each<[string, Parameters<HostileServer['at']>[1]]>([
    ['a server that says nothing', () => {}],
    ['headers without a body', (response) => response.writeHead(200, json).flushHeaders()],
    [
      'a body of one letter and no more',
      (response) => {
        response.writeHead(200, json);
        response.write('{');
      },
    ],
  ])('%s', async (_, handler) => {
    servers.server.at('/.well-known/did.json', handler);

    expect(await servers.identity()).toEqual(UNKNOWN);
  });

  test.each<[string, number, string, string]>([
    ['a page', 200, 'text/html', '<html></html>'],
    ['a page that is a did.json', 200, 'text/html', 'did'],
    ['no type', 200, '', 'did'],
    ['text', 200, 'text/plain', 'did'],
    ['an error', 500, 'application/json', 'did'],
    ['nothing there', 404, 'application/json', 'did'],
    ['no content', 204, 'application/json', ''],
    ['bytes that are no text', 200, 'application/json', '\xff'],
  ])('%s', async (_, status, type, body) => {
    const bytes =
      body === '\xff'
        ? Buffer.from([0x22, 0xff, 0x22])
        : body === 'did'
          ? servers.didDocument()
          : body;
    servers.server.at('/.well-known/did.json', (response) =>
      response.writeHead(status, type === '' ? {} : { 'content-type': type }).end(bytes),
    );

    expect(await servers.identity()).toEqual(UNKNOWN);
  });

  test('a connection that breaks', async () => {
    servers.server.at('/.well-known/did.json', (response) => response.destroy());

    expect(await servers.identity()).toEqual(UNKNOWN);
  });

  test('and an honest server makes it valid', async () => {
    expect(await servers.identity()).toEqual({
      verdict: 'valid',
      result: 'pass',
      finding: 'resolved',
    });
  });
});

describe('how much is asked', () => {
  const schemas = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => ({
      id: servers.server.json(`/schemas/${from + at}`, { type: 'object' }),
      type: 'JsonSchema',
    }));

  test('ten fetches for one credential; what is beyond is skipped, and told', async () => {
    // One is for the keys.
    const { verdict, checks } = await servers.verified({ credentialSchema: schemas(11) });
    const found = checks.filter(({ check }) => check === 'schema').map(({ finding }) => finding);

    expect(servers.server.asked).toHaveLength(10);
    expect(found.filter((finding) => finding === 'conforms')).toHaveLength(9);
    expect(found.filter((finding) => finding === 'budget_spent')).toHaveLength(2);
    expect(verdict).toBe('valid');
  });

  test('each step of a redirect is a fetch', async () => {
    servers.server.json('/there', { type: 'object' });
    const hops = Array.from({ length: 8 }, (_, at) => ({
      id: servers.redirecting(`/hop/${at}`, `/there?${at}`),
      type: 'JsonSchema',
    }));

    await servers.verified({ credentialSchema: hops });
    expect(servers.server.asked.length).toBeLessThanOrEqual(10);
  });

  test('a status list that is not reached by then leaves the credential unknown', async () => {
    const entries = Array.from({ length: 11 }, (_, at) => ({
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: `${servers.server.origin}/lists/${at}`,
    }));

    const { verdict, checks } = await servers.verified({ credentialStatus: entries });
    const found = checks.filter(({ check }) => check === 'status');
    expect(verdict).toBe('unknown');
    expect(
      found.filter(({ finding }) => finding === 'budget_spent').map(({ result }) => result),
    ).toEqual(['skipped', 'skipped']);
    expect(servers.server.asked).toHaveLength(10);
  });

  test('fifty for all credentials of a call, and one for what several name', async () => {
    const credentials = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        servers.issuer.issue(
          'eddsa-rdfc-2022',
          { credentialSchema: schemas(8, at * 8) },
          { model: 'vcdm-2.0' },
        ),
      ),
    );
    const answer = await fetch(`${servers.laurel.url}/api/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ credentials }),
    });

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('budget_spent');
    expect(
      servers.server.asked.filter(({ path }) => path === '/.well-known/did.json'),
    ).toHaveLength(1);
    expect(servers.server.asked).toHaveLength(50);
  });
});

describe('who asks', () => {
  test('says its name, and brings no cookie, no right and no referrer', async () => {
    await servers.identity();
    const headers = servers.server.asked[0]?.headers ?? {};

    expect(headers['user-agent']).toMatch(/^Laurel-Verifier\/\S+ \(\S+\)$/);
    for (const name of ['cookie', 'authorization', 'referer', 'origin']) {
      expect(headers).not.toHaveProperty(name);
    }
  });
});

describe('what is kept', () => {
  const asksFor = async (headers: Readonly<Record<string, string>>) => {
    await servers.identity();
    servers.serveKeys(headers);
    await servers.identity();
    servers.server.asked.length = 0;
    await servers.identity();
    return servers.server.asked.length;
  };

  test.each<[Readonly<Record<string, string>>, number]>([
    [{}, 1],
    [{ 'cache-control': 'no-store' }, 1],
    [{ 'cache-control': 'no-cache' }, 1],
    [{ 'cache-control': 'private, max-age=60' }, 1],
    [{ 'cache-control': 'max-age=60', age: '60' }, 1],
    [{ 'cache-control': 'max-age=60', vary: '*' }, 1],
    [{ 'last-modified': 'Sat, 14 Mar 2026 00:00:00 GMT' }, 1],
    [{ 'cache-control': 'max-age=60' }, 0],
  ])('by the headers %j', async (headers, asked) => {
    expect(await asksFor(headers)).toBe(asked);
  });

  test('no failure is', async () => {
    const path = '/kept/failure';
    const address = servers.server.at(path, (response) =>
      response.writeHead(404, { 'cache-control': 'max-age=600' }).end(),
    );
    expect(await servers.schemaAt(address)).toMatchObject(UNREACHABLE);
    servers.server.json(path, { type: 'object' });

    expect(await servers.schemaAt(address)).toMatchObject(CONFORMS);
  });
});
