import { readBundle } from '@laurel/offline/bundle';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import { bundleIn, keptFile } from '../support/kept-files.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { reportOnFile, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let page: string;
beforeAll(async () => {
  laurel = await startLaurel();
  ({ page } = await aCredential(laurel));
});
afterAll(() => laurel.stop());

async function served(url: string): Promise<string> {
  const answer = await fetch(url);
  expect([url, answer.status]).toEqual([url, 200]);
  return answer.text();
}

test('a bundle has what is served elsewhere, each document as it is, and is kept by nobody', async () => {
  const answer = await fetch(`${page}.bundle.json`);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  const text = await answer.text();

  const bundle = readBundle(text);

  const document = await served(`${page}.json`);
  const { issuer, credentialStatus } = JSON.parse(document);
  const keys = `${laurel.url}/issuers/${issuer.id.split(':').at(-1)}/keys.json`;
  expect(bundle).toMatchObject({
    credential: document,
    issuerKeys: JSON.parse(await served(keys)),
    status: { list: JSON.parse(await served(credentialStatus.statusListCredential)) },
  });
  expect(bundle?.log).toHaveLength(3);
});

test('a certificate carries the same without the credential, which stands beside it', async () => {
  const pdf = await keptFile(page, 'pdf');

  const { attachments } = await openPdf(pdf);

  expect([...attachments.keys()]).toEqual(['credential.json', 'laurel-proof.json']);
  const attached = bundleIn(attachments.get('laurel-proof.json'));
  const { madeAt, status, ...downloaded } = bundleIn(await keptFile(page, 'bundle'));
  expect(attached).toMatchObject({ ...downloaded, credential: null });
  expect(attached.status.list).toEqual(status.list);
  expect(await reportOnFile(laurel, pdf)).toMatchObject({
    verdict: 'valid',
    readFrom: { file: 'credential.json' },
  });
});

test('the address of a bundle can be verified like any other of the credential', async () => {
  expect((await verifyBy(laurel, { url: `${page}.bundle.json` })).verdict).toBe('valid');
});

describe('nothing that must not be relied on has a bundle', () => {
  test('hidden is answered as if there were none', async () => {
    const { id } = await aHeldCredential(laurel, 'Oluchi of Bundles');
    const asked = async (one: string) =>
      (await (await fetch(`${laurel.url}/c/${one}.bundle.json`)).text()).replaceAll(one, 'ID');

    expect(await asked(id)).toBe(await asked('x'.repeat(17)));
    expect(await asked(id)).toContain('credential_unknown');
  });

  test('revoked is refused', async () => {
    const { page: revoked, award } = await aCredential(laurel, {
      recipients: [{ username: 'Revoked of Bundles' }],
    });
    await revoke(laurel, award, { reason: 'issued_in_error' });

    await expectProblem(await fetch(`${revoked}.bundle.json`), { reason: 'credential_revoked' });
  });
});

test('a holder is offered it beside the other files, also while the link is off', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Keeper of Bundles');

  const answer = await session.post(`/me/credentials/${id}/download`, { format: 'bundle' });

  const file = await session.get(answer.headers.get('location') ?? '');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*bundle\.json"$/);
  expect(readBundle(await file.text())).not.toBeNull();
  const html = await (await fetch(page, { headers: { accept: 'text/html' } })).text();
  expect(html).toContain(`href="/c/${page.slice(-17)}.bundle.json"`);
});
