import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aSteward } from '../support/applying.ts';
import { aCredential } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import { copiesOf, keyIn, keyNamedBy, keyRows } from '../support/keys.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { fetchJson } from '../support/stranger.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let orders = 0;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(() => laurel.stop());
beforeEach(() => laurel.runtime.tick());

const pub = () => laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
const priv = () => laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');

/** Far enough from everything that was logged here so far. */
const soon = () => Math.floor(Date.now() / 1000) + 60;

/** An order as the desk writes it, of a key that was stolen after all that was logged so far. */
async function order(keyId: string): Promise<string> {
  orders += 1;
  const id = `order-${orders}`;
  await (await priv())
    .prepare("insert into key_orders values (?, 'compromised', ?, ?, null, ?, ?)")
    .bind(id, laurel.issuer, keyId, soon(), Math.floor(Date.now() / 1000))
    .run();
  return id;
}

async function outcomeOf(id: string): Promise<unknown> {
  return (await priv())
    .prepare('select outcome from key_order_outcomes where order_id = ?')
    .bind(id)
    .first('outcome');
}

/** From here on, whatever writes this to this table fails, in the middle of its transaction. */
async function failOn(event: string): Promise<() => Promise<unknown>> {
  const store = await pub();
  await store
    .prepare(`create trigger stop before ${event} begin select raise(abort, 'stopped'); end`)
    .run();
  return () => store.prepare('drop trigger stop').run();
}

test.each([
  'update of compromised_at_seconds on verification_keys',
  'insert on verification_keys',
  'update of document on status_lists',
  'update of document on credentials',
  'insert on log_pending',
])('a declaration that is stopped at an %s is finished by the next tick', async (event) => {
  const { page } = await aCredential(laurel);
  const kept = await copiesOf(page);
  await laurel.runtime.tick();
  const stolen = await keyIn(laurel, 'signing', 'Ed25519');
  const allowAgain = await failOn(event);
  const id = await order(stolen);
  await laurel.runtime.tick();
  expect(await outcomeOf(id)).toBeNull();

  await allowAgain();
  await laurel.runtime.tick();

  expect(await outcomeOf(id)).toBe('done');
  const signing = await keyIn(laurel, 'signing', 'Ed25519');
  expect(signing).not.toBe(stolen);
  expect(keyNamedBy(await fetchJson(`${page}.json`))).toBe(signing);
  for (const input of [{ url: page }, { credential: kept.document }]) {
    const report = await verifyBy(laurel, input);
    expect(report.verdict).toBe('valid');
    expect(checkIn(report, 'log')?.finding).toBe('included');
  }
  const unsigned = await (await pub())
    .prepare('select count(*) as count from status_lists where instr(document, ?) > 0')
    .bind(`#${stolen}"`)
    .first('count');
  expect(unsigned).toBe(0);
  await checkSigningRecords(laurel);
});

test('ticks at once have one key sign, and sign each credential anew once', async () => {
  const pages = await Promise.all([aCredential(laurel), aCredential(laurel), aCredential(laurel)]);
  await laurel.runtime.tick();
  const stolen = await keyIn(laurel, 'signing', 'Ed25519');
  const id = await order(stolen);
  const signer = await laurel.runtime.miniflare.getWorker('laurel-signer');
  await Promise.all(
    Array.from({ length: 4 }, () =>
      signer.scheduled({ cron: '* * * * *', scheduledTime: new Date() }),
    ),
  );
  await laurel.runtime.tick();

  expect(await outcomeOf(id)).toBe('done');
  const signing = await keyIn(laurel, 'signing', 'Ed25519');
  for (const { page } of pages) {
    expect(keyNamedBy(await fetchJson(`${page}.json`))).toBe(signing);
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
    const { results } = await (await pub())
      .prepare("select signature from log_salts where credential = ? and artefact = 'document'")
      .bind(page.split('/').at(-1) ?? '')
      .all();
    expect(results).toHaveLength(2);
  }
});

