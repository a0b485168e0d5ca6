import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { alone } from '../../development/alone.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Headless Chromium: the one named by `LAUREL_CHROMIUM`, else the system's, else the one that comes
 * from npm, with the two libraries that a bare machine lacks. `further` are flags of its command line.
 */
export async function launchChromium(further: readonly string[] = []): Promise<Browser> {
  const args = [...FLAGS, ...further];
  const installed = process.env.LAUREL_CHROMIUM ?? '/usr/bin/chromium';
  if (existsSync(installed)) return chromium.launch({ executablePath: installed, args });
  const { default: packaged } = await import('@sparticuz/chromium');
  // Whoever finds it half unpacked by another process cannot start it.
  const executablePath = await alone(join(tmpdir(), 'laurel-chromium-unpacking'), () =>
    packaged.executablePath(),
  );
  return chromium.launch({
    executablePath,
    args,
    env: { ...process.env, LD_LIBRARY_PATH: await packagedLibraries() },
  });
}

/** Unpacks the libraries that the package brings along for machines without them. */
async function packagedLibraries(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'laurel-chromium-'));
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packed = join(main.slice(0, main.lastIndexOf('/build/')), 'bin', 'al2023.tar.br');
  const archive = join(directory, 'libraries.tar');
  writeFileSync(archive, brotliDecompressSync(readFileSync(packed)));
  execFileSync('tar', ['-xf', archive, '-C', directory]);
  return join(directory, 'lib');
}
