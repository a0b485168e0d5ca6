import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type AskedServers,
  CONFORMS,
  REFUSED,
  startAskedServers,
  UNREACHABLE,
} from '../support/asked-servers.ts';

let servers: AskedServers;
beforeAll(async () => {
  servers = await startAskedServers();
});
afterAll(() => servers.close());
beforeEach(() => servers.beginAnew());

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
    expect(await servers.schemaAt(address)).toMatchObject(REFUSED);
  });

  test.each(INWARD)('after a redirect to %s', async (address) => {
    const to = servers.redirecting('/inward', address);

    expect(await servers.schemaAt(to)).toMatchObject(REFUSED);
    expect(servers.server.asked.map(({ path }) => path)).toContain('/inward');
  });

  test.each([301, 302, 303, 307, 308])('after a redirect (%i) to another port', async (status) => {
    const to = servers.redirecting(
      '/port',
      servers.inside.json('/secret', { type: 'object' }),
      status,
    );

    expect(await servers.schemaAt(to)).toMatchObject(REFUSED);
    expect(servers.inside.asked).toEqual([]);
  });

  test.each(
    [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::ffff:169.254.169.254'], []].map(
      (addresses) => ({ addresses }),
    ),
  )('at a name that leads to $addresses', async ({ addresses }) => {
    servers.resolver.know('inward.example', addresses);

    expect(await servers.schemaAt('https://inward.example/schema.json')).toMatchObject(REFUSED);
    expect(
      await servers.schemaAt(servers.redirecting('/named', 'https://inward.example/s')),
    ).toMatchObject(REFUSED);
  });

  test('at a name that cannot be resolved', async () => {
    servers.resolver.know('broken.example', null);

    expect(await servers.schemaAt('https://broken.example/schema.json')).toMatchObject(UNREACHABLE);
  });

  test('a local origin that may be asked is not asked of the resolver', () => {
    expect(servers.resolver.asked).not.toContain('127.0.0.1');
  });
});

describe('an address of ours is answered from the record', () => {
  test('where a verification may need it', async () => {
    const did = `${servers.laurel.origin}/issuers/${servers.laurel.issuer}/did.json`;

    expect(await servers.schemaAt(did)).toMatchObject(CONFORMS);
    expect(await servers.schemaAt(servers.redirecting('/to-us', did))).toMatchObject(CONFORMS);
    const profile = did.replace('/did.json', '');
    expect(await servers.schemaAt(profile)).toMatchObject(UNREACHABLE);
  });

  test.each(['/', '/health', '/api/verify', '/status/unknown', '/issuers/unknown/did.json'])(
    'and %s is no such document',
    async (path) => {
      expect(await servers.schemaAt(servers.laurel.origin + path)).toMatchObject(UNREACHABLE);
    },
  );
});

describe('redirects', () => {
  test('two are followed, also from one address to the next by its path alone', async () => {
    servers.server.json('/there', { type: 'object' });
    servers.redirecting('/second', '/there');

    expect(
      await servers.schemaAt(servers.redirecting('/first', `${servers.server.origin}/second`)),
    ).toMatchObject(CONFORMS);
  });

  test('a third is not', async () => {
    servers.server.json('/there', { type: 'object' });
    servers.redirecting('/third', '/there');
    servers.redirecting('/second', '/third');

    expect(await servers.schemaAt(servers.redirecting('/first', '/second'))).toMatchObject(
      UNREACHABLE,
    );
    expect(servers.server.asked.map(({ path }) => path)).not.toContain('/there');
  });

  test('a circle is left', async () => {
    expect(await servers.schemaAt(servers.redirecting('/circle', '/circle'))).toMatchObject(
      UNREACHABLE,
    );
    expect(servers.server.asked.filter(({ path }) => path === '/circle')).toHaveLength(3);
  });

  test('one that leads nowhere is no answer', async () => {
    const nowhere = servers.server.at('/nowhere', (response) => response.writeHead(302).end());
    const broken = servers.redirecting('/broken', 'https://');

    expect(await servers.schemaAt(nowhere)).toMatchObject(UNREACHABLE);
    expect(await servers.schemaAt(broken)).toMatchObject({ result: 'fail' });
  });
});
