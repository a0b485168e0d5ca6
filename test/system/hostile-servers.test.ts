import { gzipSync } from 'node:zlib';
import type { JsonObject } from '@laurel/core/json';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ForeignIssuer, foreignIssuer } from '../support/foreign-issuer.ts';
import { type HostileServer, startHostileServer } from '../support/hostile-server.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { type ResolverStandIn, startResolver } from '../support/resolver.ts';
import { verifyBy } from '../support/verifying.ts';

const MEBIBYTE = 1024 * 1024;

let laurel: Laurel;
let server: HostileServer;
/** On this machine too, and allowed to nobody. */
let inside: HostileServer;
let resolver: ResolverStandIn;
let issuer: ForeignIssuer;

beforeAll(async () => {
  [server, inside, resolver] = await Promise.all([
    startHostileServer(),
    startHostileServer(),
    startResolver(),
  ]);
  laurel = await startLaurel({
    localRetrievalOrigins: [server.origin],
    retrievalResolverUrl: resolver.url,
  });
  issuer = await foreignIssuer(server.origin);
});
afterAll(async () => {
  await laurel.stop();
  await Promise.all([server.close(), inside.close(), resolver.close()]);
});
beforeEach(() => {
  server.asked.length = 0;
  inside.asked.length = 0;
  serveKeys();
});

/** What the issuer publishes of its keys, as an honest server would. */
function serveKeys(headers: Readonly<Record<string, string>> = {}): void {
  server.json('/.well-known/did.json', didDocument(), headers);
}

function didDocument(): string {
  return String(issuer.published.get('/.well-known/did.json')?.body);
}

async function verified(more: JsonObject = {}) {
  const credential = await issuer.issue('eddsa-rdfc-2022', more, { model: 'vcdm-2.0' });
  return verifyBy(laurel, { credential });
}

/** What was found of the issuer’s keys, and what it came to. */
async function identity() {
  const { verdict, checks } = await verified();
  const found = checks.find(({ check }) => check === 'identity');
  return { verdict, result: found?.result, finding: found?.finding };
}

/** What was found of a schema at an address. */
async function schemaAt(id: string) {
  const { verdict, checks } = await verified({ credentialSchema: { id, type: 'JsonSchema' } });
  const found = checks.find(({ check }) => check === 'schema');
  return { verdict, result: found?.result, finding: found?.finding, detail: found?.detail ?? '' };
}

const REFUSED = { verdict: 'valid', result: 'fail', finding: 'address_refused' };
const UNREACHABLE = { verdict: 'valid', result: 'fail', finding: 'unreachable' };
const CONFORMS = { verdict: 'valid', result: 'pass', finding: 'conforms' };

const redirecting = (path: string, location: string, status = 302) =>
  server.at(path, (response) => response.writeHead(status, { location }).end());

/** Addresses that lead inside, in the writings that there are. */
const INWARD = [
  ...['http://169.254.169.254/latest/meta-data', 'https://169.254.169.254/', 'https://2852039166/'],
  ...['https://127.0.0.1/', 'https://127.1/', 'https://0x7f000001/', 'https://017700000001/'],
  ...['https://10.0.0.1/', 'https://172.16.0.1/', 'https://192.168.1.1/', 'https://100.64.0.1/'],
  ...['https://0.0.0.0/', 'https://224.0.0.1/', 'https://168.63.129.16/', 'https://192.0.2.1/'],
  ...['https://[::1]/', 'https://[::]/', 'https://[fe80::1]/', 'https://[fd00:ec2::254]/'],
  ...[
    'https://[::ffff:169.254.169.254]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[2002:7f00:1::]/',
  ],
  ...['https://localhost/', 'https://metadata.google.internal/', 'https://laurel-signer/'],
  ...['https://printer.local/', 'https://tools.example.org:22/', 'https://user@tools.example.org/'],
  ...[
    'ftp://tools.example.org/',
    'http://tools.example.org/',
    'file:///etc/passwd',
    'data:application/json,true',
  ],
];

