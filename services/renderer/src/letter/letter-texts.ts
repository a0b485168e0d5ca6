import type { LetterEntry, LetterFacts } from '@laurel/contracts/renderer-rpc';
import { type Direction, directionOf } from '@laurel/core/language';
import {
  type CertificateMessages,
  certificateMessagesFor,
} from '@laurel/i18n/certificate-messages';
import {
  type LetterKey,
  type LetterMessages,
  letterMessagesFor,
} from '@laurel/i18n/letter-messages';
import { longDate } from '@laurel/i18n/long-date';
import { messagesFor } from '@laurel/i18n/messages';
import { isolated, printForm } from '../text/print-form.ts';
import { type Cell, cellsOf } from '../texts/cell.ts';
import { code, factsIn, type Said, type Say, sayingIn } from '../texts/said.ts';

/** What a letter says of one credential. */
export type EntryTexts = {
  readonly url: string;
  readonly name: Said;
  readonly demonstration: Said | null;
  readonly description: Said;
  /** Labels with what they are of, in the order in which they are read. */
  readonly rows: readonly { readonly label: Said; readonly value: Said }[];
  readonly address: Said;
};

/** All that stands in a letter, in print form. */
export type LetterTexts = {
  readonly direction: Direction;
  readonly issuers: Said;
  readonly madeOn: Said;
  readonly title: Said;
  readonly addressee: Said;
  readonly intro: Said;
  readonly entries: readonly EntryTexts[];
  readonly how: Said;
  readonly notes: readonly Said[];
  readonly boxed: Said;
  readonly footer: Said;
  readonly page: (page: number, pages: number) => Said;
};

/**
 * The texts of a letter. The labels of its facts are those of a certificate, in as many languages; its
 * own sentences are in fewer, else in English, and it says so. Words must be loaded.
 */
export function letterTexts(facts: LetterFacts): LetterTexts {
  const { language, addressee, madeOn, entries } = facts;
  const messages = letterMessagesFor(language);
  const labels = certificateMessagesFor(language);
  const say = sayingIn(labels, language);
  const ours = oursIn(messages);
  const fact = factsIn(language);
  const names = [...new Set(entries.map(({ issuerName }) => printForm(issuerName)))];
  const issuers = names.map(isolated).join(' · ');
  const day = longDate(madeOn, messages.language);
  return {
    direction: directionOf(language),
    issuers: fact(names.join(' · ')),
    madeOn: { ...fact(day), language: messages.language, spoken: messages.language },
    title: ours('letter-title'),
    addressee:
      addressee === '' ? ours('letter-to-whom') : ours('letter-to', isolated(printForm(addressee))),
    intro: ours('letter-intro', issuers, names.length),
    entries: entries.map((entry) => entryTexts(entry, labels, say)),
    how: ours('letter-how'),
    notes: [
      ...(isInLanguage(messages, language) ? [] : [inEnglish()]),
      ...(labels.draft || messages.draft ? [say('certificate-draft')] : []),
    ],
    boxed: say('certificate-boxed'),
    footer: say('certificate-footer', issuers),
    page: (page, pages) => say('certificate-page', page, pages),
  };
}

/** Says the sentences of a letter in a language. */
export function oursIn(
  messages: LetterMessages,
): (key: LetterKey, ...parameters: readonly (string | number)[]) => Said {
  const { language, direction } = messages;
  return (key, ...parameters) => ({
    text: printForm(messages.message(key, ...parameters)),
    language,
    base: direction,
    spoken: language,
  });
}

/** That what is around the facts has no translation. */
export function inEnglish(): Said {
  const { message, language, direction } = messagesFor('en');
  return { text: message('letter-in-english'), language, base: direction, spoken: language };
}

function isInLanguage(messages: LetterMessages, language: string): boolean {
  return language.split('-')[0] === messages.language;
}

/** The texts of one credential. */
export function entryTexts(
  entry: Omit<LetterEntry, 'credential'>,
  messages: CertificateMessages,
  say: Say,
): EntryTexts {
  const fact = factsIn(entry.language);
  const cells = cellsOf(entry, { messages, say, fact, issuerName: entry.issuerName });
  const signatories = entry.signatories.map(({ name, office }) =>
    office === ''
      ? isolated(printForm(name))
      : `${isolated(printForm(name))}, ${isolated(printForm(office))}`,
  );
  const evidence = cells.filter(({ prose }) => prose);
  const others = cells.filter(({ prose }) => !prose);
  return {
    url: entry.url,
    name: fact(entry.achievementName),
    demonstration: entry.demonstration ? say('certificate-demonstration') : null,
    description: fact(entry.achievementDescription),
    rows: [
      { label: say('certificate-says'), value: fact(entry.criteria) },
      { label: say('certificate-holder-label'), value: holderSaid(entry, say) },
      ...others.flatMap(rowOf),
      ...evidence.flatMap(rowOf),
      ...(signatories.length === 0
        ? []
        : [{ label: say('certificate-signatories'), value: fact(signatories.join(' · ')) }]),
      { label: say('certificate-does-not-say'), value: fact(entry.doesNotMean) },
    ],
    address: code(entry.url),
  };
}

function rowOf({ label, value }: Cell) {
  return label === null || value === null ? [] : [{ label, value }];
}

/** A name with where it comes from, or that there is none. */
function holderSaid(
  { holder, language }: Pick<LetterEntry, 'holder' | 'language'>,
  say: Say,
): Said {
  switch (holder.mode) {
    case 'account':
      return named(holder.username, say('certificate-holder-account'), language);
    case 'name':
      return named(holder.name, say('certificate-holder-self-declared'), language);
    case 'none':
      return say('certificate-holder-none');
  }
}

function named(name: string, note: Said, language: string): Said {
  return { ...note, text: `${isolated(printForm(name))} (${note.text})`, language };
}
