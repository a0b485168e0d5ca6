import type { Direction, LanguageTag } from '@laurel/core/language';
import type { CertificateKey } from '@laurel/i18n/certificate-keys';
import type { CertificateMessages } from '@laurel/i18n/certificate-messages';
import { printForm } from '../text/print-form.ts';

/** A text of the certificate, in print form. `auto`: it runs as its own letters do. */
export type Said = {
  readonly text: string;
  /** The credential's, also of labels in another: it tells which letters its readers are used to. */
  readonly language: LanguageTag;
  readonly base: Direction | 'auto';
  /**
   * The language that it is in, for whoever reads it aloud; null where it is in none, such as an address,
   * and absent from texts that are not tagged.
   */
  readonly spoken?: LanguageTag | null;
};

export type Say = (key: CertificateKey, ...parameters: readonly (string | number)[]) => Said;
export type Fact = (text: string) => Said;

/** Says the messages of a certificate to readers of a language that may have none of its own. */
export function sayingIn(messages: CertificateMessages, language: LanguageTag): Say {
  return (key, ...parameters) => {
    const text =
      parameters.length === 0
        ? fixedText(messages, key)
        : printForm(messages.message(key, ...parameters));
    return { text, language, base: messages.direction, spoken: messages.language };
  };
}

/** Texts that somebody wrote in a language. */
export function factsIn(language: LanguageTag): Fact {
  return (text) => ({ text: printForm(text), language, base: 'auto', spoken: language });
}

/** Addresses and ISO dates run from left to right on every page. */
export function code(text: string): Said {
  return { text: printForm(text), language: 'und', base: 'ltr', spoken: null };
}

/** Messages that hold nothing of anybody: parsing them anew for each certificate takes as long as shaping. */
const fixedTexts = new Map<string, string>();

function fixedText({ language, message }: CertificateMessages, key: CertificateKey): string {
  const known = fixedTexts.get(`${language} ${key}`) ?? printForm(message(key));
  fixedTexts.set(`${language} ${key}`, known);
  return known;
}

/** Two sentences, one after the other; a full stop of Han brings its own space. */
export function followedBy(first: Said, second: Said): Said {
  const space = first.text.endsWith('。') ? '' : ' ';
  return { ...first, text: `${first.text}${space}${second.text}` };
}
