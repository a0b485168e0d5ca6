import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../development/build.ts';
import { freePort, mustBeFree } from '../../development/free-port.ts';
import { databaseHere } from '../../development/state-files.ts';
import {
  allEnded,
  demoIn,
  descendantsOf,
  npmStart,
  type StartEnvironment,
  type Started,
  startProcess,
} from '../support/started.ts';

const HOST = '127.0.0.1';

let environment: StartEnvironment;
let started: Started;
beforeAll(async () => {
  await build();
  environment = {
    LAUREL_PORT: String(await freePort(HOST)),
    LAUREL_WIKIMEDIA_PORT: String(await freePort(HOST)),
    LAUREL_DATA: mkdtempSync(join(tmpdir(), 'laurel-start-')),
  };
  started = startProcess(environment);
  await started.ready;
});
afterAll(() => {
  started.process.kill('SIGKILL');
  rmSync(environment.LAUREL_DATA, { recursive: true, force: true });
});

describe('the first start', () => {
  test('awards everyone of the example sheet who attended and can be awarded', () => {
    expect(demoIn(environment.LAUREL_DATA).credentials).toHaveLength(36);
    expect(started.printed()).toContain('36 awarded and signed, 5 refused');
  });

  test('prints a page, its PDF, JSON and JWT, the verify page, a token, and lines to award and verify', async () => {
    const demo = demoIn(environment.LAUREL_DATA);
    const [first] = demo.credentials;
    for (const shown of [first?.page, first?.pdf, first?.json, first?.jwt, demo.token]) {
      expect(started.printed()).toContain(shown);
    }
    for (const path of ['/verify', '/me', '/desk', '/desk/apply', '/api/v1/reference']) {
      expect(started.printed()).toMatch(new RegExp(`${demo.origin}${path}(?:\\s|$)`, 'm'));
    }
    expect(demo.origin).toBe(`http://localhost:${environment.LAUREL_PORT}`);

    const curls = started
      .printed()
      .split('\n')
      .filter((line) => line.trim().startsWith('curl'));
    expect(curls).toHaveLength(2);
    for (const [line, wanted] of [
      [curls[0], /"batch":/],
      [curls[1], /"verdict":"valid"/],
    ] as const) {
      expect(execFileSync('sh', ['-c', String(line)], { encoding: 'utf8' })).toMatch(wanted);
    }
  });

  test('gives every credential all of its artefacts', async () => {
    const { credentials } = demoIn(environment.LAUREL_DATA);
    for (const { pdf: _, png: __, svg: ___, ...quick } of credentials) {
      for (const url of Object.values(quick)) expect((await fetch(url)).status, url).toBe(200);
    }
    const [first] = credentials;
    for (const url of Object.values(first ?? {})) {
      expect((await fetch(url)).status, url).toBe(200);
    }
  });

  test('is what npm run verify believes: a certificate of it verifies from its file', async () => {
    const [first] = demoIn(environment.LAUREL_DATA).credentials;
    const file = join(environment.LAUREL_DATA, 'certificate.pdf');
    writeFileSync(file, await (await fetch(first?.pdf ?? '')).bytes());

    const { status, stdout } = spawnSync(process.execPath, ['scripts/verify.ts', file], {
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    });

    expect([stdout, status]).toEqual([expect.stringMatching(/^Valid: /), 0]);
  });

  test('has two people sign for the demonstration', async () => {
    const [first] = demoIn(environment.LAUREL_DATA).credentials;

    const credential = await (await fetch(first?.json ?? '')).text();

    expect(JSON.parse(credential).issuer.official).toBe(
      'Adaeze Nwankwo,\nChair;\nরাহেলা সুলতানা,\nSecretary',
    );
  });

  test('answers whether all of its Workers are well', async () => {
    const answer = await fetch(`http://localhost:${environment.LAUREL_PORT}/health`);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: true });
  });
});

test('a taken port is told in one line', async () => {
  const other = startProcess({ ...environment, LAUREL_DATA: `${environment.LAUREL_DATA}-other` });

  expect(await other.ended).toBe(1);
  const lines = other.printed().trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(environment.LAUREL_PORT);
});

test('its data is not cleared under it', () => {
  const reset = spawnSync(process.execPath, ['development/reset.ts'], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });

  expect(reset.status).toBe(1);
  expect(reset.stderr).toContain(String(started.process.pid));
  expect(existsSync(join(environment.LAUREL_DATA, 'demo.json'))).toBe(true);
});

test('stopping leaves no process and no listener behind', async () => {
  const pid = started.process.pid ?? 0;
  const children = descendantsOf(pid);
  expect(children.length).toBeGreaterThan(0);

  started.process.kill('SIGINT');

  expect(await started.ended).toBe(0);
  await allEnded([pid, ...children]);
  await portsAreFree();
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s to npm start alone, as a supervisor sends it, leaves nothing behind either',
  async (signal) => {
    const npm = npmStart(environment);
    await npm.ready;
    const children = descendantsOf(npm.process.pid ?? 0);
    expect(children.length).toBeGreaterThan(1);

    npm.process.kill(signal);

    await npm.ended;
    await allEnded(children);
    await portsAreFree();
  },
);

async function portsAreFree(): Promise<void> {
  for (const port of [environment.LAUREL_PORT, environment.LAUREL_WIKIMEDIA_PORT]) {
    await mustBeFree(HOST, Number(port));
  }
}

describe('the second start', () => {
  test('keeps the data of the first, and a cron ticks at once', async () => {
    const before = demoIn(environment.LAUREL_DATA);
    const [kept, revoked] = before.credentials;
    const database = databaseHere(environment.LAUREL_DATA, 'PRIVATE');
    const award = database
      .prepare('select award_id from intents where credential_id = ?')
      .get(revoked?.page.split('/').at(-1) ?? '')?.award_id;
    database
      .prepare("update awards set state = 'revoked', revocation_reason = 'duplicate' where id = ?")
      .run(String(award));
    database
      .prepare("insert into outbox values ('left-behind', ?, 0, 0, 0)")
      .run(JSON.stringify({ task: 'revoke', awardId: award }));
    database.close();

    started = startProcess(environment);
    await started.ready;

    const after = demoIn(environment.LAUREL_DATA);
    expect(after).toEqual(before);
    const verdicts = await Promise.all(
      [kept, revoked].map(async (credential) => {
        const answer = await fetch(`${after.origin}/api/verify`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ url: credential?.page }),
        });
        return ((await answer.json()) as { verdict: string }).verdict;
      }),
    );
    expect(verdicts).toEqual(['valid', 'revoked']);
  });

  test('killed without warning leaves no process behind either', async () => {
    const children = descendantsOf(started.process.pid ?? 0);
    expect(children.length).toBeGreaterThan(1);

    started.process.kill('SIGKILL');
    await started.ended;

    await allEnded(children);
  });

  test('under another address is refused in one line, as its identifiers would not fit', async () => {
    const other = startProcess({ ...environment, LAUREL_PORT: String(await freePort(HOST)) });

    expect(await other.ended).toBe(1);
    expect(other.printed().trim().split('\n')).toHaveLength(1);
    expect(other.printed()).toContain('npm run reset');
  });
});

test('npm run reset clears the data', () => {
  execFileSync(process.execPath, ['development/reset.ts'], {
    env: { ...process.env, ...environment },
  });

  expect(existsSync(environment.LAUREL_DATA)).toBe(false);
});
