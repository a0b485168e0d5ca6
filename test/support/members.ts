import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from './browser-session.ts';
import type { Laurel } from './laurel.ts';
import { signedIn } from './stored-sessions.ts';

const SECONDS_PER_YEAR = 365 * 86_400;

type Grant = 'admin' | 'awarder' | 'reviewer';

/** Somebody who is signed in and has grants of an issuer, by default the demonstration's. */
export async function aMember(
  laurel: Laurel,
  username: string,
  grants: readonly Grant[],
  issuer = laurel.issuer,
): Promise<BrowserSession> {
  const endsAtSeconds = Math.floor(Date.now() / 1000) + SECONDS_PER_YEAR;
  for (const grant of grants) {
    await laurel.stewardship.grant(issuer, accountIdOf(username), grant, endsAtSeconds);
  }
  return signedIn(laurel, username);
}

/** Another issuer of kind `community`, with one member who has every grant. */
export async function anotherIssuer(
  laurel: Laurel,
  slug: string,
  username: string,
): Promise<BrowserSession> {
  await laurel.stewardship.establishIssuer({
    slug,
    kind: 'community',
    demonstration: true,
    names: { en: `Group ${slug}` },
    descriptions: { en: 'An invented group.' },
    vouch: null,
  });
  return aMember(laurel, username, ['admin', 'awarder', 'reviewer'], slug);
}
