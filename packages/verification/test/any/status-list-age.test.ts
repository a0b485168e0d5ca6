import { ok } from '@laurel/core/result';
import { expect, test } from 'vitest';
import { foreignIssuer } from '../../../../test/support/foreign-issuer.ts';
import { checkStatuses } from '../../src/any/statuses.ts';
import type { Registry } from '../../src/registry.ts';
import type { Retrieve } from '../../src/retrieve.ts';

const NOW_SECONDS = Date.parse('2026-11-22T12:00:00Z') / 1000;
const registry: Registry = {
  origin: 'https://laurel.example',
  issuer: async () => null,
  standing: async () => null,
  logged: async () => null,
};

/** How a list stands that was kept for a minute, and how often it was asked for, with what it allows itself. */
async function keptForAMinute(ttl: number | null) {
  const issuer = await foreignIssuer();
  const entry = await issuer.statusList({ set: [3], form: 'vc+jwt EdDSA' });
  const id = String(entry(3).statusListCredential);
  const list = await issuer.issue(
    'vc+jwt EdDSA',
    {
      id,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: {
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA',
        ...(ttl === null ? {} : { ttl }),
      },
    },
    { model: 'vcdm-2.0' },
  );
  let asked = 0;
  const retrieve: Retrieve = async (url, accept, maxAgeSeconds) => {
    if (url !== id) return issuer.retrieve(url, accept);
    asked += 1;
    return maxAgeSeconds === undefined
      ? ok({ url, mediaType: 'application/vc+jwt', text: String(list), ageSeconds: 60 })
      : issuer.retrieve(url, accept);
  };
  const credential = { issuer: issuer.identity('vc+jwt EdDSA').id, credentialStatus: entry(3) };
  const [check] = await checkStatuses(
    credential,
    true,
    { registry, retrieve, work: { spent: 0 } },
    NOW_SECONDS,
  );
  return { asked, finding: check?.finding };
}

test.each([
  { ttl: null, asked: 1, finding: 'clear' },
  { ttl: 3_600_000, asked: 1, finding: 'clear' },
  { ttl: 59_000, asked: 2, finding: 'revoked_in_list' },
])(
  'a list that was kept for a minute and allows itself $ttl ms is $finding',
  async ({ ttl, asked, finding }) => {
    expect(await keptForAMinute(ttl)).toEqual({ asked, finding });
  },
);
