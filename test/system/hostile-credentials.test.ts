import type { Json, JsonObject } from '@laurel/core/json';
import { CompactSign, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { aDocument, VALID_FROM } from '../support/foreign/documents.ts';
import { ALL_FORMS, asToken, isEmbedded, withProof } from '../support/foreign/forms.ts';
import { controllerDocument } from '../support/foreign/identities.ts';
import { foreignKey } from '../support/foreign/keys.ts';
import { type ForeignIssuer, startForeignIssuer } from '../support/foreign-issuer.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { postVerify, verifyBy } from '../support/verifying.ts';

type Other = ForeignIssuer & { close(): Promise<void> };

let laurel: Laurel;
let issuer: Other;
let stranger: Other;
let page: string;
beforeAll(async () => {
  [issuer, stranger] = await Promise.all([startForeignIssuer(), startForeignIssuer()]);
  laurel = await startLaurel({ localRetrievalOrigins: [issuer.origin, stranger.origin] });
  ({ page } = await aCredential(laurel));
});
afterAll(async () => {
  await laurel.stop();
  await issuer.close();
  await stranger.close();
});

const EMBEDDED = ALL_FORMS.filter(isEmbedded);
const TOKENS = ALL_FORMS.filter((form) => !isEmbedded(form));

async function embedded(
  form: (typeof EMBEDDED)[number],
  more: JsonObject = {},
  from: ForeignIssuer = issuer,
): Promise<JsonObject> {
  const signed = await from.issue(form, more);
  if (typeof signed === 'string') throw new Error('this form is no token');
  return signed;
}

/** Expects a verdict, and a check that says why. */
async function expectFound(
  credential: unknown,
  verdict: string,
  check: string,
  finding: string,
): Promise<string> {
  const report = await verifyBy(laurel, { credential });
  const found = report.checks.filter((one) => one.check === check).map((one) => one.finding);
  expect(found, JSON.stringify(report.checks)).toContain(finding);
  expect(report.verdict, JSON.stringify(report.checks)).toBe(verdict);
  return report.checks.find((one) => one.finding === finding)?.detail ?? '';
}

const encoded = (part: unknown) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/** A token signed over a payload as it is written. */
async function signedText(payload: string, header: JsonObject = {}): Promise<string> {
  const { key, methodId } = issuer.identity('vc+jwt ES256');
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid: methodId, ...header })
    .sign(await importJWK(key.privateJwk, 'ES256'));
}

describe('what was changed, cut or put together', () => {
  test('text that is cut anywhere is refused, and never believed', async () => {
    const text = JSON.stringify(await embedded('eddsa-jcs-2022'));
    for (let length = 1; length < text.length; length += 37) {
      const answer = await postVerify(laurel, { credential: text.slice(0, length) });
      await expectProblem(answer, { reason: 'credential_unreadable' });
    }
  });

  test('a token that is cut anywhere is refused or invalid', async () => {
    const token = String(await issuer.issue('vc+jwt ES256'));
    const signature = token.lastIndexOf('.');
    for (let length = 10; length < token.length; length += 23) {
      const answer = await postVerify(laurel, { credential: token.slice(0, length) });
      if (length <= signature) {
        expect([200, 422], String(length)).toContain(answer.status);
        expect(await answer.text()).not.toContain('"verdict":"valid"');
      } else {
        expect(await answer.json(), String(length)).toMatchObject({ verdict: 'invalid' });
      }
    }
  });

  test.each(EMBEDDED)(
    'the proof of another credential is no proof of this one: %s',
    async (form) => {
      const [one, other] = [await embedded(form), await embedded(form, { id: 'urn:uuid:2' })];
      const swapped = { ...one, proof: other.proof ?? null };
      await expectFound(swapped, 'invalid', 'proof', 'signature_bad');
    },
  );

  test.each(TOKENS)('nor is the signature of another token: %s', async (form) => {
    const one = String(await issuer.issue(form)).split('.');
    const other = String(await issuer.issue(form, { name: 'Another' })).split('.');
    const swapped = [one[0], one[1], other[2]].join('.');
    await expectFound(swapped, 'invalid', 'proof', 'signature_bad');
  });

  test.each(EMBEDDED)('a proof over fewer fields says nothing of the others: %s', async (form) => {
    const few = await embedded(form);
    const more = {
      ...few,
      credentialSubject: { ...Object(few.credentialSubject), role: 'Director' },
    };
    await expectFound(more, 'invalid', 'proof', 'signature_bad');
  });

  test.each(EMBEDDED)('the options of a proof are signed too: %s', async (form) => {
    const signed = await embedded(form);
    const proof = Object(signed.proof);
    const changed = { ...signed, proof: { ...proof, created: '2026-03-15T00:00:00Z' } };
    await expectFound(changed, 'invalid', 'proof', 'signature_bad');
  });

  test('of two proofs both must be good', async () => {
    const once = await embedded('eddsa-jcs-2022');
    const { proof, ...bare } = once;
    const second = await embedded('eddsa-rdfc-2022');
    const both = { ...bare, proof: [proof ?? null, second.proof ?? null] };
    const report = await verifyBy(laurel, { credential: both });
    expect(report.verdict, JSON.stringify(report.checks)).toBe('valid');
    expect(report.checks.filter(({ check }) => check === 'proof')).toHaveLength(2);

    const { proof: wrong } = await embedded('eddsa-rdfc-2022', { id: 'urn:uuid:2' });
    const mixed = { ...bare, proof: [proof ?? null, wrong ?? null] };
    await expectFound(mixed, 'invalid', 'proof', 'signature_bad');
  });
});

