import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import type { LanguageTag } from '@laurel/core/language';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { longDate } from '@laurel/i18n/long-date';
import {
  INTERFACE_LANGUAGES,
  type MessageKey,
  type Messages,
  messagesFor,
} from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { isDrawable, printForm } from './drawable.ts';

export const ATTACHMENT_NAME = 'credential.json';

/** A text as it is printed: itself, or the sentence that stands for what cannot be drawn. */
export type Printed = { readonly text: string; readonly replaced: boolean };

export type Cell = {
  readonly label: string;
  readonly value: string;
  readonly iso: string | null;
  /** True for a list or a sentence, which is set lighter than a name or a date. */
  readonly prose: boolean;
};

/** Every text of a certificate, all drawable, in its reading order. */
export type CertificateTexts = {
  /** The language of the labels. */
  readonly language: LanguageTag;
  readonly heading: string;
  readonly notes: readonly string[];
  readonly holderLabel: string;
  readonly holder: Printed;
  readonly holderNote: string | null;
  readonly achievementLabel: string;
  readonly achievement: Printed;
  readonly description: string | null;
  readonly cells: readonly Cell[];
  readonly statements: readonly { readonly label: string; readonly text: string }[];
  readonly checkLabel: string;
  readonly check: string;
  readonly url: string;
  readonly footer: string;
  /** Added to the footer where a text had to be cut. */
  readonly shortened: string;
};

/** What is printed for these facts with a font that `covers` some code points. */
export function certificateTexts(
  facts: CertificateFacts,
  covers: (codePoint: number) => boolean,
): CertificateTexts {
  const own = messagesFor(chooseLanguage([facts.language], INTERFACE_LANGUAGES, 'en'));
  const drawn = isDrawable(
    printForm(own.message('certificate-check-how', ATTACHMENT_NAME)),
    covers,
  );
  const messages = drawn ? own : messagesFor('en');
  const { message } = messages;
  const print = (text: string, sentence: MessageKey): Printed => {
    const form = printForm(text);
    return isDrawable(form, covers)
      ? { text: form, replaced: false }
      : { text: message(sentence), replaced: true };
  };
  const issuer = print(facts.issuerName, 'certificate-undrawable-text');
  const achievement = print(facts.achievementName, 'certificate-undrawable-achievement');
  const description = print(facts.achievementDescription, 'certificate-undrawable-text');
  const preview = facts.credential === null;
  const heading = message(`certificate-heading-${facts.kind}`);
  const statement = (label: MessageKey, text: string) => ({
    label: message(label),
    text: print(text, 'certificate-undrawable-text').text,
  });
  return {
    language: messages.language,
    heading: preview ? message('certificate-preview-heading', heading) : heading,
    notes: [
      ...(preview ? [message('certificate-preview')] : []),
      ...(facts.demonstration ? [message('certificate-demonstration')] : []),
      ...(drawn ? [] : [message('certificate-language-note')]),
    ],
    holderLabel: message('certificate-holder-label'),
    ...holderTexts(facts.holder, print, message),
    achievementLabel: message('certificate-achievement-label'),
    achievement,
    // Where the name is replaced, its sentence speaks for the description too.
    description:
      description.text === '' || (description.replaced && achievement.replaced)
        ? null
        : description.text,
    cells: cellsOf(facts, messages, (text) => print(text, 'certificate-undrawable-text')),
    statements: [
      statement('certificate-says', facts.criteria),
      statement('certificate-does-not-say', facts.doesNotMean),
    ].filter(({ text }) => text !== ''),
    checkLabel: message('certificate-check'),
    check: preview
      ? message('certificate-preview-check')
      : message('certificate-check-how', ATTACHMENT_NAME),
    url: facts.url,
    footer: issuer.replaced
      ? message('certificate-footer-unnamed')
      : message('certificate-footer', issuer.text),
    shortened: message('certificate-shortened'),
  };
}

function holderTexts(
  holder: CertificateFacts['holder'],
  print: (text: string, sentence: MessageKey) => Printed,
  message: Messages['message'],
): Pick<CertificateTexts, 'holder' | 'holderNote'> {
  switch (holder.mode) {
    case 'account':
      return {
        holder: print(holder.username, 'certificate-undrawable-name'),
        holderNote: message('certificate-holder-account'),
      };
    case 'name':
      return {
        holder: print(holder.name, 'certificate-undrawable-name'),
        holderNote: message('certificate-holder-self-declared'),
      };
    case 'none':
      return {
        holder: { text: message('certificate-holder-none'), replaced: true },
        holderNote: null,
      };
  }
}

function cellsOf(
  facts: CertificateFacts,
  messages: Messages,
  print: (text: string) => Printed,
): readonly Cell[] {
  const { language, message } = messages;
  const day = (label: MessageKey, iso: string): Cell => {
    const value = longDate(iso, language);
    return { label: message(label), value, iso: value === iso ? null : iso, prose: false };
  };
  const text = (label: MessageKey, { text: value, replaced }: Printed): Cell => ({
    label: message(label),
    value,
    iso: null,
    prose: replaced,
  });
  const cells: Cell[] = [
    text('certificate-issuer', print(facts.issuerName)),
    day('certificate-issued-on', facts.issuedOn),
  ];
  if (facts.role !== null) cells.push(text('certificate-role', print(facts.role)));
  if (facts.period !== null) cells.push(periodCell(facts.period, day, message));
  if (facts.hours !== null) {
    const value = message('certificate-hours-value', String(facts.hours), facts.hours);
    cells.push(text('certificate-hours', { text: value, replaced: false }));
  }
  if (facts.validUntil !== null) cells.push(day('certificate-valid-until', facts.validUntil));
  const evidence = EVIDENCE_CLASSES.filter((one) => facts.evidenceClasses.includes(one));
  if (evidence.length > 0) {
    cells.push({
      label: message('certificate-evidence'),
      // Some names hold a comma or a semicolon themselves.
      value: evidence.map((one) => evidenceName(one, messages)).join(' · '),
      iso: null,
      prose: true,
    });
  }
  return cells;
}

function periodCell(
  { start, end }: { readonly start: string; readonly end: string },
  day: (label: MessageKey, iso: string) => Cell,
  message: Messages['message'],
): Cell {
  const first = day('certificate-period', start);
  if (start === end) return first;
  const last = day('certificate-period', end);
  return {
    label: first.label,
    value: message('certificate-period-value', first.value, last.value),
    // ISO 8601-1, Section 5.5: an interval.
    iso: first.iso === null ? null : `${start}/${end}`,
    prose: false,
  };
}
