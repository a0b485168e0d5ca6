import { longDate } from '@laurel/i18n/long-date';
import { messagesFor } from '@laurel/i18n/messages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  attaching,
  edited,
  redrawing,
  withoutFiles,
  writingOver,
} from '../../services/renderer/test/edited-pdf.ts';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { revoke } from '../support/awarding.ts';
import { anOffer, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aHolder, type Holder } from '../support/recording.ts';
import { sendResume } from '../support/resume-form.ts';
import { checkIn, reportOnFile, type VerifyReport } from '../support/verifying.ts';

type Pdf = Uint8Array<ArrayBuffer>;

const HOLDER = 'Amina of Tamale';
const TO = 'Museum of Tamale';
const ROLE = {
  achievement: 'role-mentor',
  hours: undefined,
  evidence: [],
  period: { start: '2026-03-01', end: '2027-02-28' },
};

let laurel: Laurel;
let holder: Holder;
let letter: Pdf;
let lines: readonly string[];
let files: readonly string[];
beforeAll(async () => {
  laurel = await startLaurel();
  const trained = await aHolder(laurel, HOLDER, [{}]);
  const offer = await anOffer(laurel, HOLDER, ROLE);
  await trained.session.post(`${offer.claim}/accept`);
  const role = await makeCredential(trained.session, offer.award);
  holder = { ...trained, credentials: [...trained.credentials, role] };
  letter = await letterOf(holder.credentials, { addressee: TO });
  const opened = await openPdf(letter);
  lines = opened.runs.map(({ text }) => text.replaceAll('…', '...').replaceAll('–', '-'));
  files = [...opened.attachments.values()].map((file) => Buffer.from(file).toString());
});
afterAll(() => laurel.stop());