describe('members that readers would read differently', () => {
  const repeated = '{"iss":"did:web:a.example","iss":"did:web:b.example"}';

  test('named twice in JSON, in the payload of a token or in its header', async () => {
    const text = JSON.stringify(await embedded('eddsa-jcs-2022'));
    const document = JSON.stringify(aDocument('ob-2.0', issuer.identity('vc+jwt ES256').id));
    const twice = document.replace('{', '{"id":"urn:uuid:7",');
    const [header = '', payload = '', signature = ''] = (await signedText(document)).split('.');
    const headerTwice = Buffer.from(header, 'base64url').toString().replace('{', '{"alg":"none",');
    for (const credential of [
      text.replace('{', '{"id":"urn:uuid:7",'),
      await signedText(twice),
      await signedText(repeated),
      [encoded(headerTwice), payload, signature].join('.'),
    ]) {
      await expectProblem(await postVerify(laurel, { credential }), {
        reason: 'credential_unreadable',
      });
    }
  });

  test('__proto__, in JSON as in a token', async () => {
    const text = '{"__proto__":{"issuer":"did:web:a.example"},"type":["VerifiableCredential"]}';
    for (const credential of [text, await signedText(text)]) {
      await expectProblem(await postVerify(laurel, { credential }), {
        reason: 'credential_unreadable',
      });
    }
  });
});

