import { gzipSync } from 'node:zlib';
import type { JsonObject } from '@laurel/core/json';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../support/foreign/forms.ts';
import type { ListKind } from '../support/foreign/status-lists.ts';
import { type ForeignIssuer, startForeignIssuer } from '../support/foreign-issuer.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { verifyBy } from '../support/verifying.ts';

type Running = ForeignIssuer & { close(): Promise<void> };

let laurel: Laurel;
let issuer: Running;
let stranger: Running;

beforeAll(async () => {
  [issuer, stranger] = await Promise.all([startForeignIssuer(), startForeignIssuer()]);
  laurel = await startLaurel({ localRetrievalOrigins: [issuer.origin, stranger.origin] });
});
afterAll(async () => {
  await laurel.stop();
  await Promise.all([issuer.close(), stranger.close()]);
});

const V1 = 'https://www.w3.org/2018/credentials/v1';

/** What is found of a credential whose status is kept in this way. */
async function standing(
  status: JsonObject | readonly JsonObject[],
  form: Form = 'eddsa-rdfc-2022',
) {
  const isOld = JSON.stringify(status).includes('StatusList2021Entry');
  const credential = await issuer.issue(
    form,
    {
      credentialStatus: status,
      ...(isOld ? { '@context': [V1, 'https://w3id.org/vc/status-list/2021/v1'] } : {}),
    },
    { model: isOld ? 'vcdm-1.1' : 'vcdm-2.0' },
  );
  const { verdict, checks } = await verifyBy(laurel, { credential });
  const statuses = checks.filter(({ check }) => check === 'status');
  return {
    verdict,
    findings: statuses.map(({ finding }) => finding),
    details: statuses.map(({ detail }) => detail),
  };
}

let paths = 0;

type Unusual = {
  /** Laid over the list, and over its subject. */
  readonly list?: JsonObject;
  readonly subject?: JsonObject;
  readonly by?: ForeignIssuer;
  readonly form?: Form;
  /** Changes it after it was signed. */
  readonly afterwards?: (signed: JsonObject) => JsonObject;
};

const bits = (...set: readonly number[]) => {
  const bytes = new Uint8Array(32_768);
  for (const at of set)
    bytes[Math.floor(at / 8)] = (bytes[Math.floor(at / 8)] ?? 0) | (0x80 >> (at % 8));
  return bytes;
};
const packed = (bytes: Uint8Array) => `u${gzipSync(bytes).toString('base64url')}`;

