import { readBundle } from '@laurel/offline/bundle';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { askPart, filesFromStart, filesIn, listIn, takePart } from '../support/archive.ts';
import { anAwardRequest, award, type BatchReport, reportOf, revoke } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { auditedActs, callApi, privateStore } from '../support/desk-calls.ts';
import { makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { until } from '../support/receiver.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { verifyBy } from '../support/verifying.ts';

const NAMES = ['Łukasz of Łódź', 'ليان الخطّاط', 'জ্যোৎস্না 😀', 'AUX', '"Who?" said\\Ọlá*'];

let laurel: Laurel;
let organizer: BrowserSession;
/** Five who consented on paper, one who is nobody, one who was asked. */
let mixed: BatchReport;
beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, 'Hands Them Out', ['awarder']);
  mixed = await award(
    laurel,
    anAwardRequest({
      recipients: [
        ...NAMES.map((username) => ({ username })),
        { username: 'Nobody Here' },
        { username: 'Asked and Silent', consent: 'ask' },
      ],
    }),
  );
});
afterAll(() => laurel.stop());

/** The last column of a list: why there is no certificate, in the order of the batch. */
const whyNone = async (batch: string) =>
  listIn(await takePart(laurel, batch))
    .slice(1)
    .map((row) => row[4]);

