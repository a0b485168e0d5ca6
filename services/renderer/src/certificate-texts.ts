import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { type Direction, directionOf, type LanguageTag } from '@laurel/core/language';
import type { CertificateKey } from '@laurel/i18n/certificate-keys';
import {
  type CertificateMessages,
  certificateMessagesFor,
} from '@laurel/i18n/certificate-messages';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { longDate } from '@laurel/i18n/long-date';
import { isolated, printForm } from './text/print-form.ts';

export const ATTACHMENT_NAME = 'credential.json';

/** A text of the certificate, in print form. `auto`: it runs as its own letters do. */
export type Said = {
  readonly text: string;
  /** The credential's, also of labels in another: it tells which letters its readers are used to. */
  readonly language: LanguageTag;
  readonly base: Direction | 'auto';
};

export type Cell = {
  readonly label: Said;
  readonly value: Said;
  readonly iso: Said | null;
  /** True for a list or a sentence, which is set lighter than a name or a date. */
  readonly prose: boolean;
};

/** Every text of a certificate, in its reading order. */
export type CertificateTexts = {
  /** The language of the labels. */
  readonly language: LanguageTag;
  /** The side that the page begins at: that of the credential's language. */
  readonly direction: Direction;
  readonly heading: Said;
  readonly notes: readonly Said[];
  readonly holderLabel: Said;
  readonly holder: Said;
  /** False where a sentence stands in the place of a name. */
  readonly holderIsNamed: boolean;
  readonly holderNote: Said | null;
  readonly achievementLabel: Said;
  readonly achievement: Said;
  readonly description: Said | null;
  readonly cells: readonly Cell[];
  readonly statements: readonly { readonly label: Said; readonly text: Said }[];
  readonly checkLabel: Said;
  readonly check: Said;
  readonly url: Said;
  readonly footer: Said;
  /** Added to the footer where a text had to be cut, and where a character is shown as a box. */
  readonly shortened: Said;
  readonly boxed: Said;
};

/** What is printed for these facts. */
export function certificateTexts(facts: CertificateFacts): CertificateTexts {
  const messages = certificateMessagesFor(facts.language);
  const say = sayingIn(messages, facts.language);
  const fact = (text: string): Said => ({
    text: printForm(text),
    language: facts.language,
    base: 'auto',
  });
  const description = fact(facts.achievementDescription);
  const preview = facts.credential === null;
  const heading = say(`certificate-heading-${facts.kind}`);
  const footer = say('certificate-footer', isolated(printForm(facts.issuerName)));
  return {
    language: messages.language,
    direction: directionOf(facts.language),
    heading: preview ? say('certificate-preview-heading', heading.text) : heading,
    notes: [
      ...(preview ? [say('certificate-preview')] : []),
      ...(facts.demonstration ? [say('certificate-demonstration')] : []),
    ],
    holderLabel: say('certificate-holder-label'),
    ...holderTexts(facts.holder, fact, say),
    achievementLabel: say('certificate-achievement-label'),
    achievement: fact(facts.achievementName),
    description: description.text === '' ? null : description,
    cells: cellsOf(facts, messages, fact, say),
    statements: [
      { label: say('certificate-says'), text: fact(facts.criteria) },
      { label: say('certificate-does-not-say'), text: fact(facts.doesNotMean) },
    ].filter(({ text }) => text.text !== ''),
    checkLabel: say('certificate-check'),
    check: preview
      ? say('certificate-preview-check')
      : say('certificate-check-how', isolated(ATTACHMENT_NAME)),
    url: code(facts.url),
    footer: messages.draft ? followedBy(footer, say('certificate-draft')) : footer,
    shortened: say('certificate-shortened'),
    boxed: say('certificate-boxed'),
  };
}

/** Two sentences of the same language, one after the other; a full stop of Han brings its own space. */
export function followedBy(first: Said, second: Said): Said {
  const space = first.text.endsWith('。') ? '' : ' ';
  return { ...first, text: `${first.text}${space}${second.text}` };
}

