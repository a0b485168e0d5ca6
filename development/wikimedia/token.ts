import { Hono } from 'hono';
import { type Consumer, type Grants, newSecret } from './grants.ts';

/** Wikimedia's own setting. */
const TOKEN_LIFETIME_SECONDS = 14_400;

/** The token endpoint: a code for a token (RFC 6749, Section 4.1.3), and no other grant. */
export function tokenRoutes(consumer: Consumer, grants: Grants) {
  return new Hono().post('/', async (c) => {
    const [mediaType = ''] = (c.req.header('content-type') ?? '').split(';');
    if (mediaType.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
      return c.json({ message: 'Unsupported Content-Type', httpCode: 415 }, 415);
    }
    const form = new URLSearchParams(await c.req.text());
    if (form.get('grant_type') !== 'authorization_code') {
      return c.json(refusal('unsupported_grant_type'), 400);
    }
    if (
      form.get('client_id') !== consumer.clientId ||
      form.get('client_secret') !== consumer.clientSecret
    ) {
      return c.json(refusal('invalid_client'), 401);
    }
    const account = grants.redeem(form.get('code') ?? '', form.get('code_verifier') ?? '');
    if (account === undefined || form.get('redirect_uri') !== consumer.redirectUri) {
      return c.json(refusal('invalid_grant'), 400);
    }
    return c.json({
      token_type: 'Bearer',
      expires_in: TOKEN_LIFETIME_SECONDS,
      access_token: grants.newToken(account),
      refresh_token: newSecret(),
    });
  });
}

/** RFC 6749, Section 5.2. */
function refusal(error: string) {
  return { error, error_description: `Refused: ${error}`, message: `Refused: ${error}` };
}
