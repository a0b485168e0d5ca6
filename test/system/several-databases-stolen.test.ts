import { RECORD_OWNER } from '@laurel/core/key-owners';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statementsFor } from '../../scripts/keys/statements.ts';
import { aCredential } from '../support/awarding.ts';
import { anEndorsement, aShownCredential } from '../support/endorsing.ts';
import type { Laurel } from '../support/laurel.ts';
import { countsIn, type SpreadLaurel, startSpreadLaurel } from '../support/several-databases.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

let spread: SpreadLaurel;
beforeAll(async () => {
  spread = await startSpreadLaurel();
});
afterAll(() => spread.laurel.stop());

/** Tells that the Ed25519 key of an owner was stolen after all that it signed until now. */
async function tellStolen({ runtime }: Laurel, keyId: string): Promise<void> {
  const store = await runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  const sinceSeconds = Math.floor(Date.now() / 1000) + 60;
  for (const { sql } of statementsFor({ command: 'compromised', keyId, sinceSeconds })) {
    await store.prepare(sql).run();
  }
  await runtime.tick();
}

function keyOf({ proof }: Record<string, unknown>): string {
  const [{ verificationMethod }] = Object(proof);
  return String(verificationMethod).split('#')[1] ?? '';
}

test('a stolen key of an issuer in any of them is replaced there, and what it signed before is signed anew', async () => {
  for (const issuer of spread.issuers.slice(1)) {
    const { page } = await aCredential(issuer);
    const before = await fetchJson(`${page}.json`);

    await tellStolen(issuer, keyOf(before));

    const after = await fetchJson(`${page}.json`);
    expect(keyOf(after)).not.toBe(keyOf(before));
    expect((await verifyBy(issuer, { credential: after })).verdict).toBe('valid');
    expect((await verifyByVc(after, strangersLoader(issuer))).verified).toBe(true);
  }
});

test('so is the service’s own key for what others say, in all of them', async () => {
  const signed: string[] = [];
  for (const [place, issuer] of spread.issuers.entries()) {
    const held = await aShownCredential(issuer, `Uche ${place} of Nnewi`);
    signed.push((await anEndorsement(issuer, held, `Ada ${place} of Nnewi`)).signed);
  }
  const { url } = spread.laurel;
  const [first = ''] = signed;
  const stolen = keyOf(await fetchJson(`${url}/c/${first}.json`));

  await tellStolen(spread.laurel, stolen);

  for (const id of signed) {
    const document = await fetchJson(`${url}/c/${id}.json`);
    expect(keyOf(document)).not.toBe(stolen);
    expect((await verifyBy(spread.laurel, { credential: document })).verdict).toBe('valid');
    expect((await verifyByVc(document, strangersLoader(spread.laurel))).verified).toBe(true);
  }
  const left = `instr(document, '#${stolen}"') > 0`;
  expect(await countsIn(spread.laurel, 'status_lists', left)).toEqual([0, 0, 0]);
  const told = `owner = '${RECORD_OWNER}' and id = '${stolen}' and compromised_at_seconds is not null`;
  expect(await countsIn(spread.laurel, 'verification_keys', told)).toEqual([1, 1, 1]);
});
