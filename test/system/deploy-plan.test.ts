import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { carryOut } from '../../scripts/deploy/carry-out.ts';
import { configurationFor, tagOf } from '../../scripts/deploy/configuration.ts';
import { type Found, NOTHING_FOUND } from '../../scripts/deploy/found.ts';
import { inOrder } from '../../scripts/deploy/in-order.ts';
import { planOf, type Step, type Wanted } from '../../scripts/deploy/plan.ts';
import { rawConfigurations } from '../../scripts/deploy/raw-configurations.ts';
import { readSettings } from '../../scripts/deploy/settings.ts';
import { SETTINGS } from '../support/deploying.ts';

const raw = rawConfigurations();
const settings = {
  ...SETTINGS,
  stewardAccountIds: [...SETTINGS.stewardAccountIds],
  publicDatabases: 1,
};
const wanted: Wanted = { raw, settings, code: 'code', given: ['WIKIMEDIA_CLIENT_SECRET'] };

const COMPLETE: Found = {
  databases: { 'laurel-public': 'id-of-public', 'laurel-private': 'id-of-private' },
  queues: ['laurel-work', 'laurel-deliveries'],
  secrets: {
    'laurel-signer': ['KEY_ENCRYPTION_SECRETS'],
    'laurel-desk': ['WIKIMEDIA_CLIENT_SECRET'],
  },
  deployed: {},
  hasSealedKeys: true,
  directoryUpTo: 1,
};

function deployedAs(code: string, of = wanted, databases = COMPLETE.databases): Found['deployed'] {
  return Object.fromEntries(
    of.raw.map((one) => {
      const configured = configurationFor(one, of.settings, databases);
      const bound = configured.d1_databases.filter(({ binding }) => binding !== 'PRIVATE');
      const { origin } = of.settings;
      const tag = tagOf(code, configured);
      return [one.worker, { tag, origin, publicDatabases: bound.length }];
    }),
  );
}

function kinds(steps: readonly Step[]): readonly string[] {
  return steps.map((step) => Object.values(step).join(' '));
}

test('an empty account gets databases, queues, tables, secrets, then Workers, those that are called first', () => {
  const { steps, refusals } = planOf(wanted, NOTHING_FOUND);

  expect(refusals).toEqual([]);
  expect(kinds(steps)).toEqual([
    'create-database laurel-private',
    'create-database laurel-public',
    'create-queue laurel-work',
    'create-queue laurel-deliveries',
    'migrate laurel-private',
    'migrate laurel-public',
    'put-secret laurel-desk WIKIMEDIA_CLIENT_SECRET',
    'make-secret laurel-signer KEY_ENCRYPTION_SECRETS',
    'deploy laurel-renderer',
    'deploy laurel-verifier',
    'deploy laurel-signer',
    'deploy laurel-desk',
    'deploy laurel',
    'ask-health',
  ]);
});

test('every Worker comes after those that it calls, and a ring of them is a defect', () => {
  const names: readonly string[] = inOrder(raw);
  for (const { worker, content } of raw) {
    for (const { service } of content.services) {
      expect(names.indexOf(service)).toBeLessThan(names.indexOf(worker));
    }
  }

  const ring = raw.map((one) => ({
    ...one,
    content: { ...one.content, services: [{ service: 'laurel-desk' }] },
  }));
  expect(() => inOrder(ring)).toThrow(/laurel-desk calls laurel-desk: a ring/);
});

test('where all is there and runs, nothing is made anew', () => {
  const { steps } = planOf(wanted, { ...COMPLETE, deployed: deployedAs('code') });

  expect(kinds(steps)).toEqual(['migrate laurel-private', 'migrate laurel-public', 'ask-health']);
});

test('other code goes to every Worker, another setting to those that have it', () => {
  const upgraded = planOf(wanted, { ...COMPLETE, deployed: deployedAs('older code') });
  const moved = planOf(
    { ...wanted, settings: { ...settings, wikimediaClientId: 'another' } },
    { ...COMPLETE, deployed: deployedAs('code') },
  );

  expect(kinds(upgraded.steps).filter((step) => step.startsWith('deploy'))).toHaveLength(
    raw.length,
  );
  expect(kinds(moved.steps)).toEqual([
    'migrate laurel-private',
    'migrate laurel-public',
    'deploy laurel-desk',
    'ask-health',
  ]);
});

