import type { HeldRecord } from '@laurel/contracts/signer-rpc';
import { type JsonObject, stringAt } from '@laurel/core/json';
import { heldIn } from '@laurel/core/learner-record';
import { inSet } from '@laurel/store/in-set';
import { intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** The learner records of an account, newest first. */
export async function heldRecords(
  { privateStore, publicStore }: Signing,
  holderAccountId: string,
): Promise<readonly HeldRecord[]> {
  const made = await privateStore
    .select({
      id: intents.credentialId,
      saidFormerName: intents.saidFormerName,
      lostEndorsement: intents.lostEndorsement,
    })
    .from(intents)
    .where(and(eq(intents.recordHolder, holderAccountId), eq(intents.state, 'released')))
    .orderBy(desc(intents.recordedAtSeconds), intents.credentialId);
  const ids = made.map(({ id }) => id);
  const rows = await publicStore
    .select({
      id: credentials.id,
      language: credentials.language,
      disclosure: credentials.disclosure,
      validFrom: credentials.validFrom,
      visible: credentials.visible,
      state: credentials.state,
      since: credentials.stateSince,
      document: credentials.document,
      rsaReady: isNotNull(credentials.rsaJwt).mapWith(Boolean),
    })
    .from(credentials)
    .where(inArray(credentials.id, inSet(ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return made.flatMap(({ id, ...why }) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { document: text, validFrom, id: recordId, ...rest } = row;
    const document: JsonObject = text === null ? {} : JSON.parse(text);
    return [
      {
        ...rest,
        recordId,
        ...why,
        signedOn: validFrom.slice(0, 10),
        title: stringAt(document, 'name'),
        size: heldIn(document).length,
      },
    ];
  });
}
