import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { base58btc } from '@laurel/proofs/multibase';
import { beforeAll, describe, expect, test } from 'vitest';
import { signerOf } from '../../../test/support/foreign/keys.ts';
import { type ForeignIssuer, foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { isGoodInRdf } from './good-in-rdf.ts';
import { said, verifiedBy } from './verified-by.ts';

const LONG_AGO = '2026-04-01T00:00:00Z';
const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const DATE_TIME = 'http://www.w3.org/2001/XMLSchema#dateTime';

let issuer: ForeignIssuer;
let expired: JsonObject;
beforeAll(async () => {
  issuer = await foreignIssuer();
  expired = await signed({ validUntil: LONG_AGO });
});

async function signed(more: JsonObject): Promise<JsonObject> {
  const credential = await issuer.issue('eddsa-rdfc-2022', more, { model: 'vcdm-2.0' });
  if (!isJsonObject(credential)) throw new Error('no embedded proof');
  return credential;
}

/** The same credential without the member for its end, and with what is given instead. */
function withoutEnd(instead: JsonObject, contexts: readonly JsonObject[] = []): JsonObject {
  const { validUntil: _, ...rest } = expired;
  return { ...rest, '@context': [expired['@context'] ?? [], contexts].flat(2), ...instead };
}

const asDateTime = { '@value': LONG_AGO, '@type': DATE_TIME };

describe('an expired credential whose end is called by another name, under a signature that is still good,', () => {
  test.each([
    { how: 'an address', document: () => withoutEnd({ [`${CREDENTIALS}validUntil`]: asDateTime }) },
    {
      how: 'a word of its own context',
      document: () =>
        withoutEnd({ until: LONG_AGO }, [
          { until: { '@id': `${CREDENTIALS}validUntil`, '@type': DATE_TIME } },
        ]),
    },
    {
      how: 'a word with a prefix',
      document: () =>
        withoutEnd({ until: LONG_AGO }, [
          {
            w3c: 'https://www.w3.org/2018/',
            until: { '@id': 'w3c:credentials#validUntil', '@type': DATE_TIME },
          },
        ]),
    },
    {
      how: 'a word with a prefix of another context of its own',
      document: () =>
        withoutEnd({ until: LONG_AGO }, [
          { w3c: 'https://www.w3.org/2018/' },
          { until: { '@id': 'w3c:credentials#validUntil', '@type': DATE_TIME } },
        ]),
    },
    {
      how: 'a word with a prefix that is all but a scheme',
      document: () =>
        withoutEnd({ until: LONG_AGO }, [
          {
            a: 'https://',
            until: { '@id': 'a:www.w3.org/2018/credentials#validUntil', '@type': DATE_TIME },
          },
        ]),
    },
    {
      how: 'the end of its address, upon a vocabulary that is the rest',
      document: () => withoutEnd({ Until: asDateTime }, [{ '@vocab': `${CREDENTIALS}valid` }]),
    },
  ])('$how, is not believed', async ({ document }) => {
    const rewritten = document();
    expect(await isGoodInRdf(rewritten, issuer)).toBe(true);

    const report = await verifiedBy(rewritten, issuer.retrieve);

    expect(said(report, 'proof').join()).not.toContain('pass');
    expect(report.verdict).not.toBe('valid');
  });

  test('is expired where it is called by its own', async () => {
    const report = await verifiedBy(expired, issuer.retrieve);

    expect(said(report, 'proof')[0]).toMatch(/^pass/);
    expect(said(report, 'time')[0]).toMatch(/^fail expired/);
  });
});

describe('words that no signature covers', () => {
  test.each([
    { how: 'beside a keyword', more: { '@index': 'with distinction' }, contexts: [] },
    {
      how: 'beside a keyword by another name',
      more: { note: 'with distinction' },
      contexts: [{ note: '@index' }],
    },
    {
      how: 'as the name of nothing',
      more: { withDistinction: [] },
      contexts: [{ '@vocab': 'https://x.example/#' }],
    },
    {
      how: 'as the name of a list of nothing',
      more: { withDistinction: [null] },
      contexts: ['https://www.w3.org/ns/credentials/undefined-terms/v2'],
    },
    {
      how: 'as the name of lists of nothing in a list',
      more: { withDistinction: [[], [null]] },
      contexts: [{ '@vocab': 'https://x.example/#' }],
    },
    {
      how: 'as the label of what has no id',
      more: { evidence: { id: '_:distinction' } },
      contexts: [],
    },
  ])('are refused $how', async ({ more, contexts }) => {
    const good = await signed({});
    const rewritten = { ...good, '@context': [good['@context'] ?? [], contexts].flat(2), ...more };

    const report = await verifiedBy(rewritten, issuer.retrieve);

    expect(said(report, 'proof').join()).not.toContain('pass');
    expect(report.verdict).not.toBe('valid');
  });

  test('are refused where a part of the credential says more of the whole', async () => {
    const id = 'urn:uuid:6b4f1d0e-2a51-4d0c-9a37-5f1c9e5b7f10';
    const credential = await signed({ credentialSubject: { id } });

    const report = await verifiedBy(credential, issuer.retrieve);

    expect(said(report, 'format').join()).toContain('/credentialSubject');
  });
});

describe('a signature of the issuer over other bytes than its suite says is bad:', () => {
  const encode = (value: unknown) => new TextEncoder().encode(String(value));
  const sha256 = async (value: unknown) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', encode(value)));

  test.each<{ over: string; bytes: (document: JsonObject, proof: JsonObject) => unknown }>([
    {
      over: 'what a list of names at the top lets through at every depth',
      bytes: (document) => JSON.stringify(document, Object.keys(document).sort()),
    },
    { over: 'the document alone', bytes: (document) => JSON.stringify(document) },
    {
      over: 'the JSON of both, where the suite signs RDF',
      bytes: (document, proof) => `${JSON.stringify(proof)}${JSON.stringify(document)}`,
    },
  ])('$over', async ({ bytes }) => {
    const who = issuer.identity('eddsa-rdfc-2022');
    const { proof: _, ...document } = await signed({});
    const options = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: LONG_AGO,
      verificationMethod: who.methodId,
      proofPurpose: 'assertionMethod',
    };
    const { sign } = await signerOf(who.key, who.methodId);
    for (const data of [encode(bytes(document, options)), await sha256(bytes(document, options))]) {
      const proof = {
        ...options,
        proofValue: base58btc(await sign({ data: new Uint8Array(data) })),
      };

      const report = await verifiedBy({ ...document, proof }, issuer.retrieve);

      expect(said(report, 'proof')).toEqual([`fail signature_bad ${who.methodId}`]);
      expect(report.verdict).toBe('invalid');
    }
  });
});

