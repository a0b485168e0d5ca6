import { KEY_PUBLISHED_AHEAD_SECONDS } from '@laurel/core/key-schedule';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Signing, signingFor } from '../../services/signer/src/env.ts';
import { declareCompromised } from '../../services/signer/src/keys/declare-compromised.ts';
import { announceKey, takeTurn } from '../../services/signer/src/keys/rotate.ts';
import {
  beginStatusList,
  publishChangedStatusLists,
} from '../../services/signer/src/status/publish.ts';
import { aCredential } from '../support/awarding.ts';
import { keyIn, keyNamedBy, publishedHistory } from '../support/keys.ts';
import { KEY_ENCRYPTION_SECRETS, type Laurel, startLaurel } from '../support/laurel.ts';
import { NO_COUNTERS } from '../support/no-counters.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { fetchJson } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(() => laurel.stop());
beforeEach(() => laurel.runtime.tick());

const pub = () => laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
const nowSeconds = () => Math.floor(Date.now() / 1000);

/** What the signer works with, on the databases of the running one. */
async function signing(
  changed: { readonly nowSeconds?: number; readonly PUBLIC?: D1Database } = {},
): Promise<Signing> {
  const made = signingFor({
    PUBLIC: changed.PUBLIC ?? (await pub()),
    PRIVATE: await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer'),
    COUNTERS: NO_COUNTERS,
    LAUREL_ORIGIN: laurel.origin,
    KEY_ENCRYPTION_SECRETS,
  });
  return { ...made, nowSeconds: changed.nowSeconds ?? made.nowSeconds };
}

/** The same, but something happens once what this statement makes public was signed, before it is. */
async function interrupted(statement: string, meanwhile: () => Promise<unknown>): Promise<Signing> {
  const store = await pub();
  let [signed, happened] = [false, false];
  const PUBLIC: D1Database = Object.create(store, {
    prepare: {
      value: (query: string) => {
        signed ||= query.startsWith(statement);
        return store.prepare(query);
      },
    },
    batch: {
      value: async (statements: D1PreparedStatement[]) => {
        if (signed && !happened) {
          happened = true;
          await meanwhile();
        }
        return store.batch(statements);
      },
    },
  });
  return signing({ PUBLIC });
}

/** Has another key sign than the one that signed what is public. */
async function turnKeysOver(): Promise<string> {
  await announceKey(await signing(), laurel.issuer, 'Ed25519');
  const later = nowSeconds() + KEY_PUBLISHED_AHEAD_SECONDS;
  await takeTurn(await signing({ nowSeconds: later }), laurel.issuer, 'Ed25519');
  return keyIn(laurel, 'signing', 'Ed25519');
}

/** A theft after all that was logged so far. */
async function declare(stolen: string): Promise<void> {
  await declareCompromised(await signing(), laurel.issuer, stolen, nowSeconds() + 60);
}

async function listsNaming(key: string): Promise<number | null> {
  return (await pub())
    .prepare('select count(*) as lists from status_lists where instr(document, ?) > 0')
    .bind(`#${key}"`)
    .first('lists');
}

test('a status list that was being signed when its key was declared stolen is signed with the next key', async () => {
  const { page } = await aCredential(laurel);
  const stolen = await turnKeysOver();
  expect(await listsNaming(stolen)).toBe(0);
  await (await pub()).prepare('update status_lists set changes = changes + 1').run();

  await publishChangedStatusLists(
    await interrupted('update "status_lists"', () => declare(stolen)),
  );

  expect(await listsNaming(stolen)).toBe(0);
  expect(await listsNaming(await keyIn(laurel, 'signing', 'Ed25519'))).toBeGreaterThan(0);
  await laurel.runtime.tick();
  expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
  await checkSigningRecords(laurel);
});

test('so is one that was being begun', async () => {
  const stolen = await turnKeysOver();

  const list = await beginStatusList(
    await interrupted('insert into "status_lists"', () => declare(stolen)),
    laurel.issuer,
    'revocation',
  );

  const document = await fetchJson(`${laurel.url}/status/${list}`);
  expect(keyNamedBy(document)).toBe(await keyIn(laurel, 'signing', 'Ed25519'));
  await laurel.runtime.tick();
  await checkSigningRecords(laurel);
});

test('a history of keys that was being signed when the root key was taken out is signed with the next one', async () => {
  const stolen = await keyIn(laurel, 'signing', 'Ed25519', '');
  const takeOut = async () => {
    await (await pub())
      .prepare('update verification_keys set compromised_at_seconds = unixepoch() where id = ?')
      .bind(stolen)
      .run();
    await laurel.runtime.tick();
  };

  await announceKey(await interrupted('update "key_histories"', takeOut), laurel.issuer, 'Ed25519');

  const waiting = await keyIn(laurel, 'waiting', 'Ed25519');
  const history = await publishedHistory(laurel);
  expect(history.keys.at(-1)?.id).toContain(`#${waiting}`);
  expect(keyNamedBy({ proof: [history.proof] })).toBe(
    await keyIn(laurel, 'signing', 'Ed25519', ''),
  );
  await laurel.runtime.tick();
  await checkSigningRecords(laurel);
});
