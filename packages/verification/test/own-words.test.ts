import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ForeignIssuer, foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { isGoodInRdf } from './good-in-rdf.ts';
import { said, verifiedBy } from './verified-by.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const SCHEMA = 'https://www.w3.org/2018/credentials#JsonSchema';

let issuer: ForeignIssuer;
beforeAll(async () => {
  issuer = await foreignIssuer();
});

async function signed(more: JsonObject): Promise<JsonObject> {
  const credential = await issuer.issue('eddsa-rdfc-2022', more, { model: 'vcdm-2.0' });
  if (!isJsonObject(credential)) throw new Error('no embedded proof');
  return credential;
}

describe('a name for something, written otherwise under a signature that is still good, is not believed:', () => {
  test.each<{ how: string; was: string; now: string; contexts: readonly JsonObject[] }>([
    {
      how: 'as that of another',
      was: 'https://mallory.example/web:badges.example:bob',
      now: 'did:web:badges.example:bob',
      contexts: [{ did: 'https://mallory.example/' }],
    },
    {
      how: 'behind a prefix that is all but a scheme',
      was: 'https://people.example/bob',
      now: 'a:people.example/bob',
      contexts: [{ a: 'https://' }],
    },
    {
      how: 'behind a prefix by a prefix',
      was: 'https://people.example/bob',
      now: 'b:bob',
      contexts: [{ a: 'https://', b: 'a:people.example/' }],
    },
    {
      how: 'behind a prefix in a file of its own',
      was: 'https://people.example/bob',
      now: 'mailto:bob',
      contexts: [{ '@context': { mailto: 'https://people.example/' } }],
    },
  ])('$how', async ({ was, now, contexts }) => {
    const good = await signed({ credentialSubject: { id: was } });
    const credentialSubject = { '@context': contexts, id: now };
    const rewritten = { ...good, credentialSubject };
    expect(await isGoodInRdf(rewritten, issuer)).toBe(true);

    const report = await verifiedBy(rewritten, issuer.retrieve);

    expect(said(report, 'proof')).toEqual([`warn unknown_context ${now.split(':')[0]}`]);
    expect(report.verdict).toBe('unknown');
  });

  test('a type that is known, so that its schema is not looked at', async () => {
    const schema = { id: issuer.publish('/schema', { required: ['x'] }), type: 'JsonSchema' };
    const good = await signed({ credentialSchema: schema });
    const rewritten = { ...good, credentialSchema: { ...schema, type: SCHEMA } };
    expect(await isGoodInRdf(rewritten, issuer)).toBe(true);

    const report = await verifiedBy(rewritten, issuer.retrieve);

    expect(said(report, 'format').join()).toContain('/credentialSchema/type');
    expect(report.verdict).toBe('invalid');
  });

  test('a type that is known, with a prefix of a context that is', async () => {
    const context = [V2, 'https://www.w3.org/ns/odrl.jsonld'];
    const good = await signed({ '@context': context, termsOfUse: { type: 'Offer' } });
    const rewritten = { ...good, termsOfUse: { type: 'odrl:Offer' } };
    expect(await isGoodInRdf(rewritten, issuer)).toBe(true);

    const report = await verifiedBy(rewritten, issuer.retrieve);

    expect(said(report, 'format').join()).toContain('/termsOfUse/type');
  });
});

describe('words to which a credential itself gives a meaning', () => {
  test('are told by their names, as no signature holds those', async () => {
    const address = 'https://radio.example/#name';
    const good = await signed({ '@context': [V2, { radio: address }], radio: 'FM' });
    const { radio, ...rest } = good;
    const rewritten = { ...rest, '@context': [V2, { grade: address }], grade: radio ?? '' };
    expect(await isGoodInRdf(rewritten, issuer)).toBe(true);

    const report = await verifiedBy(rewritten, issuer.retrieve);

    expect(said(report, 'terms')).toContain('warn own_words grade');
  });

  test('are told wherever they are defined, a vocabulary among them', async () => {
    const credentialSubject = {
      '@context': [{ '@vocab': 'https://radio.example/#' }, { '@context': { wave: 'urn:w' } }],
      id: 'urn:uuid:0c1f6a52-7f0e-4b7e-8d59-0d5a2f2f8d11',
      radio: 'FM',
    };
    const credential = await signed({ credentialSubject });

    const report = await verifiedBy(credential, issuer.retrieve);

    expect(said(report, 'proof')[0]).toMatch(/^pass/);
    expect(said(report, 'terms')).toEqual(['warn own_words @vocab, wave']);
  });

  test('are no matter where the context is signed as it stands', async () => {
    const context = [V2, { radio: 'https://radio.example/#name' }];
    const token = await issuer.issue(
      'vc+jwt EdDSA',
      { '@context': context },
      { model: 'vcdm-2.0' },
    );

    const report = await verifiedBy(token, issuer.retrieve);

    expect(said(report, 'terms').join()).not.toContain('own_words');
  });

  test('may use prefixes of their own, where no value is written by one', async () => {
    const contexts = [V2, { r: 'https://radio.example/#', radio: 'r:name' }];

    const report = await verifiedBy(
      await signed({ '@context': contexts, radio: 'https://radio.example/' }),
      issuer.retrieve,
    );

    expect(said(report, 'proof')[0]).toMatch(/^pass/);
    expect(report.verdict).toBe('valid');
  });
});
