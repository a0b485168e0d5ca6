import { bakeSvg } from '@laurel/baking/svg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aKeptCredential,
  ISSUED_AT_SECONDS,
  type KeptCredential,
  NOW_SECONDS,
  ORIGIN,
} from '../../packages/offline/test/a-kept-credential.ts';
import { fileOf } from '../../packages/offline/test/verified.ts';
import { NAME, type OfflinePage, startOfflinePage } from '../support/offline-page.ts';

let offline: OfflinePage;
beforeAll(async () => {
  offline = await startOfflinePage();
});
afterAll(() => offline.stop());

/** The file as another service would serve it. */
function madeFor(root: string, origin = ORIGIN): string {
  return offline.html
    .replace(/name="laurel-origin" content="[^"]*"/, `name="laurel-origin" content="${origin}"`)
    .replace(/name="laurel-roots" content="[^"]*"/, `name="laurel-roots" content="${root}"`);
}

describe('made for another service, it knows that one alone', () => {
  let theirs: KeptCredential;
  beforeAll(async () => {
    theirs = await aKeptCredential({ username: NAME });
  });

  test('and says the age of what it knows in words', async () => {
    const { verdict, text } = await offline.verdictOf(
      [fileOf(theirs.bundle)],
      madeFor(theirs.root),
      NOW_SECONDS,
    );

    expect(verdict).toBe('valid');
    expect(text).toContain('as of 26 November 2026, 3 days ago');
  });

  test('not what another root key vouches for', async () => {
    const { root } = await aKeptCredential();
    const { verdict, findings } = await offline.verdictOf([fileOf(theirs.bundle)], madeFor(root));

    expect(verdict).toBe('unknown');
    expect(findings).toContain('identity root_unknown');
  });

  test('not what stands nowhere in the log', async () => {
    const { verdict, findings, text } = await offline.verdictOf(
      [fileOf({ ...theirs.bundle, log: [] })],
      madeFor(theirs.root),
      NOW_SECONDS,
    );

    expect(verdict).toBe('unknown');
    expect(findings).toContain('log no_proof');
    expect(text).toMatch(/What could not be answered\s+Public log: Nothing that came along shows/);
  });

  test('not what a stolen key signed', async () => {
    const stolen = await aKeptCredential({ key: { compromisedAtSeconds: ISSUED_AT_SECONDS - 60 } });
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', stolen.document);
    const { verdict, findings } = await offline.verdictOf(
      [fileOf(svg), fileOf({ ...stolen.bundle, log: [] })],
      madeFor(stolen.root),
      NOW_SECONDS,
    );

    expect(verdict).toBe('invalid');
    expect(findings).toContain('proof compromised_key');
  });

  test('and what its list calls revoked is revoked, without a name', async () => {
    const revoked = await aKeptCredential({ revoked: true, username: NAME });
    const { verdict, text } = await offline.verdictOf(
      [fileOf(revoked.bundle)],
      madeFor(revoked.root),
      NOW_SECONDS,
    );

    expect(verdict).toBe('revoked');
    expect(text).not.toContain(NAME);
  });
});
