import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const STAND_IN = resolve('test/support/stand-in-wrangler.mjs');

export const SETTINGS = {
  origin: 'https://laurel.example',
  operatorContact: 'https://laurel.example/contact',
  wikimediaClientId: 'consumer-of-tests',
  stewardAccountIds: ['70000001', '70000002'],
} as const;

/** An account at Cloudflare, as the stand-in for wrangler keeps it. */
export type Account = {
  loggedIn: boolean;
  databases: { name: string; uuid: string }[];
  queues: string[];
  migrated: string[];
  workers: Record<
    string,
    {
      secrets: Record<string, string>;
      deployed: boolean;
      routes?: unknown[];
      version: { resources: { bindings: { name: string; text: string }[] } };
    }
  >;
  tables?: boolean;
  sealedKeys?: boolean;
  /** The highest number of a database in the directory. */
  directoryUpTo?: number;
  /** What the call that fails has in it: its words, “of”, and the Worker. */
  failing?: string;
  calls: { line: string; environment: string }[];
};

/** Somebody with an empty account, and a server that answers for what they deploy. */
export async function deployer() {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-deploying-'));
  const at = (name: string) => join(folder, name);
  const health = { status: 200 };
  const server = createServer((_request, response) => {
    response.writeHead(health.status).end('{"desk":"down"}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const read = (): Account => JSON.parse(readFileSync(at('account.json'), 'utf8'));
  const write = (account: Account) => writeFileSync(at('account.json'), JSON.stringify(account));
  const empty: Account = {
    loggedIn: true,
    databases: [],
    queues: [],
    migrated: [],
    workers: {},
    calls: [],
  };
  write(empty);
  const settle = (settings: object) => writeFileSync(at('settings.json'), JSON.stringify(settings));
  settle(SETTINGS);
  return {
    health,
    settle,
    account: read,
    change: (change: Partial<Account>) => write({ ...read(), ...change }),
    keptSecret: at('kept.json'),
    /** The lines of calls that change something, since the last time that this was asked. */
    changes: () => {
      const account = read();
      write({ ...account, calls: [] });
      return account.calls
        .map(({ line }) => line)
        .filter((line) =>
          /^(?:deploy |secret put|d1 (?:create|migrations)|queues create)/.test(line),
        );
    },
    deploy: (words: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) =>
      run(
        [
          ...['--settings', at('settings.json'), '--wrangler', STAND_IN],
          ...['--health', `http://127.0.0.1:${port}/health`, '--health-seconds', '1'],
          ...words,
        ],
        {
          WIKIMEDIA_CLIENT_SECRET: 'secret-of-the-consumer',
          ...environment,
          ACCOUNT_FILE: at('account.json'),
        },
      ),
    end: () => {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Not in one go with spawnSync: the server that it asks for its health runs in this process. */
function run(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly status: number | null; readonly printed: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['scripts/deploy.ts', ...words], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece) => {
        printed += piece;
      });
    }
    child.on('close', (status) => done({ status, printed }));
  });
}
