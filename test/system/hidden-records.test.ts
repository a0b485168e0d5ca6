import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { publicDatabases } from '../../services/verifier/src/record/database.ts';
import { findShown } from '../../services/verifier/src/record/visible-credential.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aHolder, type Holder, makeRecord } from '../support/recording.ts';
import { reportOnFile, verifyBy } from '../support/verifying.ts';
import { watched } from '../support/watched-database.ts';

const NEVER = '1NeverNeverNever1';

let laurel: Laurel;
let holder: Holder;
let record: string;
let document: string;
beforeAll(async () => {
  laurel = await startLaurel();
  holder = await aHolder(laurel, 'Zainab of Kano', [{}]);
  record = await makeRecord(holder.session, holder.credentials);
  await link('on');
  document = await (await fetch(`${laurel.url}/c/${record}.json`)).text();
});
afterAll(() => laurel.stop());

const link = (to: 'on' | 'off') => holder.session.post(`/me/record/${record}/link`, { link: to });

/** What a stranger gets at an address, but for the id. */
async function answerOf(id: string, file: string) {
  const answer = await fetch(`${laurel.url}/c/${id}${file}`, { headers: { accept: 'text/html' } });
  const headers = [...answer.headers].filter(
    ([name]) => !['date', 'content-length'].includes(name),
  );
  return { status: answer.status, headers, body: (await answer.text()).replaceAll(id, '…') };
}

async function askedFor(id: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
  const { watching, asked } = watched(store);
  const found = await findShown(publicDatabases({ PUBLIC: watching }), laurel.origin, id);
  return { isFound: found !== null, asked };
}

test('a hidden record is answered as one that never was, in every form, and by an address to verify', async () => {
  await link('off');

  for (const file of ['', '.json', '.jwt', '.pdf', '.png', '.svg', '/embed']) {
    const hidden = await answerOf(record, file);
    expect(hidden.status, file).toBe(404);
    expect(hidden, file).toEqual(await answerOf(NEVER, file));
  }
  const [hidden, never] = await Promise.all(
    [record, NEVER].map((id) => verifyBy(laurel, { url: `${laurel.origin}/c/${id}` })),
  );
  expect(hidden).toEqual(never);
});

test('a hidden record is looked up by the same statements as one that never was and one that is shown', async () => {
  await link('off');
  const hidden = await askedFor(record);
  const never = await askedFor(NEVER);
  await link('on');
  const shown = await askedFor(record);

  expect([hidden.isFound, never.isFound, shown.isFound]).toEqual([false, false, true]);
  expect(hidden.asked).toEqual(never.asked);
  expect(shown.asked).toEqual(never.asked);
});

test('a record given as a file names each credential in it, link off or on', async () => {
  await link('off');
  const bytes = new Uint8Array(Buffer.from(document));

  const report = await reportOnFile(laurel, bytes);

  const { credentialSubject } = z
    .object({
      credentialSubject: z.object({
        verifiableCredential: z.array(z.object({ name: z.string() })),
      }),
    })
    .parse(JSON.parse(document));
  const [held] = credentialSubject.verifiableCredential;
  expect(report.verdict).toBe('valid');
  const told = report.checks.filter(({ check }) => check === 'held');
  expect(told.map(({ detail }) => detail)).toEqual([expect.stringContaining(held?.name ?? '')]);
  const form = new FormData();
  form.set('file', new File([bytes], 'record.json'));
  const page = await fetch(`${laurel.url}/verify`, { method: 'POST', body: form });
  const html = await page.text();
  expect(html.match(/<li class="card" data-verdict="valid">/g)).toHaveLength(1);
  expect(html).toContain(held?.name);
  expect(html).toContain('Zainab of Kano');
});
