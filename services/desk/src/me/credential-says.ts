import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { languageName } from './language-name.ts';

/** What tells a credential from others of its award: its language, and what it says of who its holder is. */
export function credentialSays(
  { language, disclosure, name }: HeldCredential,
  { messages }: Reader,
): string {
  const tongue = languageName(language, false, messages);
  return name === null
    ? messages.message(`me-credential-${disclosure}`, tongue)
    : messages.message('me-credential-named', tongue, isolated(name));
}
