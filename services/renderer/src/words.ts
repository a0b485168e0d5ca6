import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { LanguageTag } from '@laurel/core/language';
import { type CertificateWords, loadCertificateMessages } from '@laurel/i18n/certificate-messages';
import wordIndex from '../generated/words.json';
import type { ReadAsset } from './fonts/library.ts';

const FILES: Readonly<Record<LanguageTag, string>> = wordIndex;

/** Loads the labels that these facts are printed with. */
export async function loadWords(
  { language, second }: Pick<CertificateFacts, 'language' | 'second'>,
  read: ReadAsset,
): Promise<void> {
  await loadWordsOf(second === null ? [language] : [language, second.language], read);
}

/** Loads the labels of these languages. */
export async function loadWordsOf(
  languages: readonly LanguageTag[],
  read: ReadAsset,
): Promise<void> {
  await loadCertificateMessages(
    languages,
    async (tag): Promise<CertificateWords> =>
      JSON.parse(new TextDecoder().decode(await read(wordsFileOf(tag)))),
  );
}

/** The asset with the labels of a language. */
export function wordsFileOf(tag: LanguageTag): string {
  const file = FILES[tag];
  if (file === undefined) throw new Error(`There is no file with the words of ${tag}.`);
  return file;
}
