import { inSet } from '@laurel/store/in-set';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { amongDatabases } from '../databases.ts';
import type { Signing } from '../env.ts';
import { logPending, type ToLog } from '../log/log-pending.ts';
import { issuersOnce } from './issuer-to-sign.ts';
import { orDefect } from './or-defect.ts';
import { signRsaJwt } from './sign.ts';

/** What one call signs at most: at 0.8 ms each well within an invocation. */
const MAX_PER_CALL = 500;

const PENDING = and(isNull(credentials.rsaJwt), isNotNull(credentials.document));

/** Signs the RS256 JWTs that are still missing of these credentials, wherever they are. */
export async function completeRsaJwtsOf(signing: Signing, ids: readonly string[]): Promise<void> {
  for (const one of amongDatabases(signing, ids)) await completeRsaJwts(one.of, one.ids);
}

/** The same in the database at hand, of these or of any. */
export async function completeRsaJwts(signing: Signing, ids?: readonly string[]): Promise<void> {
  const { publicStore } = signing;
  const issuerOf = issuersOnce(signing);
  const pending = await publicStore
    .select({
      id: credentials.id,
      issuer: credentials.issuer,
      document: credentials.document,
      validFrom: credentials.validFrom,
      rsaKeyId: credentials.rsaKeyId,
    })
    .from(credentials)
    .where(ids === undefined ? PENDING : and(PENDING, inArray(credentials.id, inSet(ids))))
    .orderBy(credentials.validFrom)
    .limit(MAX_PER_CALL);
  const updates = [];
  const signed: ToLog[] = [];
  for (const { id, issuer, document, ...rest } of pending) {
    if (document === null) continue;
    const rsaJwt = await orDefect(async () =>
      signRsaJwt(signing, await issuerOf(issuer), { document, ...rest }),
    );
    if (rsaJwt === null) continue;
    signed.push({ of: 'artefact', credentialId: id, artefact: 'rsa_jwt', text: rsaJwt });
    updates.push(
      publicStore
        .update(credentials)
        .set({ rsaJwt })
        // A token by a key that was stolen meanwhile is thrown away: the row names another key then.
        .where(and(eq(credentials.id, id), eq(credentials.rsaKeyId, rest.rsaKeyId), PENDING)),
    );
  }
  const [first, ...rest] = updates;
  if (first !== undefined) {
    await publicStore.batch([first, ...rest, ...(await logPending(signing, signed))]);
  }
}
