import { readFileSync } from 'node:fs';
import { isReason } from '@laurel/http/problem';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { VERIFY_ANSWERS, VERIFY_REQUESTS } from '../../services/verifier/src/api/examples.ts';
import { type Description, descriptionOf, operationsOf } from '../support/api-description.ts';
import { wrongBySchema, wrongWith } from '../support/as-described.ts';
import { aCredential } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMap } from '../support/maps.ts';
import { aMember } from '../support/members.ts';
import { aCollection } from '../support/showing.ts';
import { signingToken } from '../support/vc-api.ts';
import { postVerify, uploadFile, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let description: Description;
let page: string;
beforeAll(async () => {
  laurel = await startLaurel();
  description = await descriptionOf(laurel, '/api/openapi.json');
  ({ page } = await aCredential(laurel));
});
afterAll(() => laurel.stop());

/** What is wrong with an answer of `POST /api/verify`. */
async function wrongAnswer(answer: Response): Promise<unknown> {
  const { status } = answer;
  const type = answer.headers.get('content-type')?.split(';')[0];
  return wrongWith(
    description,
    { method: 'POST', path: '/api/verify', status },
    await answer.json(),
    type,
  );
}

test('what verification answers is what is said of it, and nothing else', async () => {
  const json = await (await fetch(`${page}.json`)).text();
  const pdf = new Uint8Array(await (await fetch(`${page}.pdf`)).arrayBuffer());
  const bodies = [
    { credential: json },
    { url: page },
    { url: `${laurel.origin}/c/k3TqV9wZ2mBc7XrLp` },
    { url: 'https://127.0.0.1/' },
    { credential: { type: 'VerifiableCredential' } },
    { credentials: [json, 7, { url: 'x' }, { url: page }] },
  ];
  for (const body of bodies) {
    const answer = await postVerify(laurel, body);
    expect(answer.status).toBe(200);
    expect(await wrongAnswer(answer), JSON.stringify(body).slice(0, 80)).toBeNull();
  }
  expect(await wrongAnswer(await uploadFile(laurel, pdf))).toBeNull();
});

test('the examples that are shown are as described', () => {
  const operation = z
    .object({ requestBody: z.looseObject({ content: z.looseObject({}) }) })
    .parse(description.paths['/api/verify']?.post);
  const Examples = z.object({
    schema: z.unknown(),
    examples: z.record(z.string(), z.object({ value: z.unknown() })),
  });
  const answered = z
    .object({ content: z.looseObject({}) })
    .parse(description.paths['/api/verify']?.post?.responses['200']);
  for (const content of [operation.requestBody.content, answered.content]) {
    const { schema, examples } = Examples.parse(content['application/json']);
    expect(Object.keys(examples).length).toBeGreaterThan(1);
    for (const [name, { value }] of Object.entries(examples)) {
      expect(wrongBySchema(description, schema, value), name).toBeNull();
    }
  }
});

/** Every body in JSON that the description shows, with where it is sent. */
function shownBodies() {
  const Shown = z.object({
    example: z.unknown().optional(),
    examples: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
  });
  return operationsOf(description).flatMap(({ path, operation }) => {
    const content = operation.requestBody?.content['application/json'];
    if (content === undefined) return [];
    const { example, examples } = Shown.parse(content);
    const bodies = [example, ...Object.values(examples).map(({ value }) => value)];
    const [promised = ''] = Object.keys(operation.responses);
    const needsToken = operation.security.length > 0;
    return bodies.flatMap((body) =>
      body === undefined ? [] : [{ path, body, promised: Number(promised), needsToken }],
    );
  });
}

test('each example, sent as it stands, is answered as it is said to be', async () => {
  const token = await signingToken(laurel);
  const shown = shownBodies();
  // A document is signed before it is said how it stands.
  for (const { path, body, promised, needsToken } of shown) {
    const answer = await fetch(`${laurel.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(needsToken ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
    expect(answer.status, `${path} ${await answer.text()}`).toBe(promised);
  }
  expect(shown.length).toBeGreaterThan(6);
  const { credential, many } = VERIFY_REQUESTS;
  expect(await verifyBy(laurel, credential.value)).toEqual(VERIFY_ANSWERS.one.value);
  const { results } = Object(await (await postVerify(laurel, many.value)).json());
  const [good, unreadable] = VERIFY_ANSWERS.many.value.results;
  expect(results[0]).toEqual(good);
  expect(results[1].problem.detail).toBe(Object(unreadable).problem.detail);
  expect(results[2]).toMatchObject({ verdict: 'unknown', credential: null });
});

test('every document that is described answers so, and refuses other methods', async () => {
  // Until the crons have looked, nobody is told that all is well.
  await laurel.runtime.tick();
  const { credentialStatus, credentialSubject } = z
    .object({
      credentialStatus: z.object({ statusListCredential: z.string() }),
      credentialSubject: z.object({ achievement: z.object({ id: z.string() }) }),
    })
    .parse(await (await fetch(`${page}.json`)).json());
  const { id, session } = await aHeldCredential(laurel, 'Sefu of Arusha');
  const collection = await aCollection(session, [id]);
  const map = await aMap(laurel, await aMember(laurel, 'Draws in Arusha', ['admin']));
  const ids: Readonly<Record<string, string>> = {
    '/c/{id}': page,
    '/collections/{id}': `${laurel.url}/collections/${collection}`,
    '/user-badges': `${laurel.url}/user-badges?username=Nobody`,
    '/status/{id}': credentialStatus.statusListCredential,
    '/achievements/{id}': credentialSubject.achievement.id,
  };
  // What is in the log depends on what was signed by then; its own tests look at it.
  const read = operationsOf(description).filter(
    ({ method, path }) => method === 'GET' && !/^\/log\/(?!checkpoint)/.test(path),
  );
  for (const { path, operation } of read) {
    const [prefix = ''] = Object.keys(ids).filter((one) => path.startsWith(one));
    const address = `${ids[prefix] ?? laurel.url}${path.slice(prefix.length)}`;
    const url = address.replace('{slug}', laurel.issuer).replace('{map}', map);
    const { content } = z.object({ content: z.looseObject({}) }).parse(operation.responses['200']);
    const [type = ''] = Object.keys(content);
    const answer = await fetch(url, { headers: { accept: type } });
    expect(answer.status, url).toBe(200);
    expect(answer.headers.get('content-type')?.split(';')[0], url).toBe(type);
    await answer.body?.cancel();
    const other = await fetch(url, { method: 'DELETE' });
    expect(other.status, url).toBe(405);
  }
  expect(read.length).toBeGreaterThan(14);
});

test('holds schemas that are valid JSON Schema (2020-12), and names refusals that there are', () => {
  const schemas = JSON.parse(
    JSON.stringify(description.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  );
  const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: false });
  for (const name of Object.keys(schemas)) {
    expect(() => ajv.compile({ $ref: `#/$defs/${name}`, $defs: schemas }), name).not.toThrow();
  }
  const operations = operationsOf(description);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]+$/.test(id))).toEqual([]);
  for (const { path, operation } of operations) {
    const isOfTokens = /^\/vc-api\/credentials\/(?:issue|status)$/.test(path);
    expect(operation.security, path).toEqual(isOfTokens ? [{ bearer: ['credentials:sign'] }] : []);
  }
  const named = operations.flatMap(({ operation }) => operation['x-problems']);
  expect(named.filter((reason) => !isReason(reason))).toEqual([]);
});

test.each(['en', 'ar'])(
  'the page for people has every operation and every finding, in %s',
  async (language) => {
    const html = await (await fetch(`${laurel.url}/api/reference?uselang=${language}`)).text();
    for (const { operation } of operationsOf(description)) {
      expect(html).toContain(`<h3 id="${operation.operationId}"`);
      expect(html).toContain(`href="#${operation.operationId}"`);
    }
    const messages: Record<string, string> = JSON.parse(
      readFileSync(`i18n/${language}.json`, 'utf8'),
    );
    const findings = Object.keys(messages).flatMap(
      (key) => /^check-[a-z]+-([a-z_]+)$/.exec(key)?.[1] ?? [],
    );
    expect(findings.length).toBeGreaterThan(80);
    for (const finding of findings) expect(html).toContain(`<code dir="ltr">${finding}</code>`);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/\$\d|\{\{/);
  },
);