type Say = (key: CertificateKey, ...parameters: readonly (string | number)[]) => Said;
type Fact = (text: string) => Said;

function sayingIn(messages: CertificateMessages, language: LanguageTag): Say {
  const base = messages.direction;
  return (key, ...parameters) => {
    const text =
      parameters.length === 0
        ? fixedText(messages, key)
        : printForm(messages.message(key, ...parameters));
    return { text, language, base };
  };
}

/** Messages that hold nothing of anybody: parsing them anew for each certificate takes as long as shaping. */
const fixedTexts = new Map<string, string>();

function fixedText({ language, message }: CertificateMessages, key: CertificateKey): string {
  const known = fixedTexts.get(`${language} ${key}`) ?? printForm(message(key));
  fixedTexts.set(`${language} ${key}`, known);
  return known;
}

/** Addresses and ISO dates run from left to right on every page. */
function code(text: string): Said {
  return { text: printForm(text), language: 'und', base: 'ltr' };
}

function holderTexts(
  holder: CertificateFacts['holder'],
  fact: Fact,
  say: Say,
): Pick<CertificateTexts, 'holder' | 'holderIsNamed' | 'holderNote'> {
  switch (holder.mode) {
    case 'account':
      return {
        holder: fact(holder.username),
        holderIsNamed: true,
        holderNote: say('certificate-holder-account'),
      };
    case 'name':
      return {
        holder: fact(holder.name),
        holderIsNamed: true,
        holderNote: say('certificate-holder-self-declared'),
      };
    case 'none':
      return { holder: say('certificate-holder-none'), holderIsNamed: false, holderNote: null };
  }
}

function cellsOf(
  facts: CertificateFacts,
  messages: CertificateMessages,
  fact: Fact,
  say: Say,
): readonly Cell[] {
  const { language, direction } = messages;
  const own = (text: string): Said => ({
    text: printForm(text),
    language: facts.language,
    base: direction,
  });
  const day = (label: CertificateKey, iso: string): Cell => {
    const value = longDate(iso, language);
    return {
      label: say(label),
      value: own(value),
      iso: value === iso ? null : code(iso),
      prose: false,
    };
  };
  const plain = (label: CertificateKey, value: Said): Cell => ({
    label: say(label),
    value,
    iso: null,
    prose: false,
  });
  const cells: Cell[] = [
    plain('certificate-issuer', fact(facts.issuerName)),
    day('certificate-issued-on', facts.issuedOn),
  ];
  if (facts.role !== null) cells.push(plain('certificate-role', fact(facts.role)));
  if (facts.period !== null) cells.push(periodCell(facts.period, day, say));
  if (facts.hours !== null) {
    const hours = say('certificate-hours-value', decimalNumber(facts.hours, language), facts.hours);
    cells.push(plain('certificate-hours', hours));
  }
  if (facts.validUntil !== null) cells.push(day('certificate-valid-until', facts.validUntil));
  const evidence = EVIDENCE_CLASSES.filter((one) => facts.evidenceClasses.includes(one));
  if (evidence.length > 0) {
    cells.push({
      label: say('certificate-evidence'),
      // Some names hold a comma or a semicolon themselves.
      value: own(evidence.map((one) => evidenceName(one, messages)).join(' · ')),
      iso: null,
      prose: true,
    });
  }
  return cells;
}

function periodCell(
  { start, end }: { readonly start: string; readonly end: string },
  day: (label: CertificateKey, iso: string) => Cell,
  say: Say,
): Cell {
  const first = day('certificate-period', start);
  if (start === end) return first;
  const last = day('certificate-period', end);
  return {
    label: first.label,
    value: say('certificate-period-value', isolated(first.value.text), isolated(last.value.text)),
    // ISO 8601-1, Section 5.5: an interval.
    iso: first.iso === null ? null : code(`${start}/${end}`),
    prose: false,
  };
}
