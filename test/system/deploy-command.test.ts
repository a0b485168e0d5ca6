import { readFileSync, statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { WORKERS } from '../../development/workers.ts';
import { deployer, SETTINGS } from '../support/deploying.ts';

async function somebody() {
  const one = await deployer();
  onTestFinished(one.end);
  return one;
}

const MIGRATIONS = [
  expect.stringContaining('d1 migrations apply laurel-private --remote'),
  expect.stringContaining('d1 migrations apply laurel-public --remote'),
];

test('from nothing to a running service, and a second time nothing is made anew', async () => {
  const { deploy, keptSecret, account, changes, settle } = await somebody();

  const first = await deploy(['--keep', keptSecret]);

  expect(first).toMatchObject({ status: 0 });
  expect(first.printed).toContain('https://laurel.example runs.');
  const { databases, queues, migrated, workers } = account();
  expect(databases.map(({ name }) => name)).toEqual(['laurel-private', 'laurel-public']);
  expect(queues).toEqual(['laurel-work', 'laurel-deliveries']);
  expect(migrated).toEqual(['laurel-private', 'laurel-public']);
  expect(Object.values(workers).map(({ deployed }) => deployed)).toEqual(WORKERS.map(() => true));
  expect(workers.laurel?.routes).toEqual([{ pattern: 'laurel.example', custom_domain: true }]);
  expect(changes()).toHaveLength(13);

  const second = await deploy();

  expect(second).toMatchObject({ status: 0 });
  expect(changes()).toEqual(MIGRATIONS);

  settle({ ...SETTINGS, operatorContact: 'https://laurel.example/new-contact' });
  await deploy();

  expect(changes()).toEqual([
    ...MIGRATIONS,
    expect.stringMatching(/^deploy .*services\/verifier/),
    expect.stringMatching(/^deploy .*services\/desk/),
  ]);
});

test('one database more is a few steps, and one fewer is refused while an issuer is in it', async () => {
  const { deploy, keptSecret, account, change, changes, settle } = await somebody();
  await deploy(['--keep', keptSecret]);
  changes();
  settle({ ...SETTINGS, publicDatabases: 2 });

  const dry = await deploy(['--dry-run']);
  expect(changes().filter((line) => !line.startsWith('deploy --dry-run'))).toEqual([]);
  const added = await deploy();

  expect(dry.printed).toMatch(
    /1\. make the database laurel-public-2\n(?:\d\. apply .*\n){3}5\. deploy laurel-verifier\n6\. deploy laurel-signer\n7\. ask/,
  );
  expect(added).toMatchObject({ status: 0 });
  expect(changes()).toEqual([
    expect.stringContaining('d1 create laurel-public-2'),
    ...MIGRATIONS,
    expect.stringContaining('d1 migrations apply laurel-public-2 --remote'),
    expect.stringMatching(/^deploy .*services\/verifier/),
    expect.stringMatching(/^deploy .*services\/signer/),
  ]);
  for (const worker of ['laurel-verifier', 'laurel-signer']) {
    expect(account().workers[worker]?.version.resources.bindings).toContainEqual({
      ...{ type: 'd1', name: 'PUBLIC_2', id: 'uuid-of-laurel-public-2' },
    });
  }

  settle(SETTINGS);
  change({ tables: true, directoryUpTo: 2 });
  const refused = await deploy();
  expect(refused.status).toBe(1);
  expect(refused.printed).toContain('The directory has an issuer in PUBLIC_2');
  expect(changes()).toEqual([]);

  change({ directoryUpTo: 1 });
  expect(await deploy()).toMatchObject({ status: 0 });
  expect(changes()).toEqual([
    ...MIGRATIONS,
    expect.stringMatching(/^deploy .*services\/signer/),
    expect.stringMatching(/^deploy .*services\/verifier/),
  ]);
  expect(account().databases.map(({ name }) => name)).toContain('laurel-public-2');
});

test('the key-encryption secret is kept for whoever deploys alone, put once, and told to nobody else', async () => {
  const { deploy, keptSecret, account } = await somebody();

  const { printed } = await deploy(['--keep', keptSecret]);

  const kept = readFileSync(keptSecret, 'utf8').trim();
  const { calls, workers } = account();
  expect(JSON.parse(kept)).toEqual({ 1: expect.stringMatching(/^[\w-]{43}$/) });
  expect(statSync(keptSecret).mode & 0o777).toBe(0o600);
  expect(workers['laurel-signer']?.secrets).toEqual({ KEY_ENCRYPTION_SECRETS: kept });
  expect(workers['laurel-desk']?.secrets).toEqual({
    WIKIMEDIA_CLIENT_SECRET: 'secret-of-the-consumer',
  });
  const toldToOthers = `${printed}${calls.map(({ line, environment }) => `${line}\n${environment}`)}`;
  expect(toldToOthers).not.toContain(JSON.parse(kept)[1]);
  expect(toldToOthers).not.toContain('secret-of-the-consumer');
});

test('where nobody could read it, no secret is drawn, and nothing is done', async () => {
  const { deploy, changes } = await somebody();

  const { status, printed } = await deploy();

  expect(status).toBe(1);
  expect(printed).toContain('say --keep FILE');
  expect(changes()).toEqual([]);
});

test.each([
  'd1 create laurel-public',
  'queues create laurel-deliveries',
  'd1 migrations apply laurel-public',
  'of laurel-signer',
  'secret put KEY_ENCRYPTION_SECRETS',
  'services/verifier/wrangler.deploy.jsonc of laurel-verifier',
])('a deployment that fails at “%s” is finished by the same command', async (failing) => {
  const { deploy, keptSecret, account, change, changes } = await somebody();
  change({ failing });

  const broken = await deploy(['--keep', keptSecret]);

  expect(broken.status).toBe(1);
  expect(broken.printed).toContain('fetch failed');
  const before = changes();
  change({ failing: 'nothing any more' });
  const finished = await deploy(['--keep', keptSecret]);

  expect(finished).toMatchObject({ status: 0 });
  const { databases, queues, workers } = account();
  expect([databases.length, queues.length, Object.keys(workers).length]).toEqual([2, 2, 5]);
  expect(Object.values(workers).every(({ deployed }) => deployed)).toBe(true);
  expect(workers['laurel-signer']?.secrets.KEY_ENCRYPTION_SECRETS).toBe(
    readFileSync(keptSecret, 'utf8').trim(),
  );
  const again = changes();
  const [failed] = before.slice(-1);
  const repeated = before.filter((line) => again.includes(line) && line !== failed);
  expect(repeated.filter((line) => !line.includes('migrations'))).toEqual([]);
});

test('a service that does not answer is told with what it said, and asked again by the next call', async () => {
  const { deploy, keptSecret, health } = await somebody();
  health.status = 503;

  const { status, printed } = await deploy(['--keep', keptSecret]);

  expect(status).toBe(1);
  expect(printed).toContain('/health answers 503: {"desk":"down"}');
  health.status = 200;
  expect(await deploy()).toMatchObject({ status: 0 });
});

test('an account with sealed keys and no secret is left alone until the secret is given', async () => {
  const { deploy, change, changes, account } = await somebody();
  const kept = JSON.stringify({ 1: 'A'.repeat(43), 2: 'B'.repeat(43) });
  change({
    databases: [{ name: 'laurel-private', uuid: 'uuid-of-laurel-private' }],
    tables: true,
    sealedKeys: true,
  });

  const refused = await deploy();

  expect(refused.status).toBe(1);
  expect(refused.printed).toContain('keys lie sealed under it');
  expect(changes()).toEqual([]);
  expect(await deploy([], { KEY_ENCRYPTION_SECRETS: kept })).toMatchObject({ status: 0 });
  expect(account().workers['laurel-signer']?.secrets.KEY_ENCRYPTION_SECRETS).toBe(kept);
});

test('whoever is not logged in is told how, and a dry run of theirs shows the plan and changes nothing', async () => {
  const { deploy, change, changes } = await somebody();
  change({ loggedIn: false });

  const refused = await deploy();
  const dry = await deploy(['--dry-run']);

  expect(refused.status).toBe(1);
  expect(refused.printed).toContain('npx wrangler login');
  expect(dry.status).toBe(0);
  expect(dry.printed).toContain('1. make the database laurel-private');
  expect(changes().every((line) => line.startsWith('deploy --dry-run'))).toBe(true);
});

test('the real wrangler would deploy every Worker as it is configured, without a network', {
  timeout: 300_000,
}, async () => {
  const { deploy, settle } = await somebody();
  settle({ ...SETTINGS, publicDatabases: 3 });

  // The last of two options of a name counts: this one is no stand-in.
  const { status, printed } = await deploy(
    [...['--dry-run', '--wrangler', 'node_modules/wrangler/bin/wrangler.js']],
    { CLOUDFLARE_API_TOKEN: '' },
  );

  expect(status).toBe(0);
  for (const { name } of WORKERS) expect(printed).toContain(`${name}: Total Upload: `);
  expect(printed).toContain('Dry run: nothing was changed.');
});
