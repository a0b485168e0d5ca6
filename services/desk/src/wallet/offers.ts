import { walletOffers } from '@laurel/store/private/desk';
import { and, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { freshDigits } from '../fresh-digits.ts';
import { hexOf } from '../hex.ts';
import type { Offered } from './fetched.ts';

/** How long a code is good. */
const OFFER_SECONDS = 600;

/** How long a wallet may fetch, once it has shown the code. */
export const TOKEN_SECONDS = 300;

/** Of a million codes: after these the offer is used up. */
const MAX_TRIES = 5;

const SECRET_BYTES = 24;

/** What the holder's page shows, and nothing keeps. `digits`: six. */
export type FreshOffer = { readonly code: string; readonly digits: string };

/** Why a code gives no token. */
export type CodeRefusal = 'unknown' | 'used' | 'expired' | 'digits_missing' | 'digits_wrong';

/** Offers a credential to a wallet of its holder. Who calls has checked that it is theirs. */
export async function makeOffer(
  { store, nowSeconds }: Desk,
  accountId: string,
  credentialId: string,
): Promise<FreshOffer> {
  const code = freshSecret();
  const digits = freshDigits();
  const offer = {
    codeHash: await sha256Hex(code),
    accountId,
    digitsHash: await hashOfDigits(code, digits),
    tries: 0,
    endsAtSeconds: nowSeconds + OFFER_SECONDS,
    tokenHash: null,
  };
  await store
    .insert(walletOffers)
    .values({ credentialId, ...offer })
    .onConflictDoUpdate({ target: walletOffers.credentialId, set: offer });
  return { code, digits };
}

/** What a code that could still be used offers; null where it is none, was used or is over. */
export async function openOffer(
  { store, nowSeconds }: Desk,
  code: string,
): Promise<Offered | null> {
  const [found] = await store
    .select({ accountId: walletOffers.accountId, credentialId: walletOffers.credentialId })
    .from(walletOffers)
    .where(
      and(
        eq(walletOffers.codeHash, await sha256Hex(code)),
        isNull(walletOffers.tokenHash),
        gt(walletOffers.endsAtSeconds, nowSeconds),
        lt(walletOffers.tries, MAX_TRIES),
      ),
    );
  return found ?? null;
}

/** Uses a code up and gives an access token for it. Each try with digits counts, two at once as two. */
export async function useCode(
  { store, nowSeconds }: Desk,
  code: string,
  digits: string | null,
): Promise<{ readonly token: string } | { readonly refusal: CodeRefusal }> {
  const codeHash = await sha256Hex(code);
  const open = and(
    eq(walletOffers.codeHash, codeHash),
    isNull(walletOffers.tokenHash),
    gt(walletOffers.endsAtSeconds, nowSeconds),
  );
  const [found] = await store
    .select()
    .from(walletOffers)
    .where(eq(walletOffers.codeHash, codeHash));
  if (found === undefined) return { refusal: 'unknown' };
  if (found.tokenHash !== null) return { refusal: 'used' };
  if (found.endsAtSeconds <= nowSeconds) return { refusal: 'expired' };
  if (digits === null) return { refusal: 'digits_missing' };
  const counted = await store
    .update(walletOffers)
    .set({ tries: sql`${walletOffers.tries} + 1` })
    .where(and(open, lt(walletOffers.tries, MAX_TRIES)))
    .returning({ digitsHash: walletOffers.digitsHash });
  const digitsHash = await hashOfDigits(code, digits);
  if (counted[0] === undefined || counted[0].digitsHash !== digitsHash) {
    return { refusal: 'digits_wrong' };
  }
  const token = freshSecret();
  const used = await store
    .update(walletOffers)
    .set({ tokenHash: await sha256Hex(token), endsAtSeconds: nowSeconds + TOKEN_SECONDS })
    .where(open)
    .returning({ codeHash: walletOffers.codeHash });
  return used.length === 0 ? { refusal: 'used' } : { token };
}

/** Whose credential an access token fetches; null where it is none, or over. */
export async function offerOfToken(
  { store, nowSeconds }: Desk,
  token: string,
): Promise<Offered | null> {
  const [found] = await store
    .select({ accountId: walletOffers.accountId, credentialId: walletOffers.credentialId })
    .from(walletOffers)
    .where(
      and(
        eq(walletOffers.tokenHash, await sha256Hex(token)),
        gt(walletOffers.endsAtSeconds, nowSeconds),
      ),
    );
  return found ?? null;
}

/** Forgets offers that are over. May be repeated. */
export async function sweepOffers({ store, nowSeconds }: Desk): Promise<void> {
  await store.delete(walletOffers).where(lte(walletOffers.endsAtSeconds, nowSeconds));
}

function freshSecret(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** With the code, which is not kept: a million hashes of digits alone are soon made. */
function hashOfDigits(code: string, digits: string): Promise<string> {
  return sha256Hex(`${code}:${digits}`);
}
