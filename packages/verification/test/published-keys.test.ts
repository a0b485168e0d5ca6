import type { JsonObject } from '@laurel/core/json';
import { ok } from '@laurel/core/result';
import { base58btc } from '@laurel/proofs/multibase';
import type { Retrieve } from '@laurel/verification/retrieve';
import { beforeEach, describe, expect, test } from 'vitest';
import { aDocument } from '../../../test/support/foreign/documents.ts';
import { asToken, type TokenForm, withProof } from '../../../test/support/foreign/forms.ts';
import { type ForeignIssuer, foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { said, verifiedBy } from './verified-by.ts';

const MADE = '2026-05-01T10:00:00Z';
const DID = 'did:web:badges.example';

let issuer: ForeignIssuer;
beforeEach(async () => {
  issuer = await foreignIssuer();
});

/** Publishes a DID document of one key, changed as is given. */
function publish(method: JsonObject, document: JsonObject = {}): void {
  const id = `${DID}#ed25519-multikey`;
  issuer.publish('/.well-known/did.json', {
    id: DID,
    verificationMethod: [
      {
        id,
        type: 'Multikey',
        controller: DID,
        publicKeyMultibase: issuer.keys.Ed25519.multibase,
        ...method,
      },
    ],
    assertionMethod: [id],
    ...document,
  });
}

async function verified() {
  const who = issuer.identity('eddsa-rdfc-2022');
  const credential = await withProof('eddsa-rdfc-2022', aDocument('ob-2.0', DID), who, MADE);
  return verifiedBy(credential, issuer.retrieve);
}

const own = () => Buffer.from(String(issuer.keys.Ed25519.publicJwk.x), 'base64url');

describe('a key is that of an issuer', () => {
  test.each<{ how: string; method: () => JsonObject; document?: JsonObject }>([
    { how: 'as a Multikey', method: () => ({}) },
    {
      how: 'as a JsonWebKey2020',
      method: () => ({
        type: 'JsonWebKey2020',
        publicKeyJwk: JSON.parse(JSON.stringify(issuer.keys.Ed25519.publicJwk)),
      }),
    },
    {
      how: 'in base58, as in 2018',
      method: () => ({
        type: 'Ed25519VerificationKey2018',
        publicKeyBase58: base58btc(own()).slice(1),
      }),
    },
    { how: 'by a name that is relative', method: () => ({ id: '#ed25519-multikey' }) },
    {
      how: 'that is to end some day',
      method: () => ({ expires: '2026-11-22T12:00:01Z', revoked: '2027-01-01T00:00:00Z' }),
    },
  ])('$how', async ({ method, document }) => {
    publish(method(), document);

    const report = await verified();

    expect(said(report, 'proof')).toEqual([`pass signature_good ${DID}#ed25519-multikey`]);
    expect(said(report, 'identity')).toEqual([`pass resolved ${DID} did:web`]);
  });

  test('where it stands in the list of its purpose alone', async () => {
    const id = '#ed25519-multikey';
    const method = { type: 'Multikey', publicKeyMultibase: issuer.keys.Ed25519.multibase };
    publish({}, { verificationMethod: [], assertionMethod: [{ id, ...method }] });

    expect(said(await verified(), 'proof')[0]).toMatch(/^pass/);
  });
});

describe('a key is not believed', () => {
  test.each<{ why: string; method: JsonObject; document: JsonObject }>([
    { why: 'that is listed for no purpose', method: {}, document: { assertionMethod: [] } },
    {
      why: 'that is listed for another purpose',
      method: {},
      document: { assertionMethod: [], authentication: [`${DID}#ed25519-multikey`] },
    },
    {
      why: 'that somebody else controls',
      method: { controller: 'did:web:x.example' },
      document: {},
    },
    { why: 'of a kind that is not known', method: { type: 'Bls12381G2Key2020' }, document: {} },
    { why: 'that cannot be read', method: { publicKeyMultibase: 'z6Mk' }, document: {} },
    { why: 'whose end cannot be read', method: { revoked: 'soon' }, document: {} },
  ])('$why', async ({ method, document }) => {
    publish(method, document);

    const report = await verified();

    expect(said(report, 'proof')).toEqual(['fail unknown_key']);
    expect(report.verdict).toBe('invalid');
  });

  // A proof's own time is no witness: whoever has stolen a key that was revoked since writes an earlier one.
  test.each([
    { revoked: '2026-04-30T23:59:59Z' },
    { revoked: '2026-05-01T10:00:01Z' },
    { expires: '2026-11-22T12:00:00Z' },
    { expires: '2027-01-01T00:00:00Z', revoked: '2026-11-22T12:00:00Z' },
  ])('that is not in use any more, whenever it is said to have signed (%j)', async (method) => {
    publish(method);

    const report = await verified();

    expect(said(report, 'proof')[0]).toMatch(/^fail key_ended .* 2026-(?:04|05|11)-\d\d$/);
    expect(report.verdict).toBe('invalid');
  });

  test.each<TokenForm>(['vc+jwt EdDSA', '1EdTech RS256'])(
    'that is not in use any more, whenever a token (%s) says that it was made',
    async (form) => {
      const who = issuer.identity(form);
      const claims = { iat: Date.parse(MADE) / 1000 };
      const token = await asToken(form, aDocument('ob-2.0', DID), who, { claims });
      const jwk = JSON.parse(JSON.stringify(who.key.publicJwk));
      const method = { id: who.methodId, type: 'JsonWebKey', publicKeyJwk: jwk };
      publish({ ...method, revoked: '2026-11-21T12:00:00Z' }, { assertionMethod: [who.methodId] });

      const report = await verifiedBy(token, issuer.retrieve);

      expect(said(report, 'proof')).toEqual([`fail key_ended ${who.methodId} 2026-11-21`]);
    },
  );

  test.each<{ why: string; document: JsonObject | string }>([
    { why: 'of another DID', document: { id: 'did:web:x.example' } },
    { why: 'without an id', document: {} },
    { why: 'that is no JSON', document: '<!doctype html>' },
    { why: 'that says its id twice', document: `{"id":"${DID}","id":"${DID}"}` },
    { why: 'that is a list', document: '[]' },
  ])('from a document $why, which is called unreadable', async ({ document }) => {
    issuer.publish('/.well-known/did.json', document);

    const report = await verified();

    expect(said(report, 'identity')).toEqual([
      'fail unreadable https://badges.example/.well-known/did.json',
    ]);
    expect(report.verdict).toBe('unknown');
  });

  test('of an issuer that is looked up in a way that is not known, which is told', async () => {
    const who = issuer.identity('eddsa-rdfc-2022');
    const did = 'did:ion:EiClkZMDxPKqC9c-umQfTkR8';
    const signed = await withProof(
      'eddsa-rdfc-2022',
      aDocument('ob-2.0', did),
      { ...who, id: did, methodId: `${did}#key` },
      MADE,
    );

    const report = await verifiedBy(signed, issuer.retrieve);

    expect(said(report, 'identity')).toEqual(['warn method_unknown did:ion']);
    expect(report.verdict).toBe('unknown');
  });
});

describe('a proof that names a DID alone, and no key of it,', () => {
  const by = (methodId: string, id: string) =>
    withProof(
      'eddsa-rdfc-2022',
      aDocument('ob-2.0', id),
      { ...issuer.identity('eddsa-rdfc-2022', 'did:key'), methodId },
      MADE,
    );

  test('is by the one key that there is, as badges of Digital Promise and samples of 1EdTech have it', async () => {
    const { id } = issuer.identity('eddsa-rdfc-2022', 'did:key');
    publish({});

    for (const did of [id, DID]) {
      const report = await verifiedBy(await by(did, did), issuer.retrieve);

      expect(said(report, 'proof')).toEqual([`pass signature_good ${did}`]);
      expect(report.verdict).toBe('valid');
    }
  });

  test('is by none where there are several', async () => {
    const report = await verifiedBy(await by(DID, DID), issuer.retrieve);

    expect(said(report, 'proof')).toEqual(['fail unknown_key']);
    expect(report.verdict).toBe('invalid');
  });

  test('of an issuer who can be asked for no keys is neither theirs nor somebody else’s', async () => {
    const { id } = issuer.identity('eddsa-rdfc-2022', 'did:key');
    const credential = await by(id, 'urn:uuid:700cd93c-8286-4ac8-a6ba-c5118c1adc54');

    const report = await verifiedBy(credential, issuer.retrieve);

    expect(said(report, 'identity')).toEqual(['warn method_unknown urn']);
    expect(report.verdict).toBe('unknown');
  });
});

describe('keys at an address of their own', () => {
  const ISSUER = 'https://badges.example/issuer';
  const signed = (kid: string, who: string) =>
    asToken('1EdTech RS256', aDocument('ob-2.0', who), {
      ...issuer.identity('1EdTech RS256', 'https'),
      methodId: kid,
    });
  const published = (jwk: JsonObject = {}): JsonObject => ({
    ...JSON.parse(JSON.stringify(issuer.keys.RSA.publicJwk)),
    ...jwk,
  });

  test.each([
    { where: 'a key', kid: 'https://badges.example/keys/RSA.json' },
    { where: 'a set, named in it', kid: 'https://badges.example/jwks.json#RSA' },
  ])('are those of an https issuer on the same host: $where', async ({ kid }) => {
    const report = await verifiedBy(await signed(kid, ISSUER), issuer.retrieve);

    expect(said(report, 'proof')).toEqual([`pass signature_good ${kid}`]);
    expect(said(report, 'identity')).toEqual([`pass resolved ${ISSUER} https`]);
  });

  test('are not those of an issuer on another host, or of another one than they say', async () => {
    const elsewhere = 'https://other.example/issuer';
    const kid = issuer.publish('/one.json', published({ iss: 'https://badges.example/others' }));

    const foreign = await verifiedBy(await signed(kid, elsewhere), issuer.retrieve);
    const neighbour = await verifiedBy(await signed(kid, ISSUER), issuer.retrieve);

    for (const report of [foreign, neighbour]) {
      expect(said(report, 'identity')[0]).toMatch(/^fail another_issuer/);
      expect(report.verdict).toBe('invalid');
    }
  });

  test('are not those of a host that only sends on to them', async () => {
    const kid = 'https://badges.example/leave?to=https://x.example/jwks.json';
    const sentOn: Retrieve = async (url, accept) => {
      const body = JSON.stringify({ keys: [published()] });
      return url === kid
        ? ok({ url: 'https://x.example/jwks.json', mediaType: 'application/json', text: body })
        : issuer.retrieve(url, accept);
    };

    const report = await verifiedBy(await signed(kid, ISSUER), sentOn);

    expect(said(report, 'identity')).toEqual([`fail unreadable ${kid}`]);
    expect(report.verdict).toBe('unknown');
  });

  test('are those of a DID only if its document lists them too', async () => {
    const kid = 'https://badges.example/keys/RSA.json';
    const token = await signed(kid, DID);

    expect(said(await verifiedBy(token, issuer.retrieve), 'identity')[0]).toMatch(/^pass/);
    publish({});
    const report = await verifiedBy(token, issuer.retrieve);
    expect(said(report, 'identity')[0]).toMatch(/^fail another_issuer/);
    expect(report.verdict).toBe('invalid');
  });

  test('are found in the set of their host where an issuer says them nowhere else', async () => {
    issuer.published.delete('/issuer');
    issuer.published.delete('/.well-known/jwt-vc-issuer/issuer');
    issuer.publish('/.well-known/jwks.json', { keys: [published({ kid: 'one' })] });

    const report = await verifiedBy(await signed('one', ISSUER), issuer.retrieve);

    expect(said(report, 'identity')).toEqual([`pass resolved ${ISSUER} https`]);
  });

  test('of a method alone are those of the controller that lists it', async () => {
    const address = issuer.publish('/method', {
      id: 'https://badges.example/method',
      type: 'Multikey',
      controller: ISSUER,
      publicKeyMultibase: issuer.keys.Ed25519.multibase,
    });
    const who = { ...issuer.identity('eddsa-rdfc-2022'), id: ISSUER, methodId: address };
    const credential = await withProof('eddsa-rdfc-2022', aDocument('ob-2.0', ISSUER), who, MADE);

    issuer.publish('/issuer', { id: ISSUER, assertionMethod: [] });
    const unlisted = await verifiedBy(credential, issuer.retrieve);
    issuer.publish('/issuer', { id: ISSUER, assertionMethod: [address] });
    const listed = await verifiedBy(credential, issuer.retrieve);

    expect(said(unlisted, 'identity')[0]).toMatch(/^fail another_issuer/);
    expect(said(listed, 'identity')).toEqual([`pass resolved ${ISSUER} https`]);
    expect(said(listed, 'proof')[0]).toMatch(/^pass/);
  });
});
