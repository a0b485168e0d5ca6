import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Names = z.record(z.string(), z.string()).default({});

const Entry = z.object({
  license: z.string().optional(),
  link: z.boolean().default(false),
  resolved: z.string().optional(),
  dependencies: Names,
  optionalDependencies: Names,
  peerDependencies: Names,
});

/** A package as the lockfile has it. */
export type LockedPackage = {
  /** Where npm puts it. */
  readonly path: string;
  readonly name: string;
  /** An SPDX expression, or what stands in its place. */
  readonly licence: string | null;
  /** True where a Worker, or what browsers get of it, may hold some of it. */
  readonly isShipped: boolean;
};

/** Every package of others in the lockfile. What our packages and Workers depend on is shipped. */
export function lockedPackages(): readonly LockedPackage[] {
  const { packages } = z
    .object({ packages: z.record(z.string(), Entry) })
    .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const shipped = new Set<string>();
  const ship = (path: string): void => {
    if (shipped.has(path)) return;
    shipped.add(path);
    const entry = packages[path];
    for (const name of Object.keys({
      ...entry?.dependencies,
      ...entry?.optionalDependencies,
      ...entry?.peerDependencies,
    })) {
      const found = placesOf(path, name).find((place) => place in packages);
      if (found === undefined) continue;
      ship(packages[found]?.link ? (packages[found]?.resolved ?? found) : found);
    }
  };
  for (const path of Object.keys(packages)) {
    if (/^(?:packages|services)\/[^/]+$/.test(path)) ship(path);
  }
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, { license }]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      licence: license ?? null,
      isShipped: shipped.has(path),
    }));
}

/** Where Node looks for a package that one at a path asks for, the nearest first. */
function placesOf(path: string, name: string): readonly string[] {
  const parts = path.split('/');
  return parts
    .map((_, at) => [...parts.slice(0, parts.length - at), 'node_modules', name].join('/'))
    .concat(`node_modules/${name}`);
}
