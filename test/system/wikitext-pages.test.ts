import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHeldCredential, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const fieldIn = (page: string, name: string) =>
  new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)</textarea>`).exec(page)?.[1] ?? '';

test('wikitext is there once the link is on, in a language of the achievement, and leads to the certificate', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Zainab of Zaria');
  const path = `/me/credentials/${id}/wikitext`;
  const hidden = await (await session.get(path)).text();
  expect(hidden).not.toContain('wikitable');
  expect(hidden).toContain(`/me/credentials/${id}/link`);

  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  const shown = await (await session.get(path)).text();
  const arabic = await (await session.get(`${path}?language=ar`)).text();
  const unknown = await (await session.get(`${path}?language=tlh`)).text();

  for (const name of ['box', 'userbox', 'line']) {
    expect(fieldIn(shown, name)).toContain(`[${laurel.origin}/c/${id} `);
    expect(fieldIn(shown, name)).toContain('Workshop Participation');
    expect(fieldIn(arabic, name)).toContain('lang=&quot;ar&quot; dir=&quot;rtl&quot;');
    expect(fieldIn(arabic, name)).toContain('المشاركة في ورشة عمل');
    expect(fieldIn(unknown, name)).toBe(fieldIn(shown, name));
    expect(fieldIn(shown, name)).not.toContain('Zainab');
  }
});

test('one that names nobody comes with a warning; somebody else’s and a withdrawn one with nothing', async () => {
  const { id, award, session } = await aHeldCredential(laurel, 'Zainab of Kano');
  const stranger = await aHeldCredential(laurel, 'Somebody of Kano');
  const nameless = await makeCredential(session, award, { disclosure: 'none' });
  await session.post(`/me/credentials/${nameless}/link`, { link: 'on' });

  const page = await (await session.get(`/me/credentials/${nameless}/wikitext`)).text();

  expect(page).toContain('everybody will know that it is yours');
  expect((await stranger.session.get(`/me/credentials/${id}/wikitext`)).status).toBe(404);
  await session.post(`/me/credentials/${id}/withdraw`);
  expect((await session.get(`/me/credentials/${id}/wikitext`)).status).toBe(404);
});
