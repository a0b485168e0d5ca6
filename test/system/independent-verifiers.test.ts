import { readFileSync } from 'node:fs';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import jsigs from 'jsonld-signatures';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedSignatories } from '../../development/demonstration/signatories.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMentorsCredential } from '../support/mentoring.ts';
import { aNamedCredential } from '../support/naming.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';

const ACHIEVEMENT_SCHEMA = JSON.parse(
  readFileSync('test/vectors/ob_v3p0_achievementcredential_schema.json', 'utf8'),
);

type Shape = {
  readonly title: string;
  readonly change?: Readonly<Record<string, unknown>>;
  readonly signed?: boolean;
  /** The name that its holder gave, in a writing for Burmese. */
  readonly name?: string;
  /** Of mentoring that two people confirmed. */
  readonly mentoring?: boolean;
};

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** One credential of each shape that is issued. */
const SHAPES: readonly Shape[] = [
  { title: 'a training, by account, with hours and evidence', change: {} },
  { title: 'a training, naming nobody', change: { disclosure: 'none' } },
  { title: 'a training that should be taken again', change: { achievement: 'training-safety' } },
  {
    title: 'a role with its term',
    change: {
      achievement: 'role-mentor',
      period: { start: new Date().toISOString().slice(0, 10), end: inDays(300) },
      hours: undefined,
      evidence: [],
    },
  },
  {
    title: 'a role that was served, with hours',
    change: { achievement: 'role-mentor', period: { start: '2024-01-01', end: '2024-12-31' } },
  },
  {
    title: 'a contribution without a period',
    change: { achievement: 'workshop-trainer', period: undefined },
  },
  { title: 'a training in Arabic', change: { language: 'ar' } },
  { title: 'a training, with a name that its holder gave', name: 'ကျော်စွာလင်း' },
  { title: 'mentoring, with languages, topics and a band of hours', mentoring: true },
  { title: 'a training that two people sign for the issuer', signed: true },
];

let laurel: Laurel;
const pages = new Map<string, string>();
let revoked: string;

beforeAll(async () => {
  laurel = await startLaurel();
  for (const { title, change = {}, signed = false, name, mentoring = false } of SHAPES) {
    if (signed) await seedSignatories(laurel.stewardship, Math.floor(Date.now() / 1000));
    const made = async () => {
      if (mentoring) return `${laurel.url}/c/${(await aMentorsCredential(laurel)).id}`;
      return name === undefined
        ? (await aCredential(laurel, change)).page
        : aNamedCredential(laurel, { my: name });
    };
    pages.set(title, await made());
  }
  const wrong = await aCredential(laurel);
  await revoke(laurel, wrong.award, { reason: 'wrong_person' });
  revoked = wrong.page;
});
afterAll(() => laurel.stop());

function pageOf(title: string): string {
  return pages.get(title) ?? '';
}

describe('@digitalbazaar/vc', () => {
  function verifyWithLibrary(credential: object) {
    return verifyByVc(credential, strangersLoader(laurel));
  }

  test.each(SHAPES)('verifies $title, its status list too', async ({ title }) => {
    const result = await verifyWithLibrary(await fetchJson(`${pageOf(title)}.json`));

    expect(result.error).toBeUndefined();
    expect(result).toMatchObject({ verified: true, statusResult: { verified: true } });
  });

  test('sees a revocation in the status list', async () => {
    const good = await verifyWithLibrary(await fetchJson(`${pageOf(SHAPES[0]?.title ?? '')}.json`));
    const bad = await verifyWithLibrary(await fetchJson(`${revoked}.json`));

    expect(good.statusResult?.results).toMatchObject([{ status: false }]);
    expect(bad.statusResult?.results).toMatchObject([{ status: true }]);
  });

  test('refuses a changed credential', async () => {
    const credential = await fetchJson(`${pageOf(SHAPES[0]?.title ?? '')}.json`);

    const result = await verifyWithLibrary({ ...credential, name: 'Something else' });

    expect(result.verified).toBe(false);
  });
});

