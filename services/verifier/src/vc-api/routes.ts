import type { Failure, Issue } from '@laurel/core/failure';
import type { Json } from '@laurel/core/json';
import type { Verdict } from '@laurel/core/verdict';
import { readJson } from '@laurel/http/read-json';
import { type Context, Hono } from 'hono';
import type { App } from '../env.ts';
import { countVerified } from '../presented/count-verified.ts';
import { MAX_JSON_BYTES } from '../presented/limits.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { askableByOthers } from '../routes/open-to-others.ts';
import { credentialReport } from './credential-report.ts';
import { presentationReport } from './presentation-report.ts';
import { VerifyCredentialRequest, VerifyPresentationRequest } from './verify-requests.ts';

/**
 * The verifying side of VC-API (W3C CCG): for programs that go by the status of an answer. 200 is said of
 * what is valid, and of nothing else.
 */
export const vcApi = new Hono<App>();

vcApi.use('/*', askableByOthers());

vcApi.post('/credentials/verify', async (c) => {
  const body = await readJson(c.req.raw, VerifyCredentialRequest, MAX_JSON_BYTES);
  if (!body.ok) return refused(c, body.failure);
  return answer(c, 'credential_not_valid', await credentialReport(c, body.value));
});

vcApi.post('/presentations/verify', async (c) => {
  const body = await readJson(c.req.raw, VerifyPresentationRequest, MAX_JSON_BYTES);
  if (!body.ok) return refused(c, body.failure);
  return answer(c, 'presentation_not_valid', await presentationReport(c, body.value));
});

vcApi.all('/credentials/verify', onlyMethods('POST', 'OPTIONS'));
vcApi.all('/presentations/verify', onlyMethods('POST', 'OPTIONS'));

/** What was found, as an answer of this API or as the members of its refusal. */
export type Found = {
  readonly verdict: Verdict;
  readonly checks: readonly Json[];
  readonly issues: readonly Issue[];
  readonly more: Readonly<Record<string, Json>>;
};

function answer(
  c: Context<App>,
  reason: 'credential_not_valid' | 'presentation_not_valid',
  { verdict, checks, issues, more }: Found,
): Response | Promise<Response> {
  countVerified(c.env, verdict, 'vc_api');
  if (verdict !== 'valid') {
    const failure: Failure = { reason, verified: false, verdict, checks, issues };
    return refused(c, { ...failure, ...more });
  }
  return c.json({ verified: true, verdict, checks, ...more }, 200, { 'cache-control': 'no-store' });
}
