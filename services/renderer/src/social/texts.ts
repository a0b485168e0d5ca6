import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { type Direction, directionOf } from '@laurel/core/language';
import type { CertificateKey } from '@laurel/i18n/certificate-keys';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import type { FitSaid } from '../text/fit-said.ts';
import { printForm } from '../text/print-form.ts';

type Said = Parameters<FitSaid>[0];

/** What the picture says, in its reading order, and the side at which it begins. */
export type SocialTexts = {
  readonly direction: Direction;
  readonly heading: Said;
  readonly achievement: Said;
  /** Null where nobody is named: the picture then says nothing of a person. */
  readonly holder: { readonly name: Said; readonly note: Said } | null;
  readonly issuer: { readonly label: Said; readonly name: Said };
  readonly notes: readonly Said[];
  readonly check: { readonly label: Said; readonly address: Said };
};

/** More than the picture has room for at any size. */
const MAX_UNITS = 1000;

/** What is said of a credential where its address is shared: of the person, what was signed and no more. */
export function socialTexts(facts: CertificateFacts): SocialTexts {
  const { language } = facts;
  const messages = certificateMessagesFor(language);
  const say = (key: CertificateKey): Said => ({
    text: printForm(messages.message(key)),
    language,
    base: messages.direction,
  });
  const fact = (text: string): Said => ({ text: brief(text), language, base: 'auto' });
  return {
    direction: directionOf(language),
    heading: say(`certificate-heading-${facts.kind}`),
    achievement: fact(facts.achievementName),
    holder: holderTexts(facts.holder, fact, say),
    issuer: { label: say('certificate-issuer'), name: fact(facts.issuerName) },
    notes: [
      ...(facts.demonstration ? [say('certificate-demonstration')] : []),
      ...(messages.draft ? [say('certificate-draft')] : []),
    ],
    check: {
      label: say('certificate-check'),
      address: { text: facts.url.replace(/^https?:\/\//, ''), language: 'und', base: 'ltr' },
    },
  };
}

function holderTexts(
  holder: CertificateFacts['holder'],
  fact: (text: string) => Said,
  say: (key: CertificateKey) => Said,
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
