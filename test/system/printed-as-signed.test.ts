import { CATALOGUE } from '@laurel/catalogue/catalogue';
import { longDate } from '@laurel/i18n/long-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { DEMONSTRATION_ISSUER } from '../../development/demonstration/seed.ts';
import { seedSignatories } from '../../development/demonstration/signatories.ts';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { aCredential } from '../support/awarding.ts';
import { privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

const Role = z.object({
  credentialSubject: z.object({
    role: z.string(),
    activityStartDate: z.string(),
    activityEndDate: z.string(),
  }),
});

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const pageOf = async (url: string) =>
  (await fetch(url, { headers: { accept: 'text/html' } })).text();

const pdfOf = async (url: string) =>
  new Uint8Array(await (await fetch(`${url}.pdf`)).arrayBuffer());

/** All of a certificate but its bundle, which says when it was made. */
async function drawnIn(page: string) {
  const { attachments, ...drawn } = await openPdf(await pdfOf(page));
  return { ...drawn, credential: attachments.get('credential.json') };
}

test('a role and its term are printed as they were signed', async () => {
  const { page } = await aCredential(laurel, {
    achievement: 'role-mentor',
    hours: undefined,
    evidence: [],
    period: { start: '2026-03-01', end: '2027-02-28' },
  });

  const { credentialSubject: signed } = Role.parse(await (await fetch(`${page}.json`)).json());

  expect(signed).toMatchObject({
    activityStartDate: '2026-03-01T00:00:00Z',
    activityEndDate: '2027-02-28T00:00:00Z',
  });
  const { text } = await openPdf(await pdfOf(page));
  for (const shown of [await pageOf(page), text]) {
    expect(shown).toContain(signed.role);
    expect(shown).toContain(longDate('2026-03-01', 'en'));
    expect(shown).toContain(longDate('2027-02-28', 'en'));
  }
});

test('what has changed since is not printed: names, texts and who signs stay as they were signed', async () => {
  await seedSignatories(laurel.stewardship, Math.floor(Date.now() / 1000));
  const { page } = await aCredential(laurel);
  // Until its log entry is there the page has no proof to show yet, and would change by that alone.
  await expect.poll(() => pageOf(page)).toContain('class="record"');
  const [html, pdf] = [await pageOf(page), await drawnIn(page)];

  await laurel.stewardship.establishIssuer({
    ...DEMONSTRATION_ISSUER,
    names: { en: 'Renamed Since' },
    descriptions: { en: 'Described Since' },
  });
  await laurel.stewardship.putAchievements(
    laurel.issuer,
    CATALOGUE.achievements.map(({ themes, skillIds, sourceLines, ...achievement }) => ({
      ...achievement,
      version: '9.9.9',
      name: { en: 'Another Since' },
      criteria: { en: 'Written Since' },
      doesNotMean: { en: 'Meant Since' },
    })),
  );
  await (await privateStore(laurel)).prepare('delete from signatories').run();

  expect(await pageOf(page)).toBe(html);
  expect(await drawnIn(page)).toEqual(pdf);
  expect(html).toContain('Adaeze Nwankwo');
  const { page: next } = await aCredential(laurel);
  const [later, { text }] = [await pageOf(next), await openPdf(await pdfOf(next))];
  for (const shown of [later, text]) {
    for (const said of ['Renamed Since', 'Another Since', 'Written Since', 'Meant Since']) {
      expect(shown).toContain(said);
    }
  }
  expect(later).not.toContain('Adaeze Nwankwo');
});
