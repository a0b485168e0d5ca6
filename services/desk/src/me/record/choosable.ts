import type { LanguageTag } from '@laurel/core/language';
import { recordLanguages } from '@laurel/i18n/record-languages';
import type { OwnCredential } from '../own-credentials.ts';

/** Those that can go into a record: a stranger would find them valid today, as far as is known here. */
export function choosable(own: readonly OwnCredential[], today: string): readonly OwnCredential[] {
  return own.filter(
    ({ credential: { state, validUntil } }) =>
      state === 'active' && (validUntil === null || validUntil > today),
  );
}

/** The languages that a record of any of these may be in. */
export function languagesFor(own: readonly OwnCredential[]): readonly LanguageTag[] {
  return recordLanguages(own.every(({ held }) => held.issuer.demonstration));
}