describe('what leads inside is not asked', () => {
  test.each(INWARD)('at %s', async (address) => {
    expect(await schemaAt(address)).toMatchObject(REFUSED);
  });

  test.each(INWARD)('after a redirect to %s', async (address) => {
    const to = redirecting('/inward', address);

    expect(await schemaAt(to)).toMatchObject(REFUSED);
    expect(server.asked.map(({ path }) => path)).toContain('/inward');
  });

  test.each([301, 302, 303, 307, 308])('after a redirect (%i) to another port', async (status) => {
    const to = redirecting('/port', inside.json('/secret', { type: 'object' }), status);

    expect(await schemaAt(to)).toMatchObject(REFUSED);
    expect(inside.asked).toEqual([]);
  });

  test.each(
    [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::ffff:169.254.169.254'], []].map(
      (addresses) => ({ addresses }),
    ),
  )('at a name that leads to $addresses', async ({ addresses }) => {
    resolver.know('inward.example', addresses);

    expect(await schemaAt('https://inward.example/schema.json')).toMatchObject(REFUSED);
    expect(await schemaAt(redirecting('/named', 'https://inward.example/s'))).toMatchObject(
      REFUSED,
    );
  });

  test('at a name that cannot be resolved', async () => {
    resolver.know('broken.example', null);

    expect(await schemaAt('https://broken.example/schema.json')).toMatchObject(UNREACHABLE);
  });

  test('a local origin that may be asked is not asked of the resolver', () => {
    expect(resolver.asked).not.toContain('127.0.0.1');
  });
});

describe('an address of ours is answered from the record', () => {
  test('where a verification may need it', async () => {
    const did = `${laurel.origin}/issuers/${laurel.issuer}/did.json`;

    expect(await schemaAt(did)).toMatchObject(CONFORMS);
    expect(await schemaAt(redirecting('/to-us', did))).toMatchObject(CONFORMS);
    const profile = did.replace('/did.json', '');
    expect(await schemaAt(profile)).toMatchObject(UNREACHABLE);
  });

  test.each(['/', '/health', '/api/verify', '/status/unknown', '/issuers/unknown/did.json'])(
    'and %s is no such document',
    async (path) => {
      expect(await schemaAt(laurel.origin + path)).toMatchObject(UNREACHABLE);
    },
  );
});

describe('redirects', () => {
  test('two are followed, also from one address to the next by its path alone', async () => {
    server.json('/there', { type: 'object' });
    redirecting('/second', '/there');

    expect(await schemaAt(redirecting('/first', `${server.origin}/second`))).toMatchObject(
      CONFORMS,
    );
  });

  test('a third is not', async () => {
    server.json('/there', { type: 'object' });
    redirecting('/third', '/there');
    redirecting('/second', '/third');

    expect(await schemaAt(redirecting('/first', '/second'))).toMatchObject(UNREACHABLE);
    expect(server.asked.map(({ path }) => path)).not.toContain('/there');
  });

  test('a circle is left', async () => {
    expect(await schemaAt(redirecting('/circle', '/circle'))).toMatchObject(UNREACHABLE);
    expect(server.asked.filter(({ path }) => path === '/circle')).toHaveLength(3);
  });

  test('one that leads nowhere is no answer', async () => {
    const nowhere = server.at('/nowhere', (response) => response.writeHead(302).end());
    const broken = redirecting('/broken', 'https://');

    expect(await schemaAt(nowhere)).toMatchObject(UNREACHABLE);
    expect(await schemaAt(broken)).toMatchObject({ result: 'fail' });
  });
});

