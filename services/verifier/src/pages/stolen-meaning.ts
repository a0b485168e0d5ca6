import type { Messages } from '@laurel/i18n/messages';
import type { Report } from '@laurel/verification/report';

/**
 * What a verdict means where a stolen key is the reason for it; undefined elsewhere. Whoever reads it may
 * have done nothing wrong, and neither may its holder.
 */
export function stolenMeaning(
  { verdict, checks }: Pick<Report, 'verdict' | 'checks'>,
  { message }: Messages,
): string | undefined {
  const stolen = checks.some(({ finding }) => finding === 'compromised_key');
  return verdict === 'invalid' && stolen ? message('verdict-invalid-stolen') : undefined;
}