test('a secret that is there is never made or put again, whatever the environment says', () => {
  const given = ['KEY_ENCRYPTION_SECRETS', 'WIKIMEDIA_CLIENT_SECRET'];
  const { steps } = planOf({ ...wanted, given }, COMPLETE);

  expect(kinds(steps).filter((step) => step.includes('secret'))).toEqual([]);
});

test('no new secret is made over keys that lie sealed under another; the one that was kept is put', () => {
  const lost = { ...COMPLETE, secrets: {} };

  expect(planOf(wanted, lost).refusals).toEqual([
    expect.stringMatching(/^laurel-signer lacks KEY_ENCRYPTION_SECRETS, and keys lie sealed/),
  ]);
  const restored = planOf({ ...wanted, given: [...wanted.given, 'KEY_ENCRYPTION_SECRETS'] }, lost);
  expect(restored.refusals).toEqual([]);
  expect(kinds(restored.steps)).toContain('put-secret laurel-signer KEY_ENCRYPTION_SECRETS');
});

test('without the consumer’s secret, and over a service of another origin, it is refused', () => {
  const deployed = {
    'laurel-signer': { tag: null, origin: 'https://other.example', publicDatabases: 1 },
  };

  expect(planOf({ ...wanted, given: [] }, NOTHING_FOUND).refusals).toEqual([
    'laurel-desk lacks WIKIMEDIA_CLIENT_SECRET: give it in the environment.',
  ]);
  expect(planOf(wanted, { ...COMPLETE, deployed }).refusals).toEqual([
    expect.stringMatching(/^laurel-signer serves https:\/\/other\.example\. .*never be changed/),
  ]);
});

test('a configuration is that of the tree, but for ids, variables and the front door’s domain', () => {
  const configured = (worker: string) => {
    const one = raw.find((raw) => raw.worker === worker);
    if (one === undefined) throw new Error(worker);
    return { tree: one.content, deployed: configurationFor(one, settings, COMPLETE.databases) };
  };

  const { tree, deployed } = configured('laurel-desk');
  expect(deployed).toEqual({
    ...tree,
    vars: {
      ...tree.vars,
      LAUREL_ORIGIN: 'https://laurel.example',
      OPERATOR_CONTACT: 'https://laurel.example/contact',
      WIKIMEDIA_CLIENT_ID: 'consumer-of-tests',
      STEWARD_ACCOUNT_IDS: '70000001,70000002',
    },
    d1_databases: [{ ...tree.d1_databases[0], database_id: 'id-of-private' }],
  });
  expect(configured('laurel').deployed).toMatchObject({
    workers_dev: false,
    preview_urls: false,
    routes: [{ pattern: 'laurel.example', custom_domain: true }],
  });
  for (const one of ['laurel-desk', 'laurel-verifier', 'laurel-signer', 'laurel-renderer']) {
    expect(configured(one).deployed).not.toHaveProperty('routes');
  }
});

/** What is wanted of a PUBLIC over that many databases. */
function wantedOver(count: number): Wanted {
  return {
    ...wanted,
    raw: rawConfigurations(count),
    settings: { ...settings, publicDatabases: count },
  };
}

/** A deployment over that many, which runs. */
function runningOver(count: number): Found {
  const further = Array.from({ length: count - 1 }, (_, at) => [
    `laurel-public-${at + 2}`,
    `id-of-${at + 2}`,
  ]);
  const databases = { ...COMPLETE.databases, ...Object.fromEntries(further) };
  return {
    ...COMPLETE,
    databases,
    deployed: deployedAs('code', wantedOver(count), databases),
    directoryUpTo: count,
  };
}

test('over three databases each of them is made, migrated and bound, by those that bind PUBLIC alone', () => {
  const { raw: configurations, settings: said } = wantedOver(3);
  const steps = kinds(planOf(wantedOver(3), NOTHING_FOUND).steps);

  for (const name of ['laurel-public', 'laurel-public-2', 'laurel-public-3']) {
    expect(steps).toContain(`create-database ${name}`);
    expect(steps).toContain(`migrate ${name}`);
  }
  const bound = configurations.map((one) => [
    one.worker,
    configurationFor(one, said, runningOver(3).databases).d1_databases.map(
      ({ binding, database_id: id, migrations_dir: from }) => `${binding} ${id} ${from}`,
    ),
  ]);
  const ofPublic = ['PUBLIC id-of-public', 'PUBLIC_2 id-of-2', 'PUBLIC_3 id-of-3'].map(
    (one) => `${one} ../../migrations/public`,
  );
  const ofPrivate = 'PRIVATE id-of-private ../../migrations/private';
  expect(Object.fromEntries(bound)).toEqual({
    laurel: [],
    'laurel-desk': [ofPrivate],
    'laurel-verifier': ofPublic,
    'laurel-signer': [...ofPublic, ofPrivate],
    'laurel-renderer': [],
  });
});