test('the certificates of a batch come as one archive: each as its address serves it, and it verifies', async () => {
  expect(mixed.certificates).toEqual({ ready: 5, expected: 5, parts: 1 });

  const answer = await askPart(laurel, mixed.batch);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="certificates-${mixed.batch}-1-of-1.zip"`,
  );
  const archive = await answer.bytes();

  const files = await filesIn(archive);
  expect(files.map(({ name }) => name)).toEqual([
    '1 Łukasz of Łódź.pdf',
    '2 ليان الخطّاط.pdf',
    '3 জ্যোৎস্না 😀.pdf',
    '4 AUX.pdf',
    '5 _Who__ said_Ọlá_.pdf',
    '_list.csv',
  ]);
  for (const [at, username] of NAMES.entries()) {
    const { bytes } = files[at] ?? { bytes: new Uint8Array() };
    const served = await fetch(`${mixed.recipients[at]?.credential}.pdf`);
    const { attachments, ...drawn } = await openPdf(bytes);
    const asServed = await openPdf(await served.bytes());
    expect(drawn).toEqual({ ...asServed, attachments: undefined });
    expect(attachments.get('credential.json')).toEqual(asServed.attachments.get('credential.json'));
    const bundle = readBundle(new TextDecoder().decode(attachments.get('laurel-proof.json')));
    expect(bundle?.log.length).toBeGreaterThan(0);
    const credential = new TextDecoder().decode(attachments.get('credential.json'));
    expect(credential).toContain(JSON.stringify(username));
    expect((await verifyBy(laurel, { credential })).verdict).toBe('valid');
  }
});

test('an archive can be unpacked while it is received, too', async () => {
  const archive = await (await askPart(laurel, mixed.batch)).bytes();

  expect(await filesFromStart(archive)).toEqual(await filesIn(archive));
});

test('the list says of every row which file is theirs, or why there is none, in the words of the organizer', async () => {
  const [header, ...rows] = listIn(await takePart(laurel, mixed.batch));

  expect(header).toEqual(['Row', 'User name', 'File', 'Address to check it', 'Why there is none']);
  expect(rows).toHaveLength(7);
  const address = mixed.recipients[0]?.credential;
  expect(rows[0]).toEqual(['1', NAMES[0], '1 Łukasz of Łódź.pdf', address, '']);
  const { refusal } = mixed.recipients[5] ?? {};
  expect(rows[5]).toEqual(['6', 'Nobody Here', '', '', refusal?.explanation]);
  expect(rows[6]).toEqual([
    '7',
    'Asked and Silent',
    '',
    '',
    'They were asked. A certificate is theirs alone, if they make one.',
  ]);
  const page = `/desk/issuers/${laurel.issuer}/batches/${mixed.batch}/certificates?uselang=ar`;
  const arabic = listIn(await filesIn(await (await organizer.get(page)).bytes()));
  expect(arabic[0]?.[1]).toBe('اسم المستخدم');
  expect(arabic[7]?.[4]).toBe('سُئل هذا الشخص. الشهادة له وحده، إن أنشأها.');
});

test('what is revoked, suspended, corrected, hidden or withdrawn is in no archive, and its row says why', async () => {
  const usernames = ['Rana', 'Sefu', 'Cora', 'Hadi', 'Wen', 'Stays'].map((name) => `${name} Uno`);
  const batch = await award(
    laurel,
    anAwardRequest({
      period: { start: '2026-10-03', end: '2026-10-03' },
      recipients: usernames.map((username) => ({ username })),
    }),
  );
  const [rana, sefu, cora, hadi, wen] = batch.recipients;
  const idOf = (row: typeof hadi) => row?.credential?.split('/').at(-1) ?? '';
  expect((await revoke(laurel, rana?.award ?? '', { reason: 'issued_in_error' })).status).toBe(200);
  await callApi(laurel, 'POST', `/awards/${sefu?.award}/suspension`, { reason: 'under_review' });
  const corrected = await callApi(laurel, 'POST', `/awards/${cora?.award}/correction`, {
    hours: 3,
    consentDeclared: true,
  });
  expect(corrected.status).toBe(202);
  await until(async () => (await whyNone(batch.batch))[2] !== '');
  const hides = await signedIn(laurel, 'Hadi Uno');
  await hides.post(`/me/credentials/${idOf(hadi)}/link`, { link: 'off' });
  const withdraws = await signedIn(laurel, 'Wen Uno');
  await withdraws.post(`/me/credentials/${idOf(wen)}/withdraw`);

  expect(await whyNone(batch.batch)).toEqual([
    'It was revoked.',
    'It is suspended for now.',
    'It was corrected: a newer award has taken its place.',
    'Its link is switched off: only its holder has it.',
    'Its holder has withdrawn it.',
    '',
  ]);
  const files = await takePart(laurel, batch.batch);
  expect(files.map(({ name }) => name)).toEqual(['6 Stays Uno.pdf', '_list.csv']);
});

test('a certificate that a holder made after they were asked is theirs alone', async () => {
  const batch = await award(
    laurel,
    anAwardRequest({ consent: 'ask', recipients: [{ username: 'Keeps Her Own' }] }),
  );
  const holder = await signedIn(laurel, 'Keeps Her Own');
  const [row] = batch.recipients;
  await holder.post(`${new URL(row?.claim ?? '').pathname}/accept`);
  await makeCredential(holder, row?.award ?? '');

  const { certificates } = await reportOf(laurel, batch.batch);
  expect(certificates).toEqual({ ready: 0, expected: 0, parts: 0 });
  await expectProblem(await askPart(laurel, batch.batch), { reason: 'certificates_part_unknown' });
  const page = await organizer.get(`/desk/issuers/${laurel.issuer}/batches/${batch.batch}`);
  expect(await page.text()).not.toContain('Certificates to hand out');
});

test('whether somebody who was asked said yes, no or nothing is told by no archive', async () => {
  const asked = ['Says Yes', 'Says No', 'Says Nothing'];
  const { batch, recipients } = await award(
    laurel,
    anAwardRequest({
      consent: 'ask',
      recipients: [
        { username: 'On Paper', consent: 'paper' },
        ...asked.map((username) => ({ username })),
      ],
    }),
  );
  const claimOf = (row: number) => new URL(recipients[row]?.claim ?? '').pathname;
  const holder = await signedIn(laurel, 'Says Yes');
  await holder.post(`${claimOf(1)}/accept`);
  await makeCredential(holder, recipients[1]?.award ?? '');
  expect((await (await signedIn(laurel, 'Says No')).post(`${claimOf(2)}/decline`)).status).toBe(
    303,
  );

  const theirs = 'They were asked. A certificate is theirs alone, if they make one.';
  expect(await whyNone(batch)).toEqual(['', theirs, theirs, theirs]);
  expect(await takePart(laurel, batch)).toHaveLength(2);
});

test('who took certificates along is told to the members, before anything is handed over, and nothing of who did not', async () => {
  const before = (await auditedActs(laurel, mixed.batch)).length;

  const answer = await organizer.get(
    `/desk/issuers/${laurel.issuer}/batches/${mixed.batch}/certificates?part=1`,
  );
  expect((await auditedActs(laurel, mixed.batch)).slice(before)).toEqual(['certificates_taken']);
  await answer.body?.cancel();
  await askPart(laurel, mixed.batch, '?part=2');
  await askPart(laurel, mixed.batch, '?paper=a5');
  const headers = await callApi(laurel, 'HEAD', `/batches/${mixed.batch}/certificates`);
  expect(headers.headers.get('content-type')).toBe('application/zip');
  expect((await auditedActs(laurel, mixed.batch)).length).toBe(before + 1);
});

test.each([
  ['?part=2', 404, 'certificates_part_unknown', undefined],
  ['?part=0', 422, 'request_invalid', '/part'],
  ['?part=one', 422, 'request_invalid', '/part'],
  ['?paper=a5', 422, 'request_invalid', '/paper'],
  ['?orientation=upside-down', 422, 'request_invalid', '/orientation'],
] as const)('%s is answered %i, as %s', async (query, status, reason, issue) => {
  const answer = await askPart(laurel, mixed.batch, query);

  expect(answer.status).toBe(status);
  await expectProblem(answer, { reason, ...(issue === undefined ? {} : { issue }) });
});

test('while a batch is being worked, its certificates are counted and not handed out', async () => {
  const store = await privateStore(laurel);
  const setRow = (state: string) =>
    store
      .prepare('update batch_rows set state = ? where batch_id = ? and row_number = 4')
      .bind(state, mixed.batch)
      .run();
  const intents = (state: string) =>
    store
      .prepare(
        "update intents set state = ?, document = iif(? = 'recorded', '{}', null) where credential_id = ?",
      )
      .bind(state, state, mixed.recipients[4]?.credential?.split('/').at(-1))
      .run();
  await setRow('queued');
  await intents('recorded');

  await expectProblem(await askPart(laurel, mixed.batch), { reason: 'batch_not_done' });
  const { certificates } = await reportOf(laurel, mixed.batch);
  expect(certificates).toEqual({ ready: 4, expected: 5, parts: 0 });
  const path = `/desk/issuers/${laurel.issuer}/batches/${mixed.batch}`;
  expect(await (await organizer.get(path)).text()).toContain('4 of 5 certificates are ready.');
  const refused = await organizer.get(`${path}/certificates`);
  expect(refused.status).toBe(409);
  expect(refused.headers.get('cache-control')).toContain('no-store');
  await setRow('awarded');
  await intents('released');
});

/** The certificates by their names, but for their bundles, which say when they were made. */
async function drawnIn(files: Awaited<ReturnType<typeof takePart>>) {
  const certificates = files.filter(({ name }) => name.endsWith('.pdf'));
  return Promise.all(
    certificates.map(async ({ name, bytes }) => {
      const { attachments, ...drawn } = await openPdf(bytes);
      return { name, ...drawn, credential: attachments.get('credential.json') };
    }),
  );
}

test('two at once get the same', async () => {
  const [one, other] = await Promise.all([
    takePart(laurel, mixed.batch),
    takePart(laurel, mixed.batch),
  ]);

  expect(one).toHaveLength(6);
  expect(listIn(one)).toEqual(listIn(other));
  expect(await drawnIn(one)).toEqual(await drawnIn(other));
});
