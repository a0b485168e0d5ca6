import { gzipSync } from 'node:zlib';
import { MAX_LANES, MAX_STEPS, type MapLane } from '@laurel/core/achievement-map';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { browserSession, logIn } from '../support/browser-session.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMap, manyAchievements, readMap } from '../support/maps.ts';
import { aMember } from '../support/members.ts';
import { aHolder } from '../support/recording.ts';
import { aCollection } from '../support/showing.ts';

/** The first flight of a connection (RFC 6928: ten segments): such a page is there after one round trip. */
const MAX_PACKED_BYTES = 14 * 1024;

const LONG = {
  evidence: [
    { class: 'organizer-attendance-list' },
    { class: 'on-wiki-page', url: 'https://meta.wikimedia.org/wiki/Event:A_workshop_in_Bauchi' },
    { class: 'attestation', place: 'Bauchi' },
  ],
};

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

/** A page is whole by itself: its styles are in it, and it has no script. */
function expectLight(html: string): void {
  expect(html).toContain('</html>');
  expect(html).toContain('<style>');
  expect(html).not.toMatch(/<link[^>]+stylesheet|@import|<script/);
  expect(gzipSync(html).length).toBeLessThan(MAX_PACKED_BYTES);
}

test.each(['en', 'ar', 'my'])('the page of a credential in %s is light', async (language) => {
  const { page } = await aCredential(laurel, {
    ...LONG,
    language: language === 'ar' ? 'ar' : 'en',
  });
  const headers = { accept: 'text/html', 'accept-language': language };

  const shown = await fetch(page, { headers });

  expect(shown.status).toBe(200);
  expectLight(await shown.text());
});

test.each(['en', 'ar', 'my'])('a map as full as it can be is light in %s', async (language) => {
  const admin = await aMember(laurel, `Draws in ${language}`, ['admin']);
  const slug = await aMap(laurel, admin, { lanes: await fullLanes(laurel) });

  const page = await readMap(laurel, slug, language);

  expect(page.match(/<li id="step-/g)).toHaveLength(60);
  expectLight(page);
});

/** Eight lanes with sixty steps, each with something to say, as people write it. */
async function fullLanes(laurel: Laurel): Promise<readonly MapLane[]> {
  const { slugs } = await manyAchievements(laurel);
  const perLane = Math.ceil(MAX_STEPS / MAX_LANES);
  return Array.from({ length: MAX_LANES }, (_, at) => ({
    title: { en: `What there is to do in place ${at + 1}` },
    steps: slugs.slice(at * perLane, (at + 1) * perLane).map((slug, place) => ({
      achievement: slug,
      hint: { en: `Ask for table ${place + 1} at hall ${at + 1}: somebody shows you round.` },
      next: slugs.slice((at + 1) * perLane, (at + 1) * perLane + 1),
    })),
  }));
}

test.each(['en', 'ar', 'my'])('the pages of a claim in %s are light', async (language) => {
  const offer = await anOffer(laurel, `Amina of ${language}`, LONG);
  const session = browserSession(laurel, { 'accept-language': language });

  const before = await session.get(offer.claim);
  await logIn(session, `Amina of ${language}`, offer.claim);
  const after = await session.get(offer.claim);

  expect([before.status, after.status]).toEqual([200, 200]);
  expectLight(await before.text());
  expectLight(await after.text());
});

test.each(['en', 'ar', 'my'])(
  'the page of a collection of six in %s is light',
  async (language) => {
    const username = `Hodan of ${language}`;
    const own = await aHolder(laurel, username, [{}, {}, {}, {}, {}, {}]);
    const collection = await aCollection(own.session, own.credentials, {
      title: 'What I did beside editing, in Bauchi and elsewhere',
      words: 'I began with a workshop, and helped at five more. '.repeat(6),
    });
    const headers = { accept: 'text/html', 'accept-language': language };

    const shown = await fetch(`${laurel.url}/collections/${collection}`, { headers });

    expect(shown.status).toBe(200);
    const html = await shown.text();
    for (const id of own.credentials) expect(html).toContain(id);
    expectLight(html);
  },
);