describe('tokens', () => {
  test('without a signature, or with an algorithm that the key is not for', async () => {
    const token = String(await issuer.issue('vc+jwt ES256'));
    const [header = '', payload = '', signature = ''] = token.split('.');
    const said = JSON.parse(Buffer.from(header, 'base64url').toString());
    const publicKey = encoded(JSON.stringify(issuer.keys['P-256'].publicJwk));
    const shared = await new CompactSign(Buffer.from(payload, 'base64url'))
      .setProtectedHeader({ ...said, alg: 'HS256' })
      .sign(await importJWK({ kty: 'oct', k: publicKey }, 'HS256'));
    const none = encoded({ ...said, alg: 'none' });
    for (const credential of [
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${encoded({ ...said, alg: 'RS256' })}.${payload}.${signature}`,
      shared,
    ]) {
      await expectFound(credential, 'invalid', 'proof', 'algorithm_refused');
    }
  });

  test('with a key of their own in the header, which is not the issuer’s', async () => {
    const { id, methodId } = issuer.identity('vc+jwt ES256');
    const theirs = await foreignKey('P-256');
    const jwk = JSON.parse(JSON.stringify(theirs.publicJwk));
    const jwks = stranger.publish('/theirs.json', { keys: [jwk] }, 'application/jwk-set+json');
    for (const header of [
      { jwk },
      { jwk, jku: jwks },
      { jku: jwks },
      { x5u: jwks, x5c: ['MIIB'] },
    ]) {
      const token = await asToken(
        'vc+jwt ES256',
        aDocument('ob-2.0', id),
        { id, methodId, key: theirs },
        { header },
      );
      const report = await verifyBy(laurel, { credential: token });
      expect(report.verdict, JSON.stringify([header, report.checks])).toBe('invalid');
    }
    expect(stranger.asked).not.toContain('/theirs.json');
  });

  test('whose claims say something else than the credential in them', async () => {
    const who = issuer.identity('vc claim ES256');
    const document = aDocument('vcdm-1.1', who.id);
    for (const claims of [
      { iss: stranger.identity('vc claim ES256').id },
      { sub: 'urn:uuid:9' },
      { jti: 'urn:uuid:9' },
      { nbf: 1 },
    ]) {
      const token = await asToken('vc claim ES256', document, who, { claims });
      const report = await verifyBy(laurel, { credential: token });
      expect(report.verdict, JSON.stringify([claims, report.checks])).toBe('invalid');
    }
  });

  test('that ask for extensions which nobody here knows', async () => {
    const document = JSON.stringify(aDocument('ob-2.0', issuer.identity('vc+jwt ES256').id));
    const token = await signedText(document);
    const [header = '', payload, signature] = token.split('.');
    const said = JSON.parse(Buffer.from(header, 'base64url').toString());
    const critical = encoded({ ...said, crit: ['exp'], exp: 1 });
    const report = await verifyBy(laurel, { credential: [critical, payload, signature].join('.') });
    expect(report.verdict).toBe('invalid');
  });
});

describe('who signed', () => {
  test.each(ALL_FORMS)('somebody else than the issuer who is named: %s', async (form) => {
    const { id } = issuer.identity(form);
    const theirs = stranger.identity(form);
    const document = aDocument('ob-2.0', id);
    const credential = isEmbedded(form)
      ? await withProof(form, document, theirs, VALID_FROM)
      : await asToken(form, document, theirs);
    await expectFound(credential, 'invalid', 'identity', 'another_issuer');
  });

  test.each(EMBEDDED)('somebody whose own document has the issuer’s key: %s', async (form) => {
    const { id, methodId } = stranger.identity(form);
    stranger.publish('/.well-known/did.json', controllerDocument(id, issuer.keys));
    const signed = await embedded(form);
    const proof = { ...Object(signed.proof), verificationMethod: methodId };
    const named = { ...signed, issuer: { ...Object(signed.issuer), id } };

    for (const credential of [
      { ...signed, proof },
      { ...named, proof },
      { ...named, proof: signed.proof ?? null },
    ]) {
      const report = await verifyBy(laurel, { credential });
      expect(report.verdict, JSON.stringify(report.checks)).toBe('invalid');
    }
    stranger.publish('/.well-known/did.json', controllerDocument(id, stranger.keys));
  });

  test('a did:web of somebody else that names a key of ours', async () => {
    const ours = JSON.parse(await (await fetch(`${page}.json`)).text());
    const [proof] = ours.proof;
    const didJson = await (await fetch(`${laurel.url}/issuers/${laurel.issuer}/did.json`)).json();
    const { id } = stranger.identity('eddsa-rdfc-2022');
    const method = { ...Object(didJson).verificationMethod[0], controller: id };
    stranger.publish('/.well-known/did.json', {
      ...Object(didJson),
      id,
      verificationMethod: [method, { ...method, id: `${id}#k` }],
      assertionMethod: [method.id, `${id}#k`],
    });
    const renamed = { ...ours, issuer: { ...ours.issuer, id } };
    const elsewhere = { ...renamed, id: 'urn:uuid:5' };
    const theirs = { ...proof, verificationMethod: `${id}#k` };
    for (const credential of [
      renamed,
      elsewhere,
      { ...renamed, proof: [theirs] },
      { ...elsewhere, proof: [theirs] },
      { ...ours, proof: [theirs] },
    ]) {
      const report = await verifyBy(laurel, { credential });
      expect(report.verdict, JSON.stringify(report.checks)).toBe('invalid');
    }
  });
});

