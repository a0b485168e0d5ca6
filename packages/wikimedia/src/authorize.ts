import * as oauth from 'oauth4webapi';
import { endpointsOf, type Wikimedia } from './wikimedia.ts';

/** What one login must remember, in the browser that began it, until the wiki sends it back. */
export type LoginAttempt = {
  /** Ties the answer to the browser that asked (RFC 6749, Section 10.12). */
  readonly state: string;
  /** Ties the code to whoever began the login (RFC 7636, Section 4.1). */
  readonly codeVerifier: string;
};

/** A fresh attempt: 256 random bits each, from the platform. */
export function newLoginAttempt(): LoginAttempt {
  return { state: newState(), codeVerifier: newCodeVerifier() };
}

/** 256 random bits in base64url, for `state` (RFC 6749, Section 10.12). */
export function newState(): string {
  return oauth.generateRandomState();
}

/** 256 random bits in base64url, for `code_verifier` (RFC 7636, Section 4.1). */
export function newCodeVerifier(): string {
  return oauth.generateRandomCodeVerifier();
}

/**
 * Where to send a browser to log in: authorization code flow (RFC 6749, Section 4.1.1) with PKCE S256
 * (RFC 7636, Section 4.3). `uiLocale` is a BCP 47 tag, the language of the wiki's own pages.
 *
 * It names no scope. Extension:OAuth then grants what the consumer is registered for, and ours is
 * registered as "User identity verification only" (`mwoauth-authonly`): no e-mail address, no
 * real name, no right to edit. A scope sent from here could only be out of step with that.
 */
export async function authorizationRequest(
  wikimedia: Wikimedia,
  attempt: LoginAttempt & { readonly uiLocale: string },
): Promise<URL> {
  const url = endpointsOf(wikimedia).authorize;
  const parameters = {
    response_type: 'code',
    client_id: wikimedia.clientId,
    redirect_uri: wikimedia.redirectUri,
    state: attempt.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: 'S256',
    ui_locales: attempt.uiLocale,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}
