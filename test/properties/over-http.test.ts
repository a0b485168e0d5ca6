import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { brokenBytes, brokenDocuments, brokenTexts } from '../support/broken.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { holds, PATIENCE_MS } from '../support/properties.ts';
import { uploadFile } from '../support/verifying.ts';

let laurel: Laurel;
let json: string;
let files: readonly Uint8Array[];
beforeAll(async () => {
  laurel = await startLaurel();
  const { page } = await aCredential(laurel);
  json = await (await fetch(`${page}.json`)).text();
  files = await Promise.all(
    ['pdf', 'png', 'svg', 'jwt'].map(
      async (form) => new Uint8Array(await (await fetch(`${page}.${form}`)).arrayBuffer()),
    ),
  );
});
afterAll(() => laurel.stop());

/** Expects a verdict, or a problem document that says what is wrong. */
async function expectAnswered(answer: Response): Promise<void> {
  if (answer.status === 200) {
    const said = Object(await answer.json());
    expect('verdict' in said || 'results' in said).toBe(true);
    return;
  }
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  await expectProblem(answer, { reason: '\\w+' });
}

test('whatever is sent to be verified, as whatever type, is answered', {
  timeout: PATIENCE_MS,
}, async () => {
  const types = fc.constantFrom(
    ...['application/json', 'application/vc', 'application/jwt', 'image/png', 'application/pdf'],
    ...['multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain', 'text/html', ''],
  );
  const bodies = fc.oneof(
    brokenTexts(fc.constantFrom(json, `{"credential":${json}}`, `{"credentials":[${json}]}`)),
    brokenDocuments([JSON.parse(json)]).map((credential) => JSON.stringify({ credential })),
    brokenBytes(files),
  );
  await holds(
    0.03,
    fc.asyncProperty(bodies, types, async (body, type) => {
      const headers = { 'content-type': type };
      await expectAnswered(
        await fetch(`${laurel.url}/api/verify`, { method: 'POST', body, headers }),
      );
    }),
  );
});

test('whatever file is chosen, by the API and by the page', { timeout: PATIENCE_MS }, async () => {
  await holds(
    0.02,
    fc.asyncProperty(brokenBytes(files), async (bytes) => {
      await expectAnswered(await uploadFile(laurel, bytes));
      const form = new FormData();
      form.set('file', new File([bytes], 'certificate.pdf'));
      const page = await fetch(`${laurel.url}/verify`, { method: 'POST', body: form });
      expect([200, 413, 415, 422]).toContain(page.status);
      expect(await page.text()).toContain('</html>');
    }),
  );
});
