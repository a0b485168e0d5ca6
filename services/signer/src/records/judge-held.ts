import type { Failure } from '@laurel/core/failure';
import type { JsonObject } from '@laurel/core/json';
import { MAX_RECORD_CREDENTIALS } from '@laurel/core/learner-record';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Verdict } from '@laurel/core/verdict';
import { inSet } from '@laurel/store/in-set';
import { credentials } from '@laurel/store/public/schema';
import { verifyOurs } from '@laurel/verification/ours/verify-ours';
import { inArray } from 'drizzle-orm';
import { readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';
import { facesOf } from '../faces-of.ts';
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
  const { id, issuer, document, disclosure, mayIncludeMinors } = credentials;
  const rows = await readAmong(signing, held, ({ publicStore }, some) =>
    publicStore
      .select({ id, issuer, document, disclosure, mayIncludeMinors })
      .from(credentials)
      .where(inArray(id, inSet(some))),
  );
  const faces = await facesOf(signing, [...new Set(rows.map((row) => row.issuer))]);
  const invented = new Map(faces.map((face) => [face.slug, face.demonstration]));
  const byId = new Map(
    rows.flatMap((row) => {
      const demonstration = invented.get(row.issuer);
      return demonstration === undefined ? [] : [[row.id, { ...row, demonstration }] as const];
    }),
  );
  return ids.flatMap((one) => byId.get(one) ?? []);
}
