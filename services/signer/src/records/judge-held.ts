import type { Failure } from '@laurel/core/failure';
import type { JsonObject } from '@laurel/core/json';
import { MAX_RECORD_CREDENTIALS } from '@laurel/core/learner-record';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Verdict } from '@laurel/core/verdict';
import { inSet } from '@laurel/store/in-set';
import { credentials, issuers } from '@laurel/store/public/schema';
import { verifyOurs } from '@laurel/verification/ours/verify-ours';
import { eq, inArray } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { releasedAmong } from '../standing/released-of.ts';
import { registryForHeld } from './known-issuers.ts';

export type HeldToSign = {
  /** In the order in which they were chosen. */
  readonly documents: readonly JsonObject[];
  /** The most that any of them says of who holds it. */
  readonly disclosure: (typeof credentials.$inferSelect)['disclosure'];
  readonly mayIncludeMinors: boolean;
  /** True where all of them are of issuers that were invented for demonstrations. */
  readonly isDemonstration: boolean;
};

/**
 * The credentials that a record is to hold, as they were signed; refused unless all of them are the account's
 * and a stranger would find each valid now, whether or not its link is on.
 */
export async function judgeHeld(
  signing: Signing,
  holderAccountId: string,
  credentialIds: readonly string[],
): Promise<Result<HeldToSign, Failure>> {
  if (credentialIds.length === 0) return refuse({ reason: 'record_empty' });
  if (credentialIds.length > MAX_RECORD_CREDENTIALS) {
    return refuse({ reason: 'record_too_large', most: MAX_RECORD_CREDENTIALS });
  }
  const rows = await ownRows(signing, holderAccountId, credentialIds);
  if (rows.length < credentialIds.length) return refuse({ reason: 'credential_unknown' });
  const registry = registryForHeld(signing);
  const documents: JsonObject[] = [];
  for (const { id, document } of rows) {
    const verdict = document === null ? 'withdrawn' : await verdictOn(document);
    if (verdict !== 'valid' || document === null) {
      return refuse({ reason: 'record_holds_invalid', credential: id, verdict });
    }
    documents.push(JSON.parse(document));
  }
  const modes = rows.map(({ disclosure }) => disclosure);
  return ok({
    documents,
    disclosure: modes.find((mode) => mode === 'account') ?? modes.find(isNamed) ?? 'none',
    mayIncludeMinors: rows.some(({ mayIncludeMinors }) => mayIncludeMinors),
    isDemonstration: rows.every(({ demonstration }) => demonstration),
  });

  async function verdictOn(document: string): Promise<Verdict> {
    const credential: JsonObject = JSON.parse(document);
    const presented = { form: 'embedded', credential } as const;
    return (await verifyOurs(presented, registry, signing.nowSeconds)).verdict;
  }
}

function isNamed(mode: HeldToSign['disclosure']): boolean {
  return mode !== 'none';
}

/** Those that the account holds, in the order of the ids. */
async function ownRows(signing: Signing, holderAccountId: string, ids: readonly string[]) {
  const held = await releasedAmong(signing, holderAccountId, ids);
  const { id, document, disclosure, mayIncludeMinors } = credentials;
  const { demonstration } = issuers;
  const rows = await signing.publicStore
    .select({ id, document, disclosure, mayIncludeMinors, demonstration })
    .from(credentials)
    .innerJoin(issuers, eq(issuers.slug, credentials.issuer))
    .where(inArray(id, inSet(held)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((one) => byId.get(one) ?? []);
}
