import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  anEndorsement,
  aShownCredential,
  aStory,
  asked,
  listed,
  storedEndorsement,
} from '../support/endorsing.ts';
import { makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aDayLater } from '../support/looking-at-names.ts';
import { switchLink } from '../support/showing.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { cellsWith } from '../support/stored-cells.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(async () => {
  await checkSigningRecords(laurel);
  await laurel.stop();
});

const page = (id: string) => `${laurel.url}/c/${id}`;

test('once its writer is renamed it ends, and waits for them alone as a draft', async () => {
  const held = await aShownCredential(laurel, 'Zainab of Kano');
  const made = await anEndorsement(laurel, held, 'Adwoa of Kumasi');
  const silent = await anEndorsement(laurel, held, 'Kojo of Ho', { disclosure: 'none' });
  const fresh = await makeCredential(held.session, held.award, { endorsement: made.id });
  await switchLink(held.session, fresh, 'on');
  const copy = await (await fetch(`${page(made.signed)}.json`)).json();
  laurel.standIn.accounts.rename('Adwoa of Kumasi', 'Adwoa of Accra');
  laurel.standIn.accounts.rename('Kojo of Ho', 'Kojo of Keta');

  await aDayLater(laurel);

  for (const gone of [made.signed, fresh]) {
    const answer = await fetch(page(gone));
    expect(answer.status).toBe(410);
    expect(await answer.text()).not.toMatch(/Adwoa|renam|former/i);
  }
  expect((await verifyBy(laurel, { credential: copy })).verdict).toBe('withdrawn');
  expect((await fetch(page(held.id))).status).toBe(200);
  expect((await fetch(page(silent.signed))).status).toBe(200);
  expect(await storedEndorsement(laurel, made.id)).toMatchObject({ state: 'asked' });
  const own = await (await held.session.get(`/me/awards/${held.award}/endorsements`)).text();
  expect(own).toContain('not answered yet');
  const draft = await (await made.endorser.get(`/me/endorsing/${made.id}`)).text();
  expect(draft).toContain(aStory().story);

  await made.endorser.post(`/me/endorsing/${made.id}`, aStory());
  await held.session.post(`/me/endorsements/${made.id}/accept`);

  const { endorsements } = await listed(laurel, held.id);
  expect(JSON.stringify(endorsements)).toContain('Adwoa of Accra');
  expect(JSON.stringify(endorsements)).not.toContain('Adwoa of Kumasi');
});

test('a holder’s new name ends what said the old one, and what stood beside it, and not the words of others', async () => {
  const held = await aShownCredential(laurel, 'Halima of Zinder');
  const made = await anEndorsement(laurel, held, 'Esi of Tamale');
  const nameless = await makeCredential(held.session, held.award, {
    disclosure: 'none',
    endorsement: made.id,
  });
  await switchLink(held.session, nameless, 'on');
  laurel.standIn.accounts.rename('Halima of Zinder', 'Halima of Agadez');

  await aDayLater(laurel);

  expect((await fetch(page(held.id))).status).toBe(410);
  expect((await fetch(page(made.signed))).status).toBe(410);
  expect((await fetch(`${page(held.id)}/endorsements`)).status).toBe(410);
  expect((await listed(laurel, nameless)).endorsements).toHaveLength(1);
  expect(await storedEndorsement(laurel, made.id)).toMatchObject({ state: 'accepted' });
});

test('whoever hides everything hides what they wrote of others too, and brings it back', async () => {
  const held = await aShownCredential(laurel, 'Bala of Jos');
  const made = await anEndorsement(laurel, held, 'Grace of Jos');

  expect((await made.endorser.post('/me/hide')).status).toBe(303);

  expect((await listed(laurel, held.id)).endorsements).toEqual([]);
  expect((await fetch(page(made.signed))).status).toBe(404);
  expect(await (await fetch(page(held.id))).text()).not.toContain('/endorsements');
  const hidden = await (await made.endorser.get('/me/hidden')).text();
  expect(hidden).toContain(`value="${made.signed}"`);
  expect(hidden).toContain('What you wrote of somebody');

  await made.endorser.post('/me/hidden/show', { credential: made.signed });

  expect((await listed(laurel, held.id)).endorsements).toHaveLength(1);
  await held.session.post('/me/hide');
  expect((await fetch(page(made.signed))).status).toBe(404);
});

test('of whoever is erased nothing is left in what they asked for, wrote or muted', async () => {
  const held = await aShownCredential(laurel, 'Sule of Minna');
  const writer = await anEndorsement(laurel, held, 'Rose of Minna', {
    story: 'The kiln never cooled while they taught us.',
  });
  const embedding = await makeCredential(held.session, held.award, { endorsement: writer.id });
  const waiting = await asked(laurel, held, 'Ladi of Minna');
  const ladi = await signedIn(laurel, 'Ladi of Minna');
  await ladi.post(`/me/endorsing/${waiting}/mute`);

  expect((await writer.endorser.post('/me/erase', { username: 'Rose of Minna' })).status).toBe(200);

  expect(await cellsWith(laurel, ['Rose of Minna', 'The kiln never cooled'])).toEqual([]);
  expect((await fetch(page(writer.signed))).status).toBe(410);
  expect((await fetch(page(held.id))).status).toBe(200);
  await switchLink(held.session, embedding, 'on');
  expect((await fetch(page(embedding))).status).toBe(410);
  expect(await storedEndorsement(laurel, waiting)).not.toBeNull();

  expect((await held.session.post('/me/erase', { username: 'Sule of Minna' })).status).toBe(200);

  expect(await cellsWith(laurel, ['Sule of Minna'])).toEqual([]);
  expect(await storedEndorsement(laurel, waiting)).toBeNull();
  expect(await (await ladi.get('/me/endorsing')).text()).not.toContain('do not see');
});
