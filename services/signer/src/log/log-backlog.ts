import { wholeJwt } from '@laurel/proofs/jwt/kept';
import { inSet } from '@laurel/store/in-set';
import { credentials, keyHistories, statusLists } from '@laurel/store/public/schema';
import { signatureOfDocument } from '@laurel/verification/ours/signature-of';
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { documentToLog, logHashOf, logPending, type ToLog, tokenToLog } from './log-pending.ts';

/** What one run takes on of each kind at most; the next takes the rest. */
const MAX_PER_RUN = 200;

/**
 * Puts what was signed before there was a log behind what waits for it. The log then says when it came to
 * know of them, which is later than they were signed. Nothing is left to do once all of them are there.
 */
export async function logBacklog(signing: Signing): Promise<void> {
  await logCredentials(signing);
  await logStatusLists(signing);
  await logKeyHistories(signing);
}

async function logCredentials(signing: Signing): Promise<void> {
  const { publicStore } = signing;
  const rows = await publicStore
    .select({
      id: credentials.id,
      document: credentials.document,
      joseJwt: credentials.joseJwt,
      rsaJwt: credentials.rsaJwt,
    })
    .from(credentials)
    .where(and(eq(credentials.logged, false), isNotNull(credentials.document)))
    .limit(MAX_PER_RUN);
  if (rows.length === 0) return;
  const texts = rows.flatMap(({ id, document, joseJwt, rsaJwt }): readonly ToLog[] => {
    if (document === null) return [];
    const tokens = [
      ['jose_jwt', joseJwt],
      ['rsa_jwt', rsaJwt],
    ] as const;
    return [
      documentToLog(id, document, signatureOfDocument(JSON.parse(document))),
      ...tokens.flatMap(([artefact, kept]): ToLog[] =>
        kept === null ? [] : [tokenToLog(id, artefact, wholeJwt(kept, document))],
      ),
    ];
  });
  const ids = rows.map(({ id }) => id);
  await publicStore.batch([
    publicStore
      .update(credentials)
      .set({ logged: true })
      .where(inArray(credentials.id, inSet(ids))),
    ...(await logPending(signing, texts)),
  ]);
}

async function logStatusLists(signing: Signing): Promise<void> {
  const { publicStore } = signing;
  const lists = await publicStore
    .select({ id: statusLists.id, document: statusLists.document })
    .from(statusLists)
    .where(isNull(statusLists.logHash))
    .limit(MAX_PER_RUN);
  for (const { id, document } of lists) {
    const logHash = await logHashOf(document);
    await publicStore.batch([
      publicStore
        .update(statusLists)
        .set({ logHash })
        .where(and(eq(statusLists.id, id), eq(statusLists.document, document))),
      ...(await logPending(signing, [{ of: 'status_list', id, logHash }])),
    ]);
  }
}

async function logKeyHistories(signing: Signing): Promise<void> {
  const { publicStore } = signing;
  const histories = await publicStore
    .select({ owner: keyHistories.issuer, document: keyHistories.document })
    .from(keyHistories)
    .where(isNull(keyHistories.logHash))
    .limit(MAX_PER_RUN);
  for (const { owner, document } of histories) {
    const logHash = await logHashOf(document);
    await publicStore.batch([
      publicStore
        .update(keyHistories)
        .set({ logHash })
        .where(and(eq(keyHistories.issuer, owner), eq(keyHistories.document, document))),
      ...(await logPending(signing, [{ of: 'key_history', owner, logHash }])),
    ]);
  }
}
