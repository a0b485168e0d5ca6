import type { Messages } from '@laurel/i18n/messages';
import { FORMATS, type Format } from './formats.ts';
import { PRE_AUTHORIZED } from './metadata.ts';

/**
 * OpenID4VCI 1.0, Section 4.1.1. It names the forms that can be had now. What the credential is called it does not say:
 * a wallet reads that in the credential. The words are in the language of whoever asks (Section 4.1.1, `description`).
 */
export function offerOf(
  { message }: Messages,
  origin: string,
  code: string,
  forms: readonly Format[],
) {
  return {
    credential_issuer: origin,
    credential_configuration_ids: FORMATS.filter(([, format]) => forms.includes(format)).map(
      ([id]) => id,
    ),
    grants: {
      [PRE_AUTHORIZED]: {
        'pre-authorized_code': code,
        tx_code: { input_mode: 'numeric', length: 6, description: message('wallet-digits-where') },
      },
    },
  };
}

/** The address that a wallet opens: by reference (Section 4.1.3), so that its QR code stays small. */
export function offerLink(origin: string, code: string): string {
  const uri = encodeURIComponent(`${origin}/wallet/offers/${code}`);
  return `openid-credential-offer://?credential_offer_uri=${uri}`;
}