describe('what asks for more than any credential needs', () => {
  test('nesting, a hundred thousand deep', async () => {
    const deep = ['{"a":'.repeat(100_000), '1', '}'.repeat(100_000)].join('');
    const whole = await postVerify(laurel, `{"credential":${deep}}`);
    await expectProblem(whole, { reason: 'credential_unreadable' });
    const inList = await postVerify(laurel, { credentials: [deep, `${'['.repeat(90_000)}`] });
    expect(await inList.json()).toMatchObject({ results: [{ problem: {} }, { problem: {} }] });
  });

  test('a graph that is poison to canonicalize', async () => {
    const nodes = Array.from({ length: 24 }, (_, place) => ({
      id: `_:n${place}`,
      knows: Array.from({ length: 24 }, (__, to) => ({ id: `_:n${to}` })),
    }));
    const signed = await embedded('eddsa-rdfc-2022');
    const poison = {
      ...signed,
      '@context': [...Object(signed)['@context'], { knows: 'https://example.org/knows' }],
      credentialSubject: { ...Object(signed.credentialSubject), knows: nodes },
    };
    await expectFound(poison, 'invalid', 'format', 'against_data_model');
    const alike = Array.from({ length: 900 }, () => ({ knows: [{}] }));
    const forest = { ...poison, credentialSubject: { ...poison.credentialSubject, knows: alike } };
    expect((await verifyBy(laurel, { credential: forest })).verdict).not.toBe('valid');
  });

  test('numbers that no double holds, and letters that are half of one', async () => {
    const text = JSON.stringify(await embedded('eddsa-jcs-2022', { name: 'PLACE' }));
    const written = ['1e999', '-1e999', '123456789012345678901234567890', '1e-999', '"\\ud800"'];
    const { proof } = JSON.parse(text);
    const halved = JSON.stringify({
      ...JSON.parse(text),
      proof: { ...proof, '@context': '\ud800' },
    });
    await expectFound(halved, 'invalid', 'proof', 'signature_bad');
    for (const value of written) {
      const changed = text.replace('"PLACE"', value);
      const report = await verifyBy(laurel, { credential: changed });
      expect(report.verdict, value).not.toBe('valid');
      const answer = await postVerify(laurel, `{"credential":${changed}}`);
      expect(answer.status, value).toBe(200);
    }
  });
});

describe('contexts', () => {
  test('one that is not known is refused by its name', async () => {
    const terms = 'https://example.org/terms/v9';
    const withTerms = async (form: (typeof EMBEDDED)[number]) => {
      const signed = await embedded(form);
      return { ...signed, '@context': [...Object(signed)['@context'], terms] };
    };
    const rdf = await withTerms('eddsa-rdfc-2022');
    expect(await expectFound(rdf, 'unknown', 'proof', 'unknown_context')).toContain(terms);
    await expectFound(await withTerms('eddsa-jcs-2022'), 'invalid', 'proof', 'signature_bad');
  });

  test('one that is written out cannot give a known word another meaning', async () => {
    const signed = await embedded('eddsa-rdfc-2022');
    const contexts: readonly Json[] = [
      { validUntil: 'https://example.org/nothing' },
      { validUntil: null },
      { until: 'https://www.w3.org/2018/credentials#validUntil' },
      { '@import': 'https://example.org/terms' },
      { '@base': 'https://example.org/' },
      { '@propagate': false },
    ];
    for (const context of contexts) {
      const changed = {
        ...signed,
        '@context': [...Object(signed)['@context'], context],
        validUntil: '2020-01-01T00:00:00Z',
      };
      const report = await verifyBy(laurel, { credential: changed });
      expect(report.verdict, JSON.stringify([context, report.checks])).toBe('invalid');
    }
  });

  test('the whole context as an object, a number, or left out', async () => {
    const signed = await embedded('eddsa-rdfc-2022');
    const { '@context': _, ...without } = signed;
    for (const context of [{}, { '@vocab': 'https://example.org/' }, 7, null, [], [[]], '']) {
      const report = await verifyBy(laurel, { credential: { ...signed, '@context': context } });
      expect(report.verdict, JSON.stringify(context)).toBe('invalid');
    }
    expect((await verifyBy(laurel, { credential: without })).verdict).toBe('invalid');
  });
});

test('whatever stands where a member should be, it is answered', async () => {
  const signed = await embedded('eddsa-jcs-2022');
  const values: readonly Json[] = [null, 7, true, '', [], {}, [null], [[]], { id: 7 }, ['x', 7]];
  for (const name of [...Object.keys(signed), 'credentialStatus', 'credentialSchema', 'evidence']) {
    const answer = await postVerify(laurel, {
      credentials: values.map((value) => ({ ...signed, [name]: value })),
    });
    const { results } = Object(await answer.json());
    expect(answer.status, name).toBe(200);
    const verdicts = results.map(({ verdict }: { verdict: unknown }) => verdict);
    expect(verdicts, name).toHaveLength(values.length);
    expect(verdicts, name).not.toContain('valid');
  }
});
