import { issuerDid } from '@laurel/core/addresses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Laurel, startLaurel, TEST_ISSUER } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { issuedBy, postVcApi, signingToken } from '../support/vc-api.ts';
import { verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let token: string;
beforeAll(async () => {
  laurel = await startLaurel();
  token = await signingToken(laurel);
});
afterAll(() => laurel.stop());

function aDocument(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: issuerDid(laurel.origin, TEST_ISSUER.slug),
    credentialSubject: { id: 'did:example:subject' },
    ...change,
  };
}

describe('the status of what was signed', () => {
  const setStatus = (body: object) => postVcApi(laurel, '/credentials/status', body, token);
  const entry = (statusPurpose: string) => ({ type: 'BitstringStatusListEntry', statusPurpose });

  test('is an entry in a list of ours, which is revoked for good', async () => {
    const id = `urn:uuid:${crypto.randomUUID()}`;
    const signed = await issuedBy(laurel, token, aDocument({ id }), {
      credentialStatus: [entry('revocation')],
    });
    expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('valid');
    const done = await setStatus({ credentialId: id, credentialStatus: entry('revocation') });
    expect(done.status).toBe(200);
    expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('revoked');
    await expectProblem(
      await setStatus({ credentialId: id, credentialStatus: entry('revocation'), status: false }),
      { reason: 'request_invalid', issue: '/status' },
    );
  });

  test('may be suspension too, which is lifted again', async () => {
    const credentialId = crypto.randomUUID();
    const signed = await issuedBy(laurel, token, aDocument(), {
      credentialId,
      credentialStatus: [entry('revocation'), entry('suspension')],
    });
    expect(signed.credentialStatus).toHaveLength(2);
    const verdict = async () => (await verifyBy(laurel, { credential: signed })).verdict;
    const credentialStatus = [{ ...entry('suspension'), status: '1' }];
    expect((await setStatus({ credentialId, credentialStatus })).status).toBe(200);
    expect(await verdict()).toBe('suspended');
    const lifted = { credentialId, credentialStatus: entry('suspension'), status: false };
    expect(await (await setStatus(lifted)).json()).toEqual({
      credentialId,
      credentialStatus: [{ statusPurpose: 'suspension', status: false }],
    });
    expect(await verdict()).toBe('valid');
  });

  test('is set for every purpose that is named, or for none', async () => {
    const credentialId = crypto.randomUUID();
    const signed = await issuedBy(laurel, token, aDocument(), {
      credentialId,
      credentialStatus: entry('suspension'),
    });
    const credentialStatus = [entry('suspension'), entry('revocation')];
    await expectProblem(await setStatus({ credentialId, credentialStatus }), {
      reason: 'document_status_unknown',
    });
    expect((await verifyBy(laurel, { credential: signed })).verdict).toBe('valid');
  });

  test('is not there to be set where nothing was signed under that name', async () => {
    const body = { credentialId: 'urn:uuid:none', credentialStatus: entry('revocation') };
    await expectProblem(await setStatus(body), { reason: 'document_status_unknown' });
    await expectProblem(await postVcApi(laurel, '/credentials/status', body), {
      reason: 'token_missing',
    });
  });
});
