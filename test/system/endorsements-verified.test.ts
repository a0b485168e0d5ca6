import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { importJWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEndorsement, aShownCredential, listed } from '../support/endorsing.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

type Json = Record<string, unknown>;

let laurel: Laurel;
let documents: readonly Json[];
let signed: readonly string[];
beforeAll(async () => {
  laurel = await startLaurel();
  const holder = await aShownCredential(laurel, 'Zainab of Kano');
  const named = await anEndorsement(laurel, holder, 'Adwoa of Kumasi');
  const nameless = await anEndorsement(laurel, holder, 'Kojo of Ho', { disclosure: 'none' });
  signed = [named.signed, nameless.signed];
  documents = (await listed(laurel, holder.id)).endorsements.map(({ credential }) => credential);
});
afterAll(() => laurel.stop());

test('each is clean by the strict schema of an EndorsementCredential', () => {
  const path = 'test/vectors/ob_v3p0_achievementcredential_schema.json';
  const { $defs, $schema } = JSON.parse(readFileSync(path, 'utf8'));
  const ajv = new Ajv2019({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ $schema, $defs, $ref: '#/$defs/EndorsementCredential' });

  expect(documents).toHaveLength(2);
  for (const document of documents) {
    validate(document);
    expect(validate.errors).toBeNull();
    expect(Array.isArray(document.credentialStatus)).toBe(false);
  }
});

test('each verifies by a library that is not ours, status too, and says that the service signed it', async () => {
  for (const document of documents) {
    const result = await verifyByVc(document, strangersLoader(laurel));
    expect(result.error).toBeUndefined();
    expect(result).toMatchObject({ verified: true, statusResult: { verified: true } });
    expect(document.issuer).toMatchObject({ name: 'Laurel' });
  }
});

test('the one that says nothing of its writer says nothing of them anywhere', async () => {
  const [, nameless = ''] = signed;
  const texts = await Promise.all(
    ['', '.json', '.jwt', '.jwt?profile=vc-jose', '.bundle.json'].map(async (end) => {
      const answer = await fetch(`${laurel.url}/c/${nameless}${end}`);
      expect(answer.status).toBe(200);
      const text = await answer.text();
      return text.split('.').map((part) => text + Buffer.from(part, 'base64url').toString());
    }),
  );

  expect(texts.flat().join('\n')).not.toContain('Kojo');
});

test.each([
  { query: '', alg: 'RS256', typ: 'JWT' },
  { query: '?profile=vc-jose', alg: 'EdDSA', typ: 'vc+jwt' },
])('each is an $alg JWT as well, by a key of the service', async ({ query, alg, typ }) => {
  const [id = ''] = signed;
  const [document = {}] = documents;
  const jwt = await (await fetch(`${laurel.url}/c/${id}.jwt${query}`)).text();
  const did = (await fetchJson(`${laurel.url}/.well-known/did.json`)) as {
    id: string;
    verificationMethod: { id: string; publicKeyJwk?: Json }[];
  };

  const { payload } = await jwtVerify(
    jwt,
    async ({ kid }) => {
      const method = did.verificationMethod.find((one) => one.id === kid);
      return importJWK(method?.publicKeyJwk ?? {}, alg);
    },
    { algorithms: [alg], issuer: did.id, typ },
  );

  const { proof: _, ...unsigned } = document;
  expect(payload).toMatchObject(unsigned);
  expect((await verifyBy(laurel, { credential: jwt })).verdict).toBe('valid');
});

test('whatever is changed in one is found, and so is one that says to be an issuer’s', async () => {
  const [document = {}] = documents;
  const subject = document.credentialSubject as Json;
  const changes: readonly Json[] = [
    { name: 'Being an active listener' },
    { credentialSubject: { ...subject, endorsementComment: 'They did all of it alone.' } },
    { credentialSubject: { ...subject, id: `${laurel.origin}/c/${'x'.repeat(16)}` } },
    { evidence: [] },
    { more: 'words' },
    { issuer: `did:web:localhost:issuers:${laurel.issuer}` },
  ];

  for (const change of changes) {
    const { verdict } = await verifyBy(laurel, { credential: { ...document, ...change } });
    expect([change, verdict]).toEqual([change, 'invalid']);
  }
});

test('each is in the log, and can be verified without us by its bundle', async () => {
  for (const id of signed) {
    const page = await (await fetch(`${laurel.url}/c/${id}`)).text();
    expect(page).toContain('data-verdict="valid"');
    const bundle = await fetchJson(`${laurel.url}/c/${id}.bundle.json`);
    expect(JSON.stringify(bundle)).toContain('EndorsementCredential');
  }
});
