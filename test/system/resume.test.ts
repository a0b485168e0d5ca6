import schema from '@jsonresume/schema/schema.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { aHeldCredential, anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { sendResume } from '../support/resume-form.ts';

const HOLDER = 'Adétutù of Ìbàdàn';

let laurel: Laurel;
let session: BrowserSession;
let id: string;
let url: string;
beforeAll(async () => {
  laurel = await startLaurel();
  ({ session, id } = await aHeldCredential(laurel, HOLDER));
  url = `${laurel.origin}/c/${id}`;
});
afterAll(() => laurel.stop());

async function pageAnswers(credential: string): Promise<number> {
  return (await fetch(`${laurel.url}/c/${credential}`)).status;
}

/** Lines of a résumé whose holder typed these. */
async function linesOf(typed: string): Promise<readonly string[]> {
  const answer = await sendResume(session, [id], { as: 'text', [`lines-${id}`]: typed });
  expect(answer.status).toBe(200);
  return (await answer.text()).split('\n').filter((line) => line !== '');
}

test('a first draft holds the achievement’s own statements, and neither it nor looking at it switches a link on', async () => {
  const fresh = await aHeldCredential(laurel, 'Bọ́lá of Ìlọrin');
  const edit = await (await sendResume(fresh.session, [fresh.id])).text();
  const preview = await (
    await sendResume(fresh.session, [fresh.id], { as: 'preview', [`lines-${fresh.id}`]: 'I came.' })
  ).text();

  expect(edit).toContain('15 November 2026');
  expect(edit).not.toMatch(/\{\w+\|/);
  expect(edit).toContain('Nothing that you type here is kept by us');
  expect(preview).toContain('I came.');
  expect(preview).toContain('switches them on');
  expect(preview).not.toContain('linkedin.com');
  expect(await pageAnswers(fresh.id)).toBe(404);
});

test('each line of the plain text ends in the shortest address that verifies it, and taking it switches that on', async () => {
  const lines = await linesOf('• Learned to add sources\n\n- Helped two newcomers');

  expect(lines.every((line) => line.endsWith(` ${url}`))).toBe(true);
  expect(lines[0]).toContain('2.5 hours');
  expect(lines[1]).toBe(`• Learned to add sources ${url}`);
  expect(lines[2]).toBe(`• Helped two newcomers ${url}`);
  expect(lines.at(-1)).toMatch(/^Skills: .*\((ESCO|O\*NET)\)/);
  expect(await pageAnswers(id)).toBe(200);
});

test('JSON Resume keeps to its schema, with skills by their names in ESCO and O*NET', async () => {
  const answer = await sendResume(session, [id], {
    as: 'json',
    [`lines-${id}`]: '"}], "basics": {"name": "Somebody"',
  });
  const resume: unknown = await answer.json();
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);

  expect([ajv.validate(schema, resume), ajv.errors]).toEqual([true, null]);
  const { volunteer, certificates, skills } = z
    .strictObject({
      $schema: z.string(),
      volunteer: z.array(z.looseObject({ highlights: z.array(z.string()), url: z.string() })),
      certificates: z.array(z.looseObject({ url: z.string(), date: z.string() })),
      skills: z.array(z.object({ name: z.string(), keywords: z.array(z.string()) })),
      meta: z.looseObject({ version: z.literal('v1.0.0') }),
    })
    .parse(resume);
  expect(volunteer[0]?.highlights).toEqual([`"}], "basics": {"name": "Somebody" ${url}`]);
  expect([volunteer[0]?.url, certificates[0]?.url]).toEqual([url, url]);
  expect(skills.flatMap(({ keywords }) => keywords).join()).toMatch(/\((ESCO|O\*NET)\)/);
});

test('the letter says the signed facts and to whom it goes, and nothing else that was typed', async () => {
  const answer = await sendResume(session, [id], {
    as: 'letter',
    [`title-${id}`]: 'Director of everything',
    [`lines-${id}`]: 'Ran the whole movement',
    addressee: 'Museum of Tamale',
  });

  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="letter.pdf"');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const pdf = await openPdf(new Uint8Array(await answer.arrayBuffer()));
  expect(pdf.text).toContain('For the attention of Museum of Tamale');
  expect(pdf.text).toContain(HOLDER);
  expect(pdf.text).toContain(url);
  expect(pdf.text).not.toContain('Director');
  expect(pdf.text).not.toContain('whole movement');
  const signed = await (await fetch(`${laurel.url}/c/${id}.json`)).text();
  const attached = pdf.attachments.get('credential-1.json') ?? new Uint8Array();
  expect(Buffer.from(attached).toString()).toBe(signed);
});

test('a letter of a certificate without a name names nobody', async () => {
  const other = await anAcceptedAward(laurel, 'Sálámì of Ọ̀yọ́');
  const nameless = await makeCredential(other.session, other.award, { disclosure: 'none' });

  const answer = await sendResume(other.session, [nameless], { as: 'letter' });
  const pdf = await openPdf(new Uint8Array(await answer.arrayBuffer()));

  expect(pdf.text).toContain('a volunteer who chose not to be named here');
  expect(pdf.text).not.toContain('Sálámì');
});

