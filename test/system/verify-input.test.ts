import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { chunked, rawRequest } from '../support/raw-request.ts';
import { checkIn, postVerify, uploadFile, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let page: string;
let json: string;
let jwt: string;
let joseJwt: string;

beforeAll(async () => {
  laurel = await startLaurel();
  ({ page } = await aCredential(laurel));
  json = await (await fetch(`${page}.json`)).text();
  jwt = await (await fetch(`${page}.jwt`)).text();
  joseJwt = await (await fetch(`${page}.jwt?profile=vc-jose`)).text();
});
afterAll(() => laurel.stop());

const upload = (bytes: Uint8Array<ArrayBuffer> | string, name: string) =>
  uploadFile(laurel, bytes, name);

async function artefact(extension: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`${page}.${extension}`)).arrayBuffer());
}

describe('a good credential is valid', () => {
  test('by its address, in every form of it', async () => {
    for (const form of ['', '.json', '.jwt', '.pdf', '/certificate']) {
      const url = `${page}${form}`;
      const report = await verifyBy(laurel, { url });
      expect(report.verdict).toBe('valid');
      expect(report.checks.every(({ result }) => result === 'pass')).toBe(true);
    }
  });

  test('in chunks, without a length', async () => {
    const head = ['content-type: application/json', 'transfer-encoding: chunked'];
    const body = chunked(`{"credential":${json}}`, 1_000);

    expect(await rawRequest(`${laurel.url}/api/verify`, head, body)).toContain('"verdict":"valid"');
  });

  test('as an object, as a string, and as either JWT', async () => {
    for (const credential of [JSON.parse(json), json, jwt, joseJwt, ` ${jwt}\n`]) {
      expect((await verifyBy(laurel, { credential })).verdict).toBe('valid');
    }
  });

  test.each(['pdf', 'png', 'svg', 'json', 'jwt'])(
    'as an uploaded .%s, whatever its name says',
    async (extension) => {
      const answer = await upload(await artefact(extension), 'holiday.bin');

      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ verdict: 'valid' });
    },
  );
});

describe('a changed or cut credential is invalid, with 200', () => {
  test('one byte of the signature', async () => {
    const credential = JSON.parse(json);
    const [proof] = credential.proof;
    const flipped = proof.proofValue.slice(0, -1) + (proof.proofValue.endsWith('z') ? 'y' : 'z');

    const report = await verifyBy(laurel, {
      credential: { ...credential, proof: [{ ...proof, proofValue: flipped }] },
    });

    expect(report.verdict).toBe('invalid');
    expect(checkIn(report, 'proof')?.result).toBe('fail');
  });

  test('one byte of a baked PNG’s credential, its checksum mended', async () => {
    const { bakePng, unbakePng } = await import('@laurel/baking/png');
    const png = await artefact('png');
    const baked = unbakePng(png);
    if (!baked.ok) throw new Error('the PNG holds no credential');
    const changed = bakePng(
      withoutText(png),
      baked.value.replace('Participation', 'Partizipation'),
    );

    const answer = await upload(new Uint8Array(changed), 'badge.png');

    expect(await answer.json()).toMatchObject({ verdict: 'invalid' });
  });

  test.each([1, 50, 300])('a JWT whose signature lacks %i characters', async (missing) => {
    const report = await verifyBy(laurel, { credential: jwt.slice(0, -missing) });

    expect(report.verdict).toBe('invalid');
  });

  test('a JWT without any signature, also with alg none', async () => {
    const [header = '', payload = ''] = jwt.split('.');
    const none = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(header, 'base64url').toString()), alg: 'none' }),
    ).toString('base64url');

    for (const credential of [
      `${header}.${payload}`,
      `${header}.${payload}.`,
      `${none}.${payload}.`,
    ]) {
      expect((await verifyBy(laurel, { credential })).verdict).toBe('invalid');
    }
  });

  test('no proof, two proofs, a proof of another kind, an unknown context', async () => {
    const credential = JSON.parse(json);
    const { proof, ...bare } = credential;
    const changes = [
      bare,
      { ...bare, proof: [...proof, ...proof] },
      { ...bare, proof: [{ ...proof[0], cryptosuite: 'eddsa-jcs-2022' }] },
      { ...bare, proof: [{ ...proof[0], type: 'Ed25519Signature2020' }] },
      { ...credential, '@context': [...credential['@context'], 'https://example.org/terms'] },
      { ...credential, '@context': [...credential['@context'], { name: 'https://example.org/n' }] },
    ];

    for (const changed of changes) {
      expect((await verifyBy(laurel, { credential: changed })).verdict).toBe('invalid');
    }
  });

  test('a credential of ours said to be by somebody else, and the other way round', async () => {
    const credential = JSON.parse(json);
    const foreign = { ...credential, issuer: { ...credential.issuer, id: 'did:web:example.org' } };
    const borrowed = { ...credential, id: 'https://example.org/c/1' };

    expect((await verifyBy(laurel, { credential: foreign })).verdict).toBe('invalid');
    expect((await verifyBy(laurel, { credential: borrowed })).verdict).toBe('invalid');
  });
});

