import type { LanguageTag } from '@laurel/core/language';
import type { CertificateKey } from './certificate-keys.ts';
import { certificateLanguageFor } from './certificate-languages.ts';
import { type Words, wordsOfFile } from './words-of-file.ts';

/** What stands on a certificate in one language: a file of `i18n/certificate`, or as much of a page's. */
export type CertificateWords = {
  readonly '@metadata': { readonly authors: readonly string[]; readonly draft?: boolean };
} & Readonly<Record<CertificateKey, string>>;

/** Reads the words of one of `CERTIFICATE_LANGUAGES`. */
export type ReadWords = (tag: LanguageTag) => Promise<CertificateWords>;

/** The messages of a certificate in one language: every one of them, as the files are complete. */
export type CertificateMessages = Words<CertificateKey>;

const loaded = new Map<LanguageTag, CertificateMessages>();

/** Loads what certificates in these languages need; each is kept for the life of the Worker. */
export async function loadCertificateMessages(
  languages: readonly LanguageTag[],
  read: ReadWords,
): Promise<void> {
  await Promise.all(
    languages.map(async (language) => {
      const tag = certificateLanguageFor(language);
      if (!loaded.has(tag)) loaded.set(tag, wordsOfFile<CertificateKey>(tag, await read(tag)));
    }),
  );
}

/** The messages for a certificate's language, as they were loaded. */
export function certificateMessagesFor(language: LanguageTag): CertificateMessages {
  const tag = certificateLanguageFor(language);
  const messages = loaded.get(tag);
  if (messages === undefined) throw new Error(`The words of ${tag} were not loaded.`);
  return messages;
}
