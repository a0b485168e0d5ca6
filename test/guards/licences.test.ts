import { existsSync, globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../development/build.ts';
import { lockedPackages } from '../support/locked-packages.ts';

const MAY_SHIP: Readonly<Record<string, string>> = {
  MIT: 'as Laurel itself: the notice stays with the code',
  ISC: 'the same in other words',
  'BSD-2-Clause': 'the same',
  'BSD-3-Clause': 'the same, and no name is used to advertise',
  '0BSD': 'asks for nothing',
  Zlib: 'asks that changed versions say so; none is changed',
  'Apache-2.0': 'the notice stays, and patents are licensed with it',
  'BlueOak-1.0.0': 'permissive; the text or a link to it goes along',
  'CC0-1.0': 'in the public domain where that can be',
  Unlicense: 'in the public domain',
};

/** What only builds and tests, and what no user gets any of. */
const MAY_BUILD: Readonly<Record<string, string>> = {
  ...MAY_SHIP,
  'MPL-2.0': 'axe and a compressor of styles run here and are passed on to nobody',
  'LGPL-3.0-or-later': 'what resizes pictures in the local runtime; passed on to nobody',
  'Python-2.0': 'permissive; reads the parameters of a tool',
};

/** Single packages, and why they may be shipped under what they have. */
const BY_NAME: Readonly<Record<string, { readonly licence: string; readonly why: string }>> = {
  '@resvg/resvg-wasm': {
    licence: 'MPL-2.0',
    why: 'unchanged, a file of its own in the renderer, and its source is public: the licence goes no further than its files',
  },
};

/** The lockfile has no word of their licence that can be read; this is what their own file says. */
const IN_THEIR_FILE: Readonly<Record<string, { readonly licence: string; readonly says: RegExp }>> =
  {
    'png-js': { licence: 'MIT', says: /^MIT License/ },
    'base-64': { licence: 'MIT', says: /Permission is hereby granted, free of charge/ },
    '@digitalcredentials/ed25519-multikey': { licence: 'BSD-3-Clause', says: /BSD 3-Clause/ },
    '@digitalbazaar/credentials-context': { licence: 'BSD-3-Clause', says: /BSD 3-Clause/ },
    'credentials-context': { licence: 'BSD-3-Clause', says: /BSD 3-Clause/ },
    'did-context': { licence: 'BSD-3-Clause', says: /BSD 3-Clause/ },
  };

const FONTS = /^@(?:expo-google-fonts|fontsource-variable)\//;

const packages = lockedPackages();

/** True where an SPDX expression can be kept to by what is allowed (SPDX 2.3, Annex D; without nesting). */
function isAllowed(expression: string, allowed: Readonly<Record<string, string>>): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => Object.hasOwn(allowed, one)));
}

function licenceOf(name: string, licence: string | null): string {
  return IN_THEIR_FILE[name]?.licence ?? licence ?? 'not stated';
}

test('everything that is shipped has a licence that lets us, and every exception its reason', () => {
  const shipped = packages.filter(({ isShipped }) => isShipped);
  expect(shipped.length).toBeGreaterThan(100);
  const refused = shipped
    .map(({ name, licence }) => ({ name, licence: licenceOf(name, licence) }))
    .filter(({ name, licence }) => !isAllowed(licence, MAY_SHIP) && !FONTS.test(name))
    .filter(({ name, licence }) => BY_NAME[name]?.licence !== licence);
  expect(refused).toEqual([]);
});

test('and so has everything that builds and tests it', () => {
  const others = packages.filter(({ isShipped }) => !isShipped);
  expect(others.length).toBeGreaterThan(100);
  const refused = others
    .map(({ name, licence }) => ({ name, licence: licenceOf(name, licence) }))
    .filter(({ licence }) => !isAllowed(licence, MAY_BUILD));
  expect(refused).toEqual([]);
});

test('no exception is left of what is not there any more', () => {
  const names = new Set(packages.map(({ name }) => name));
  const named = [...Object.keys(BY_NAME), ...Object.keys(IN_THEIR_FILE)];
  expect(named.filter((name) => !names.has(name))).toEqual([]);
});

test.each(Object.entries(IN_THEIR_FILE))('%s says so in its own file', (name, { says }) => {
  const files = globSync(`node_modules/${name}/LICENSE*`);
  expect(files).not.toEqual([]);
  expect(files.some((file) => says.test(readFileSync(file, 'utf8')))).toBe(true);
});

let notices = '';
beforeAll(async () => {
  await build();
  notices = readFileSync('services/verifier/generated/assets/OFL.txt', 'utf8');
});

test('every font is under the SIL Open Font License, and its notice is served with the fonts', () => {
  const fonts = packages.filter(({ name }) => FONTS.test(name));
  expect(fonts.length).toBeGreaterThan(30);
  for (const { name, licence } of fonts) {
    expect([name, licence]).toEqual([name, expect.stringMatching(/^(MIT AND )?OFL-1\.1$/)]);
    const file = ['LICENSE_FONT', 'LICENSE']
      .map((one) => `node_modules/${name}/${one}`)
      .find((one) => existsSync(one));
    const notice = /^Copyright .*$/m.exec(readFileSync(file ?? '', 'utf8'))?.[0] ?? 'none';
    expect([name, notice, notices.includes(notice)]).toEqual([name, notice, true]);
  }
  expect(notices).toContain('SIL OPEN FONT LICENSE Version 1.1');
});
