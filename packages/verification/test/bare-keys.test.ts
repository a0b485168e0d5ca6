import type { JsonObject } from '@laurel/core/json';
import { ok } from '@laurel/core/result';
import type { Retrieve } from '@laurel/verification/retrieve';
import { beforeEach, describe, expect, test } from 'vitest';
import { aDocument } from '../../../test/support/foreign/documents.ts';
import { asToken, withProof } from '../../../test/support/foreign/forms.ts';
import { type ForeignIssuer, foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { said, verifiedBy } from './verified-by.ts';

const HOST = 'https://badges.example';
const ISSUER = `${HOST}/issuer`;

/** The issuer publishes nothing but what a test says; its key is that of whoever signs. */
let host: ForeignIssuer;
beforeEach(async () => {
  host = await foreignIssuer(HOST);
  host.published.clear();
});

const key = (more: JsonObject = {}): JsonObject => ({
  ...JSON.parse(JSON.stringify(host.keys.RSA.publicJwk)),
  ...more,
});

function signed(kid: string, issuer = ISSUER) {
  const who = { ...host.identity('1EdTech RS256', 'https'), methodId: kid };
  return asToken('1EdTech RS256', aDocument('ob-2.0', issuer), who);
}

/** Whatever is asked for under the host is a set of keys, as where anybody may put files. */
const everywhere: Retrieve = async (url) =>
  ok({ url, mediaType: 'application/json', text: JSON.stringify({ keys: [key({ kid: 'k' })] }) });

describe('bare keys speak for an issuer', () => {
  test.each<{ where: string; kid: string; issuer?: string }>([
    { where: 'at its own address', kid: `${ISSUER}#k` },
    { where: 'at its own address with a slash', kid: `${ISSUER}/#k` },
    { where: 'under its address', kid: `${ISSUER}/keys/2026.json#k` },
    { where: 'under its address with a slash', kid: `${ISSUER}/jwks.json#k`, issuer: `${ISSUER}/` },
    { where: 'at its own address with a query', kid: `${HOST}/i?n=5#k`, issuer: `${HOST}/i?n=5` },
    { where: 'at the root, which is its address', kid: `${HOST}/#k`, issuer: `${HOST}/` },
    { where: 'in the set of their host', kid: `${HOST}/.well-known/jwks.json#k` },
    {
      where: 'in the set of their host, whose root it is',
      kid: `${HOST}/.well-known/jwks.json#k`,
      issuer: HOST,
    },
  ])('$where', async ({ kid, issuer = ISSUER }) => {
    const report = await verifiedBy(await signed(kid, issuer), everywhere);

    expect(said(report, 'identity')).toEqual([`pass resolved ${issuer} https`]);
    expect(said(report, 'proof')).toEqual([`pass signature_good ${kid}`]);
  });
});

describe('bare keys elsewhere on its host speak for no issuer', () => {
  test.each<{ where: string; kid: string; issuer?: string }>([
    { where: 'of somebody else', kid: `${HOST}/users/mallory/keys.json` },
    { where: 'with a name that begins alike', kid: `${HOST}/issuer-mallory/keys.json` },
    { where: 'with a name in other letters', kid: `${HOST}/Issuer/keys.json` },
    { where: 'above it', kid: `${HOST}/keys.json` },
    { where: 'a step up', kid: `${ISSUER}/../users/mallory/keys.json` },
    { where: 'a step up, encoded', kid: `${ISSUER}/%2e%2e/users/mallory/keys.json` },
    { where: 'with encoded slashes', kid: `${ISSUER}/..%2Fusers%2Fmallory%2Fkeys.json` },
    { where: 'with slashes encoded twice', kid: `${ISSUER}/..%252Fusers%252Fmallory.json` },
    { where: 'with an encoded backslash', kid: `${ISSUER}/..%5Cusers%5Cmallory.json` },
    { where: 'with backslashes', kid: `${ISSUER}\\..\\users\\mallory.json` },
    { where: 'a step up with a parameter', kid: `${ISSUER}/..;/users/mallory/keys.json` },
    { where: 'with an empty step', kid: `${ISSUER}//users/mallory/keys.json` },
    { where: 'with a query', kid: `${ISSUER}?file=/users/mallory/keys.json` },
    { where: 'with a query under it', kid: `${ISSUER}/keys?of=mallory` },
    { where: 'with another query', kid: `${HOST}/i?n=6`, issuer: `${HOST}/i?n=5` },
    { where: 'under the well-known one', kid: `${HOST}/.well-known/jwks.json/mallory` },
    { where: 'beside the well-known one', kid: `${HOST}/.well-known/mallory.json` },
    {
      where: 'of the well-known one with a query',
      kid: `${HOST}/.well-known/jwks.json?of=mallory`,
    },
    { where: 'under a root', kid: `${HOST}/users/mallory/keys.json`, issuer: HOST },
    { where: 'under a root with a slash', kid: `${HOST}/keys.json`, issuer: `${HOST}/` },
    { where: 'on another port', kid: `${HOST}:8443/issuer/keys.json` },
  ])('$where', async ({ kid, issuer = ISSUER }) => {
    const report = await verifiedBy(await signed(kid, issuer), async (url, accept) =>
      url === kid ? everywhere(url, accept) : host.retrieve(url, accept),
    );

    expect(said(report, 'identity').join()).not.toContain('pass');
    expect(report.verdict).not.toBe('valid');
  });

  test('also where they say that they are its own', async () => {
    const kid = host.publish('/users/mallory/keys.json', key({ iss: ISSUER }));
    host.publish('/issuer', { id: ISSUER, type: 'Profile' });
    host.publish('/.well-known/jwks.json', { keys: [] });

    const report = await verifiedBy(await signed(kid), host.retrieve);

    expect(said(report, 'identity')).toEqual([`fail another_issuer ${kid} ${ISSUER}`]);
    expect(report.verdict).toBe('invalid');
  });

  test('also where an address of its own sends on to them', async () => {
    const asked = `${ISSUER}/leave`;
    const sentOn: Retrieve = async (url, accept) => {
      const answer = await everywhere(url, accept);
      if (!answer.ok || url !== asked) return host.retrieve(url, accept);
      return ok({ ...answer.value, url: `${HOST}/users/mallory/keys.json` });
    };

    const report = await verifiedBy(await signed(asked), sentOn);

    expect(said(report, 'identity').join()).not.toContain('pass');
    expect(report.verdict).not.toBe('valid');
  });

  test('in an embedded proof neither', async () => {
    const ed25519 = JSON.parse(JSON.stringify(host.keys.Ed25519.publicJwk));
    const methodId = host.publish('/users/mallory/keys.json', ed25519);
    const who = { ...host.identity('eddsa-rdfc-2022'), methodId };
    const document = aDocument('ob-2.0', ISSUER);
    const credential = await withProof('eddsa-rdfc-2022', document, who, '2026-05-01T10:00:00Z');

    const alone = await verifiedBy(credential, host.retrieve);
    host.publish('/.well-known/jwks.json', { keys: [ed25519] });
    const vouched = await verifiedBy(credential, host.retrieve);

    expect(said(alone, 'identity').join()).not.toContain('pass');
    expect(said(vouched, 'identity')).toEqual([`pass resolved ${ISSUER} https`]);
  });
});

describe('bare keys anywhere speak for an issuer that publishes the same key', () => {
  const kid = `${HOST}/keys/1`;

  test.each<{ where: string; publish: () => void }>([
    {
      where: 'in the set of its host',
      publish: () => host.publish('/.well-known/jwks.json', { keys: [key({ kid })] }),
    },
    {
      where: 'in the set of its host, beside a profile without keys',
      publish: () => {
        host.publish('/issuer', { id: ISSUER, type: ['Profile'], name: 'Badges' });
        host.publish('/.well-known/jwks.json', { keys: [key({ iss: ISSUER })] });
      },
    },
    {
      where: 'in its metadata',
      publish: () =>
        host.publish('/.well-known/jwt-vc-issuer/issuer', {
          issuer: ISSUER,
          jwks_uri: host.publish('/elsewhere.json', { keys: [key()] }),
        }),
    },
    {
      where: 'in its own document',
      publish: () => {
        const method = { id: `${ISSUER}#1`, type: 'JsonWebKey', publicKeyJwk: key() };
        host.publish('/issuer', { id: ISSUER, assertionMethod: [method] });
      },
    },
  ])('$where', async ({ publish }) => {
    host.publish('/keys/1', key());
    publish();

    const report = await verifiedBy(await signed(kid), host.retrieve);

    expect(said(report, 'identity')).toEqual([`pass resolved ${ISSUER} https`]);
    expect(said(report, 'proof')).toEqual([`pass signature_good ${kid}`]);
  });

  test('but not for one whose host has it for another issuer', async () => {
    host.publish('/keys/1', key());
    host.publish('/.well-known/jwks.json', { keys: [key({ iss: `${HOST}/others` })] });

    const report = await verifiedBy(await signed(kid), host.retrieve);

    expect(said(report, 'identity')[0]).toMatch(/^fail another_issuer/);
    expect(report.verdict).toBe('invalid');
  });

  test('but not for one whose document lists no keys, whatever its host has', async () => {
    host.publish('/keys/1', key());
    host.publish('/issuer', { id: ISSUER, assertionMethod: [] });
    host.publish('/.well-known/jwks.json', { keys: [key()] });

    const report = await verifiedBy(await signed(kid), host.retrieve);

    expect(said(report, 'identity')[0]).toMatch(/^fail another_issuer/);
  });
});
