import type { Consumer } from './grants.ts';

/** What an application asks of the login page (RFC 6749, Section 4.1.1; RFC 7636, Section 4.3). */
export type AuthorizationRequest = {
  readonly response_type: string;
  readonly client_id: string;
  readonly redirect_uri: string;
  readonly state: string;
  readonly code_challenge: string;
  readonly code_challenge_method: string;
};

export function requestIn(parameter: (name: string) => string | undefined): AuthorizationRequest {
  const text = (name: string) => parameter(name) ?? '';
  return {
    response_type: text('response_type'),
    client_id: text('client_id'),
    redirect_uri: text('redirect_uri'),
    state: text('state'),
    code_challenge: text('code_challenge'),
    code_challenge_method: text('code_challenge_method'),
  };
}

/** A SHA-256 digest in base64url without padding. */
const S256_CHALLENGE = /^[\w-]{43}$/;

/** Why the request cannot be served, in words for the application's author; null if it can. */
export function flawIn(request: AuthorizationRequest, consumer: Consumer): string | null {
  if (request.client_id !== consumer.clientId) return 'No such consumer: client_id.';
  if (request.redirect_uri !== consumer.redirectUri) {
    return `redirect_uri is not the registered one, ${consumer.redirectUri}.`;
  }
  if (request.response_type !== 'code') return 'response_type must be code.';
  if (request.code_challenge_method !== 'S256') return 'code_challenge_method must be S256.';
  if (!S256_CHALLENGE.test(request.code_challenge)) return 'code_challenge is not an S256 one.';
  return null;
}