async function letterOf(
  credentials: readonly string[],
  typed: Readonly<Record<string, string>> = {},
): Promise<Pdf> {
  const answer = await sendResume(holder.session, credentials, { as: 'letter', ...typed });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The letter with its first page drawn anew. */
async function saying(change: (line: string, at: number) => string | readonly string[]) {
  return reportOnFile(laurel, await edited(letter, redrawing(lines.flatMap(change))));
}

const exchanging =
  (from: string, to: string, times = Number.POSITIVE_INFINITY) =>
  (line: string): string => {
    if (!line.includes(from) || times <= 0) return line;
    times -= 1;
    return line.replace(from, to);
  };

function differing(report: VerifyReport): readonly string[] {
  return (report.credentials ?? []).flatMap(({ printed }, place) =>
    (printed?.fields ?? [])
      .filter((one) => !one.printed)
      .map(({ field }) => `${place + 1} ${field}`),
  );
}

describe('a letter as it was made', () => {
  test('is valid, with a verdict for each credential, and says what of it is not signed', async () => {
    const report = await reportOnFile(laurel, letter);

    expect(report.verdict).toBe('valid');
    expect(report.credentials?.map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
    expect(report.credentials?.map(({ readFrom }) => readFrom?.file)).toEqual([
      'credential-1.json',
      'credential-2.json',
    ]);
    expect(report.credentials?.map(({ credential }) => credential)).toEqual(
      files.map((file) => JSON.parse(file)),
    );
    expect(checkIn(report, 'print')).toMatchObject({ result: 'pass', finding: 'letter_as_signed' });
    expect(report.printed).toMatchObject({
      more: '',
      notSigned: { addressee: TO, madeOn: new Date().toISOString().slice(0, 10) },
    });
    expect(differing(report)).toEqual([]);
    const fields = report.credentials?.map(({ printed }) =>
      printed?.fields.map(({ field }) => field),
    );
    expect(fields?.[0]).toEqual(expect.arrayContaining(['holder', 'period', 'hours', 'address']));
    expect(fields?.[1]).toContain('role');
  });

  test('of one credential is reported on as a certificate is', async () => {
    const [id = ''] = holder.credentials;
    const report = await reportOnFile(laurel, await letterOf([id]));

    expect(report.verdict).toBe('valid');
    expect(report.credentials).toBeUndefined();
    expect(report.credential).toMatchObject({ id: `${laurel.origin}/c/${id}` });
    expect(report.printed).toMatchObject({ more: '', notSigned: { addressee: null } });
    expect(report.printed?.fields.every(({ printed }) => printed)).toBe(true);
  });

  test('and drawn anew with the same words is valid, so that what is found is the change', async () => {
    const report = await saying((line) => line);

    expect([report.printed?.more, report.verdict]).toEqual(['', 'valid']);
  });
});

describe('a letter that was forged', () => {
  test.each([
    ['the name in one paragraph', 'Amina of Tamale', 'Kofi of Tamale', '1 holder'],
    ['the hours', '2.5 hours', '25 hours', '1 hours'],
    ['the address', '/c/', '/d/', '1 address'],
  ])('in %s is not valid, and says where it differs', async (_, from, to, field) => {
    const report = await saying(exchanging(from, to, 1));

    expect(report.verdict).toBe('invalid');
    expect(checkIn(report, 'print')).toMatchObject({ result: 'fail', finding: 'differs' });
    expect(differing(report)).toEqual([field]);
    expect(report.credentials?.map(({ verdict }) => verdict)).toEqual(['invalid', 'valid']);
  });

  test('in its role says so of the credential that is one', async () => {
    const { role } = JSON.parse(files[1] ?? '').credentialSubject;
    const forged = exchanging(role, 'Director', 2);
    const report = await saying(forged);

    expect(report.verdict).toBe('invalid');
    expect(differing(report)).toEqual(['2 achievement', '2 role']);
  });

  test('by giving one paragraph the words of another is not valid', async () => {
    const [day = ''] = JSON.parse(files[0] ?? '').credentialSubject.activityStartDate.split('T');
    const report = await saying(exchanging(longDate(day, 'en'), '1 January 2020'));

    expect(differing(report)).toEqual(['1 period']);
  });

  test('with a paragraph for a credential that is not attached is not valid, and tells its address', async () => {
    const address = `${laurel.origin}/c/ZZVnbbXk5Yt2cW8aE`;
    const report = await saying((line, at) =>
      at === lines.length - 1 ? ['Director of everything', address, line] : line,
    );

    expect(checkIn(report, 'print')).toMatchObject({ result: 'fail', finding: 'not_attached' });
    expect(report.verdict).toBe('invalid');
    expect(checkIn(report, 'print')?.detail).toContain(address);
    expect(report.printed?.more).toMatch(/Director.*everything/);
  });

  test('from which a credential was taken out is not valid', async () => {
    const file = await edited(
      letter,
      withoutFiles,
      attaching(files[0] ?? '', 'credential-1.json', 'application/vc'),
    );
    const report = await reportOnFile(laurel, file);

    expect(report.verdict).toBe('invalid');
    expect(checkIn(report, 'print')?.finding).toBe('not_attached');
  });

  test.each([
    ['a sentence between', 'She also led four workshops.', 'led four workshops'],
    ['what it says already, once more', '2.5 hours', '2.5 hours'],
  ])('with %s is not called valid, and tells it', async (_, sentence, told) => {
    const report = await saying((line) => (line.includes('/c/') ? [sentence, line] : line));

    expect(report.verdict).toBe('unknown');
    expect(checkIn(report, 'print')).toMatchObject({ result: 'warn', finding: 'more_text' });
    expect(report.printed?.more).toContain(told);
  });

  test('with more in its head than for whom it is is not called valid', async () => {
    const more = Array.from({ length: 10 }, () => 'Honoured by everybody.');
    const report = await saying((line) => (line.includes(TO) ? [line, ...more] : line));

    expect(report.verdict).toBe('unknown');
    expect(report.printed?.more).toContain('Honoured by everybody.');
  });

  test('without what a credential does not mean is not called valid', async () => {
    const from = lines.findIndex((line) => line.startsWith('What it does not say'));
    expect(from).toBeGreaterThan(0);
    const report = await saying((line, at) => (at === from ? [] : line));

    expect(report.verdict).toBe('unknown');
    expect(checkIn(report, 'print')?.finding).toBe('left_out');
  });

  test('over which something was written is not called valid', async () => {
    const report = await reportOnFile(laurel, await edited(letter, writingOver('Kofi Mensah')));

    expect(report.verdict).toBe('unknown');
    expect(report.printed?.more).toBe('Kofi Mensah');
  });

  test('in one of its credentials is invalid, and that one is told by its number', async () => {
    const forged = (files[1] ?? '').replace('Amina of Tamale', 'Kofi of Tamale');
    const file = await edited(
      letter,
      withoutFiles,
      attaching(files[0] ?? '', 'credential-1.json', 'application/vc'),
      attaching(forged, 'credential-2.json', 'application/vc'),
    );
    const report = await reportOnFile(laurel, file);

    expect(report.verdict).toBe('invalid');
    expect(report.credentials?.map(({ verdict }) => verdict)).toEqual(['unknown', 'invalid']);
    expect(report.checks).toContainEqual(
      expect.objectContaining({ check: 'held', finding: 'invalid', result: 'fail' }),
    );
  });
});

describe('the page of a letter', () => {
  async function pageOn(file: Pdf, language: string): Promise<string> {
    const form = new FormData();
    form.set('file', new File([file], 'letter.pdf'));
    const headers = { 'accept-language': language };
    return (await fetch(`${laurel.url}/verify`, { method: 'POST', body: form, headers })).text();
  }

  test.each(['en', 'ar'])(
    'in %s shows each credential and what nobody signed',
    async (language) => {
      const html = await pageOn(letter, language);

      expect(html).toContain('class="verdict good"');
      expect(html.match(/<li class="card" data-verdict="valid">/g)).toHaveLength(2);
      expect(html.match(/data-field="holder"/g)).toHaveLength(2);
      expect(html).toContain(messagesFor(language).message('credential-demonstration'));
      expect(html).toMatch(new RegExp(`data-part="not-signed".*${TO}`, 's'));
      expect(html).not.toContain('<script');
    },
  );

  test('marks the field that differs, in the paragraph in which it does', async () => {
    const forged = await edited(
      letter,
      redrawing(lines.map(exchanging('Amina of Tamale', 'Kofi of Tamale', 1))),
    );
    const html = await pageOn(forged, 'en');

    expect(html).toContain('class="verdict bad"');
    expect(html).toContain('number 1: Name');
    expect(html.match(/<li class="fail" data-field="holder">/g)).toHaveLength(1);
    expect(html).toContain('Kofi');
  });
});

test('of a letter one of whose credentials was revoked, that is said of all of it, and nobody is named', async () => {
  const other = await aHolder(laurel, 'Kwame of Wa', [{}, {}]);
  const answer = await sendResume(other.session, other.credentials, { as: 'letter' });
  const file = new Uint8Array(await answer.arrayBuffer());
  await revoke(laurel, other.awards[0] ?? '', { reason: 'issued_in_error' });

  const report = await reportOnFile(laurel, file);

  expect(report.verdict).toBe('revoked');
  expect(report.credentials?.map(({ verdict }) => verdict)).toEqual(['revoked', 'valid']);
});
