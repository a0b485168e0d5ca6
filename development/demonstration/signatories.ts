import type { StewardshipRpc } from '../stewardship.ts';
import { accountIdOf, DEMONSTRATION_ISSUER } from './seed.ts';

const GRANT_SECONDS = 365 * 86_400;

/** Who signs the demonstration's certificates; one can log in as either and take oneself off. */
const DEMONSTRATION_SIGNATORIES = [
  {
    username: 'Adaeze who Signs',
    names: { en: 'Adaeze Nwankwo', ar: 'أداييزي نوانكو' },
    offices: { en: 'Chair', ar: 'رئيسة المجموعة' },
  },
  {
    username: 'Rahela who Signs',
    names: { bn: 'রাহেলা সুলতানা' },
    offices: { en: 'Secretary', ar: 'أمينة السر', bn: 'সম্পাদক' },
  },
] as const;

/** Makes two invented members sign for the demonstration issuer. */
export async function seedSignatories(
  stewardship: StewardshipRpc,
  nowSeconds: number,
): Promise<void> {
  const { slug } = DEMONSTRATION_ISSUER;
  for (const { username, ...texts } of DEMONSTRATION_SIGNATORIES) {
    const id = accountIdOf(username);
    await stewardship.grant(slug, id, 'reviewer', nowSeconds + GRANT_SECONDS);
    await stewardship.signInDemonstration(slug, { id, username }, texts);
  }
}
