import { resolve } from 'node:path';
import {
  configurationFor,
  configurationPath,
  tagOf,
  writeConfigurations,
} from './configuration.ts';
import type { DatabaseIds } from './found.ts';
import { askHealth } from './health.ts';
import { databasesAt, directoryUpTo } from './look.ts';
import { type Step, stillInDirectory, type Wanted } from './plan.ts';
import type { RawConfiguration } from './raw-configurations.ts';
import { told } from './told.ts';
import { must, type Wrangler } from './wrangler.ts';

export type Carrying = {
  readonly wrangler: Wrangler;
  readonly wanted: Wanted;
  /** The databases that were there before. */
  readonly databases: DatabaseIds;
  readonly secrets: Readonly<Record<string, string>>;
  /** Draws a secret, and has whoever deploys keep it. */
  readonly makeSecret: (name: string) => string;
  readonly healthUrl: string;
  readonly healthSeconds: number;
  readonly say: (sentence: string) => void;
};

/** Does the steps of a plan, one after another. Throws where one fails: what was done before it stays done. */
export async function carryOut(steps: readonly Step[], carrying: Carrying): Promise<void> {
  let databases = carrying.databases;
  for (const [index, step] of steps.entries()) {
    carrying.say(`${index + 1}/${steps.length} ${told(step)}`);
    await carryOutOne(step, carrying, databases);
    if (step.step === 'create-database') databases = await withIds(carrying);
  }
}

/** Databases get their ids when they are made, and configurations need them. */
async function withIds({ wrangler, wanted }: Carrying): Promise<DatabaseIds> {
  const databases = await databasesAt(wrangler, wanted.raw);
  writeConfigurations(wanted.raw, wanted.settings, databases);
  return databases;
}

async function carryOutOne(step: Step, carrying: Carrying, databases: DatabaseIds): Promise<void> {
  const { wrangler, wanted, secrets, makeSecret } = carrying;
  const { settings, raw, code } = wanted;
  switch (step.step) {
    case 'create-database':
      await must(wrangler, ['d1', 'create', step.name, ...placeOf(wanted), ...anyOf(raw)]);
      return;
    case 'create-queue': {
      const where = settings.jurisdiction === undefined ? [] : jurisdictionOf(wanted);
      await must(wrangler, ['queues', 'create', step.name, ...where, ...anyOf(raw)]);
      return;
    }
    case 'migrate': {
      const binds = raw.find(({ content }) =>
        content.d1_databases.some(({ database_name }) => database_name === step.database),
      );
      const words = ['d1', 'migrations', 'apply', step.database, '--remote'];
      await must(wrangler, [...words, ...configOf(binds)]);
      return;
    }
    case 'put-secret':
    case 'make-secret': {
      const value = step.step === 'make-secret' ? makeSecret(step.secret) : secrets[step.secret];
      const words = ['secret', 'put', step.secret, '--name', step.worker];
      await must(wrangler, [...words, ...configOf(ofWorker(raw, step.worker))], value ?? '');
      return;
    }
    case 'deploy': {
      const mine = ofWorker(raw, step.worker);
      const tag = tagOf(code, configurationFor(mine, settings, databases));
      const kept = ['--outdir', resolve('build/deploy', step.worker)];
      await must(wrangler, ['deploy', '--tag', tag, ...kept, ...configOf(mine)]);
      return;
    }
    case 'check-directory': {
      const upTo = await directoryUpTo(wrangler, raw, databases);
      const { publicDatabases } = settings;
      if (upTo > publicDatabases) throw new Error(stillInDirectory(upTo, publicDatabases));
      return;
    }
    case 'ask-health': {
      const wrong = await askHealth(carrying.healthUrl, carrying.healthSeconds);
      if (wrong !== null) throw new Error(wrong);
      return;
    }
  }
}

function ofWorker(raw: readonly RawConfiguration[], worker: string): RawConfiguration {
  const found = raw.find((one) => one.worker === worker);
  if (found === undefined) throw new Error(`${worker} has no configuration`);
  return found;
}

function configOf(raw: RawConfiguration | undefined): readonly string[] {
  return raw === undefined ? [] : ['--config', configurationPath(raw)];
}

function anyOf(raw: readonly RawConfiguration[]): readonly string[] {
  return configOf(raw[0]);
}

function placeOf(wanted: Wanted): readonly string[] {
  const { jurisdiction, location } = wanted.settings;
  if (jurisdiction !== undefined) return jurisdictionOf(wanted);
  return location === undefined ? [] : ['--location', location];
}

function jurisdictionOf({ settings }: Wanted): readonly string[] {
  return settings.jurisdiction === undefined ? [] : ['--jurisdiction', settings.jurisdiction];
}
