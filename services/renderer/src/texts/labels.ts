import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { LanguageTag } from '@laurel/core/language';
import type { CertificateKey } from '@laurel/i18n/certificate-keys';
import type { CertificateMessages } from '@laurel/i18n/certificate-messages';
import { isolated, printForm } from '../text/print-form.ts';
import { followedBy, type Said, type Say, saidAsPagesDo } from './said.ts';

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
  const { language } = heading;
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
    elsewhere: saidAsPagesDo(language, 'certificate-elsewhere'),
    continued: saidAsPagesDo(language, 'certificate-continued'),
    footer: draft ? followedBy(footer, say('certificate-draft')) : footer,
    signedIn:
      facts.second === null ? null : signedIn(facts.language, facts.second.language, language),
    boxed: say('certificate-boxed'),
    page: (page, pages) => saidAsPagesDo(language, 'certificate-page', page, pages),
  };
}

function signedIn(signed: LanguageTag, other: LanguageTag, reader: LanguageTag): Said {
  const inWords = saidAsPagesDo(reader, 'certificate-says').spoken;
  const [first = '', second = ''] = [signed, other].map((tag) => isolated(nameOf(tag, inWords)));
  return saidAsPagesDo(reader, 'certificate-signed-in', first, second);
}

/** The name of a language in another; its tag where nobody knows it. */
function nameOf(tag: LanguageTag, language: LanguageTag): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // A tag that is not well-formed has no name.
    return tag;
  }
}
