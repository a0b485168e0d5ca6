import { createHash, randomBytes } from 'node:crypto';
import type { InventedAccount } from './account.ts';

/** Who may send people here: one OAuth 2.0 consumer, as registered on Meta. */
export type Consumer = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Compared letter by letter. */
  readonly redirectUri: string;
};

/** What a person allowed on the login page. */
type Grant = { readonly account: InventedAccount; readonly codeChallenge: string };

/** Codes and tokens, in memory: all of them end with the process. */
export type Grants = {
  readonly newCode: (grant: Grant) => string;
  /** The account, if the verifier fits; a code is used up by asking, whatever comes of it. */
  readonly redeem: (code: string, codeVerifier: string) => InventedAccount | undefined;
  readonly newToken: (account: InventedAccount) => string;
  readonly accountOf: (token: string) => InventedAccount | undefined;
};

export function noGrantsYet(): Grants {
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, InventedAccount>();
  return {
    newCode: (grant) => keepUnderNewSecret(codes, grant),
    redeem: (code, codeVerifier) => {
      const grant = codes.get(code);
      codes.delete(code);
      return grant?.codeChallenge === challengeOf(codeVerifier) ? grant.account : undefined;
    },
    newToken: (account) => keepUnderNewSecret(tokens, account),
    accountOf: (token) => tokens.get(token),
  };
}

function keepUnderNewSecret<Kept>(store: Map<string, Kept>, kept: Kept): string {
  const secret = newSecret();
  store.set(secret, kept);
  return secret;
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** RFC 7636, Section 4.6, for S256. */
function challengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url');
}
