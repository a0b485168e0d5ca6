import { MAX_SIGNED_COPIES, type SignedCopy } from '@laurel/contracts/signer-rpc';
import { wholeJwt } from '@laurel/proofs/jwt/kept';
import { inSet } from '@laurel/store/in-set';
import { intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';
import { releasedAmong } from './released-of.ts';

/** What was signed, of those of these credentials that the account holds and that were not erased. */
export async function signedCopies(
  signing: Signing,
  holderAccountId: string,
  credentialIds: readonly string[],
): Promise<readonly SignedCopy[]> {
  if (credentialIds.length > MAX_SIGNED_COPIES) throw new Error('too many copies for one call');
  const held = await releasedAmong(signing, holderAccountId, credentialIds);
  return copiesAmong(signing, credentialIds, held);
}

/** The same of learner records. */
export async function recordCopies(
  signing: Signing,
  holderAccountId: string,
  recordIds: readonly string[],
): Promise<readonly SignedCopy[]> {
  if (recordIds.length > MAX_SIGNED_COPIES) throw new Error('too many copies for one call');
  const held = await signing.privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .where(
      and(
        inArray(intents.credentialId, inSet(recordIds)),
        eq(intents.state, 'released'),
        eq(intents.recordHolder, holderAccountId),
      ),
    );
  return copiesAmong(
    signing,
    recordIds,
    held.map(({ id }) => id),
  );
}

async function copiesAmong(
  signing: Signing,
  wanted: readonly string[],
  held: readonly string[],
): Promise<readonly SignedCopy[]> {
  const { id, document, joseJwt, rsaJwt } = credentials;
  const rows = await readAmong(signing, held, ({ publicStore }, some) =>
    publicStore
      .select({ credentialId: id, document, joseJwt, rsaJwt })
      .from(credentials)
      .where(inArray(id, inSet(some))),
  );
  const copyOf = new Map(
    rows.flatMap(({ credentialId, document, joseJwt, rsaJwt }) =>
      document === null || joseJwt === null
        ? []
        : [
            [
              credentialId,
              {
                credentialId,
                document,
                joseJwt: wholeJwt(joseJwt, document),
                rsaJwt: rsaJwt === null ? null : wholeJwt(rsaJwt, document),
              },
            ] as const,
          ],
    ),
  );
  return wanted.flatMap((id) => copyOf.get(id) ?? []);
}
