import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { type Direction, directionOf, type LanguageTag } from '@laurel/core/language';
import type { CertificateKey } from '@laurel/i18n/certificate-keys';
import {
  type CertificateMessages,
  certificateMessagesFor,
} from '@laurel/i18n/certificate-messages';

/** A text with its language. `auto`: it runs as its own letters do. */
export type Worded = {
  readonly text: string;
  readonly language: LanguageTag;
  readonly direction: Direction | 'auto';
};

/** The texts that a certificate has in each of its languages. */
type TextsOfTongue = Pick<
  CertificateFacts,
  | 'language'
  | 'achievementName'
  | 'achievementDescription'
  | 'criteria'
  | 'doesNotMean'
  | 'issuerName'
>;

/** One of the languages of a certificate: what was written in it, and the labels that stand beside. */
export type Tongue = {
  readonly texts: TextsOfTongue;
  /** In the language itself, else in English. */
  readonly messages: CertificateMessages;
  /** False for a second language whose labels would say the same again. */
  readonly hasLabels: boolean;
};

/** The language of a certificate, and its second one if it has any. Their words must have been loaded. */
export function tonguesOf(facts: CertificateFacts): readonly Tongue[] {
  const first = { texts: facts, messages: certificateMessagesFor(facts.language), hasLabels: true };
  if (facts.second === null) return [first];
  const messages = certificateMessagesFor(facts.second.language);
  const hasLabels = messages.language !== first.messages.language;
  return [first, { texts: facts.second, messages, hasLabels }];
}

/** A message of a tongue. */
export function said(
  { messages }: Tongue,
  key: CertificateKey,
  ...parameters: readonly (string | number)[]
): Worded {
  const { language, direction, message } = messages;
  return { text: message(key, ...parameters), language, direction };
}

/** The same message in each language that has labels of its own. */
export function saidInAll(tongues: readonly Tongue[], key: CertificateKey): readonly Worded[] {
  return tongues.filter(({ hasLabels }) => hasLabels).map((tongue) => said(tongue, key));
}

/** Prose that somebody wrote in a language. */
export function prose(text: string, language: LanguageTag): Worded {
  return { text, language, direction: directionOf(language) };
}

/** A name that somebody bears: it runs as its own letters do. */
export function named(text: string, language: LanguageTag): Worded {
  return { text, language, direction: 'auto' };
}