/** Publishes a list that is unusual in some way; the entry of a place in it. */
async function unusualList(unusual: Unusual = {}, entry: JsonObject = {}): Promise<JsonObject> {
  const { by = issuer, form = 'eddsa-rdfc-2022' } = unusual;
  paths += 1;
  const path = `/unusual/${paths}`;
  const id = `${issuer.origin}${path}`;
  const signed = await by.issue(
    form,
    {
      id,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: {
        id: `${id}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: packed(bits()),
        ...unusual.subject,
      },
      ...unusual.list,
    },
    { model: 'vcdm-2.0' },
  );
  issuer.publish(
    path,
    typeof signed === 'string' ? signed : (unusual.afterwards?.(signed) ?? signed),
    'application/vc',
  );
  return {
    id: `${id}#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: id,
    ...entry,
  };
}

describe.each<{ kind: ListKind; form: Form }>([
  { kind: 'BitstringStatusList', form: 'eddsa-rdfc-2022' },
  { kind: 'BitstringStatusList', form: 'ecdsa-rdfc-2019' },
  { kind: 'BitstringStatusList', form: 'vc+jwt EdDSA' },
  { kind: 'StatusList2021', form: 'Ed25519Signature2020' },
  { kind: 'StatusList2021', form: 'vc claim ES256' },
])('a $kind that is signed as $form', ({ kind, form }) => {
  test('says of each entry whether it was revoked', async () => {
    const entry = await issuer.statusList({ set: [3, 131_071], kind, form });

    expect(await standing(entry(2))).toMatchObject({ verdict: 'valid', findings: ['clear'] });
    expect(await standing(entry(3))).toMatchObject({
      verdict: 'revoked',
      findings: ['revoked_in_list'],
    });
    expect(await standing(entry(131_070))).toMatchObject({ verdict: 'valid' });
    expect(await standing(entry(131_071))).toMatchObject({ verdict: 'revoked' });
  });
});

describe('what an entry is for', () => {
  test('suspension is told as suspended, and revocation outranks it', async () => {
    const suspended = await issuer.statusList({ set: [1], purpose: 'suspension' });
    const revoked = await issuer.statusList({ set: [1] });

    expect(await standing(suspended(1))).toMatchObject({
      verdict: 'suspended',
      findings: ['suspended_in_list'],
    });
    expect(await standing(suspended(0))).toMatchObject({ verdict: 'valid' });
    expect(await standing([suspended(1), revoked(1)])).toMatchObject({
      verdict: 'revoked',
      findings: ['suspended_in_list', 'revoked_in_list'],
    });
  });

  test('that a newer one can be had takes nothing from it', async () => {
    const refresh = await issuer.statusList({ set: [1], purpose: 'refresh' });

    expect(await standing(refresh(1))).toMatchObject({
      verdict: 'valid',
      findings: ['set_in_list'],
    });
  });

  test('messages are told, and only the first of them leaves it valid', async () => {
    const statusMessage = ['pending', 'accepted', 'rejected', 'undefined'].map(
      (message, value) => ({
        status: `0x${value}`,
        message,
      }),
    );
    // Two bits each: the third entry says 0b10.
    const list = { subject: { statusPurpose: 'message', encodedList: packed(bits(4)) } };
    const entry = await unusualList(list, {
      statusPurpose: 'message',
      statusSize: 2,
      statusMessage,
    });

    const rejected = await standing({ ...entry, statusListIndex: '2' }, 'vc+jwt EdDSA');
    expect(rejected).toMatchObject({ verdict: 'unknown', findings: ['set_in_list'] });
    expect(rejected.details[0]).toContain('rejected');
    const pending = await standing({ ...entry, statusListIndex: '1' }, 'vc+jwt EdDSA');
    expect(pending).toMatchObject({ verdict: 'valid', findings: ['set_in_list'] });
    expect(pending.details[0]).toContain('pending');
  });

  test('what is unknown is named, and never passes', async () => {
    const other = await issuer.statusList({ set: [1], purpose: 'membership' });

    const unset = await standing(other(0));
    expect(unset).toMatchObject({ verdict: 'unknown', findings: ['purpose_unknown'] });
    expect(unset.details[0]).toContain('membership');
    expect(await standing(other(1))).toMatchObject({
      verdict: 'unknown',
      findings: ['set_in_list'],
    });
    const kind = await standing(
      { id: `${issuer.origin}/r`, type: '1EdTechRevocationList' },
      'vc+jwt EdDSA',
    );
    expect(kind).toMatchObject({ verdict: 'unknown', findings: ['type_unknown'] });
    expect(kind.details[0]).toContain('1EdTechRevocationList');
  });

  test('one list may be for several', async () => {
    const list = {
      subject: { statusPurpose: ['suspension', 'revocation'], encodedList: packed(bits(7)) },
    };

    expect(await standing(await unusualList(list))).toMatchObject({ verdict: 'revoked' });
  });
});

describe('a list that cannot be believed leaves the credential unknown', () => {
  const earlier = '2026-03-15T00:00:00Z';
  const later = '2100-01-01T00:00:00Z';
  const other = (signed: JsonObject): JsonObject => ({
    ...signed,
    credentialSubject: { ...Object(signed.credentialSubject), encodedList: packed(bits(9)) },
  });
  const withoutProof = ({ proof: _, ...rest }: JsonObject): JsonObject => rest;

  test.each<{ what: string; unusual: Unusual; entry?: JsonObject; finding: string }>([
    { what: 'out of date', unusual: { list: { validUntil: earlier } }, finding: 'list_expired' },
    { what: 'not in force yet', unusual: { list: { validFrom: later } }, finding: 'list_expired' },
    { what: 'changed since', unusual: { afterwards: other }, finding: 'list_bad_signature' },
    { what: 'without a proof', unusual: { afterwards: withoutProof }, finding: 'list_not_issuers' },
    {
      what: 'of another purpose',
      unusual: { subject: { statusPurpose: 'suspension' } },
      finding: 'list_wrong_purpose',
    },
    {
      what: 'of another type',
      unusual: { list: { type: ['VerifiableCredential'] } },
      finding: 'list_unreadable',
    },
    {
      what: 'of the other kind',
      unusual: {},
      entry: { type: 'StatusList2021Entry' },
      finding: 'list_unreadable',
    },
    {
      what: 'too short to hide in',
      unusual: { subject: { encodedList: packed(new Uint8Array(12_500)) } },
      finding: 'list_too_short',
    },
    {
      what: 'not packed',
      unusual: { subject: { encodedList: 'uAAAA' } },
      finding: 'list_unreadable',
    },
    {
      what: 'a bomb, which unpacks to 600 MB',
      unusual: { subject: { encodedList: packed(new Uint8Array(600 * 1024 * 1024)) } },
      finding: 'list_too_large',
    },
  ])('$what', async ({ unusual, entry, finding }) => {
    const status = await unusualList(unusual, entry);

    expect(await standing(status)).toMatchObject({ verdict: 'unknown', findings: [finding] });
  });

  test('but those of 2021 may be shorter, as the Digital Credentials Consortium makes them', async () => {
    const entry = await issuer.statusList({ set: [3], kind: 'StatusList2021', length: 100_000 });

    expect(await standing(entry(2))).toMatchObject({ verdict: 'valid', findings: ['clear'] });
    expect(await standing(entry(3))).toMatchObject({ verdict: 'revoked' });
  });

  test('signed by somebody else', async () => {
    const list = await unusualList({ by: stranger });

    expect(await standing(list)).toMatchObject({
      verdict: 'unknown',
      findings: ['list_not_issuers'],
    });
  });

  test('signed by somebody else in the name of the issuer', async () => {
    const { id } = issuer.identity('eddsa-rdfc-2022');
    const list = await unusualList({ by: stranger, list: { issuer: id } });

    expect(await standing(list)).toMatchObject({
      verdict: 'unknown',
      findings: ['list_not_issuers'],
    });
  });

  test.each([
    ['that is not there', 404, 'application/json', 'unreachable'],
    ['that is no JSON', 200, 'text/html', 'unreachable'],
    ['that is no credential', 200, 'application/json', 'list_unreadable'],
  ])('%s', async (_, status, type, finding) => {
    const entry = await unusualList();
    const path = String(entry.statusListCredential).slice(issuer.origin.length);
    if (status === 404) issuer.published.delete(path);
    else issuer.publish(path, 'nonsense', type);

    expect(await standing(entry)).toMatchObject({ verdict: 'unknown', findings: [finding] });
  });

  test.each([
    ['http://169.254.169.254/latest/meta-data', 'address_refused'],
    ['https://localhost/list', 'address_refused'],
    ['urn:uuid:6b4f1d0e-2a51-4d0c-9a37-5f1c9e5b7f10', 'address_refused'],
  ])('at %s', async (statusListCredential, finding) => {
    const entry = { ...(await unusualList()), statusListCredential };

    expect(await standing(entry)).toMatchObject({ verdict: 'unknown', findings: [finding] });
  });
});

describe('a place that there is not makes the credential invalid', () => {
  test('beyond the end of its list', async () => {
    const entry = await issuer.statusList({ set: [] });

    for (const index of [131_072, 2 ** 40]) {
      expect(await standing(entry(index))).toMatchObject({
        verdict: 'invalid',
        findings: ['index_out_of_range'],
      });
    }
  });

  test.each(['007', '-1', '1e3', '0x10', ' 7', '7.0', '٧', ''])(
    'written %j',
    async (statusListIndex) => {
      const entry = {
        ...(await unusualList({ subject: { encodedList: packed(bits(7)) } })),
        statusListIndex,
      };

      expect((await standing(entry)).verdict).toBe('invalid');
    },
  );
});

test('entries of one list cost one fetch', async () => {
  const entry = await issuer.statusList({ set: [5] });
  const list = entry(0).statusListCredential;
  const before = issuer.asked.length;

  const { findings } = await standing(Array.from({ length: 12 }, (_, index) => entry(index)));

  expect(findings.filter((finding) => finding === 'revoked_in_list')).toHaveLength(1);
  const asked = issuer.asked.slice(before).filter((path) => String(list).endsWith(path));
  expect(asked).toHaveLength(1);
});

test('nobody is asked about a credential that is not proven', async () => {
  const entry = await issuer.statusList({ set: [5] });
  const credential = await issuer.issue(
    'eddsa-rdfc-2022',
    { credentialStatus: entry(1) },
    { model: 'vcdm-2.0' },
  );
  const before = issuer.asked.length;

  const changed = { ...Object(credential), id: 'urn:uuid:00000000-0000-4000-8000-000000000000' };
  const { verdict, checks } = await verifyBy(laurel, { credential: changed });

  expect(verdict).toBe('invalid');
  expect(checks.find(({ check }) => check === 'status')?.finding).toBe('not_checked');
  expect(issuer.asked.slice(before).filter((path) => path.startsWith('/lists/'))).toEqual([]);
});
