import { readerOf } from '@laurel/http/reader';
import { logDefect } from '@laurel/observing/log-defect';
import { storeRefusal } from '@laurel/store/unavailable';
import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';
import { countTimes } from '../rate-limits/count-times.ts';
import { WALLET_FETCHES } from '../rate-limits/limits.ts';
import { readCredentialRequest } from './credential-request.ts';
import { fetchedBy, formsOf } from './fetched.ts';
import { refused, refusedForNow, takesOnly } from './oauth-error.ts';
import { offerOf } from './offer.ts';
import { type CodeRefusal, offerOfToken, openOffer, TOKEN_SECONDS, useCode } from './offers.ts';
import { openToWallets } from './open-to-wallets.ts';
import { readTokenRequest } from './token-request.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const RETRY_AFTER_SECONDS = 30;

/** Section 6.3 of OpenID4VCI 1.0: which error says so, and in which words. */
const REFUSALS: Readonly<Record<CodeRefusal, readonly [error: string, description: string]>> = {
  unknown: ['invalid_grant', 'There is no such offer, or it is over.'],
  used: ['invalid_grant', 'This offer was used already. Its holder can make another one.'],
  expired: ['invalid_grant', 'This offer is over. Its holder can make another one.'],
  digits_missing: ['invalid_request', 'The six digits below the QR code are needed: tx_code.'],
  digits_wrong: ['invalid_grant', 'These are not the digits, or too many were tried.'],
};

/**
 * OpenID for Verifiable Credential Issuance 1.0, with pre-authorized codes. These speak OAuth's errors
 * (RFC 6749, Section 5.2) instead of problem documents, as wallets read nothing else.
 */
export const walletRoutes = new Hono<DeskApp>();

walletRoutes.use(openToWallets);

walletRoutes.get('/offers/:code', async (c) => {
  const { desk } = c.var;
  const code = c.req.param('code');
  const offered = await openOffer(desk, code);
  const forms = offered === null ? [] : await formsOf(desk, offered);
  if (forms.length === 0) return refused(c, 404, ...REFUSALS.unknown);
  const { messages } = readerOf(c.req.raw);
  const headers = { ...NO_STORE, 'content-language': messages.language };
  return c.json(offerOf(messages, desk.origin, code, forms), 200, headers);
});
walletRoutes.all('/offers/:code', takesOnly('GET', 'HEAD'));

walletRoutes.post('/token', async (c) => {
  const request = await readTokenRequest(c);
  if (request instanceof Response) return request;
  const used = await useCode(c.var.desk, request.code, request.digits);
  if ('refusal' in used) return refused(c, 400, ...REFUSALS[used.refusal]);
  const answer = {
    access_token: used.token,
    token_type: 'Bearer',
    expires_in: TOKEN_SECONDS,
    ...(request.details === null ? {} : { authorization_details: request.details }),
  };
  return c.json(answer, 200, NO_STORE);
});
walletRoutes.all('/token', takesOnly('POST'));

walletRoutes.post('/credential', async (c) => {
  const { desk } = c.var;
  const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const offered = token === undefined ? null : await offerOfToken(desk, token);
  if (offered === null) {
    // RFC 6750, Section 3.1: who sent no token is told no error.
    c.header('www-authenticate', token === undefined ? 'Bearer' : 'Bearer error="invalid_token"');
    return refused(c, 401, 'invalid_token', 'There is no such access token, or it is over.');
  }
  const counted = await countTimes(c, offered.accountId, [WALLET_FETCHES]);
  if (!counted.ok) {
    const { retryAfterSeconds } = counted.failure;
    return refusedForNow(c, 429, retryAfterSeconds, 'This was asked for too often.');
  }
  const request = await readCredentialRequest(c);
  if (request instanceof Response) return request;
  const fetched = await fetchedBy(desk, offered, request.format);
  if ('credential' in fetched) {
    const { credential } = fetched;
    const answer = request.isDraft ? { credential } : { credentials: [{ credential }] };
    return c.json(answer, 200, NO_STORE);
  }
  return fetched.refusal === 'not_shown'
    ? refused(c, 400, 'credential_request_denied', 'Its holder does not show it any more.')
    : refusedForNow(c, 503, RETRY_AFTER_SECONDS, 'This form of it is signed soon.');
});
walletRoutes.all('/credential', takesOnly('POST'));

walletRoutes.all('*', (c) => refused(c, 404, 'not_found', 'There is nothing here for wallets.'));

walletRoutes.onError((error, c) => {
  logDefect(error);
  const unavailable = storeRefusal(error);
  if (unavailable !== null) {
    return refusedForNow(c, 503, unavailable.retryAfterSeconds, 'This is busy at the moment.');
  }
  return refused(c, 500, 'server_error', 'This is our fault, and was noted.');
});