describe('LinkedIn', () => {
  test('is a plain link that fills in its form, once the certificate’s own link is on', async () => {
    const fresh = await aHeldCredential(laurel, 'Tópé of Àkúrẹ́');
    const page = await (await sendResume(fresh.session, [fresh.id], { as: 'share' })).text();

    const [, address = ''] = /href="(https:\/\/www\.linkedin\.com[^"]+)"/.exec(page) ?? [];
    const { searchParams } = new URL(address.replaceAll('&amp;', '&'));
    expect(Object.fromEntries(searchParams)).toMatchObject({
      startTask: 'CERTIFICATION_NAME',
      organizationName: 'Demonstration User Group',
      certUrl: `${laurel.origin}/c/${fresh.id}`,
      certId: fresh.id,
    });
    expect(searchParams.get('issueYear')).toMatch(/^\d{4}$/);
    expect(page).toContain('LinkedIn then learns of the certificate');
    expect(page).not.toMatch(/<(script|img|iframe)[^>]+linkedin/);
  });

  test('is never offered where minors may be among those who were recognised', async () => {
    const minor = await anAcceptedAward(laurel, 'Kẹ́mi of Ọ̀wọ̀', { mayIncludeMinors: true });
    const own = await makeCredential(minor.session, minor.award);

    const page = await (await sendResume(minor.session, [own], { as: 'share' })).text();
    const award = await (await minor.session.get(`/me/awards/${minor.award}`)).text();

    expect(page).toContain('Text to copy');
    expect(award).toContain('Its link is on.');
    expect(page + award).not.toContain('linkedin.com');
  });

  test('is on the page of the award too, once the link of the certificate is on, and says what was signed', async () => {
    const fresh = await aHeldCredential(laurel, 'Bísí of Abẹ́òkúta');
    const path = `/me/awards/${fresh.award}`;
    const off = await (await fresh.session.get(path)).text();
    await fresh.session.post(`/me/credentials/${fresh.id}/link`, { link: 'on' });
    const on = await (await fresh.session.get(path)).text();
    await fresh.session.post(`/me/credentials/${fresh.id}/withdraw`);
    const withdrawn = await (await fresh.session.get(path)).text();

    expect(off + withdrawn).not.toContain('linkedin.com');
    const [, address = ''] =
      /href="(https:\/\/www\.linkedin\.com[^"]+)" rel="noreferrer"/.exec(on) ?? [];
    const { searchParams } = new URL(address.replaceAll('&amp;', '&'));
    expect(Object.fromEntries(searchParams)).toMatchObject({
      startTask: 'CERTIFICATION_NAME',
      name: 'Workshop Participation',
      organizationName: 'Demonstration User Group',
      certUrl: `${laurel.origin}/c/${fresh.id}`,
      certId: fresh.id,
    });
  });
});

describe('bad input', () => {
  test.each([
    ['a line of 5,000 characters', { lines: 'x'.repeat(5_000) }, 'A line can have 300'],
    ['too many lines', { lines: 'a line\n'.repeat(11) }, 'Keep it to 10 lines'],
    ['a title of 5,000 characters', { title: 'y'.repeat(5_000) }, 'A title can have 120'],
  ])('%s is refused, and given back as it was typed', async (_, typed, said) => {
    const fields = Object.entries(typed).map(([name, value]) => [`${name}-${id}`, value]);
    const answer = await sendResume(session, [id], { as: 'text', ...Object.fromEntries(fields) });

    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(said);
    expect(page).toContain(Object.values(typed)[0]?.trim());
  });

  test('markup stays text, and marks that turn text around or end lines are left out', async () => {
    const typed = 'A\u202Eevil\u2066 <script>alert(1)</script>\u2028=HYPERLINK("x")\u0007';
    const lines = await linesOf(typed);
    const page = await (
      await sendResume(session, [id], { as: 'page', [`lines-${id}`]: typed })
    ).text();

    expect(lines.slice(1, 3)).toEqual([
      `• Aevil <script>alert(1)</script> ${url}`,
      `• =HYPERLINK("x") ${url}`,
    ]);
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toContain('<script>alert');
  });

  test('a certificate of somebody else, and one that was withdrawn, is chosen by nobody', async () => {
    const other = await aHeldCredential(laurel, 'Ṣadé of Ọ̀ṣogbo');
    const stranger = await sendResume(session, [other.id], { as: 'text' });
    await other.session.post(`/me/credentials/${other.id}/withdraw`);
    const withdrawn = await sendResume(other.session, [other.id], { as: 'text' });

    expect([stranger.status, withdrawn.status]).toEqual([422, 422]);
    expect(await stranger.text()).toContain('Choose at least one certificate');
    expect(await withdrawn.text()).toContain('You have no certificate that is valid now');
    expect(await pageAnswers(other.id)).not.toBe(200);
  });

  test('without a login, or by another method, nothing is made', async () => {
    const away = await fetch(`${laurel.url}/me/resume`, { redirect: 'manual' });
    const put = await fetch(`${laurel.url}/me/resume`, { method: 'PUT' });

    expect(away.status).toBe(401);
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});
