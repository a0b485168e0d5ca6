import { readBody } from '@laurel/http/read-body';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { DeskApp } from '../app-context.ts';
import { readForm } from '../session/read-form.ts';
import { askedIn } from './credential-request.ts';
import { fetchedBy } from './fetched.ts';
import { offerOf, PRE_AUTHORIZED } from './metadata.ts';
import { type CodeRefusal, isOpen, offerOfToken, TOKEN_SECONDS, useCode } from './offers.ts';

const MAX_REQUEST_BYTES = 16_384;
const NO_STORE = { 'cache-control': 'no-store' };
const RETRY_AFTER_SECONDS = 30;

/** Section 6.3 of OpenID4VCI 1.0: which error says so, and in which words. */
const REFUSALS: Readonly<Record<CodeRefusal, readonly [error: string, description: string]>> = {
  unknown: ['invalid_grant', 'There is no such offer, or it is over.'],
  used: ['invalid_grant', 'This offer was used already. Its holder can make another one.'],
  expired: ['invalid_grant', 'This offer is over. Its holder can make another one.'],
  digits_missing: ['invalid_request', 'The six digits beside the QR code are needed: tx_code.'],
  digits_wrong: ['invalid_grant', 'These are not the digits, or too many were tried.'],
};

/**
 * OpenID for Verifiable Credential Issuance 1.0, with pre-authorized codes. These speak OAuth's errors
 * (RFC 6749, Section 5.2) instead of problem documents, as wallets read nothing else.
 */
export const walletRoutes = new Hono<DeskApp>();

walletRoutes.use(cors());

walletRoutes.get('/offers/:code', async (c) => {
  const { desk } = c.var;
  const code = c.req.param('code');
  return (await isOpen(desk, code))
    ? c.json(offerOf(desk.origin, code), 200, NO_STORE)
    : refused(c, 404, ...REFUSALS.unknown);
});

walletRoutes.post('/token', async (c) => {
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, 400, 'invalid_request', 'A form of OAuth is needed.');
  if (form.value.get('grant_type') !== PRE_AUTHORIZED) {
    return refused(c, 400, 'unsupported_grant_type', `The one grant here is ${PRE_AUTHORIZED}.`);
  }
  const code = form.value.get('pre-authorized_code');
  if (code === null) return refused(c, 400, 'invalid_request', 'pre-authorized_code is missing.');
  // Drafts up to 12 call the digits so.
  const digits = form.value.get('tx_code') ?? form.value.get('user_pin');
  const used = await useCode(c.var.desk, code, digits);
  if ('refusal' in used) return refused(c, 400, ...REFUSALS[used.refusal]);
  const { token } = used;
  const answer = { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
  return c.json(answer, 200, NO_STORE);
});

walletRoutes.post('/credential', async (c) => {
  const { desk } = c.var;
  const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const offer = token === undefined ? null : await offerOfToken(desk, token);
  if (offer === null) {
    c.header('www-authenticate', token === undefined ? 'Bearer' : 'Bearer error="invalid_token"');
    return refused(c, 401, 'invalid_token', 'There is no such access token, or it is over.');
  }
  const asked = askedIn(await jsonIn(c.req.raw));
  if ('error' in asked) return refused(c, 400, asked.error, 'This is not offered here.');
  const fetched = await fetchedBy(desk, offer, asked.format);
  if ('credential' in fetched) {
    const { credential } = fetched;
    return c.json(
      asked.isDraft ? { credential } : { credentials: [{ credential }] },
      200,
      NO_STORE,
    );
  }
  if (fetched.refusal === 'not_shown') {
    return refused(c, 400, 'credential_request_denied', 'Its holder does not show it any more.');
  }
  c.header('retry-after', String(RETRY_AFTER_SECONDS));
  return refused(c, 503, 'temporarily_unavailable', 'This form of it is signed soon.');
});

/** What was sent; undefined where it is no JSON. */
async function jsonIn(request: Request): Promise<unknown> {
  const body = await readBody(request, MAX_REQUEST_BYTES);
  if (!body.ok) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body.value));
  } catch {
    return undefined;
  }
}

function refused(
  c: Context<DeskApp>,
  status: 400 | 401 | 404 | 503,
  error: string,
  description: string,
): Response {
  return c.json({ error, error_description: description }, status, NO_STORE);
}
