import type { PrintedWords } from '@laurel/contracts/pdf-parts';
import type { LanguageTag } from '@laurel/core/language';
import { CERTIFICATE_KEYS } from '@laurel/i18n/certificate-keys';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import { formerLabels } from '@laurel/i18n/former-labels';
import type { ReadAsset } from '../fonts/library.ts';
import { loadWordsOf } from '../words.ts';

/** All that certificates in these languages say of their own, and once said, with nothing of anybody in it. */
export async function printedWords(
  languages: readonly LanguageTag[],
  hours: number | null,
  read: ReadAsset,
): Promise<PrintedWords> {
  await loadWordsOf(languages, read);
  const all = languages.map(certificateMessagesFor);
  return {
    labels: all.flatMap(({ language, message }) => [
      ...CERTIFICATE_KEYS.map((key) => message(key, '', '')),
      ...formerLabels(language, ['', '']),
    ]),
    hours:
      hours === null
        ? []
        : all.flatMap(({ language, message }) => {
            const key = 'certificate-hours-value';
            const parameters = [decimalNumber(hours, language), hours] as const;
            return [message(key, ...parameters), ...formerLabels(language, parameters, key)];
          }),
  };
}
