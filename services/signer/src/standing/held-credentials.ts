import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import type { Day } from '@laurel/core/day';
import { inSet } from '@laurel/store/in-set';
import { awards, intents } from '@laurel/store/private/schema';
import { credentials, retiredLinks } from '@laurel/store/public/schema';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';
import { DECLARED_NAME } from './signed-name.ts';

/** How the credentials of an award stand, or of all, newest first, for the account that holds them alone. */
export async function heldCredentials(
  signing: Signing,
  holderAccountId: string,
  awardId?: string,
): Promise<readonly HeldCredential[]> {
  const made = await signing.privateStore
    .select({
      id: intents.credentialId,
      awardId: intents.awardId,
      saidFormerName: intents.saidFormerName,
      lostEndorsement: intents.lostEndorsement,
    })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(
      and(
        awardId === undefined ? undefined : eq(intents.awardId, awardId),
        eq(intents.state, 'released'),
        eq(awards.accountId, holderAccountId),
      ),
    )
    .orderBy(desc(intents.recordedAtSeconds), intents.credentialId);
  const ids = made.map(({ id }) => id);
  const placeOf = new Map(made.map(({ id, ...of }, place) => [id, { ...of, place }]));
  const rows = await readAmong(signing, ids, standingHere);
  return rows
    .flatMap((row) => {
      const of = placeOf.get(row.credentialId);
      return of === undefined ? [] : [{ row, ...of }];
    })
    .sort((one, other) => one.place - other.place)
    .map(({ row, awardId, saidFormerName, lostEndorsement }) => ({
      ...row,
      awardId,
      saidFormerName,
      lostEndorsement,
      signedOn: dayIn(row.signedOn),
      validUntil: row.validUntil === null ? null : dayIn(row.validUntil),
    }));
}

function standingHere({ publicStore }: Signing, ids: readonly string[]) {
  return publicStore
    .select({
      credentialId: credentials.id,
      language: credentials.language,
      disclosure: credentials.disclosure,
      name: DECLARED_NAME,
      signedOn: credentials.validFrom,
      validUntil: credentials.validUntil,
      visible: credentials.visible,
      linkRetired: isNotNull(retiredLinks.credentialId).mapWith(Boolean),
      state: credentials.state,
      since: credentials.stateSince,
      rsaReady: isNotNull(credentials.rsaJwt).mapWith(Boolean),
    })
    .from(credentials)
    .leftJoin(retiredLinks, eq(retiredLinks.credentialId, credentials.id))
    .where(inArray(credentials.id, inSet(ids)));
}

/** What is signed of a day is its first second. */
function dayIn(dateTime: string): Day {
  return dateTime.slice(0, 10);
}
