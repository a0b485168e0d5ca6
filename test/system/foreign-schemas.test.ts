import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '@laurel/core/json';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../support/foreign/forms.ts';
import { type ForeignIssuer, startForeignIssuer } from '../support/foreign-issuer.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { type VerifyReport, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let issuer: ForeignIssuer & { close(): Promise<void> };

beforeAll(async () => {
  issuer = await startForeignIssuer();
  laurel = await startLaurel({ localRetrievalOrigins: [issuer.origin] });
});
afterAll(async () => {
  await laurel.stop();
  await issuer.close();
});

const OURS_TO_JUDGE = 'https://json-schema.org/draft/2020-12/schema';
const NAMED: JsonObject = {
  $schema: OURS_TO_JUDGE,
  type: 'object',
  properties: { name: { type: 'string', pattern: '^Community' } },
  required: ['name'],
};

let paths = 0;

function published(document: Json, type = 'application/schema+json'): string {
  paths += 1;
  return issuer.publish(`/published/${paths}`, document, type);
}

function found({ checks }: VerifyReport, name: string) {
  return checks
    .filter(({ check }) => check === name)
    .map(({ result, finding, detail }) => ({ result, finding, detail }));
}

/** What is found of a badge that names a schema, or several. */
async function judged(
  credentialSchema: JsonObject | readonly JsonObject[],
  more: JsonObject = {},
  form: Form = 'eddsa-rdfc-2022',
) {
  const credential = await issuer.issue(form, { credentialSchema, ...more });
  const report = await verifyBy(laurel, { credential });
  return { verdict: report.verdict, schemas: found(report, 'schema') };
}

describe('a schema that the issuer names', () => {
  test.each<Form>(['eddsa-rdfc-2022', 'vc+jwt EdDSA', 'vc claim ES256'])(
    'is kept by what is signed as %s, or makes it invalid, and says where',
    async (form) => {
      const schema = { id: published(NAMED), type: 'JsonSchema' };

      expect(await judged(schema, {}, form)).toMatchObject({
        verdict: 'valid',
        schemas: [{ result: 'pass', finding: 'conforms' }],
      });
      const bad = await judged(schema, { name: 'Another name' }, form);
      expect(bad).toMatchObject({ verdict: 'invalid', schemas: [{ finding: 'violates' }] });
      expect(bad.schemas[0]?.detail).toContain('/name');
    },
  );

  test('may be that of Open Badges 3.0, under the type of 1EdTech', async () => {
    const text = readFileSync('test/vectors/ob_v3p0_achievementcredential_schema.json', 'utf8');
    const schema = {
      id: published(text, 'application/json'),
      type: '1EdTechJsonSchemaValidator2019',
    };

    // The stricter of its two schemas wants arrays.
    expect(await judged([schema], {}, 'vc+jwt EdDSA')).toMatchObject({
      verdict: 'valid',
      schemas: [{ finding: 'conforms' }],
    });
    expect(await judged(schema, {}, 'vc+jwt EdDSA')).toMatchObject({
      verdict: 'invalid',
      schemas: [{ finding: 'violates' }],
    });
  });

  test('may be one of several, each with a check of its own', async () => {
    const schemas = [
      { id: published(NAMED), type: 'JsonSchema' },
      {
        id: published({ $schema: 'http://json-schema.org/draft-07/schema#', required: ['image'] }),
        type: 'JsonSchema',
      },
    ];

    const { verdict, schemas: checks } = await judged(schemas);
    expect(verdict).toBe('invalid');
    expect(checks.map(({ finding }) => finding)).toEqual(['conforms', 'violates']);
  });

  test('may lie in a credential, whose own proof must be good', async () => {
    const subject = {
      id: 'urn:uuid:2f1f2d3c-0a4e-4c5d-9b57-6d6f0b4c9e11',
      type: 'JsonSchema',
      jsonSchema: NAMED,
    };
    const signed = await issuer.issue(
      'vc+jwt EdDSA',
      { type: ['VerifiableCredential', 'JsonSchemaCredential'], credentialSubject: subject },
      { model: 'vcdm-2.0' },
    );
    const [head, , signature] = String(signed).split('.');
    const changed = Buffer.from(
      JSON.stringify({
        ...JSON.parse(Buffer.from(String(signed).split('.')[1] ?? '', 'base64url').toString()),
        credentialSubject: { ...subject, jsonSchema: true },
      }),
    ).toString('base64url');
    const schemaIn = (token: string) => ({
      id: published(token, 'application/vc+jwt'),
      type: 'JsonSchemaCredential',
    });

    expect(await judged(schemaIn(String(signed)))).toMatchObject({
      schemas: [{ finding: 'conforms' }],
    });
    expect(await judged(schemaIn(String(signed)), { name: 'Another' })).toMatchObject({
      verdict: 'invalid',
      schemas: [{ finding: 'violates' }],
    });
    expect(await judged(schemaIn(`${head}.${changed}.${signature}`))).toMatchObject({
      verdict: 'valid',
      schemas: [{ result: 'fail', finding: 'unreadable' }],
    });
  });

  test('is the one that was meant, where its digest was signed with it', async () => {
    const id = published(NAMED);
    const digestSRI = `sha384-${createHash('sha384').update(JSON.stringify(NAMED)).digest('base64')}`;
    const other = `sha384-${createHash('sha384').update('another').digest('base64')}`;

    expect(await judged({ id, type: 'JsonSchema', digestSRI })).toMatchObject({
      schemas: [{ finding: 'conforms' }],
    });
    expect(await judged({ id, type: 'JsonSchema', digestSRI: other })).toMatchObject({
      verdict: 'valid',
      schemas: [{ result: 'fail', finding: 'digest_differs' }],
    });
  });
});

