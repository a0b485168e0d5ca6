import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

const ROOT = new URL('../../', import.meta.url).pathname;

/** A process that is to print what a newcomer is told. */
export type Started = {
  readonly process: ChildProcess;
  readonly printed: () => string;
  /** Resolves when everything is printed that a newcomer is told. */
  readonly ready: Promise<void>;
  readonly ended: Promise<number | null>;
};

export type StartEnvironment = {
  readonly LAUREL_PORT: string;
  readonly LAUREL_WIKIMEDIA_PORT: string;
  readonly LAUREL_DATA: string;
  /** Over how many databases PUBLIC is spread. */
  readonly LAUREL_PUBLIC_DATABASES?: string;
};

/** What `npm start` runs, without npm. */
export function startProcess(environment: StartEnvironment): Started {
  return started(process.execPath, ['development/start.ts'], environment);
}

/** `npm start` itself, as a user or a supervisor runs it. */
export function npmStart(environment: StartEnvironment): Started {
  return started('npm', ['start'], environment);
}

function started(
  command: string,
  parameters: readonly string[],
  environment: StartEnvironment,
): Started {
  const child = spawn(command, parameters, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const read = (text: Buffer) => {
      printed += text;
      if (printed.includes('Stop with Ctrl+C')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => reject(new Error(`ended with ${code}\n${printed}`)));
  });
  ready.catch(() => {});
  return { process: child, printed: () => printed, ready, ended };
}

const Demo = z.object({
  origin: z.string(),
  issuer: z.string(),
  did: z.string(),
  token: z.string(),
  signIssuer: z.string(),
  signDid: z.string(),
  signToken: z.string(),
  achievement: z.string(),
  credentials: z.array(
    z.object({
      page: z.url(),
      json: z.url(),
      jwt: z.url(),
      pdf: z.url(),
      png: z.url(),
      svg: z.url(),
    }),
  ),
});

export function demoIn(data: string): z.infer<typeof Demo> {
  return Demo.parse(JSON.parse(readFileSync(`${data}/demo.json`, 'utf8')));
}

/** The processes that a process started, theirs too. */
export function descendantsOf(pid: number): readonly number[] {
  const listed = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(listed)) return [];
  const children = readFileSync(listed, 'utf8').split(' ').filter(Boolean).map(Number);
  return [...children, ...children.flatMap(descendantsOf)];
}

/** Waits until none of these processes runs any more. */
export async function allEnded(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await new Promise(setImmediate);
}

function isRunning(pid: number): boolean {
  const status = `/proc/${pid}/stat`;
  try {
    return existsSync(status) && !/\) Z /.test(readFileSync(status, 'utf8'));
  } catch {
    return false;
  }
}
