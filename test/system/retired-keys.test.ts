import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { didDocumentUrl, fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

const Credential = z.looseObject({
  issuer: z.looseObject({ id: z.string() }),
  credentialStatus: z.looseObject({ statusListCredential: z.url() }),
});

type Copies = {
  readonly page: string;
  readonly document: z.infer<typeof Credential>;
  /** The JWTs, by their algorithm. */
  readonly RS256: string;
  readonly EdDSA: string;
};

/** A new credential with the copies of it that its holder keeps. */
async function aKeptCredential(laurel: Laurel): Promise<Copies> {
  const { page } = await aCredential(laurel);
  const jwt = async (query: string) => (await fetch(`${page}.jwt${query}`)).text();
  return {
    page,
    document: Credential.parse(await fetchJson(`${page}.json`)),
    RS256: await jwt(''),
    EdDSA: await jwt('?profile=vc-jose'),
  };
}

async function verdictsOf(laurel: Laurel, { page, document, RS256, EdDSA }: Copies) {
  const byAddress = await verifyBy(laurel, { url: page });
  const copies = { document, RS256, EdDSA };
  const verdicts = await Promise.all(
    Object.entries(copies).map(async ([name, credential]) => {
      const { verdict } = await verifyBy(laurel, { credential });
      return [name, verdict];
    }),
  );
  return { address: byAddress.verdict, ...Object.fromEntries(verdicts) };
}

describe('what an issuer signed with a key', () => {
  let laurel: Laurel;
  let kept: Copies;
  let keysBefore: readonly string[];
  beforeAll(async () => {
    laurel = await startLaurel();
    kept = await aKeptCredential(laurel);
    keysBefore = methodsIn(await didJson());
  });
  afterAll(() => laurel.stop());

  function didJson() {
    return fetchJson(didDocumentUrl(laurel, kept.document.issuer.id));
  }

  async function markKeys(column: string, algorithm: string, moment: number): Promise<void> {
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const marked = await store
      .prepare(`update verification_keys set ${column} = ? where owner = ? and algorithm = ?`)
      .bind(moment, laurel.issuer, algorithm)
      .run();
    expect(marked.meta.changes).toBe(1);
  }

  const now = () => Math.floor(Date.now() / 1000);
  /** Before anything was logged here. */
  const earlier = () => now() - 86_400;

  test('stays good when the key is retired, which did.json lists on without a date', async () => {
    await markKeys('retired_at_seconds', 'Ed25519', now());
    await markKeys('retired_at_seconds', 'RS256', now());

    const did = await didJson();

    expect(methodsIn(did)).toEqual(keysBefore);
    expect(keysBefore.length).toBeGreaterThan(1);
    expect(JSON.stringify(did)).not.toMatch(/"(?:expires|revoked)"/);
    expect(await verdictsOf(laurel, kept)).toEqual({
      address: 'valid',
      document: 'valid',
      RS256: 'valid',
      EdDSA: 'valid',
    });
    const stranger = await verifyByVc(kept.document, strangersLoader(laurel));
    expect(stranger.error).toBeUndefined();
    expect(stranger).toMatchObject({ verified: true, statusResult: { verified: true } });
  });

  test('is believed no more when the key was stolen before, which leaves did.json', async () => {
    await markKeys('compromised_at_seconds', 'Ed25519', earlier());

    const methods = methodsIn(await didJson());

    expect(methods.length).toBeGreaterThan(0);
    expect(methods.length).toBeLessThan(keysBefore.length);
    expect(keysBefore).toEqual(expect.arrayContaining([...methods]));
    expect(await verdictsOf(laurel, kept)).toEqual({
      address: 'invalid',
      document: 'invalid',
      RS256: 'valid',
      EdDSA: 'invalid',
    });
    const report = await verifyBy(laurel, { credential: kept.document });
    expect(checkIn(report, 'proof')).toMatchObject({ result: 'fail' });
    expect((await verifyByVc(kept.document, strangersLoader(laurel))).verified).toBe(false);

    await markKeys('compromised_at_seconds', 'RS256', earlier());
    expect(methodsIn(await didJson())).toEqual([]);
    expect((await verdictsOf(laurel, kept)).RS256).toBe('invalid');
  });
});

/** What somebody saved of a Laurel that is gone: a credential, the keys of its issuer, its status list. */
async function copiesOfTheGone() {
  const laurel = await startLaurel();
  try {
    const { document } = await aKeptCredential(laurel);
    const addresses = [
      didDocumentUrl(laurel, document.issuer.id),
      document.credentialStatus.statusListCredential,
    ];
    const saved = new Map(
      await Promise.all(addresses.map(async (url) => [url, await fetchJson(url)] as const)),
    );
    return { laurel, document, saved };
  } finally {
    await laurel.stop();
  }
}

test('a credential that was saved with did.json and its status list verifies with our servers gone', async () => {
  const { laurel, document, saved } = await copiesOfTheGone();
  const fromCopies = strangersLoader(laurel, async (url) => {
    const copy = saved.get(url);
    if (copy === undefined) throw new Error(`no copy of ${url} was saved`);
    return copy;
  });

  const good = await verifyByVc(document, fromCopies);
  const changed = await verifyByVc({ ...document, name: 'Something else' }, fromCopies);

  await expect(fetch(laurel.url)).rejects.toThrow();
  expect(good.error).toBeUndefined();
  expect(good).toMatchObject({ verified: true, statusResult: { verified: true } });
  expect(changed.verified).toBe(false);
});

function methodsIn(did: Record<string, unknown>): readonly string[] {
  const { verificationMethod } = z
    .object({ verificationMethod: z.array(z.looseObject({ id: z.string() })) })
    .parse(did);
  return verificationMethod.map(({ id }) => id).sort();
}
