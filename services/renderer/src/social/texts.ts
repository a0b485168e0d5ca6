import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { type Direction, directionOf } from '@laurel/core/language';
import { INTERFACE_LANGUAGES, type MessageKey, messagesFor } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import type { FitSaid } from '../text/fit-said.ts';
import { isolated, printForm } from '../text/print-form.ts';

type Said = Parameters<FitSaid>[0];

/** What the picture says, in its reading order, and the side at which it begins. */
export type SocialTexts = {
  readonly direction: Direction;
  readonly heading: Said;
  readonly achievement: Said;
  /** Null where nobody is named: the picture then says nothing of a person. */
  readonly holder: { readonly name: Said; readonly note: Said } | null;
  readonly issuer: Said;
  readonly demonstration: Said | null;
  /** Where it is checked. */
  readonly check: Said;
};

/** More than the picture has room for at any size. */
const MAX_UNITS = 1000;

/** What is said of a credential where its address is shared: of the person, what was signed and no more. */
export function socialTexts(facts: CertificateFacts): SocialTexts {
  const { language } = facts;
  const messages = messagesFor(chooseLanguage([language], INTERFACE_LANGUAGES, 'en'));
  const say = (key: MessageKey, ...parameters: readonly string[]): Said => ({
    text: brief(messages.message(key, ...parameters)),
    language,
    base: messages.direction,
  });
  const fact = (text: string): Said => ({ text: brief(text), language, base: 'auto' });
  return {
    direction: directionOf(language),
    heading: say(`certificate-heading-${facts.kind}`),
    achievement: fact(facts.achievementName),
    holder: holderTexts(facts.holder, fact, say),
    issuer: say('social-issuer', isolated(brief(facts.issuerName))),
    demonstration: facts.demonstration ? say('certificate-demonstration') : null,
    check: say('social-check', isolated(facts.url.replace(/^https?:\/\//, ''))),
  };
}

function holderTexts(
  holder: CertificateFacts['holder'],
  fact: (text: string) => Said,
  say: (key: MessageKey) => Said,
): SocialTexts['holder'] {
  switch (holder.mode) {
    case 'account':
      return { name: fact(holder.username), note: say('certificate-holder-account') };
    case 'name':
      return { name: fact(holder.name), note: say('certificate-holder-self-declared') };
    case 'none':
      return null;
  }
}

function brief(text: string): string {
  return printForm(printForm(text).slice(0, MAX_UNITS));
}
