import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { type ForeignIssuer, startForeignIssuer } from '../support/foreign-issuer.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let others: ForeignIssuer & { close(): Promise<void> };
beforeAll(async () => {
  others = await startForeignIssuer();
  laurel = await startLaurel({ localRetrievalOrigins: [others.origin] });
});
afterAll(async () => {
  await laurel.stop();
  await others.close();
});

const fresh = (path: string) => `${path}?${crypto.randomUUID()}`;

test.each(['eddsa-rdfc-2022', 'vc+jwt ES256'] as const)(
  'a credential at the address of another service is fetched and verified: %s',
  async (form) => {
    const signed = await others.issue(form);
    const type = typeof signed === 'string' ? 'application/vc+jwt' : 'application/vc';
    const url = others.publish(fresh('/credentials/1'), signed, type);

    const report = await verifyBy(laurel, { url });

    expect(checkIn(report, 'retrieval')).toMatchObject({ result: 'pass', finding: 'fetched' });
    expect(checkIn(report, 'retrieval')?.detail).toContain(url);
    expect(report.credential).toMatchObject({ issuer: { id: others.identity(form).id } });
    expect(report.verdict).toBe('valid');
  },
);

test.each([
  { title: 'something else', document: { hello: 'world' } },
  { title: 'another address', document: '"https://badges.example/c/1"' },
  { title: 'text', document: 'hello' },
  { title: 'a page', document: '<!doctype html><p>Sign in' },
])('what answers with $title is no credential', async ({ document }) => {
  const report = await verifyBy(laurel, { url: others.publish(fresh('/other'), document) });

  expect(report).toMatchObject({
    verdict: 'unknown',
    checks: [{ check: 'retrieval', result: 'fail', finding: 'no_credential' }],
    credential: null,
  });
});

test('an address at which nobody answers, and one that is not public, are failed checks', async () => {
  const gone = await verifyBy(laurel, { url: `${others.origin}/gone` });
  const local = await verifyBy(laurel, { url: `${laurel.standIn.url}/w/api.php` });

  expect(checkIn(gone, 'retrieval')?.finding).toBe('unreachable');
  expect(checkIn(local, 'retrieval')?.finding).toBe('address_refused');
  expect([gone.verdict, local.verdict]).toEqual(['unknown', 'unknown']);
});

test('our own ids are answered from the record, and another service may hand on what is ours', async () => {
  const { page } = await aCredential(laurel);
  const text = await (await fetch(`${page}.json`)).text();
  others.asked.length = 0;

  expect(await verifyBy(laurel, { url: page })).toMatchObject({ verdict: 'valid' });
  expect(others.asked).toEqual([]);
  const copy = others.publish(fresh('/copy'), text);
  expect(await verifyBy(laurel, { url: copy })).toMatchObject({ verdict: 'valid' });
});