describe('@digitalcredentials/verifier-core', () => {
  const platformFetch = globalThis.fetch;
  beforeAll(() => {
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.includes('achievementcredential_schema')) return Response.json(ACHIEVEMENT_SCHEMA);
      const local = url.replace(/^https:\/\/localhost(:|%3A)/i, 'http://localhost:');
      if (!local.startsWith(laurel.origin)) throw new Error(`verifier-core asked for ${url}`);
      return platformFetch(local, input instanceof Request ? input : init);
    };
  });
  afterAll(() => {
    globalThis.fetch = platformFetch;
  });

  async function verifyWithLibrary(url: string) {
    const { verifyCredential } = await import('@digitalcredentials/verifier-core');
    const result = JSON.parse(
      JSON.stringify(
        await verifyCredential({
          credential: await fetchJson(url),
          knownDIDRegistries: [],
        } as never),
      ),
    );
    const log: { id: string; valid?: boolean }[] = result.log ?? [];
    return {
      errors: result.errors,
      steps: Object.fromEntries(log.map(({ id, valid }) => [id, valid])),
      schema: result.additionalInformation?.find(({ id }: { id: string }) => id === 'schema_check')
        ?.results,
    };
  }

  test.each(SHAPES)('verifies $title, its status and its schema too', async ({ title }) => {
    const { errors, steps, schema } = await verifyWithLibrary(`${pageOf(title)}.json`);

    expect(errors).toBeUndefined();
    expect(steps).toMatchObject({ valid_signature: true, revocation_status: true });
    expect(schema).toMatchObject([{ result: { valid: true } }]);
  });

  test('sees a revocation', async () => {
    const { steps } = await verifyWithLibrary(`${revoked}.json`);

    expect(steps).toMatchObject({ valid_signature: true, revocation_status: false });
  });
});

describe('jose', () => {
  test.each(
    SHAPES.flatMap(({ title }) => [
      { title, query: '', alg: 'RS256', typ: 'JWT' },
      { title, query: '?profile=vc-jose', alg: 'EdDSA', typ: 'vc+jwt' },
    ]),
  )(
    'verifies the $alg JWT of $title with keys of jwks.json',
    async ({ title, query, alg, typ }) => {
      const credential = await fetchJson(`${pageOf(title)}.json`);
      const jwt = await (await fetch(`${pageOf(title)}.jwt${query}`)).text();
      const keys = createLocalJWKSet(
        (await fetchJson(`${laurel.url}/issuers/${laurel.issuer}/jwks.json`)) as never,
      );
      const issuer = credential.issuer as { id: string };
      const subject = credential.credentialSubject as { id: string };

      const { payload } = await jwtVerify(jwt, keys, {
        algorithms: [alg],
        issuer: issuer.id,
        subject: subject.id,
        typ,
      });

      const { proof: _, ...unsigned } = credential;
      expect(payload).toMatchObject(unsigned);
      expect(payload).not.toHaveProperty('vc');
      expect(payload.jti).toBe(credential.id);
      expect(payload.nbf).toBe(Date.parse(String(credential.validFrom)) / 1000);
      expect(decodeProtectedHeader(jwt).kid).toMatch(/^did:web:/);
    },
  );
});

describe('1EdTech’s strict schema', () => {
  const ajv = new Ajv2019({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(ACHIEVEMENT_SCHEMA);

  test.each(SHAPES)('accepts $title', async ({ title }) => {
    validate(await fetchJson(`${pageOf(title)}.json`));

    expect(validate.errors).toBeNull();
  });
});

test('what two people sign names them, in the one string that the specification has', async () => {
  const { issuer } = await fetchJson(
    `${pageOf('a training that two people sign for the issuer')}.json`,
  );

  expect(issuer).toMatchObject({
    official: 'Adaeze Nwankwo,\nChair;\nরাহেলা সুলতানা,\nSecretary',
  });
});

test('keys.json is signed by the root key of the service, as @digitalbazaar’s eddsa-jcs-2022 finds', async () => {
  const document = await fetchJson(`${laurel.url}/issuers/${laurel.issuer}/keys.json`);

  const result = await jsigs.verify(document, {
    suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: strangersLoader(laurel),
  });

  expect(result.error).toBeUndefined();
  expect(result.verified).toBe(true);
});
