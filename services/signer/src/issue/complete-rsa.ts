import { MAX_ISSUE_REQUESTS, paperRequestKey } from '@laurel/contracts/signer-rpc';
import { keptJwt } from '@laurel/proofs/jwt/kept';
import { inSet } from '@laurel/store/in-set';
import { jsonChunks } from '@laurel/store/json-chunks';
import { intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { valuesBy } from '@laurel/store/values-by';
import { and, asc, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { amongDatabases } from '../databases.ts';
import type { Signing } from '../env.ts';
import { logPending, tokenToLog } from '../log/log-pending.ts';
import { issuersOnce } from './issuer-to-sign.ts';
import { orDefect } from './or-defect.ts';
import { signRsaJwt } from './sign.ts';

/** What is signed and written together: at a millisecond each half a second, and 2 MB of tokens. */
const MAX_TOGETHER = 500;

/** What one tick signs at most: of the 30 seconds of processor time that it has (Cloudflare Workers, "Limits"), 10. */
const MAX_PER_TICK = 10_000;

/** Credentials whose RS256 JWT is still to be made. */
export const PENDING = and(isNull(credentials.rsaJwt), isNotNull(credentials.document));

/** Signs the RS256 JWTs that are still missing of these credentials, wherever they are. */
export async function completeRsaJwts(signing: Signing, ids: readonly string[]): Promise<void> {
  for (const { of, ids: some } of amongDatabases(signing, ids)) {
    await completeSome(of, inArray(credentials.id, inSet(some)));
  }
}

/** The same of what was signed on paper for these awards. */
export async function completePaperJwts(
  signing: Signing,
  awardIds: readonly string[],
): Promise<void> {
  if (awardIds.length > MAX_ISSUE_REQUESTS) throw new Error('too many awards for one call');
  const made = await signing.privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .where(inArray(intents.requestKey, inSet(awardIds.map(paperRequestKey))));
  await completeRsaJwts(
    signing,
    made.map(({ id }) => id),
  );
}

/** The same of any in the database at hand: what a call that was cut off left. One that cannot be signed holds up no other. */
export async function completeMissingRsaJwts(signing: Signing): Promise<void> {
  let last = '';
  for (let looked = 0; looked < MAX_PER_TICK; looked += MAX_TOGETHER) {
    const found = await completeSome(signing, gt(credentials.id, last));
    if (found.length < MAX_TOGETHER) return;
    last = found.at(-1) ?? last;
  }
}

/** Answers the ids that were looked at, in their order. */
async function completeSome(signing: Signing, which: SQL): Promise<readonly string[]> {
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
    .where(and(PENDING, which))
    .orderBy(asc(credentials.id))
    .limit(MAX_TOGETHER);
  const tokens: Token[] = [];
  for (const { id, issuer, document, ...rest } of pending) {
    if (document === null) continue;
    const rsaJwt = await orDefect(async () =>
      signRsaJwt(signing, await issuerOf(issuer), { document, ...rest }),
    );
    if (rsaJwt !== null) tokens.push({ id, rsaJwt, rsaKeyId: rest.rsaKeyId });
  }
  const [first, ...others] = jsonChunks(tokens.map(asKept)).map((chunk) => writing(signing, chunk));
  if (first !== undefined) {
    const logging = await logPending(
      signing,
      tokens.map(({ id, rsaJwt }) => tokenToLog(id, 'rsa_jwt', rsaJwt)),
    );
    await publicStore.batch([first, ...others, ...logging]);
  }
  return pending.map(({ id }) => id);
}

type Token = { readonly id: string; readonly rsaJwt: string; readonly rsaKeyId: string };

function asKept({ rsaJwt, ...token }: Token): Token {
  return { ...token, rsaJwt: keptJwt(rsaJwt) };
}

/** A token by a key that was stolen meanwhile is thrown away: the row names another key then. */
function writing({ publicStore }: Signing, chunk: string) {
  return publicStore
    .update(credentials)
    .set({ rsaJwt: sql`signed.value ->> 'rsaJwt'` })
    .from(sql`${valuesBy('id', chunk)} as signed`)
    .where(
      and(
        sql`${credentials.id} = signed.at`,
        eq(credentials.rsaKeyId, sql`signed.value ->> 'rsaKeyId'`),
        PENDING,
      ),
    );
}
