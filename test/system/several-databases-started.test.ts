import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../development/free-port.ts';
import { publicStoresHere } from '../../development/state-files.ts';
import { auditOf, dataFolder } from '../support/audited.ts';
import { type StartEnvironment, startProcess } from '../support/started.ts';

const HOST = '127.0.0.1';

const { data, remove } = dataFolder();
afterAll(remove);

async function environment(databases?: string): Promise<StartEnvironment> {
  return {
    LAUREL_PORT: String(await freePort(HOST)),
    LAUREL_WIKIMEDIA_PORT: String(await freePort(HOST)),
    LAUREL_DATA: data,
    ...(databases === undefined ? {} : { LAUREL_PUBLIC_DATABASES: databases }),
  };
}

/** How it ends where it is refused before anything is built. */
async function refusedWith(databases: string) {
  const { status, stderr } = spawnSync(process.execPath, ['development/start.ts'], {
    encoding: 'utf8',
    env: { ...process.env, ...(await environment(databases)) },
  });
  return { status, stderr };
}

test.each(['0', 'two', '61', '-1'])(
  'a PUBLIC over “%s” databases is refused',
  async (databases) => {
    expect(await refusedWith(databases)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('LAUREL_PUBLIC_DATABASES is not a number of databases'),
    });
  },
);

test('npm start spreads PUBLIC over as many as it is told, never again over fewer, and all of it holds', async () => {
  const asked = await environment('2');
  const { process: child, ready, ended } = startProcess(asked);
  await ready;
  child.kill('SIGTERM');
  await ended;

  expect(publicStoresHere(data)).toEqual(['PUBLIC', 'PUBLIC_2']);
  expect(await auditOf(data)).toEqual({});
  expect(await refusedWith('1')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('LAUREL_PUBLIC_DATABASES=2'),
  });
});
