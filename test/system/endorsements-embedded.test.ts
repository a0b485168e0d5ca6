import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEndorsement, aShownCredential, listed } from '../support/endorsing.ts';
import { hiddenFieldsIn, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { makeRecord } from '../support/recording.ts';
import { switchLink } from '../support/showing.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

type Json = Record<string, unknown>;
type Holding = Json & { endorsement: (Json & { id: string; credentialSubject: Json })[] };

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(async () => {
  await checkSigningRecords(laurel);
  await laurel.stop();
});

const page = (id: string) => `${laurel.url}/c/${id}`;

/** Somebody with a shown credential, an endorsement of it, and another credential with that in it. */
async function someoneEndorsed(holder: string, endorser: string) {
  const held = await aShownCredential(laurel, holder);
  const made = await anEndorsement(laurel, held, endorser);
  const fields = { disclosure: 'none', endorsement: made.id };
  const fresh = await makeCredential(held.session, held.award, fields);
  await switchLink(held.session, fresh, 'on');
  return { ...held, made, fresh, document: (await fetchJson(`${page(fresh)}.json`)) as Holding };
}

test('what was signed before is as it was, and one newly taken holds what its holder ticked, signed for it', async () => {
  const held = await aShownCredential(laurel, 'Zainab of Kano');
  const before = await (await fetch(`${page(held.id)}.json`)).text();
  const made = await anEndorsement(laurel, held, 'Adwoa of Kumasi');
  const kept = await anEndorsement(laurel, held, 'Kojo of Ho');
  expect(await (await fetch(`${page(held.id)}.json`)).text()).toBe(before);
  const without = await makeCredential(held.session, held.award, { disclosure: 'none' });

  const fresh = await makeCredential(held.session, held.award, { endorsement: made.id });
  for (const id of [without, fresh]) await switchLink(held.session, id, 'on');

  expect(await fetchJson(`${page(without)}.json`)).not.toHaveProperty('endorsement');
  expect((await listed(laurel, without)).endorsements).toEqual([]);
  const document = (await fetchJson(`${page(fresh)}.json`)) as Holding;
  expect(document.endorsement).toHaveLength(1);
  const [inside] = document.endorsement;
  const [, own] = (inside?.id ?? '').split('/c/');
  expect(inside?.credentialSubject.id).toBe(`${laurel.origin}/c/${fresh}#${own}`);
  const { endorsements } = await listed(laurel, fresh);
  expect(endorsements.map(({ credential }) => credential)).toEqual([inside]);
  // Nothing in it leads to the other one of the same award.
  const text = JSON.stringify(document);
  for (const id of [held.id, made.signed, kept.signed]) expect(text).not.toContain(id);
  expect((await listed(laurel, held.id)).endorsements).toHaveLength(2);
});

test('it verifies here, by a library that is not ours and by the strict schema, and so does what is in it', async () => {
  const { document } = await someoneEndorsed('Halima of Zinder', 'Esi of Tamale');
  const path = 'test/vectors/ob_v3p0_achievementcredential_schema.json';
  const ajv = new Ajv2019({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));

  validate(document);
  expect(validate.errors).toBeNull();
  for (const one of [document, ...document.endorsement]) {
    const result = await verifyByVc(one, strangersLoader(laurel));
    expect(result.error).toBeUndefined();
    expect(result).toMatchObject({ verified: true, statusResult: { verified: true } });
    expect((await verifyBy(laurel, { credential: one })).verdict).toBe('valid');
  }
  const [inside] = document.endorsement;
  const changed = { ...document, endorsement: [{ ...inside, name: 'Something else' }] };
  expect((await verifyBy(laurel, { credential: changed })).verdict).toBe('invalid');
});

test('the words of two cannot change places in it, by whatever library it is verified', async () => {
  const { session, award, made, ...held } = await someoneEndorsed('Amina of Yola', 'Tani of Yola');
  const other = await anEndorsement(laurel, { session, award, id: held.id }, 'Ladi of Yola', {
    story: 'He carried the chairs up four floors so that nobody had to sit on the stairs.',
  });
  const page = await (await session.get(`/me/awards/${award}`)).text();
  const sent = await session.post(`/me/awards/${award}/credentials`, [
    ...Object.entries({ ...hiddenFieldsIn(page), language: 'en', disclosure: 'none' }),
    ['endorsement', made.id],
    ['endorsement', other.id],
  ]);
  const [, id = ''] = /#credential-(\w+)/.exec(sent.headers.get('location') ?? '') ?? [];
  await switchLink(session, id, 'on');
  const document = (await fetchJson(`${laurel.url}/c/${id}.json`)) as Holding;
  const [one, two] = document.endorsement;
  const said = (of: typeof one) => ({
    endorsementComment: of?.credentialSubject.endorsementComment,
  });

  const swapped = {
    ...document,
    endorsement: [
      { ...one, credentialSubject: { ...one?.credentialSubject, ...said(two) } },
      { ...two, credentialSubject: { ...two?.credentialSubject, ...said(one) } },
    ],
  };

  expect(await verifyByVc(document, strangersLoader(laurel))).toMatchObject({ verified: true });
  expect(await verifyByVc(swapped, strangersLoader(laurel))).toMatchObject({ verified: false });
  expect((await verifyBy(laurel, { credential: swapped })).verdict).toBe('invalid');
});

test('the same form sent twice makes one, and words that were not accepted for this award are refused', async () => {
  const { session, award, made } = await someoneEndorsed('Bala of Jos', 'Grace of Jos');
  const other = await someoneEndorsed('Musa of Jos', 'Ruth of Jos');
  const path = `/me/awards/${award}/credentials`;
  const form = async (endorsement: string) => ({
    ...hiddenFieldsIn(await (await session.get(`/me/awards/${award}`)).text()),
    ...{ language: 'en', disclosure: 'account', endorsement },
  });
  const fields = await form(made.id);

  const send = () => session.post(path, fields);
  const answers = await Promise.all([send(), send()]);
  answers.push(await send());

  const places = answers.map(({ headers }) => headers.get('location'));
  expect(places[0]).toContain('done=made');
  expect(new Set(places).size).toBe(1);
  for (const endorsement of [other.made.id, 'x'.repeat(16)]) {
    const refused = await session.post(path, await form(endorsement));
    expect(refused.status).toBe(404);
  }
});

test('whoever takes words back ends what holds them, which its holder is told and makes again', async () => {
  const { session, award, id, made, fresh, document } = await someoneEndorsed(
    'Sule of Minna',
    'Rose of Minna',
  );
  const [inside] = document.endorsement;
  const record = await makeRecord(session, [fresh]);
  await session.post(`/me/record/${record}/link`, { link: 'on' });

  await made.endorser.post(`/me/endorsing/${made.id}/take-back`);

  for (const gone of [fresh, made.signed, record]) {
    const answer = await fetch(page(gone));
    expect(answer.status).toBe(410);
    expect(await answer.text()).not.toContain('Rose');
    expect((await fetch(`${page(gone)}.json`)).status).toBe(410);
  }
  for (const copy of [document, inside]) {
    expect((await verifyBy(laurel, { credential: copy })).verdict).toBe('withdrawn');
  }
  expect((await fetch(page(id))).status).toBe(200);
  const own = await (await session.get(`/me/awards/${award}`)).text();
  expect(own).toContain('words of somebody else in it were taken back');
  const again = await makeCredential(session, award, { disclosure: 'none' });
  await switchLink(session, again, 'on');
  expect(await fetchJson(`${page(again)}.json`)).not.toHaveProperty('endorsement');
});

test('another address takes along what is said beside a certificate and in it, signed anew', async () => {
  const { session, award, id, made, fresh } = await someoneEndorsed(
    'Peter of Lafia',
    'Paul of Lafia',
  );
  const rotated = async (of: string, copies: string) => {
    const answer = await session.post(`/me/credentials/${of}/rotate`, { copies });
    return /#credential-(\w+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
  };

  const [beside, inside] = [await rotated(id, 'stays'), await rotated(fresh, 'withdrawn')];

  expect(await rotated(id, 'stays')).toBe(beside);
  for (const [now, then] of [
    [beside, id],
    [inside, fresh],
  ]) {
    const { endorsements } = await listed(laurel, now ?? '');
    expect(endorsements.map(({ verdict }) => verdict)).toEqual(['valid']);
    expect(JSON.stringify(endorsements)).not.toContain(then);
    expect((await fetch(page(then ?? ''))).status).toBe(404);
    expect((await fetch(`${page(then ?? '')}/endorsements`)).status).toBe(404);
  }
  expect(await fetchJson(`${page(beside)}.json`)).not.toHaveProperty('endorsement');
  expect(((await fetchJson(`${page(inside)}.json`)) as Holding).endorsement).toHaveLength(1);
  expect(await (await session.get(`/me/awards/${award}/endorsements`)).text()).toContain(
    `/c/${beside}/endorsements`,
  );
  await session.post(`/me/endorsements/${made.id}/end`);
  expect((await listed(laurel, beside)).endorsements).toEqual([]);
  expect((await fetch(page(inside))).status).toBe(410);
});