describe('an issuer whose keys cannot be had leaves its credential unknown', () => {
  const UNKNOWN = { verdict: 'unknown', result: 'fail', finding: 'unreachable' };
  const json = { 'content-type': 'application/did+json' };

  test('did.json of 10 MB', async () => {
    server.json('/.well-known/did.json', {
      ...JSON.parse(didDocument()),
      padding: 'x'.repeat(10 * MEBIBYTE),
    });

    expect(await identity()).toEqual(UNKNOWN);
  });

  test('did.json of 10 MB that says it is small', async () => {
    server.at('/.well-known/did.json', (response) => {
      response.socket?.write(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 40\r\n\r\n',
      );
      response.socket?.end('x'.repeat(10 * MEBIBYTE));
    });

    expect(await identity()).toEqual({ ...UNKNOWN, finding: 'unreadable' });
  });

  test('a body without an end', async () => {
    let stopped = false;
    server.at('/.well-known/did.json', (response) => {
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

    expect(await identity()).toEqual(UNKNOWN);
    expect(stopped).toBe(true);
  });

  test('a body that unpacks to 200 MB on the way', async () => {
    const packed = gzipSync(Buffer.alloc(200 * MEBIBYTE, ' '));
    server.at('/.well-known/did.json', (response) =>
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(packed),
    );

    expect(await identity()).toEqual(UNKNOWN);
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
    server.at('/.well-known/did.json', handler);

    expect(await identity()).toEqual(UNKNOWN);
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
      body === '\xff' ? Buffer.from([0x22, 0xff, 0x22]) : body === 'did' ? didDocument() : body;
    server.at('/.well-known/did.json', (response) =>
      response.writeHead(status, type === '' ? {} : { 'content-type': type }).end(bytes),
    );

    expect(await identity()).toEqual(UNKNOWN);
  });

  test('a connection that breaks', async () => {
    server.at('/.well-known/did.json', (response) => response.destroy());

    expect(await identity()).toEqual(UNKNOWN);
  });

  test('and an honest server makes it valid', async () => {
    expect(await identity()).toEqual({ verdict: 'valid', result: 'pass', finding: 'resolved' });
  });
});

describe('how much is asked', () => {
  const schemas = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => ({
      id: server.json(`/schemas/${from + at}`, { type: 'object' }),
      type: 'JsonSchema',
    }));

  test('ten fetches for one credential; what is beyond is skipped, and told', async () => {
    // One is for the keys.
    const { verdict, checks } = await verified({ credentialSchema: schemas(11) });
    const found = checks.filter(({ check }) => check === 'schema').map(({ finding }) => finding);

    expect(server.asked).toHaveLength(10);
    expect(found.filter((finding) => finding === 'conforms')).toHaveLength(9);
    expect(found.filter((finding) => finding === 'budget_spent')).toHaveLength(2);
    expect(verdict).toBe('valid');
  });

  test('each step of a redirect is a fetch', async () => {
    server.json('/there', { type: 'object' });
    const hops = Array.from({ length: 8 }, (_, at) => ({
      id: redirecting(`/hop/${at}`, `/there?${at}`),
      type: 'JsonSchema',
    }));

    await verified({ credentialSchema: hops });
    expect(server.asked.length).toBeLessThanOrEqual(10);
  });

  test('a status list that is not reached by then leaves the credential unknown', async () => {
    const entries = Array.from({ length: 11 }, (_, at) => ({
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: `${server.origin}/lists/${at}`,
    }));

    const { verdict, checks } = await verified({ credentialStatus: entries });
    const found = checks.filter(({ check }) => check === 'status');
    expect(verdict).toBe('unknown');
    expect(
      found.filter(({ finding }) => finding === 'budget_spent').map(({ result }) => result),
    ).toEqual(['skipped', 'skipped']);
    expect(server.asked).toHaveLength(10);
  });

  test('fifty for all credentials of a call, and one for what several name', async () => {
    const credentials = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        issuer.issue(
          'eddsa-rdfc-2022',
          { credentialSchema: schemas(8, at * 8) },
          { model: 'vcdm-2.0' },
        ),
      ),
    );
    const answer = await fetch(`${laurel.url}/api/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ credentials }),
    });

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('budget_spent');
    expect(server.asked.filter(({ path }) => path === '/.well-known/did.json')).toHaveLength(1);
    expect(server.asked).toHaveLength(50);
  });
});

describe('who asks', () => {
  test('says its name, and brings no cookie, no right and no referrer', async () => {
    await identity();
    const headers = server.asked[0]?.headers ?? {};

    expect(headers['user-agent']).toMatch(/^Laurel-Verifier\/\S+ \(\S+\)$/);
    for (const name of ['cookie', 'authorization', 'referer', 'origin']) {
      expect(headers).not.toHaveProperty(name);
    }
  });
});

describe('what is kept', () => {
  const asksFor = async (headers: Readonly<Record<string, string>>) => {
    await identity();
    serveKeys(headers);
    await identity();
    server.asked.length = 0;
    await identity();
    return server.asked.length;
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
    const address = server.at(path, (response) =>
      response.writeHead(404, { 'cache-control': 'max-age=600' }).end(),
    );
    expect(await schemaAt(address)).toMatchObject(UNREACHABLE);
    server.json(path, { type: 'object' });

    expect(await schemaAt(address)).toMatchObject(CONFORMS);
  });
});
