import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import type { Disclosure } from '@laurel/core/disclosure';
import { awards, intents } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import type { Session } from '../../session/sessions.ts';
import { type OwnCredential, ownCredentials } from '../own-credentials.ts';
import { isSuspended } from '../suspension-note.tsx';

/** What somebody can be named by now: their user name, or nothing where Wikimedia does not show it. */
export function renewedDisclosure({ username }: Session): 'account' | 'none' {
  return username === null ? 'none' : 'account';
}

/**
 * Credentials that were ended because of a former name and could be made anew: of each award and language
 * the newest, unless something stands there that says what the new one would.
 */
export async function toRenew(desk: Desk, session: Session): Promise<readonly OwnCredential[]> {
  const ended = await desk.store
    .select({ id: intents.credentialId })
    .from(intents)
    .innerJoin(awards, eq(awards.id, intents.awardId))
    .where(and(eq(awards.accountId, session.accountId), eq(intents.saidFormerName, true)))
    .limit(1);
  if (ended.length === 0) return [];
  const own = await ownCredentials(desk, session.accountId);
  const wanted = renewedDisclosure(session);
  return own.filter(
    (one, place) =>
      isEnded(one.credential) &&
      canBeMade(one) &&
      !own.some((other, at) => takesPlaceOf(other.credential, one.credential, wanted, at < place)),
  );
}

function isEnded({ saidFormerName, state }: HeldCredential): boolean {
  return saidFormerName && state === 'withdrawn';
}

function canBeMade({ held: { award } }: OwnCredential): boolean {
  return award.state === 'accepted' && award.supersededBy === null && !isSuspended(award);
}

/** Whether it stands already, or came later: then its holder has decided since. */
function takesPlaceOf(
  other: HeldCredential,
  ended: HeldCredential,
  wanted: Disclosure,
  isNewer: boolean,
): boolean {
  if (other.awardId !== ended.awardId || other.language !== ended.language) return false;
  if (isNewer && (other.disclosure === 'account' || other.disclosure === wanted)) return true;
  return other.disclosure === wanted && !['withdrawn', 'revoked'].includes(other.state);
}