test('a credential of others that is against its data model is invalid, and told where', async () => {
  const report = await verifyBy(laurel, {
    credential: {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'https://example.org/credentials/1',
      type: ['VerifiableCredential'],
      issuer: 'did:web:example.org',
      credentialSubject: {},
    },
  });

  expect(report.verdict).toBe('invalid');
  const format = checkIn(report, 'format');
  expect(format?.finding).toBe('against_data_model');
  expect(format?.detail).toContain('/credentialSubject');
  expect(checkIn(report, 'proof')?.finding).toBe('not_checked');
});

test('an address that is not public is not asked', async () => {
  const before = laurel.standIn.requests.length;

  const report = await verifyBy(laurel, { url: `${laurel.standIn.url}/w/api.php` });

  expect(report.verdict).toBe('unknown');
  expect(laurel.standIn.requests.length).toBe(before);
});

describe('what cannot be read as a credential is refused', () => {
  test.each([
    { title: 'malformed JSON', body: '{"credential": ', reason: 'body_not_json' },
    { title: 'nothing', body: {}, reason: 'request_invalid' },
    { title: 'both at once', body: { url: 'x', credential: {} }, reason: 'request_invalid' },
    {
      title: 'a member that is named twice',
      body: '{"credential": {"id": "a", "id": "b"}}',
      reason: 'body_not_json',
    },
    {
      title: 'a member that is named __proto__',
      body: '{"credential": {"__proto__": {"id": "b"}}}',
      reason: 'body_not_json',
    },
    { title: 'a number', body: { credential: 7 }, reason: 'request_invalid' },
    { title: 'a word', body: { credential: 'hello' }, reason: 'credential_unreadable' },
    { title: 'an address that is none', body: { url: 'hello' }, reason: 'request_invalid' },
  ])('$title: $reason', async ({ body, reason }) => {
    const answer = await postVerify(laurel, body);

    expect(answer.status).toBeGreaterThanOrEqual(400);
    await expectProblem(answer, { reason });
  });

  test('a JWT cut in its payload', async () => {
    const answer = await postVerify(laurel, { credential: jwt.slice(0, 400) });

    await expectProblem(answer, { reason: 'credential_unreadable' });
  });

  test('a body over its limit, whose sender always sees the answer', async () => {
    for (let time = 0; time < 8; time += 1) {
      const answer = await postVerify(laurel, { credential: 'x'.repeat(9 * 1024 * 1024) });

      await expectProblem(answer, { reason: 'body_too_large' });
    }
  });

  test('a body over its limit that says nothing of its length, or too little', async () => {
    const head = ['content-type: application/json', 'transfer-encoding: chunked'];
    const url = `${laurel.url}/api/verify`;
    const large = chunked(`{"credential":"${'x'.repeat(9 * 1024 * 1024)}"}`, 65_536);

    expect(await rawRequest(url, head, large)).toMatch(/^HTTP\/1.1 413 .*body_too_large/s);
    expect(await rawRequest(url, ['content-length: 40', ...head], large)).toMatch(
      /^HTTP\/1.1 4(00|13) /,
    );
  });

  test('a pasted document that names a member twice', async () => {
    const answer = await postVerify(laurel, { credential: json.replace('{', '{"id":"x",') });

    await expectProblem(answer, { reason: 'credential_unreadable' });
  });

  test('a PNG that is not one', async () => {
    const truncated = (await artefact('png')).slice(0, 5_000);
    for (const bytes of [truncated, 'just text']) {
      await expectProblem(await upload(bytes, 'badge.png'), { reason: 'credential_unreadable' });
    }
  });

  test('a PNG without a credential', async () => {
    const answer = await upload(withoutText(await artefact('png')), 'badge.png');

    await expectProblem(answer, { reason: 'credential_unreadable' });
  });

  test('a GET', async () => {
    const answer = await fetch(`${laurel.url}/api/verify`);

    expect(answer.status).toBe(405);
    await expectProblem(answer, { reason: 'method_not_allowed' });
  });
});

describe('the verify page', () => {
  test('works without script, for a pasted credential as for an address', async () => {
    const form = await (await fetch(`${laurel.url}/verify`)).text();
    expect(form).not.toContain('<script');
    const name = /<textarea[^>]*name="([^"]+)"/.exec(form)?.[1] ?? '';
    for (const pasted of [json, jwt, page]) {
      const fields = new FormData();
      fields.set(name, pasted);
      const answer = await fetch(`${laurel.url}/verify`, { method: 'POST', body: fields });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('class="verdict good"');
    }
  });

  test('never echoes what it was given as markup', async () => {
    const fields = new FormData();
    fields.set('credential', JSON.stringify({ name: '<script>alert(1)</script>' }));

    const answer = await fetch(`${laurel.url}/verify`, { method: 'POST', body: fields });

    expect(await answer.text()).not.toContain('<script');
  });
});

/** The same picture with no text chunk in it. */
function withoutText(png: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(png.subarray(at + 4, at + 8));
    if (type === 'iTXt') {
      return new Uint8Array([...png.subarray(0, at), ...png.subarray(at + 12 + length)]);
    }
    at += 12 + length;
  }
  return png;
}
