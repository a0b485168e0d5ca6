import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { autonymOf } from '@laurel/i18n/autonym';
import type { CertificateKey } from '@laurel/i18n/certificate-keys';
import type { CertificateMessages } from '@laurel/i18n/certificate-messages';
import { isolated, printForm } from '../text/print-form.ts';
import { followedBy, type Said, type Say } from './said.ts';

export const ATTACHMENT_NAME = 'credential.json';

/** What the certificate itself says, in one language. */
export type Labels = {
  readonly heading: Said;
  readonly notes: readonly Said[];
  readonly holderLabel: Said;
  readonly holderNote: Said | null;
  /** In the place of a name. */
  readonly nobody: Said;
  readonly achievementLabel: Said;
  readonly says: Said;
  readonly doesNotSay: Said;
  readonly checkLabel: Said;
  readonly check: Said;
  /** In the place of a text that stands on a further page. */
  readonly elsewhere: Said;
  readonly continued: Said;
  readonly footer: Said;
  /** Which language was signed; null where there is one alone. */
  readonly signedIn: Said | null;
  /** Added to the footer where a character is shown as a box. */
  readonly boxed: Said;
  readonly page: (page: number, pages: number) => Said;
};

const HOLDER_NOTES = {
  account: 'certificate-holder-account',
  name: 'certificate-holder-self-declared',
  none: null,
} as const satisfies Record<CertificateFacts['holder']['mode'], CertificateKey | null>;

/** The labels of a certificate of these facts. */
export function labelsOf(
  facts: CertificateFacts,
  { draft }: CertificateMessages,
  say: Say,
  issuerName: string,
): Labels {
  const preview = facts.credential === null;
  const heading = say(`certificate-heading-${facts.kind}`);
  const holderNote = HOLDER_NOTES[facts.holder.mode];
  const footer = say('certificate-footer', isolated(printForm(issuerName)));
  return {
    heading: preview ? say('certificate-preview-heading', heading.text) : heading,
    notes: [
      ...(preview ? [say('certificate-preview')] : []),
      ...(facts.demonstration ? [say('certificate-demonstration')] : []),
    ],
    holderLabel: say('certificate-holder-label'),
    holderNote: holderNote === null ? null : say(holderNote),
    nobody: say('certificate-holder-none'),
    achievementLabel: say('certificate-achievement-label'),
    says: say('certificate-says'),
    doesNotSay: say('certificate-does-not-say'),
    checkLabel: say('certificate-check'),
    check: preview
      ? say('certificate-preview-check')
      : say('certificate-check-how', isolated(ATTACHMENT_NAME)),
    elsewhere: say('certificate-elsewhere'),
    continued: say('certificate-continued'),
    footer: draft ? followedBy(footer, say('certificate-draft')) : footer,
    signedIn: signedIn(facts, say),
    boxed: say('certificate-boxed'),
    page: (page, pages) => say('certificate-page', page, pages),
  };
}

/** Languages by what each calls itself: their own readers know it, and its letters are on the page already. */
function signedIn({ language, second }: CertificateFacts, say: Say): Said | null {
  if (second === null) return null;
  const names = [language, second.language].map((tag) => isolated(printForm(autonymOf(tag))));
  return say('certificate-signed-in', ...names);
}
