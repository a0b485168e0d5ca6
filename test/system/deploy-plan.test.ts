import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { configurationFor, tagOf } from '../../scripts/deploy/configuration.ts';
import { type Found, NOTHING_FOUND } from '../../scripts/deploy/found.ts';
import { inOrder } from '../../scripts/deploy/in-order.ts';
import { planOf, type Step, type Wanted } from '../../scripts/deploy/plan.ts';
import { rawConfigurations } from '../../scripts/deploy/raw-configurations.ts';
import { readSettings } from '../../scripts/deploy/settings.ts';
import { SETTINGS } from '../support/deploying.ts';

const raw = rawConfigurations();
const settings = { ...SETTINGS, stewardAccountIds: [...SETTINGS.stewardAccountIds] };
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
};

function deployedAs(code: string): Found['deployed'] {
  return Object.fromEntries(
    raw.map((one) => {
      const tag = tagOf(code, configurationFor(one, settings, COMPLETE.databases));
      return [one.worker, { tag, origin: settings.origin }];
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
  const deployed = { 'laurel-signer': { tag: null, origin: 'https://other.example' } };

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

test.each([
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
