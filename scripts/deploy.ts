/**
 * Deploys Laurel to Cloudflare, or what is missing of it:
 * `npm run deploy -- [--settings FILE] [--dry-run] [--keep FILE] [--health URL] [--health-seconds N] [--wrangler PROGRAM]`.
 * Looks at what is there, prints what it will do, and does it. Ends with 0 where all was done, 1 where something
 * was refused or failed, and 64 where it was called wrongly (EX_USAGE of sysexits.h).
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildToDeploy, fingerprint } from '../development/build.ts';
import { calledWrongly } from './called-wrongly.ts';
import { carryOut } from './deploy/carry-out.ts';
import { configurationPath, writeConfigurations } from './deploy/configuration.ts';
import { type Found, NOTHING_FOUND } from './deploy/found.ts';
import { inOrder } from './deploy/in-order.ts';
import { isLoggedIn, lookAt } from './deploy/look.ts';
import { planOf, type Step, type Wanted } from './deploy/plan.ts';
import { rawConfigurations, secretsOf } from './deploy/raw-configurations.ts';
import { drawnSecret, givenSecrets, keptSecret } from './deploy/secrets.ts';
import { readSettings } from './deploy/settings.ts';
import { told } from './deploy/told.ts';
import { must, wranglerAt } from './deploy/wrangler.ts';

const HEALTH_SECONDS = '600';

const asked = readWords();
const settings = readSettings(asked.settings);
if (!settings.ok) stop(settings.failure);
const raw = rawConfigurations(settings.value.publicDatabases);
const secrets = givenSecrets(secretsOf(raw).map(({ secret }) => secret));
const wanted: Wanted = {
  raw,
  settings: settings.value,
  code: fingerprint(),
  given: Object.keys(secrets),
};
const wrangler = wranglerAt(asked.wrangler ?? null);

try {
  await deploy();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  stop('Not finished. What was done stays; the same command again goes on from there.');
}

async function deploy(): Promise<void> {
  console.log('Building, and weighing what was built…');
  await buildToDeploy();
  writeConfigurations(raw, wanted.settings, {});
  const found = await look();
  writeConfigurations(raw, wanted.settings, found.databases);
  const { steps, refusals } = planOf(wanted, found);
  for (const refusal of refusals) console.error(refusal);
  if (refusals.length > 0 && !asked.dryRun) stop('Nothing was changed.');
  for (const [index, step] of steps.entries()) console.log(`${index + 1}. ${told(step)}`);
  if (asked.dryRun) await tryDeploying();
  else await carryOutAll(steps, found);
}

/** A dry run asks an account where it can, and else plans for one that is empty. */
async function look(): Promise<Found> {
  if (await isLoggedIn(wrangler)) return lookAt(wrangler, raw);
  const how = 'npx wrangler login, or a token in CLOUDFLARE_API_TOKEN';
  if (!asked.dryRun) stop(`wrangler is not logged in: ${how}.`);
  console.log(`wrangler is not logged in (${how}): this is the plan for an empty account.`);
  return NOTHING_FOUND;
}

async function tryDeploying(): Promise<void> {
  const tried = inOrder(raw).map(async (worker) => {
    const config = raw.filter((one) => one.worker === worker).map(configurationPath);
    const words = ['deploy', '--dry-run', '--outdir', resolve('build/deploy', worker)];
    const printed = await must(wrangler, [...words, '--config', ...config]);
    return `${worker}: ${/^Total Upload: .*$/m.exec(printed)?.[0] ?? 'would be deployed'}`;
  });
  for (const sentence of await Promise.all(tried)) console.log(sentence);
  console.log('Dry run: nothing was changed.');
}

async function carryOutAll(steps: readonly Step[], found: Found): Promise<void> {
  const makes = steps.some(({ step }) => step === 'make-secret');
  if (makes && asked.keep === undefined && !process.stdout.isTTY) {
    stop('A secret will be drawn that must be kept, and this is no terminal: say --keep FILE.');
  }
  await carryOut(steps, {
    wrangler,
    wanted,
    databases: found.databases,
    secrets,
    makeSecret,
    healthUrl: asked.health ?? `${wanted.settings.origin}/health`,
    healthSeconds: asked.healthSeconds,
    say: (sentence) => console.log(sentence),
  });
  console.log(`${wanted.settings.origin} runs.`);
}

/** It is kept before it is put: what is sealed under a secret that nobody kept is lost with the account. */
function makeSecret(name: string): string {
  if (asked.keep !== undefined) {
    const kept = keptSecret(asked.keep);
    console.log(
      `   ${name} is in ${asked.keep}. Put it away from here: it opens every private key.`,
    );
    return kept;
  }
  const drawn = drawnSecret();
  console.log(`   Keep this, where the databases are not. It is shown once, and opens every key:`);
  console.log(`   ${name}=${drawn}`);
  return drawn;
}

function readWords() {
  try {
    const { values } = parseArgs({
      options: {
        settings: { type: 'string', default: 'laurel.deploy.json' },
        'dry-run': { type: 'boolean', default: false },
        keep: { type: 'string' },
        health: { type: 'string' },
        'health-seconds': { type: 'string', default: HEALTH_SECONDS },
        wrangler: { type: 'string' },
      },
    });
    const { 'dry-run': dryRun, 'health-seconds': seconds, ...others } = values;
    return { ...others, dryRun, healthSeconds: Number(seconds) };
  } catch (error) {
    return calledWrongly(error instanceof Error ? error.message : String(error));
  }
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}