test('what was recorded and not signed yet is signed with the key that signs now', async () => {
  const { page } = await aCredential(laurel);
  const id = page.split('/').at(-1) ?? '';
  const { proof: _, ...unsigned } = await fetchJson(`${page}.json`);
  await (await pub()).prepare('delete from credentials where id = ?').bind(id).run();
  await (await priv())
    .prepare(
      "update intents set state = 'recorded', document = ?, recorded_at_seconds = recorded_at_seconds - 3600 where credential_id = ?",
    )
    // An hour ago may have been yesterday.
    .bind(JSON.stringify({ ...unsigned, validFrom: '2026-01-01T00:00:00Z' }), id)
    .run();
  const stolen = await keyIn(laurel, 'signing', 'Ed25519');
  await order(stolen);

  await laurel.runtime.tick();
  await laurel.runtime.tick();

  const signed = await fetchJson(`${page}.json`);
  expect(keyNamedBy(signed)).toBe(await keyIn(laurel, 'signing', 'Ed25519'));
  expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
});

test('what a holder withdrew meanwhile is not signed anew, and holds up no other', async () => {
  const other = await aCredential(laurel);
  const { id, award, session } = await aHeldCredential(laurel, 'Nadia of Fès');
  await laurel.runtime.tick();
  const allowAgain = await failOn('update of document on credentials');
  const orderId = await order(await keyIn(laurel, 'signing', 'Ed25519'));
  await laurel.runtime.tick();
  await allowAgain();
  await session.post(`/me/credentials/${id}/withdraw`, { award });

  await laurel.runtime.tick();

  expect(await outcomeOf(orderId)).toBe('done');
  const tombstone = await (await pub())
    .prepare('select document, state from credentials where id = ?')
    .bind(id)
    .first();
  expect(tombstone).toEqual({ document: null, state: 'withdrawn' });
  expect((await verifyBy(laurel, { url: other.page })).verdict).toBe('valid');
});

describe('a stolen RS256 key', () => {
  test('concerns its JWTs alone: they are made anew, and those that were logged before stay valid', async () => {
    const { page } = await aCredential(laurel);
    const pending = await aCredential(laurel);
    const kept = await copiesOf(page);
    await laurel.runtime.tick();
    await (await pub())
      .prepare('update credentials set rsa_jwt = null where id = ?')
      .bind(pending.page.split('/').at(-1) ?? '')
      .run();
    const stolen = await keyIn(laurel, 'signing', 'RS256');
    const id = await order(stolen);

    await laurel.runtime.tick();
    await laurel.runtime.tick();

    expect(await outcomeOf(id)).toBe('done');
    const fresh = await copiesOf(page);
    expect(fresh.document).toEqual(kept.document);
    expect(fresh.EdDSA).toBe(kept.EdDSA);
    const signing = await keyIn(laurel, 'signing', 'RS256');
    for (const jwt of [fresh.RS256, (await copiesOf(pending.page)).RS256]) {
      const header = JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString());
      expect(header.kid).toContain(`#${signing}`);
      expect((await verifyBy(laurel, { credential: jwt })).verdict).toBe('valid');
    }
    const old = await verifyBy(laurel, { credential: kept.RS256 });
    expect(old.verdict).toBe('valid');
    expect(checkIn(old, 'proof')?.finding).toBe('logged_before_compromise');
  });
});

test('a key that waits is thrown out when it was stolen, and the one that signs goes on', async () => {
  const steward = await aSteward(laurel);
  await steward.post(`/desk/stewards/keys/${laurel.issuer}/rotation`);
  const signing = await keyIn(laurel, 'signing', 'Ed25519');
  const waiting = await keyIn(laurel, 'waiting', 'Ed25519');
  const id = await order(waiting);

  await laurel.runtime.tick();

  expect(await outcomeOf(id)).toBe('done');
  expect(await keyIn(laurel, 'signing', 'Ed25519')).toBe(signing);
  const states = (await keyRows(laurel)).filter(({ id }) => id === waiting);
  expect(states.map(({ state }) => state)).toEqual(['compromised']);
});