describe('a context within a credential', () => {
  test.each([
    {
      what: 'a new word',
      contexts: [{ radio: 'https://radio.example/#name' }],
      more: { radio: 'FM' },
    },
    {
      what: 'a new word with a type, in a list',
      contexts: [
        {
          onAir: {
            '@id': 'https://radio.example/#onAir',
            '@type': DATE_TIME,
            '@container': '@list',
          },
        },
      ],
      more: { onAir: ['2026-01-01T00:00:00Z'] },
    },
    {
      what: 'a vocabulary of its own',
      contexts: [{ '@vocab': 'https://radio.example/#' }],
      more: { radio: 'FM' },
    },
    {
      what: 'a new word, as a file of its own would',
      contexts: [{ '@context': { radio: 'https://radio.example/#radio' } }],
      more: { radio: 'FM' },
    },
  ])('may define $what', async ({ contexts, more }) => {
    const context = ['https://www.w3.org/ns/credentials/v2', ...contexts];

    const report = await verifiedBy(
      await signed({ '@context': context, ...more }),
      issuer.retrieve,
    );

    expect(said(report, 'proof')[0]).toMatch(/^pass signature_good/);
  });

  test.each([
    { what: 'another name for a keyword', context: { note: '@index' }, name: 'note' },
    { what: 'nothing', context: { note: null }, name: 'note' },
    {
      what: 'where words come from',
      context: { '@import': 'https://x.example/' },
      name: '@import',
    },
    {
      what: 'a part that is left out',
      context: { by: { '@id': 'https://x.example/#by', '@container': '@index' } },
      name: 'by',
    },
    { what: 'no vocabulary any more', context: { '@vocab': null }, name: '@vocab' },
    {
      what: 'another name for a keyword, as a file of its own would',
      context: { '@context': { note: '@index' } },
      name: 'note',
    },
    {
      what: 'something beside what a file of its own would',
      context: { '@context': {}, note: 'https://x.example/#note' },
      name: '@context',
    },
  ])('may not define $what, and is refused by its name', async ({ context, name }) => {
    const good = await signed({});
    const rewritten = { ...good, '@context': [good['@context'] ?? [], context].flat() };

    const report = await verifiedBy(rewritten, issuer.retrieve);

    expect(said(report, 'proof')).toEqual([`warn unknown_context ${name}`]);
    expect(report.verdict).toBe('unknown');
  });

  test('that defines a word of another anew is refused, as that word is protected', async () => {
    const good = await signed({});
    const context = { VerifiableCredential: 'https://x.example/#Other' };
    const rewritten = { ...good, '@context': [good['@context'] ?? [], context].flat() };

    const report = await verifiedBy(rewritten, issuer.retrieve);

    expect(said(report, 'format').join()).toContain('protected term redefinition');
    expect(report.verdict).toBe('invalid');
  });
});

describe('what is not known', () => {
  test('as a context is refused by its name', async () => {
    const good = await signed({});
    const unknown = 'https://x.example/context.json';
    const rewritten = { ...good, '@context': [good['@context'] ?? [], unknown].flat() };

    const report = await verifiedBy(rewritten, issuer.retrieve);

    expect(said(report, 'proof')).toEqual([`warn unknown_context ${unknown}`]);
  });

  test.each([
    { what: 'term', more: { medal: 'gold' }, name: 'medal' },
    { what: 'type', more: { type: ['VerifiableCredential', 'Medal'] }, name: 'Medal' },
  ])('as a $what is refused by its name, as it would stay unsigned', async ({ more, name }) => {
    const report = await verifiedBy({ ...(await signed({})), ...more }, issuer.retrieve);

    expect(said(report, 'format').at(-1)).toBe(`fail undefined_term ${name}`);
    expect(report.verdict).toBe('invalid');
  });

  test('as a kind of proof is told by its name, and is no verdict', async () => {
    const { proof, ...unsecured } = await signed({});
    const bbs = { ...(isJsonObject(proof) ? proof : {}), cryptosuite: 'bbs-2023' };

    const report = await verifiedBy({ ...unsecured, proof: bbs }, issuer.retrieve);

    expect(said(report, 'proof')).toEqual(['warn unknown_kind bbs-2023']);
    expect(report.verdict).toBe('unknown');
  });
});
