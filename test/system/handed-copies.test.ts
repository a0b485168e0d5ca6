import type { VerifierRpc } from '@laurel/contracts/verifier-rpc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { signerOf } from '../../development/stewardship.ts';
import { callApi } from '../support/desk-calls.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

const NAME = 'Nasrin of Sylhet';

let laurel: Laurel;
let verifier: VerifierRpc;
let held: Awaited<ReturnType<typeof aHeldCredential>>;
beforeAll(async () => {
  laurel = await startLaurel();
  const bindings = await laurel.runtime.miniflare.getBindings<{ VERIFIER: VerifierRpc }>(
    'laurel-desk',
  );
  verifier = bindings.VERIFIER;
  held = await aHeldCredential(laurel, NAME);
});
afterAll(() => laurel.stop());

async function copy(): Promise<string> {
  const signer = await signerOf(laurel.runtime);
  const [own] = await signer.signedCopies(accountIdOf(NAME), [held.id]);
  return own?.document ?? '';
}

test('a copy that was changed, of another service, or no credential at all gets nothing drawn', async () => {
  const good = await copy();
  const copies = [
    good.replace(NAME, 'Somebody of Sylhet'),
    good.replaceAll(laurel.origin, 'https://laurel.example'),
    JSON.stringify({ ...JSON.parse(good), proof: [] }),
    JSON.stringify({ id: `${laurel.origin}/c/${held.id}` }),
    '{',
    good,
  ];

  const answers = await verifier.filesOfCopies(copies);

  expect(answers.map((one) => (one.ok ? 'files' : one.failure))).toEqual([
    ...Array.from({ length: 5 }, () => 'not_ours'),
    'files',
  ]);
  expect((await fetch(`${laurel.url}/c/${held.id}`)).status).toBe(404);
});

test('a credential is no record, and nothing is drawn of what is suspended', async () => {
  const good = await copy();
  expect(await verifier.bundlesOfRecords([good])).toEqual([{ ok: false, failure: 'not_ours' }]);

  const body = { reason: 'under_review' };
  const suspended = await callApi(laurel, 'POST', `/awards/${held.award}/suspension`, body);
  expect(suspended.ok).toBe(true);

  const [answer] = await verifier.filesOfCopies([good]);
  expect(answer).toEqual({ ok: false, failure: 'suspended' });
});
