import { spawn } from 'node:child_process';

/** How a call of wrangler ended. */
type Called = {
  readonly code: number;
  readonly printed: string;
  /** What it said beside that: warnings, and why it failed. */
  readonly said: string;
};

/** Calls wrangler with words, and a text for its standard input. */
export type Wrangler = (words: readonly string[], input?: string) => Promise<Called>;

/** A call that failed, with what wrangler said. Never what it was given: that may be a secret. */
export class WranglerFailed extends Error {
  override name = 'WranglerFailed';
}

/**
 * wrangler as a program of its own: this package’s, run by this very Node, or another executable. It is never
 * asked anything by a prompt, and sends no statistics.
 */
export function wranglerAt(executable: string | null): Wrangler {
  const [program, ...first] =
    executable === null
      ? [process.execPath, 'node_modules/wrangler/bin/wrangler.js']
      : [executable];
  return (words, input) =>
    new Promise((done, reject) => {
      const child = spawn(program ?? '', [...first, ...words], {
        stdio: ['pipe', 'pipe', 'pipe'],
        env: { ...withoutSecrets(), ...QUIETLY },
      });
      const printed: Buffer[] = [];
      const said: Buffer[] = [];
      child.stdout.on('data', (piece: Buffer) => printed.push(piece));
      child.stderr.on('data', (piece: Buffer) => said.push(piece));
      child.on('error', reject);
      child.on('close', (code) =>
        done({
          code: code ?? 1,
          printed: Buffer.concat(printed).toString('utf8'),
          said: Buffer.concat(said).toString('utf8'),
        }),
      );
      // A child that has ended before it read is told by its code.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input ?? '');
    });
}

const QUIETLY = { NODE_ENV: 'production', WRANGLER_SEND_METRICS: 'false', CI: 'true' };

/** What the Workers' secrets are is told by standard input alone. */
function withoutSecrets(): NodeJS.ProcessEnv {
  const { KEY_ENCRYPTION_SECRETS: _, WIKIMEDIA_CLIENT_SECRET: __, ...rest } = process.env;
  return rest;
}

/** What a call printed. Throws {@link WranglerFailed} where it failed. */
export async function must(
  wrangler: Wrangler,
  words: readonly string[],
  input?: string,
): Promise<string> {
  const { code, printed, said } = await wrangler(words, input);
  if (code !== 0) throw new WranglerFailed(`wrangler ${words.join(' ')}\n${printed}${said}`.trim());
  return printed;
}
