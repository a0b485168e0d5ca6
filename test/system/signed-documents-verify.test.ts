import { issuerDid } from '@laurel/core/addresses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Laurel, startLaurel, TEST_ISSUER } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { issuedBy, postVcApi, signingToken } from '../support/vc-api.ts';
import { verifyBy } from '../support/verifying.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
/** Gives a meaning to whatever word it is asked for. */
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const FORMS = [{}, { cryptosuite: 'eddsa-jcs-2022' }, { format: 'vc+jwt' }];

let laurel: Laurel;
let token: string;
beforeAll(async () => {
  laurel = await startLaurel();
  token = await signingToken(laurel);
});
afterAll(() => laurel.stop());

function aDocument(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    '@context': [V2, EXAMPLES],
    type: ['VerifiableCredential'],
    issuer: issuerDid(laurel.origin, TEST_ISSUER.slug),
    credentialSubject: { id: 'did:example:subject' },
    ...change,
  };
}

async function expectRefused(
  change: Readonly<Record<string, unknown>>,
  options: object,
  issue: string,
): Promise<void> {
  const body = { credential: aDocument(change), options };
  await expectProblem(await postVcApi(laurel, '/credentials/issue', body, token), {
    reason: 'request_invalid',
    issue,
  });
}

describe('what our own verifier would refuse is not signed', () => {
  test.each<readonly [string, Record<string, unknown>, string]>([
    [
      'a member that is called by an address',
      { 'https://library.example/word': 'said' },
      '/credential/https:~1~1library.example~1word',
    ],
    [
      'a label for what has no id',
      { credentialSubject: { id: 'did:example:subject', knows: '_:b0' } },
      '/credential/credentialSubject/knows',
    ],
    [
      'something said of the document within it',
      { id: 'urn:uuid:1', evidence: [{ id: 'urn:uuid:1', type: 'Evidence' }] },
      '/credential/evidence/0',
    ],
    [
      'a second name for the word that says when it ends',
      { '@context': [V2, { ends: 'https://www.w3.org/2018/credentials#validUntil' }] },
      '/credential',
    ],
    [
      'more contexts than anybody should have to read',
      { evidence: Array.from({ length: 700 }, () => ({ '@context': V2, type: 'Evidence' })) },
      '/credential',
    ],
    [
      'what would be taken for an SD-JWT VC',
      { vct: 'https://library.example/card' },
      '/credential',
    ],
    ['what would be taken for Open Badges 2.0', { badge: 'a', recipient: 'b' }, '/credential'],
    [
      'what would be taken for a presentation',
      { type: ['VerifiableCredential', 'VerifiablePresentation'] },
      '/credential',
    ],
  ])('%s', async (_, change, pointer) => {
    for (const options of FORMS) await expectRefused(change, options, pointer);
  });

  test.each(['exp', 'nbf', 'iss', 'sub', 'jti', 'vc', 'vp'])(
    'a member %s, which in a token would be a claim',
    async (name) => {
      await expectRefused({ [name]: 'urn:x:said' }, { format: 'vc+jwt' }, `/credential/${name}`);
      const signed = await issuedBy(laurel, token, aDocument({ [name]: 'urn:x:said' }));
      expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('valid');
    },
  );
});
