import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { Direction } from '@laurel/core/language';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { certificateTexts, type Said } from '../certificate-texts.ts';
import { isolated, printForm } from '../text/print-form.ts';

/** What the picture says, in its reading order, and the side at which it begins. */
export type SocialTexts = {
  readonly direction: Direction;
  readonly heading: Said;
  readonly achievement: Said;
  /** Null where nobody is named: the picture then says nothing of a person. */
  readonly holder: Said | null;
  readonly holderNote: Said | null;
  readonly issuer: Said;
  readonly notes: readonly Said[];
  /** Where it is checked. */
  readonly check: Said;
};

/** What is said of a credential where its address is shared: of the person, what was signed and no more. */
export function socialTexts(facts: CertificateFacts): SocialTexts {
  const messages = messagesFor(chooseLanguage([facts.language], INTERFACE_LANGUAGES, 'en'));
  const { direction, heading, achievement, notes, ...texts } = certificateTexts(facts);
  const say = (key: 'social-issuer' | 'social-check', part: string): Said => ({
    text: printForm(messages.message(key, isolated(part))),
    language: facts.language,
    base: messages.direction,
  });
  return {
    direction,
    heading,
    achievement,
    holder: texts.holderIsNamed ? texts.holder : null,
    holderNote: texts.holderIsNamed ? texts.holderNote : null,
    issuer: say('social-issuer', printForm(facts.issuerName)),
    notes,
    check: say('social-check', facts.url.replace(/^https?:\/\//, '')),
  };
}
