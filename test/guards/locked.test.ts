import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      resolved: z.string().optional(),
    }),
  ),
});

const { packages } = Lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const ofOthers = Object.entries(packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true,
);

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  allowScripts: z.record(z.string(), z.boolean()).default({}),
});

function manifestAt(file: string) {
  return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
}

test('every package is held to its bytes by a hash', () => {
  expect(ofOthers.length).toBeGreaterThan(300);
  const loose = ofOthers.filter(([, { integrity }]) => !/^sha512-[\w+/]+=*$/.test(integrity ?? ''));
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('every version that we ask for is exact', () => {
  const files = ['package.json', ...globSync('{packages,services}/*/package.json')];
  expect(files.length).toBeGreaterThan(15);
  const loose = files.flatMap((file) => {
    const { dependencies, devDependencies } = manifestAt(file);
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${file}: ${name} ${version}`);
  });
  expect(loose).toEqual([]);
});

test('what may run while it is installed is listed, and is what says that it does', () => {
  const { allowScripts } = manifestAt('package.json');
  const runs = new Set(
    ofOthers
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  expect(allowed.filter((name) => !runs.has(name))).toEqual([]);
  expect(allowed.length).toBeLessThan(8);
  expect(existsSync('.npmrc') ? readFileSync('.npmrc', 'utf8') : '').not.toMatch(
    /ignore-scripts=false/,
  );
});
