import { CATALOGUE } from '@laurel/catalogue/catalogue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedSignatories } from '../../development/demonstration/signatories.ts';
import { anOffer, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aHolder, type Holder } from '../support/recording.ts';
import { checkIn, reportOnFile } from '../support/verifying.ts';

const HOLDER = 'Ọlá of Ìbàdàn';
const ADDRESSEE = 'متحف تمالي 12';

/** What invented texts are in. */
const NAMES: Readonly<Record<string, string>> = {
  fr: 'Nuit des cartes',
  es: 'Noche de mapas',
  pt: 'Noite dos mapas',
  ha: 'Daren taswirori',
  sw: 'Usiku wa ramani',
  hi: 'मानचित्रों की रात',
  id: 'Malam peta',
  my: 'မြေပုံများညနေခင်း',
};

let laurel: Laurel;
let holder: Holder;
beforeAll(async () => {
  laurel = await startLaurel();
  await seedSignatories(laurel.stewardship, Math.floor(Date.now() / 1000));
  const [workshop] = CATALOGUE.achievements.filter(({ slug }) => slug.endsWith('participation'));
  if (workshop === undefined) throw new Error('the catalogue has no workshop');
  const { themes, skillIds, sourceLines, ...achievement } = workshop;
  const also = (texts: Readonly<Record<string, string>>) => ({ ...texts, ...NAMES });
  await laurel.stewardship.putAchievements(laurel.issuer, [
    {
      ...achievement,
      slug: 'night-of-maps',
      name: also(achievement.name),
      description: also(achievement.description),
      criteria: also(achievement.criteria),
      doesNotMean: also(achievement.doesNotMean),
    },
  ]);
  const own = await aHolder(laurel, HOLDER, [{}]);
  const period = { start: '2026-03-04', end: '2026-03-07' };
  const offer = await anOffer(laurel, HOLDER, { achievement: 'night-of-maps', period });
  await own.session.post(`${offer.claim}/accept`);
  const maps = await makeCredential(own.session, offer.award);
  holder = { ...own, credentials: [maps, ...own.credentials] };
});
afterAll(() => laurel.stop());

async function letterIn(language: string) {
  const answer = await holder.session.post('/me/resume', [
    ...holder.credentials.map((id): [string, string] => ['credential', id]),
    ['language', language],
    ['as', 'letter'],
    ['addressee', ADDRESSEE],
  ]);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  return new Uint8Array(await answer.arrayBuffer());
}

test.each(['en', 'ar', ...Object.keys(NAMES)])(
  'a letter in %s is told to say what was signed in English, and for whom it is',
  async (language) => {
    const report = await reportOnFile(laurel, await letterIn(language));

    const differing = report.credentials?.flatMap(({ printed }, place) =>
      printed?.fields.filter((one) => !one.printed).map(({ field }) => [place, field]),
    );
    expect([report.printed?.more, differing]).toEqual(['', []]);
    const fields = report.credentials?.flatMap(({ printed }) => printed?.fields ?? []);
    expect(fields?.filter(({ field }) => field === 'signatory')).toHaveLength(4);
    expect(checkIn(report, 'print')?.finding).toBe('letter_as_signed');
    expect(report.verdict).toBe('valid');
    expect(report.printed?.notSigned?.madeOn).toBe(new Date().toISOString().slice(0, 10));
    const addressee = report.printed?.notSigned?.addressee ?? '';
    expect(addressee.split(' ').sort()).toEqual(ADDRESSEE.split(' ').sort());
  },
);

test('a résumé says days and hours in its language, and that nobody has reviewed how', async () => {
  const send = (language: string, as: string) =>
    holder.session.post('/me/resume', [
      ...holder.credentials.map((id): [string, string] => ['credential', id]),
      ['language', language],
      ['as', as],
    ]);

  const text = await (await send('fr', 'text')).text();
  const preview = await (await send('fr', 'preview')).text();
  const english = await (await send('en', 'preview')).text();

  expect(text).toContain('2,5 heures');
  expect(text).toContain('4 mars 2026');
  expect(text).toContain('Compétences:');
  expect(preview).toContain('that nobody has reviewed yet');
  expect(english).not.toContain('that nobody has reviewed yet');
});
