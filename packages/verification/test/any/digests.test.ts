import { createHash } from 'node:crypto';
import type { JsonObject } from '@laurel/core/json';
import { base58btc } from '@laurel/proofs/multibase';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ForeignIssuer, foreignIssuer } from '../../../../test/support/foreign-issuer.ts';
import { said, verifiedBy } from '../verified-by.ts';

const FORM = 'vc+jwt EdDSA';
const NAMED: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  properties: { name: { type: 'string', pattern: '^Community' } },
  required: ['name'],
};

let issuer: ForeignIssuer;
beforeAll(async () => {
  issuer = await foreignIssuer();
});

let paths = 0;

function published(document: JsonObject): string {
  paths += 1;
  return issuer.publish(`/published/${paths}`, document, 'application/schema+json');
}

async function judged(credentialSchema: JsonObject, more: JsonObject = {}) {
  const credential = await issuer.issue(FORM, { credentialSchema, ...more });
  const report = await verifiedBy(credential, issuer.retrieve);
  return { verdict: report.verdict, schemas: said(report, 'schema') };
}

describe('the digest of a schema', () => {
  const bytes = (kind: string) => createHash(kind).update(JSON.stringify(NAMED)).digest();
  const multihash = (code: number, digest: Buffer) => Buffer.from([code, digest.length, ...digest]);
  const u = (digest: Buffer) => `u${digest.toString('base64url')}`;
  const wrong = `sha256-${createHash('sha256').update('another').digest('base64')}`;

  test.each<[string, JsonObject]>([
    ['one of another hash', { digestSRI: `sha1-${bytes('sha1').toString('base64')}` }],
    ['one that is nothing known', { digestSRI: 'blake3-AAAA' }],
    ['several, none of which is known', { digestSRI: 'md5-AAAA sha3-AAAA' }],
    ['one that is no text', { digestSRI: { sha256: 'AAAA' } }],
    ['nothing', { digestSRI: '' }],
    ['a multihash that is not known', { digestMultibase: u(multihash(0x16, bytes('sha3-256'))) }],
    ['a base that is not known', { digestMultibase: `f1220${bytes('sha256').toString('hex')}` }],
    [
      'a known one beside one that is not',
      {
        digestSRI: `sha256-${bytes('sha256').toString('base64')}`,
        digestMultibase: 'mAAAA',
      },
    ],
  ])('of a form that is not known is told, and never taken as right: %s', async (_, digest) => {
    const schema = { id: published(NAMED), type: 'JsonSchema', ...digest };

    const [property = ''] = Object.keys(digest).slice(-1);
    const { verdict, schemas } = await judged(schema);
    expect(verdict).toBe('valid');
    expect(schemas).toHaveLength(1);
    expect(schemas[0]).toMatch(new RegExp(`^warn digest_unknown ${property} ?.* ${schema.id}$`));
    const broken = await judged(schema, { name: 'Another name' });
    expect(broken.verdict).toBe('invalid');
    expect(broken.schemas[0]).toMatch(/^fail violates/);
  });

  test.each<[string, JsonObject]>([
    ['as a multihash', { digestMultibase: u(multihash(0x12, bytes('sha256'))) }],
    ['as a multihash of 64 bytes', { digestMultibase: u(multihash(0x13, bytes('sha512'))) }],
    ['as a multihash in base58', { digestMultibase: base58btc(multihash(0x20, bytes('sha384'))) }],
    ['as SHA-256 alone', { digestMultibase: u(bytes('sha256')) }],
    ['in base64url', { digestSRI: `sha512-${bytes('sha512').toString('base64url')}` }],
    [
      'the longest of several',
      {
        digestSRI: `md5-AAAA ${wrong} sha512-${bytes('sha512').toString('base64')}`,
      },
    ],
  ])('is compared %s', async (_, digest) => {
    const id = published(NAMED);
    const same = await judged({ id, type: 'JsonSchema', ...digest });
    const other = { id: published({ ...NAMED, title: 'x' }), type: 'JsonSchema', ...digest };

    expect(same.schemas).toEqual([`pass conforms ${id}`]);
    expect((await judged(other)).schemas).toEqual([`fail digest_differs ${other.id}`]);
  });

  test('must be right in each way in which it is named', async () => {
    const digestMultibase = u(bytes('sha256'));
    const schema = { id: published(NAMED), type: 'JsonSchema', digestSRI: wrong, digestMultibase };

    expect((await judged(schema)).schemas).toEqual([`fail digest_differs ${schema.id}`]);
  });
});

test('the digest of a related resource that is of a form that is not known is told', async () => {
  const V2 = 'https://www.w3.org/ns/credentials/v2';
  const digestMultibase = `u${Buffer.from([0x16, 32, ...Buffer.alloc(32)]).toString('base64url')}`;
  const relatedResource = [{ id: V2, digestMultibase }];
  const report = await verifiedBy(await issuer.issue(FORM, { relatedResource }), issuer.retrieve);

  expect(report.verdict).toBe('valid');
  expect(said(report, 'terms')).toEqual([`warn digest_unknown digestMultibase 0x16 ${V2}`]);
});
