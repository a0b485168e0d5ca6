import type { IssueRequest, SignerRpc } from '@laurel/contracts/signer-rpc';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callAtOnce, signerOf } from '../../development/stewardship.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { anAcceptedAward, anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { checkSigningRecords } from '../support/signing-records.ts';

let laurel: Laurel;
let signer: SignerRpc;
beforeAll(async () => {
  laurel = await startLaurel();
  signer = await signerOf(laurel.runtime);
});
afterAll(() => laurel.stop());

let keys = 0;

function aRequest(
  awardId: string,
  change: { readonly disclosure?: 'none'; readonly language?: string } = {},
): IssueRequest {
  keys += 1;
  return {
    requestKey: `test:${keys}`,
    awardId,
    language: 'en',
    disclosure: 'account',
    ...change,
  };
}

/** What came over RPC, as plain data. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

async function documentOf(credentialId: string): Promise<unknown> {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  return store
    .prepare('select document, jose_jwt from credentials where id = ?')
    .bind(credentialId)
    .first();
}

describe('the same request', () => {
  test('twice gives the same credential, byte for byte', async () => {
    const { award } = await anAcceptedAward(laurel, 'Same Twice');
    const request = aRequest(award);

    const [first] = plain(await signer.issue([request]));
    const before = await documentOf(first?.ok === true ? first.value : '');
    const [second] = plain(await signer.issue([request]));

    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await documentOf(second?.ok === true ? second.value : '')).toEqual(before);
  });

  test('at once, in four calls, gives one credential', async () => {
    const { award } = await anAcceptedAward(laurel, 'Same At Once');

    const answers = await callAtOnce(laurel.runtime, {
      method: 'issue',
      parameters: [[aRequest(award)]],
      times: 4,
    });

    expect(answers).toHaveLength(4);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject([{ ok: true }]);
    await checkSigningRecords(laurel);
  });

  test('under a key that stood for another is refused', async () => {
    const { award } = await anAcceptedAward(laurel, 'Other Request');
    const request = aRequest(award);
    await signer.issue([request]);

    const [answer] = plain(await signer.issue([{ ...request, disclosure: 'none' }]));

    expect(answer).toEqual({ ok: false, failure: { reason: 'idempotency_key_reused' } });
  });
});

describe('policy', () => {
  test('nothing is signed of an offer that was not accepted', async () => {
    const { award } = await anOffer(laurel, 'Not Yet');

    const [answer] = plain(await signer.issue([aRequest(award)]));

    expect(answer).toEqual({
      ok: false,
      failure: { reason: 'award_not_in_state', wanted: ['accepted'] },
    });
  });

  test('nothing is signed of a revoked award, also where its intent was recorded before', async () => {
    const { award } = await anAcceptedAward(laurel, 'Revoked Between');
    const request = aRequest(award);
    const [made] = plain(await signer.issue([request]));
    const id = made?.ok === true ? made.value : '';
    const { miniflare } = laurel.runtime;
    const pub = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const priv = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
    // As if the first call had been cut off after the intent.
    await pub.prepare('delete from credentials where id = ?').bind(id).run();
    await priv
      .prepare("update intents set state = 'recorded', document = '{}' where credential_id = ?")
      .bind(id)
      .run();
    await revoke(laurel, award, { reason: 'wrong_person' });

    const [answer] = plain(await signer.issue([request]));

    expect(answer).toMatchObject({ ok: false, failure: { reason: 'award_not_in_state' } });
    expect(await documentOf(id)).toBeNull();
  });

  test('what is revoked between the intent and its release is revoked when it is released', async () => {
    const { award } = await anAcceptedAward(laurel, 'Overtaken');
    const priv = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
    // The desk's write, at the very moment at which the revocation finds nothing public yet.
    await priv.exec(
      "create trigger overtake after insert on intents begin update awards set state = 'revoked', revocation_reason = 'duplicate' where id = new.award_id; end",
    );

    const [made] = plain(await signer.issue([aRequest(award)]));
    await priv.exec('drop trigger overtake');

    const pub = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const state = await pub
      .prepare('select state from credentials where id = ?')
      .bind(made?.ok === true ? made.value : '')
      .first('state');
    expect(state).toBe('revoked');
    await checkSigningRecords(laurel);
  });

  test('an unknown award is refused', async () => {
    const [answer] = plain(await signer.issue([aRequest('x'.repeat(17))]));

    expect(answer).toEqual({ ok: false, failure: { reason: 'award_unknown' } });
  });

  test('a language without a text is refused, with those there are', async () => {
    const { award } = await anAcceptedAward(laurel, 'Wrong Language');

    const [answer] = plain(await signer.issue([aRequest(award, { language: 'tlh' })]));

    expect(answer).toMatchObject({
      ok: false,
      failure: { reason: 'language_unavailable', available: ['en', 'ar'] },
    });
  });

  test('an unreviewed translation is signed for no issuer but a demonstration', async () => {
    const slug = 'real-group';
    await laurel.stewardship.establishIssuer({
      slug,
      kind: 'community',
      demonstration: false,
      names: { en: 'Real Group' },
      descriptions: { en: 'Not a demonstration.' },
      vouch: null,
    });
    const { award } = await anAcceptedAward(laurel, 'Careful Reader');
    const { miniflare } = laurel.runtime;
    const priv = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
    await priv.prepare('update awards set issuer = ? where id = ?').bind(slug, award).run();

    const [draft, reviewed] = plain(
      await signer.issue([aRequest(award, { language: 'ar' }), aRequest(award)]),
    );

    expect(draft).toMatchObject({
      ok: false,
      failure: { reason: 'language_unavailable', available: ['en'] },
    });
    expect(reviewed).toMatchObject({ ok: true });
  });

  test('an account whose name Wikimedia hides is never named', async () => {
    const { award } = await anAcceptedAward(laurel, 'Soon Hidden');
    const priv = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    await priv
      .prepare(
        'update accounts set username = null where id = (select account_id from awards where id = ?)',
      )
      .bind(award)
      .run();

    const [named, unnamed] = plain(
      await signer.issue([aRequest(award), aRequest(award, { disclosure: 'none' })]),
    );

    expect(named).toEqual({ ok: false, failure: { reason: 'account_name_unknown' } });
    expect(unnamed).toMatchObject({ ok: true });
  });

  test('a revocation is refused while the award stands', async () => {
    const { award } = await aCredential(laurel);

    expect(plain(await signer.revoke(award))).toMatchObject({
      ok: false,
      failure: { reason: 'award_not_in_state' },
    });
  });
});

describe('keys', () => {
  test('are one of each kind that signs, also when an issuer is established several times at once', async () => {
    const { miniflare } = laurel.runtime;
    const pub = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const priv = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
    const face = {
      slug: 'at-once',
      kind: 'community',
      demonstration: true,
      names: { en: 'At Once' },
      descriptions: { en: 'Established four times.' },
      vouch: null,
    };

    await callAtOnce(laurel.runtime, {
      method: 'establishIssuer',
      parameters: [face],
      times: 4,
    });

    const { results: keys } = await pub
      .prepare("select algorithm from verification_keys where owner = 'at-once' order by algorithm")
      .all();
    expect(keys).toEqual([{ algorithm: 'Ed25519' }, { algorithm: 'RS256' }]);
    const orphans = await priv
      .prepare("select count(*) as count from sealed_keys where owner = 'at-once'")
      .first('count');
    expect(orphans).toBe(2);
    const history = await fetch(`${laurel.url}/issuers/at-once/keys.json`);
    expect(((await history.json()) as { keys: unknown[] }).keys).toHaveLength(2);
  });

  test('are sealed at rest: no private part is in either database', async () => {
    const { miniflare } = laurel.runtime;
    const priv = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
    const pub = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const { results: sealed } = await priv
      .prepare('select * from sealed_keys')
      .all<{ sealed: string }>();
    const { results: published } = await pub
      .prepare('select jwk from verification_keys')
      .all<{ jwk: string }>();

    expect(sealed.length).toBe(published.length);
    for (const { sealed: bytes } of sealed) {
      // PKCS #8 (RFC 5958) begins with a DER sequence of version 0.
      const begin = Buffer.from(bytes, 'base64url').subarray(0, 8).toString('hex');
      expect(begin).not.toMatch(/^30.{2,6}020100/);
    }
    for (const { jwk } of published) expect(jwk).not.toMatch(/"(?:d|p|q|dp|dq|qi)":/);
  });

  test('cannot be put in another’s place: a sealed key moved to another id does not open', async () => {
    const { miniflare } = laurel.runtime;
    const priv = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
    const slug = 'swapped';
    await laurel.stewardship.establishIssuer({
      slug,
      kind: 'community',
      demonstration: true,
      names: { en: 'Swapped' },
      descriptions: { en: 'Its keys are another’s.' },
      vouch: null,
    });
    const { award } = await anAcceptedAward(laurel, 'Key Swapper');
    await priv.batch([
      priv.prepare(
        `update sealed_keys set (secret_version, nonce, sealed) = (
          select secret_version, nonce, sealed from sealed_keys s
          where s.owner = 'demonstration' and length(s.sealed) = length(sealed_keys.sealed))
        where owner = 'swapped' and length(sealed) < 100`,
      ),
      priv.prepare('update awards set issuer = ? where id = ?').bind(slug, award),
    ]);

    const attempt = async () => plain(await signer.issue([aRequest(award)]));
    await expect(attempt()).rejects.toThrow('a defect of the signer');
    const pub = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
    expect(
      await pub
        .prepare("select count(*) as count from credentials where issuer = 'swapped'")
        .first('count'),
    ).toBe(0);
  });
});
