import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  anEndorsement,
  aShownCredential,
  aStory,
  asked,
  listed,
  storedEndorsement,
} from '../support/endorsing.ts';
import { hiddenFieldsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { letPass } from '../support/looking-at-names.ts';
import { switchLink } from '../support/showing.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(async () => {
  await checkSigningRecords(laurel);
  await laurel.stop();
});

type Stop = readonly [database: 'PUBLIC' | 'PRIVATE', event: string, when: string];

/** From here on, whatever writes this fails, in the middle of its transaction. */
async function failOn([database, event, when]: Stop) {
  const store = await laurel.runtime.miniflare.getD1Database(database, 'laurel-signer');
  const stop = `create trigger stop before ${event} when ${when} begin select raise(abort, 'stopped'); end`;
  await store.prepare(stop).run();
  return () => store.prepare('drop trigger stop').run();
}

/** The next tries of the desk, and of the signer, for which the intents lie a while back. */
async function anHourLater(): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  await store
    .prepare(
      "update intents set recorded_at_seconds = recorded_at_seconds - 3600 where state = 'recorded'",
    )
    .run();
  await letPass(laurel, 3_600);
  await laurel.runtime.tick();
}

const SIGNING: readonly Stop[] = [
  ['PRIVATE', 'insert on intents', '1'],
  ['PUBLIC', 'insert on credentials', '1'],
  ['PUBLIC', 'insert on log_pending', '1'],
  ['PRIVATE', 'update of state on intents', '1'],
];

test.each(SIGNING)(
  'accepting that is stopped at %s, %s, goes on by itself and signs one',
  async (...stop) => {
    const place = SIGNING.findIndex(([, event]) => event === stop[1]);
    const held = await aShownCredential(laurel, `Zainab of Step ${place}`);
    const writer = `Adwoa of Step ${place}`;
    const id = await asked(laurel, held, writer);
    await (await signedIn(laurel, writer)).post(`/me/endorsing/${id}`, aStory());
    const allowAgain = await failOn(stop);

    const accepted = await held.session.post(`/me/endorsements/${id}/accept`);

    expect(accepted.status).toBe(303);
    await allowAgain();
    await anHourLater();
    await anHourLater();
    const { endorsements } = await listed(laurel, held.id);
    expect(endorsements.map(({ verdict }) => verdict)).toEqual(['valid']);
  },
);

const ENDING: readonly Stop[] = [
  ['PUBLIC', 'update of document on credentials', '1'],
  ['PUBLIC', 'delete on log_salts', '1'],
  ['PRIVATE', 'delete on endorsements', '1'],
];

test.each(ENDING)(
  'taking one back that is stopped at %s, %s, erases the story at once and the rest by itself',
  async (...stop) => {
    const place = ENDING.findIndex(([, event]) => event === stop[1]);
    const held = await aShownCredential(laurel, `Bala of Step ${place}`);
    const made = await anEndorsement(laurel, held, `Grace of Step ${place}`);
    const allowAgain = await failOn(stop);

    await made.endorser.post(`/me/endorsing/${made.id}/take-back`);

    expect(await storedEndorsement(laurel, made.id)).toEqual({ state: 'ending', story: '' });
    await allowAgain();
    await anHourLater();
    expect(await storedEndorsement(laurel, made.id)).toBeNull();
    expect((await fetch(`${laurel.url}/c/${made.signed}.json`)).status).toBe(410);
  },
);

test('a certificate with words in it that was stopped before it was recorded is made by the same form, once', async () => {
  const held = await aShownCredential(laurel, 'Musa of Jos');
  const made = await anEndorsement(laurel, held, 'Ruth of Jos');
  const page = await (await held.session.get(`/me/awards/${held.award}`)).text();
  const form = {
    ...hiddenFieldsIn(page),
    language: 'en',
    disclosure: 'none',
    endorsement: made.id,
  };
  const send = () => held.session.post(`/me/awards/${held.award}/credentials`, form);
  const allowAgain = await failOn(['PRIVATE', 'insert on intents', 'new.endorsement is null']);
  expect((await send()).status).toBe(500);
  await allowAgain();

  const [first, second] = [await send(), await send()];

  expect(first.headers.get('location')).toContain('done=made');
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  const [, id = ''] = /#credential-(\w+)/.exec(first.headers.get('location') ?? '') ?? [];
  await switchLink(held.session, id, 'on');
  expect((await listed(laurel, id)).endorsements).toHaveLength(1);
});

test('words that were taken back while a certificate with them was being made end it', async () => {
  const held = await aShownCredential(laurel, 'Peter of Jos');
  const made = await anEndorsement(laurel, held, 'Mary of Jos');
  const page = await (await held.session.get(`/me/awards/${held.award}`)).text();
  const allowAgain = await failOn(['PUBLIC', 'insert on credentials', 'new.endorses is null']);
  const stopped = await held.session.post(`/me/awards/${held.award}/credentials`, {
    ...hiddenFieldsIn(page),
    ...{ language: 'en', disclosure: 'none', endorsement: made.id },
  });
  expect(stopped.status).toBe(500);
  await allowAgain();

  await made.endorser.post(`/me/endorsing/${made.id}/take-back`);
  await anHourLater();

  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const { results } = await store
    .prepare("select id from credentials where document like '%EndorsementCredential%Mary of Jos%'")
    .all();
  expect(results).toEqual([]);
});