test('a database is added in a few steps, and whoever reads it knows it before anything can be in it', () => {
  const { steps, refusals } = planOf(wantedOver(2), runningOver(1));

  expect(refusals).toEqual([]);
  expect(kinds(steps)).toEqual([
    'create-database laurel-public-2',
    'migrate laurel-private',
    'migrate laurel-public',
    'migrate laurel-public-2',
    'deploy laurel-verifier',
    'deploy laurel-signer',
    'ask-health',
  ]);
  const again = planOf(wantedOver(2), runningOver(2));
  expect(kinds(again.steps).filter((step) => !step.startsWith('migrate'))).toEqual(['ask-health']);
});

test('one that was added to the reader alone, as the call was cut off, is added to the writer', () => {
  const [before, after] = [runningOver(1), runningOver(2)];
  const deployed = {
    ...before.deployed,
    'laurel-verifier': after.deployed['laurel-verifier'] ?? {
      tag: '',
      origin: '',
      publicDatabases: 0,
    },
  };

  const { steps } = planOf(wantedOver(2), { ...after, deployed });

  expect(kinds(steps).filter((step) => step.startsWith('deploy'))).toEqual([
    'deploy laurel-signer',
  ]);
});

test('one that an issuer is in is not taken away; one that none is in goes from the writer first', () => {
  const { refusals } = planOf(wantedOver(2), runningOver(3));
  expect(refusals).toEqual([
    expect.stringMatching(
      /^The directory has an issuer in PUBLIC_3, .* Say "publicDatabases": 3, at least\.$/,
    ),
  ]);

  const empty = planOf(wantedOver(2), { ...runningOver(3), directoryUpTo: 2 });
  expect(empty.refusals).toEqual([]);
  expect(kinds(empty.steps).filter((step) => !step.startsWith('migrate'))).toEqual([
    ...['deploy laurel-signer', 'check-directory', 'deploy laurel-verifier', 'ask-health'],
  ]);
});

test('an issuer who was put there meanwhile stops it before whoever reads does not know the database any more', async () => {
  const { databases } = runningOver(3);
  const upTo = (found: number) =>
    carryOut([{ step: 'check-directory' }], {
      wrangler: async (words) => {
        const isTable = words.some((word) => word.includes('sqlite_master'));
        const printed = JSON.stringify([{ results: [{ found: isTable ? 1 : found }] }]);
        return { code: 0, printed, said: '' };
      },
      wanted: wantedOver(2),
      databases,
      secrets: {},
      makeSecret: () => '',
      healthUrl: '',
      healthSeconds: 1,
      say: () => {},
    });

  await expect(upTo(3)).rejects.toThrow('The directory has an issuer in PUBLIC_3');
  await expect(upTo(2)).resolves.toBeUndefined();
});

test.each([
  { mistake: { publicDatabases: 0 }, told: 'publicDatabases' },
  { mistake: { publicDatabases: 61 }, told: 'publicDatabases' },
  { mistake: { publicDatabases: '2' }, told: 'publicDatabases' },
  { mistake: { origin: 'https://laurel.example/' }, told: 'origin' },
  { mistake: { origin: 'http://laurel.example' }, told: 'origin' },
  { mistake: { stewardAccountIds: ['70000001'] }, told: 'two at least' },
  { mistake: { KEY_ENCRYPTION_SECRETS: '{}' }, told: 'KEY_ENCRYPTION_SECRETS' },
  { mistake: { jurisdiction: 'moon' }, told: 'jurisdiction' },
])('settings with $mistake are refused, and told where', ({ mistake, told }) => {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify({ ...settings, ...mistake }));

  const read = readSettings(file);

  expect(read).toEqual({ ok: false, failure: expect.stringContaining(told) });
});

test('the example of settings is one', () => {
  expect(readSettings('examples/laurel.deploy.json').ok).toBe(true);
});
