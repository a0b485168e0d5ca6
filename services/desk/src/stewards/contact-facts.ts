import type { Contact } from '@laurel/store/private/applications';
import { globalUsersDirectory } from '@laurel/wikimedia/directory';
import { homeWikiOf } from '@laurel/wikimedia/home-wiki';
import type { Desk } from '../env.ts';

/** What Wikimedia says of somebody whom an application names, now. */
export type PersonFacts = {
  readonly accountId: string;
  /** As it is called today, or, where that is not known, as it was last. */
  readonly username: string | null;
  /** `gone` for an account that is locked or no more; `unknown` where Wikimedia does not answer. */
  readonly state: 'there' | 'gone' | 'unknown';
  readonly homeWiki: string | null;
  /** ISO 8601, UTC. */
  readonly registration: string | null;
};

/** Looks up everybody whom an application names. It never fails: what is not known is said so. */
export async function factsAbout(
  desk: Desk,
  people: readonly Contact[],
): Promise<readonly PersonFacts[]> {
  const entries = await globalUsersDirectory(desk.wikimedia).resolveIds(
    people.map(({ accountId }) => accountId),
  );
  const facts: PersonFacts[] = [];
  for (const { accountId, username } of people) {
    const nothing = { accountId, username, homeWiki: null, registration: null };
    const entry = entries.ok ? entries.value.get(accountId) : undefined;
    if (entry === undefined) {
      facts.push({ ...nothing, state: 'unknown' });
    } else if (!entry.found || entry.locked) {
      facts.push({ ...nothing, state: 'gone' });
    } else {
      const home = await homeWikiOf(desk.wikimedia, entry.username);
      facts.push({
        accountId,
        username: entry.username,
        state: 'there',
        homeWiki: home.ok ? home.value.homeWiki : null,
        registration: entry.registration,
      });
    }
  }
  return facts;
}
