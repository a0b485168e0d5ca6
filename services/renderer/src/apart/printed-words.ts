import type { PrintedWords } from '@laurel/contracts/pdf-parts';
import type { LanguageTag } from '@laurel/core/language';
import { CERTIFICATE_KEYS } from '@laurel/i18n/certificate-keys';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import type { ReadAsset } from '../fonts/library.ts';
import { loadWordsOf } from '../words.ts';

/** All that certificates in these languages say of their own, with nothing of anybody in it. */
export async function printedWords(
  languages: readonly LanguageTag[],
  hours: number | null,
  read: ReadAsset,
): Promise<PrintedWords> {
  await loadWordsOf(languages, read);
  const all = languages.map(certificateMessagesFor);
  return {
    labels: all.flatMap(({ message }) => CERTIFICATE_KEYS.map((key) => message(key, '', ''))),
    hours:
      hours === null
        ? []
        : all.map(({ language, message }) =>
            message('certificate-hours-value', decimalNumber(hours, language), hours),
          ),
  };
}
