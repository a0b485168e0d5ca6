import { type Direction, directionOf, type LanguageTag } from '@laurel/core/language';
import Banana from 'banana-i18n';
import { CERTIFICATE_FILES } from './certificate-files.ts';
import type { CertificateKey } from './certificate-keys.ts';
import { matchingTag } from './matching-tag.ts';
import { INTERFACE_LANGUAGES, messagesFor } from './messages.ts';

/**
 * The messages of a certificate in one language: every one of them, as the files are complete. Plain text,
 * escaped for nothing, like that of `Messages`.
 */
export type CertificateMessages = {
  readonly language: LanguageTag;
  readonly direction: Direction;
  /** True where no person has reviewed the translation; the certificate says so. */
  readonly draft: boolean;
  readonly message: (key: CertificateKey, ...parameters: readonly (string | number)[]) => string;
};

/** The languages that a certificate's labels and dates are in. */
export const CERTIFICATE_LANGUAGES: readonly LanguageTag[] = [
  ...INTERFACE_LANGUAGES,
  ...Object.keys(CERTIFICATE_FILES),
];

const loaded = new Map<LanguageTag, CertificateMessages>();

/** The messages of the language and script of a certificate; English where there are none. */
export function certificateMessagesFor(language: LanguageTag): CertificateMessages {
  const tag = matchingTag(language, CERTIFICATE_LANGUAGES) ?? 'en';
  const before = loaded.get(tag);
  if (before !== undefined) return before;
  const messages = messagesIn(tag);
  loaded.set(tag, messages);
  return messages;
}

function messagesIn(tag: LanguageTag): CertificateMessages {
  const file = CERTIFICATE_FILES[tag];
  if (file === undefined) return messagesFor(tag);
  const { '@metadata': metadata, ...texts } = file;
  const banana = new Banana(tag);
  banana.load(texts, tag);
  return {
    language: tag,
    direction: directionOf(tag),
    draft: metadata.draft === true,
    message: (key, ...parameters) => banana.i18n(key, ...parameters),
  };
}
