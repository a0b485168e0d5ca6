import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { LanguageTag } from '@laurel/core/language';
import { type CertificateWords, loadCertificateMessages } from '@laurel/i18n/certificate-messages';
import wordIndex from '../../generated/words.json';
import type { ReadAsset } from '../fonts/web-fonts.ts';

const FILES: Readonly<Record<LanguageTag, string>> = wordIndex;

/** Loads the labels that the page of these facts has, each language once in a Worker’s life. */
export async function loadWords(
  { language, second }: Pick<CertificateFacts, 'language' | 'second'>,
  read: ReadAsset,
): Promise<void> {
  const languages = second === null ? [language] : [language, second.language];
  await loadCertificateMessages(languages, async (tag): Promise<CertificateWords> => {
    const file = FILES[tag];
    if (file === undefined) throw new Error(`There is no file with the words of ${tag}.`);
    return JSON.parse(await read(file));
  });
}