describe('a schema that cannot be judged leaves the verdict as it is, and is told', () => {
  test.each<[string, Json, { result: string; finding: string }]>([
    [
      'one that asks for too much',
      { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/a' }] } } },
      { result: 'warn', finding: 'too_complex' },
    ],
    [
      'a draft that is not known',
      { $schema: 'http://json-schema.org/draft-03/schema#' },
      { result: 'warn', finding: 'type_unknown' },
    ],
    ['what is no schema', [1, 2], { result: 'fail', finding: 'unreadable' }],
    ['what is no JSON', 'nonsense', { result: 'fail', finding: 'unreadable' }],
  ])('%s', async (_, document, expected) => {
    const answer = await judged({ id: published(document), type: 'JsonSchema' });

    expect(answer).toMatchObject({ verdict: 'valid', schemas: [expected] });
  });

  test('one that is not there, and one of another type', async () => {
    const gone = { id: `${issuer.origin}/gone`, type: 'JsonSchema' };

    expect(await judged(gone)).toMatchObject({
      verdict: 'valid',
      schemas: [{ finding: 'unreachable' }],
    });
    const other = await judged(
      { id: `${issuer.origin}/zkp`, type: 'ZkpExampleSchema2018' },
      {},
      'vc+jwt EdDSA',
    );
    expect(other).toMatchObject({
      verdict: 'valid',
      schemas: [{ result: 'warn', finding: 'type_unknown' }],
    });
    expect(other.schemas[0]?.detail).toContain('ZkpExampleSchema2018');
  });
});

describe('what else is stated', () => {
  test('is told by its type or its number, and judged in nothing', async () => {
    const credential = await issuer.issue('vc+jwt EdDSA', {
      termsOfUse: { type: 'TrustFrameworkPolicy', id: `${issuer.origin}/terms` },
      refreshService: { type: '1EdTechCredentialRefresh', id: `${issuer.origin}/refresh` },
      endorsementJwt: ['a.b.c', 'd.e.f'],
    });
    const report = await verifyBy(laurel, { credential });
    const terms = found(report, 'terms');

    expect(report.verdict).toBe('valid');
    expect(terms.map(({ result, finding }) => [result, finding])).toEqual([
      ['skipped', 'terms_of_use'],
      ['skipped', 'refresh_service'],
      ['skipped', 'endorsed'],
    ]);
    expect(terms[0]?.detail).toContain('TrustFrameworkPolicy');
    expect(terms[1]?.detail).toContain('1EdTechCredentialRefresh');
    expect(terms[2]?.detail).toContain('2');
    expect(issuer.asked).not.toContain('/refresh');
  });

  test('is a warning with its name, where it is not known', async () => {
    const credential = await issuer.issue('vc+jwt EdDSA', { bestBefore: 'soon', mood: 'good' });
    const report = await verifyBy(laurel, { credential });

    expect(report.verdict).toBe('valid');
    expect(found(report, 'terms')).toMatchObject([
      {
        result: 'warn',
        finding: 'property_unknown',
        detail: expect.stringContaining('bestBefore'),
      },
      { result: 'warn', finding: 'property_unknown', detail: expect.stringContaining('mood') },
    ]);
  });

  test('is nothing, where there is nothing', async () => {
    const report = await verifyBy(laurel, { credential: await issuer.issue('eddsa-rdfc-2022') });

    expect(found(report, 'terms')).toMatchObject([{ result: 'skipped', finding: 'none' }]);
    expect(found(report, 'schema')).toMatchObject([{ result: 'skipped', finding: 'none' }]);
  });
});
