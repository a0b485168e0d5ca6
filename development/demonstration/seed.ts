import { CATALOGUE } from '@laurel/catalogue/catalogue';
import { GRANTS, type IssuerFace } from '@laurel/core/issuer';
import type { StewardshipRpc } from '../stewardship.ts';
import { accountNamed } from '../wikimedia/account.ts';

/** Who awards in the demonstration; one can log in as this account at the stand-in Wikimedia. */
export const ORGANIZER = 'Temitope the Organizer';

/** Who reviews issuers in the demonstration. */
export const STEWARD = 'Stella the Steward';

export const DEMONSTRATION_ISSUER: Omit<IssuerFace, 'logo'> = {
  slug: 'demonstration',
  kind: 'community',
  demonstration: true,
  names: { en: 'Demonstration User Group', ar: 'مجموعة المستخدمين التجريبية' },
  descriptions: {
    en: 'An invented group of volunteers, to try Laurel out. What it awards means nothing outside this demonstration.',
    ar: 'مجموعة متطوعين مُختلَقة لتجربة Laurel. ولا معنى لما تمنحه خارج هذه التجربة.',
  },
  vouch: { by: 'Stewards of the demonstration', since: '2026-11-01', proofUrl: null },
};

export const TEST_ISSUER: Omit<IssuerFace, 'logo'> = {
  slug: 'test',
  kind: 'test',
  demonstration: true,
  names: { en: 'Test issuer' },
  descriptions: { en: 'Signs documents for tests of other systems. It recognises nobody.' },
  vouch: null,
};

const SECONDS_PER_DAY = 86_400;
const GRANT_DAYS = 365;
const TOKEN_DAYS = 90;

/** Makes the demonstration's issuers, its members and the 37 achievements of the catalogue. */
export async function seed(stewardship: StewardshipRpc, nowSeconds: number): Promise<void> {
  for (const face of [DEMONSTRATION_ISSUER, TEST_ISSUER]) {
    await stewardship.establishIssuer(face);
    for (const grant of GRANTS) {
      const endsAtSeconds = nowSeconds + GRANT_DAYS * SECONDS_PER_DAY;
      await stewardship.grant(face.slug, accountIdOf(ORGANIZER), grant, endsAtSeconds);
    }
  }
  await stewardship.putAchievements(
    DEMONSTRATION_ISSUER.slug,
    CATALOGUE.achievements.map(({ themes, skillIds, sourceLines, ...achievement }) => achievement),
  );
}

/** A token that may award, read and revoke for the demonstration issuer. */
export function makeAwardingToken(
  stewardship: StewardshipRpc,
  nowSeconds: number,
): Promise<string> {
  return stewardship.makeToken(
    DEMONSTRATION_ISSUER.slug,
    accountIdOf(ORGANIZER),
    ['awards:write', 'awards:read', 'awards:revoke'],
    nowSeconds + TOKEN_DAYS * SECONDS_PER_DAY,
  );
}

/** A token that may sign documents for the test issuer. */
export function makeSigningToken(stewardship: StewardshipRpc, nowSeconds: number): Promise<string> {
  return stewardship.makeToken(
    TEST_ISSUER.slug,
    accountIdOf(ORGANIZER),
    ['credentials:sign'],
    nowSeconds + TOKEN_DAYS * SECONDS_PER_DAY,
  );
}

/** The global account id of somebody at the stand-in Wikimedia. Throws for a name that is nobody's. */
export function accountIdOf(username: string): string {
  const found = accountNamed(username);
  if (found.kind !== 'account') throw new Error(`${username} is no account`);
  return found.account.accountId;
}
