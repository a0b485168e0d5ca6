import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { aCredential } from '../support/awarding.ts';
import { aDocument } from '../support/foreign/documents.ts';
import { type ForeignIssuer, startForeignIssuer } from '../support/foreign-issuer.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { postVerify } from '../support/verifying.ts';

const Answer = z.strictObject({
  results: z.array(
    z.union([
      z.strictObject({
        verdict: z.string(),
        checks: z.array(z.looseObject({ check: z.string(), finding: z.string() })),
        credential: z.unknown(),
      }),
      z.strictObject({ problem: z.looseObject({ type: z.url(), instance: z.string() }) }),
    ]),
  ),
});

let laurel: Laurel;
let others: ForeignIssuer & { close(): Promise<void> };
let page: string;
let json: string;
beforeAll(async () => {
  others = await startForeignIssuer();
  laurel = await startLaurel({ localRetrievalOrigins: [others.origin] });
  ({ page } = await aCredential(laurel));
  json = await (await fetch(`${page}.json`)).text();
});
afterAll(async () => {
  await laurel.stop();
  await others.close();
});

/** What came of each, in order: a verdict or the kind of a problem. */
async function verifyMany(credentials: readonly unknown[]): Promise<readonly string[]> {
  const { results } = await reportsOn(credentials);
  return results.map((one) =>
    'problem' in one ? (one.problem.type.split('/').at(-1) ?? '') : one.verdict,
  );
}

async function reportsOn(credentials: readonly unknown[]) {
  const answer = await postVerify(laurel, { credentials });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return Answer.parse(await answer.json());
}

test('many are answered in their order, one verdict each, and what is none is a problem in its place', async () => {
  const jwt = await (await fetch(`${page}.jwt`)).text();
  const changed = json.replace('Participation', 'Partizipation');
  expect(
    await verifyMany([
      JSON.parse(json),
      7,
      json,
      jwt,
      { url: page },
      changed,
      { url: 'hello' },
      { url: `${laurel.origin}/c/k3TqV9wZ2mBc7XrLp` },
      null,
      'hello',
      page,
      { verifiableCredential: [JSON.parse(json)] },
    ]),
  ).toEqual([
    'valid',
    'credential_unreadable',
    'valid',
    'valid',
    'valid',
    'invalid',
    'request_invalid',
    'unknown',
    'credential_unreadable',
    'credential_unreadable',
    'credential_unreadable',
    'valid',
  ]);
});

test('a problem says which one it is about', async () => {
  const { results } = await reportsOn([json, { url: 'hello' }]);
  expect(results[1]).toMatchObject({
    problem: {
      type: `${laurel.origin}/problems/request_invalid`,
      status: 422,
      instance: '/api/verify#/credentials/1',
      issues: [{ pointer: '/credentials/1/url' }],
    },
  });
});

test('an object with a url and anything else is a credential, not an address', async () => {
  const { results } = await reportsOn([{ url: page, type: ['VerifiableCredential'] }]);
  expect(results[0]).toMatchObject({ credential: { url: page } });
});

test('what they may ask of other servers has an end, and what was not reached can be asked again', async () => {
  const credentials = Array.from({ length: 60 }, (_, place) => ({
    url: others.publish(`/nothing/${place}.json`, {}),
  }));
  others.asked.length = 0;
  const { results } = await reportsOn(credentials);
  const findings = results.map((one) => ('checks' in one ? one.checks[0]?.finding : null));

  expect(findings.slice(0, 50)).toEqual(Array(50).fill('no_credential'));
  expect(findings.slice(50)).toEqual(Array(10).fill('budget_spent'));
  expect(results.every((one) => 'verdict' in one && one.verdict === 'unknown')).toBe(true);
  expect(results[55]).toMatchObject({ checks: [{ check: 'retrieval', result: 'skipped' }] });
  expect(others.asked).toHaveLength(50);
  expect(await reportsOn(credentials.slice(50))).toMatchObject({
    results: [{ checks: [{ finding: 'no_credential' }] }, ...Array(9).fill({})],
  });
});

test.each([
  { title: 'none', credentials: [], issue: '/credentials' },
  { title: 'a hundred and one', credentials: Array(101).fill('x'), issue: '/credentials' },
])('$title: refused as a whole', async ({ credentials, issue }) => {
  await expectProblem(await postVerify(laurel, { credentials }), {
    reason: 'request_invalid',
    issue,
  });
});

test('one and many at once, and more than a call can work through, are refused as a whole', async () => {
  await expectProblem(await postVerify(laurel, { credentials: [json], url: page }), {
    reason: 'request_invalid',
  });
  const large = { evidence: Array.from({ length: 2_500 }, () => 1) };
  const many = await postVerify(laurel, { credentials: Array(21).fill(large) });
  await expectProblem(many, { reason: 'request_invalid', issue: '/credentials' });
  const bytes = { credentials: ['x'.repeat(5 * 1024 * 1024)] };
  await expectProblem(await postVerify(laurel, bytes), { reason: 'body_too_large' });
});

test('a hundred of ours are answered', async () => {
  expect(await verifyMany(Array(100).fill(json))).toEqual(Array(100).fill('valid'));
});

test('what many expensive ones leave no time for is skipped, and can be asked again', async () => {
  const results = Array.from({ length: 8 }, () => ({ type: ['Result'], value: 'x' }));
  const expensive = {
    ...Object(await others.issue('eddsa-rdfc-2022', {}, { identity: 'did:key' })),
    credentialSubject: Array.from({ length: 4 }, () => ({
      ...Object(aDocument('ob-2.0', 'urn:x').credentialSubject),
      id: undefined,
      identifier: [],
      result: results,
    })),
  };
  const usual = await others.issue('eddsa-rdfc-2022', {}, { identity: 'did:key' });

  const many = await verifyMany([usual, ...Array.from({ length: 14 }, () => expensive), usual]);

  expect(many[0]).toBe('valid');
  expect(many[1]).toBe('invalid');
  expect(many.slice(-2)).toEqual(['unknown', 'unknown']);
  expect(await verifyMany([usual])).toEqual(['valid']);
});
