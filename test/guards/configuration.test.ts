import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { localId, type Store } from '../../development/state-files.ts';
import { WORKERS } from '../../development/workers.ts';
import { rawConfigurations } from '../../scripts/deploy/raw-configurations.ts';

const configurations = WORKERS.map(({ name, config }) => ({
  name,
  text: readFileSync(config, 'utf8'),
}));

function configurationOf(worker: string): string {
  return configurations.find(({ name }) => name === worker)?.text ?? '';
}

test('every Worker runs under the same compatibility date and flags', () => {
  const dates = configurations.map(({ text }) => /^compatibility_date = .*$/m.exec(text)?.[0]);
  const flags = configurations.map(({ text }) => /^compatibility_flags = .*$/m.exec(text)?.[0]);

  expect(new Set(dates).size).toBe(1);
  expect(new Set(flags).size).toBe(1);
});

test.each(WORKERS.filter(({ name }) => name !== 'laurel'))(
  '$name can be reached through bindings alone',
  ({ name }) => {
    const text = configurationOf(name);

    expect(text).toMatch(/^workers_dev = false$/m);
    expect(text).toMatch(/^preview_urls = false$/m);
    expect(text).not.toMatch(/^routes? =|^\[\[routes\]\]/m);
  },
);

test('the key-encryption secret is the signer’s alone', () => {
  const holders = configurations.filter(({ text }) => /^required = .*KEY_ENCRYPTION/m.test(text));

  expect(holders.map(({ name }) => name)).toEqual(['laurel-signer']);
});

test.each([
  { worker: 'laurel', databases: [] },
  { worker: 'laurel-desk', databases: ['PRIVATE'] },
  { worker: 'laurel-verifier', databases: ['PUBLIC'] },
  { worker: 'laurel-signer', databases: ['PUBLIC', 'PRIVATE'] },
  { worker: 'laurel-renderer', databases: [] },
])('$worker binds the databases $databases and no other', ({ worker, databases }) => {
  const bound = [
    ...configurationOf(worker).matchAll(/\[\[d1_databases\]\]\nbinding = "(\w+)"/g),
  ].map(([, binding]) => binding);

  expect(bound).toEqual(databases);
});

test.each([2, 3])(
  'spread over %i, PUBLIC is bound as often by those that bind it, without a gap, and by nobody else',
  (count) => {
    const all = ['PUBLIC', 'PUBLIC_2', 'PUBLIC_3'].slice(0, count);
    const bound = rawConfigurations(count).map(({ worker, content }) => [
      worker,
      content.d1_databases.map(({ binding }) => binding),
    ]);
    const ids = rawConfigurations(count).flatMap(({ content }) =>
      content.d1_databases.map(({ binding, database_id: id }) => `${binding} ${id}`),
    );

    expect(Object.fromEntries(bound)).toEqual({
      laurel: [],
      'laurel-desk': ['PRIVATE'],
      'laurel-verifier': all,
      'laurel-signer': [...all, 'PRIVATE'],
      'laurel-renderer': [],
    });
    expect(new Set(ids).size).toBe(count + 1);
  },
);

test('local databases are looked for under the ids of the configurations', () => {
  const bound = rawConfigurations().flatMap(({ content }) => content.d1_databases);
  for (const store of ['PUBLIC', 'PRIVATE'] satisfies readonly Store[]) {
    const ids = bound.filter(({ binding }) => binding === store).map((one) => one.database_id);
    expect(new Set(ids)).toEqual(new Set([localId(store)]));
  }
});

test('work is done by one consumer at a time, as Wikimedia is asked one call at a time', () => {
  expect(configurationOf('laurel-desk')).toMatch(
    /^queue = "laurel-work"\n(?:max_batch_.*\n|#.*\n|max_retries.*\n)*max_concurrency = 1$/m,
  );
});

test('no configuration moves a clock', () => {
  expect(configurations.filter(({ text }) => text.includes('CLOCK_SHIFT'))).toEqual([]);
});

test('no configuration lets anything local be asked', () => {
  expect(configurations.filter(({ text }) => /^LOCAL_/m.test(text))).toEqual([]);
});

test.each(WORKERS)(
  '$name has the platform keep our own log lines, and none of its own',
  ({ name }) => {
    expect(configurationOf(name)).toContain(
      '[observability]\nenabled = true\nredact_query_string = true\n\n[observability.logs]\nenabled = true\ninvocation_logs = false\n\n[observability.traces]\nenabled = false\n',
    );
  },
);

/** What `npm run deploy` provides, or what needs nothing on the account. */
const DEPLOYED = new Set([
  ...['name', 'main', 'compatibility_date', 'compatibility_flags', 'define', 'alias'],
  ...['minify', 'keep_names', 'workers_dev', 'preview_urls', 'vars', 'secrets', 'triggers'],
  ...[
    'd1_databases',
    'queues',
    'services',
    'assets',
    'analytics_engine_datasets',
    'limits',
    'observability',
  ],
]);

test('a deployment knows every part of every configuration: none binds what nobody makes', () => {
  const unknown = rawConfigurations().flatMap(({ worker, content }) =>
    Object.keys(content)
      .filter((part) => !DEPLOYED.has(part))
      .map((part) => `${worker}: ${part}`),
  );

  expect(unknown).toEqual([]);
});
