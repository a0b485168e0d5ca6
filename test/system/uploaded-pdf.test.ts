import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  attaching,
  edited,
  puttingANoteOver,
  redrawing,
  withoutFiles,
  writingOver,
} from '../../services/renderer/test/edited-pdf.ts';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { checkIn, reportOnFile, uploadFile } from '../support/verifying.ts';

let laurel: Laurel;
let page: string;
let award: string;
let pdf: Uint8Array<ArrayBuffer>;
let json: string;
/** What the certificate says, line by line. */
let lines: readonly string[];

beforeAll(async () => {
  laurel = await startLaurel();
  ({ page, award } = await aCredential(laurel, { recipients: [{ username: 'Amina Sowah' }] }));
  pdf = await bytesOf(`${page}.pdf`);
  json = await (await fetch(`${page}.json`)).text();
  lines = (await openPdf(pdf)).runs.map(({ text }) => text.replaceAll('…', '...'));
});
afterAll(() => laurel.stop());

async function bytesOf(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function reportPage(file: Uint8Array<ArrayBuffer>, language = 'en'): Promise<string> {
  const form = new FormData();
  form.set('file', new File([file], 'certificate.pdf'));
  const headers = { 'accept-language': language };
  const answer = await fetch(`${laurel.url}/verify`, { method: 'POST', body: form, headers });
  expect(answer.headers.get('cache-control')).toContain('no-store');
  return answer.text();
}

const changed = (from: string, to: string) => lines.map((line) => line.replace(from, to));

describe('a certificate as it was downloaded', () => {
  test('is valid, says which file it was read from, and that it is printed as it was signed', async () => {
    const report = await reportOnFile(laurel, pdf);

    expect(report.verdict).toBe('valid');
    expect(report.checks.every(({ result }) => result === 'pass')).toBe(true);
    expect(report).toMatchObject({
      readFrom: { file: 'credential.json', mediaType: 'application/vc' },
      credential: JSON.parse(json),
      printed: { more: '' },
    });
    expect(report.printed?.fields.map(({ field }) => field)).toEqual([
      'holder',
      'achievement',
      'issuer',
      'period',
      'hours',
      'issued',
      'address',
    ]);
    expect(report.printed?.fields.every(({ printed }) => printed)).toBe(true);
  });

  test.each(['en', 'ar'])(
    'shows on a page in %s what was signed, to be compared',
    async (language) => {
      const html = await reportPage(pdf, language);

      expect(html).toContain('class="verdict good"');
      expect(html).toContain('data-field="holder"');
      expect(html).toContain('>Amina Sowah</bdi>');
      expect(html).not.toContain('<script');
    },
  );

  test('is valid when a program that is not ours saved it anew, and behind something else', async () => {
    const behind = Buffer.concat([Buffer.from('\r\nReceived by mail\r\n'), pdf]);
    for (const file of [await edited(pdf), new Uint8Array(behind)]) {
      expect((await reportOnFile(laurel, file)).verdict).toBe('valid');
    }
  });

  test('is valid with other files beside its credential, and with the same credential as a JWT', async () => {
    const jwt = await (await fetch(`${page}.jwt`)).text();
    const file = await edited(
      pdf,
      attaching('{"keys": []}', 'keys.json', 'application/json'),
      attaching(jwt, 'credential.jwt', 'application/jwt'),
    );

    expect((await reportOnFile(laurel, file)).verdict).toBe('valid');
  });

  test.each(['Łukasz of Łódź', 'ليان الخطّاط', 'জ্যোৎস্না রায়', '王小明', 'Ọlá Bámidélé of Ìbàdàn'])(
    'is valid with the name %s',
    async (username) => {
      const named = await aCredential(laurel, { recipients: [{ username }] });

      const report = await reportOnFile(laurel, await bytesOf(`${named.page}.pdf`));

      expect(report.verdict).toBe('valid');
      expect(report.printed?.more).toBe('');
    },
  );
});

describe('a certificate that was forged', () => {
  test.each([
    { what: 'the name', from: 'Amina Sowah', to: 'Kofi Mensah', field: 'holder' },
    { what: 'a longer name', from: 'Amina Sowah', to: 'Amina Sowahson', field: 'holder' },
    { what: 'the hours', from: '2.5 hours', to: '25 hours', field: 'hours' },
    {
      what: 'the achievement',
      from: 'Workshop Participation',
      to: 'Trainer',
      field: 'achievement',
    },
    { what: 'the address', from: '/c/', to: '/d/', field: 'address' },
  ])('by exchanging $what is not valid, and says what differs', async ({ from, to, field }) => {
    const report = await reportOnFile(laurel, await edited(pdf, redrawing(changed(from, to))));

    expect(report.verdict).toBe('invalid');
    expect(checkIn(report, 'proof')?.result).toBe('pass');
    expect(checkIn(report, 'print')).toMatchObject({ result: 'fail', finding: 'differs' });
    const differing = report.printed?.fields.filter(({ printed }) => !printed);
    expect(differing?.map((one) => one.field)).toEqual([field]);
  });

  test('and drawn anew with the same words is valid, so that what is found is the change', async () => {
    const report = await reportOnFile(laurel, await edited(pdf, redrawing(lines)));

    expect(report.verdict).toBe('valid');
  });

  test('shows the name that was signed, and nothing that looks valid', async () => {
    const forged = await edited(pdf, redrawing(changed('Amina Sowah', 'Kofi Mensah')));

    const html = await reportPage(forged);

    expect(html).not.toContain('class="verdict good"');
    expect(html).toContain('class="verdict bad"');
    expect(html).toMatch(/<li class="fail" data-field="holder">.*Amina Sowah/s);
    expect(html).toContain('Kofi Mensah');
  });

  test('by writing over it is not called valid, and what was written is shown', async () => {
    const report = await reportOnFile(laurel, await edited(pdf, writingOver('Kofi Mensah')));

    expect(report.verdict).toBe('unknown');
    expect(checkIn(report, 'print')).toMatchObject({ result: 'warn', finding: 'more_text' });
    expect(report.printed?.more).toBe('Kofi Mensah');
  });

  test('by a note over the page is not called valid', async () => {
    const report = await reportOnFile(laurel, await edited(pdf, puttingANoteOver));

    expect(report.verdict).toBe('unknown');
    expect(checkIn(report, 'print')).toMatchObject({ result: 'warn', finding: 'drawn_over' });
  });

  test('by attaching somebody else’s credential is not valid', async () => {
    const other = await aCredential(laurel, { recipients: [{ username: 'Kofi Mensah' }] });
    const foreign = await (await fetch(`${other.page}.json`)).text();
    const report = await reportOnFile(
      laurel,
      await edited(pdf, withoutFiles, attaching(foreign, 'credential.json', 'application/vc')),
    );

    expect(report.verdict).toBe('invalid');
    expect(checkIn(report, 'print')).toMatchObject({ result: 'fail', finding: 'differs' });
  });

  test('by attaching a second credential is not called valid', async () => {
    const other = await aCredential(laurel);
    const foreign = await (await fetch(`${other.page}.json`)).text();
    const report = await reportOnFile(
      laurel,
      await edited(pdf, attaching(foreign, 'zz.json', 'application/vc')),
    );

    expect(report.verdict).toBe('unknown');
    expect(checkIn(report, 'print')?.finding).toBe('several_credentials');
  });

  test('in its credential is invalid, and its print is not compared with it', async () => {
    const forged = json.replace('Amina Sowah', 'Kofi Mensah');
    const report = await reportOnFile(
      laurel,
      await edited(pdf, withoutFiles, attaching(forged, 'credential.json', 'application/vc')),
    );

    expect(report.verdict).toBe('invalid');
    expect(checkIn(report, 'print')).toMatchObject({ result: 'skipped', finding: 'not_compared' });
    expect(report.printed).toBeUndefined();
  });
});

test('a credential in another paper of somebody’s is not called valid for what that paper says', async () => {
  const report = await reportOnFile(
    laurel,
    await edited(pdf, redrawing(['Curriculum vitae', 'Kofi Mensah', 'Ten years of teaching'])),
  );

  expect(report.verdict).toBe('unknown');
  expect(checkIn(report, 'print')?.finding).toBe('another_paper');
});

describe('a PDF without its credential', () => {
  test('is refused with the address that is printed on it, which the form then holds', async () => {
    const bare = await edited(pdf, withoutFiles);

    const answer = await uploadFile(laurel, bare);
    expect(answer.status).toBe(422);
    const { address } = await expectProblem(answer, { reason: 'pdf_without_credential' });
    expect(address).toBe(page);
    expect(await reportPage(bare)).toMatch(new RegExp(`<textarea[^>]*>${page}</textarea>`));
  });

  test('and without an address of ours is refused with what to do', async () => {
    const other = await edited(
      pdf,
      withoutFiles,
      redrawing(['A letter', 'https://example.org/c/1']),
    );

    const problem = await expectProblem(await uploadFile(laurel, other), {
      reason: 'pdf_without_credential',
    });
    expect(problem.address).toBeNull();
  });
});

test.each([
  { what: 'cut in half', cut: 0.5 },
  { what: 'cut after its header', cut: 0.001 },
])('a PDF that is $what is refused, and says why', async ({ cut }) => {
  const answer = await uploadFile(laurel, pdf.slice(0, Math.max(12, pdf.length * cut)));

  const problem = await expectProblem(answer, { reason: 'pdf_unreadable' });
  expect(problem.why).toBe('damaged');
});

test('a certificate of a revoked credential is revoked, and one that says something else is revoked too', async () => {
  expect((await revoke(laurel, award, { reason: 'issued_in_error' })).status).toBe(200);

  expect((await reportOnFile(laurel, pdf)).verdict).toBe('revoked');
  const forged = await edited(pdf, redrawing(changed('Amina Sowah', 'Kofi Mensah')));
  expect((await reportOnFile(laurel, forged)).verdict).toBe('revoked');
  expect(await reportPage(pdf)).not.toContain('Amina Sowah');
});
