import type { PublishedKey } from '@laurel/core/verification-key';
import { keptJwt } from '@laurel/proofs/jwt/kept';
import { credentials } from '@laurel/store/public/schema';
import { and, asc, eq, gt, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Signing } from '../env.ts';
import { issuersOnce } from '../issue/issuer-to-sign.ts';
import { orDefect } from '../issue/or-defect.ts';
import { type IssuerToSign, signArtefacts, signRsaJwt } from '../issue/sign.ts';
import { artefactsToLog, logPending, type ToLog, tokenToLog } from '../log/log-pending.ts';
import { currentKey } from './load.ts';
import { refuseCompromised } from './refuse-compromised.ts';

/** What one call signs at most: some seconds of work, within what a cron has. */
const MAX_PER_CALL = 200;

/** What one transaction replaces: a few statements each. */
const MAX_PER_TRANSACTION = 25;

/**
 * Signs anew what a stolen key signed before the theft, as the log shows: under the same ids, with the key
 * that signs now. Each is verified by the public path before it takes the place of the old one. The holder's
 * wish and what is said of a credential stay. Answers how many are left for the next call.
 */
export async function signAnew(
  signing: Signing,
  owner: string,
  stolen: PublishedKey,
): Promise<number> {
  const issuer = await issuersOnce(signing)(owner);
  const next = currentKey(issuer.keys, stolen.algorithm);
  let [after, seen] = ['', 0];
  while (seen < MAX_PER_CALL) {
    const rows = await credentialsToSign(signing, stolen, after);
    if (rows.length === 0) break;
    seen += rows.length;
    after = rows.at(-1)?.id ?? after;
    await orDefect(() => replaceAll(signing, issuer, stolen, next, rows));
  }
  return leftToSign(signing, stolen);
}

type Row = Awaited<ReturnType<typeof credentialsToSign>>[number];

function credentialsToSign({ publicStore }: Signing, stolen: PublishedKey, after: string) {
  return publicStore
    .select({
      id: credentials.id,
      document: credentials.document,
      validFrom: credentials.validFrom,
    })
    .from(credentials)
    .where(and(signedBefore(stolen), gt(credentials.id, after)))
    .orderBy(asc(credentials.id))
    .limit(MAX_PER_TRANSACTION);
}

async function leftToSign({ publicStore }: Signing, stolen: PublishedKey): Promise<number> {
  return publicStore.$count(credentials, signedBefore(stolen));
}

/** Those whose artefacts by the stolen key may be signed anew. */
function signedBefore(stolen: PublishedKey): SQL | undefined {
  const since = stolen.compromisedAtSeconds ?? 0;
  if (stolen.algorithm === 'Ed25519') {
    return and(
      eq(credentials.ed25519KeyId, stolen.id),
      or(
        logged(sql`json_extract(${credentials.document}, '$.proof[0].proofValue')`, since),
        LOGGED_BEFORE_ANY_THEFT,
      ),
    );
  }
  // Its document speaks for the token too, as long as that is signed by a key that nobody stole.
  return and(
    eq(credentials.rsaKeyId, stolen.id),
    isNotNull(credentials.rsaJwt),
    sql`(${logged(sql`substr(${credentials.rsaJwt}, -length(salt.signature))`, since)}
      or not exists (select 1 from verification_keys as key
        where key.id = ${credentials.ed25519KeyId} and key.compromised_at_seconds is not null))`,
  );
}

/**
 * The same document under an earlier proof, that a key made which was stolen before: who still was there when
 * the next key came has that one too, and takes nothing that was logged before all that.
 */
const LOGGED_BEFORE_ANY_THEFT = sql`exists (select 1 from log_salts as salt
  join log_entries as entry on entry.hash = salt.hash
  where salt.credential = ${credentials.id} and salt.artefact = 'document'
    and entry.logged_at_seconds < (select min(key.compromised_at_seconds) from verification_keys as key
      where key.owner = ${credentials.issuer} and key.algorithm = 'Ed25519'))`;

function logged(signature: SQL, beforeSeconds: number): SQL {
  return sql`exists (select 1 from log_salts as salt join log_entries as entry on entry.hash = salt.hash
    where salt.credential = ${credentials.id} and salt.signature = ${signature}
      and entry.logged_at_seconds < ${beforeSeconds})`;
}

async function replaceAll(
  signing: Signing,
  issuer: IssuerToSign,
  stolen: PublishedKey,
  next: PublishedKey,
  rows: readonly Row[],
): Promise<void> {
  const replaced = [];
  for (const row of rows) {
    const one = await orDefect(() => replacement(signing, issuer, stolen, next, row));
    if (one !== null) replaced.push(one);
  }
  const texts = replaced.flatMap(({ toLog }) => toLog);
  await signing.publicStore.batch([
    refuseCompromised(signing, [next.id]),
    ...replaced.map(({ statement }) => statement),
    ...(await logPending(signing, texts)),
  ]);
}

type Replacement = { readonly statement: BatchItem<'sqlite'>; readonly toLog: readonly ToLog[] };

async function replacement(
  signing: Signing,
  issuer: IssuerToSign,
  stolen: PublishedKey,
  next: PublishedKey,
  { id, document, validFrom }: Row,
): Promise<Replacement> {
  if (document === null) throw new Error('bytes that are gone cannot be signed anew');
  const { publicStore, nowSeconds } = signing;
  if (stolen.algorithm === 'RS256') {
    const rsaJwt = await signRsaJwt(signing, issuer, { document, validFrom, rsaKeyId: next.id });
    return {
      statement: publicStore
        .update(credentials)
        .set({
          rsaJwt: keptJwt(rsaJwt),
          rsaKeyId: next.id,
          visible: unlessChanged(sql`${credentials.rsaKeyId} = ${stolen.id}
            and ${credentials.document} is not null`),
        })
        .where(eq(credentials.id, id)),
      toLog: [tokenToLog(id, 'rsa_jwt', rsaJwt)],
    };
  }
  const { proof: _, ...unsigned } = JSON.parse(document);
  const signed = await signArtefacts(signing, issuer, unsigned, next.id, nowSeconds);
  return {
    statement: publicStore
      .update(credentials)
      .set({
        document: signed.document,
        joseJwt: keptJwt(signed.joseJwt),
        visible: unlessChanged(sql`${credentials.ed25519KeyId} = ${stolen.id}`),
      })
      .where(eq(credentials.id, id)),
    toLog: artefactsToLog(id, signed),
  };
}

/** Fails, and the transaction with it, where the credential was withdrawn or signed anew meanwhile. */
function unlessChanged(condition: SQL) {
  return sql`case when ${condition} then ${credentials.visible} end`;
}
