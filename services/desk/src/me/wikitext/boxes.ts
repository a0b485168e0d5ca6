import { directionOf, type LanguageTag } from '@laurel/core/language';
import { escapeWikitext } from './escape-wikitext.ts';

/** A text and the language that it is in. */
type WikiText = { readonly text: string; readonly language: LanguageTag };

/** What a box says: what was signed, in one language as far as there are texts in it. */
export type BoxFacts = {
  readonly language: LanguageTag;
  readonly title: WikiText;
  readonly description: WikiText;
  readonly issuer: WikiText;
  /** Days, as they are read in the language; null where there are none. */
  readonly period: string | null;
  /** The credential's address. */
  readonly url: string;
};

/**
 * A box, a userbox and a line. None has a colour or a picture of its own: the class is one that wikis colour
 * by the reader's theme, and nothing is loaded from elsewhere. Tables are HTML, as the bars of wikitext's own
 * would end the parameter of a template.
 */
export const BOXES = {
  box: (facts: BoxFacts) =>
    table(facts, '', [
      `<tr><th scope="col">${within(facts, facts.title)}</th></tr>`,
      `<tr><td>${within(facts, facts.description)}</td></tr>`,
      `<tr><td>${[by(facts), linkTo(facts)].join('<br>')}</td></tr>`,
    ]),
  userbox: (facts: BoxFacts) =>
    table(facts, ' style="width: 238px; margin: 1px"', [
      `<tr><th style="width: 45px; font-size: 150%">✓</th><td style="font-size: 85%; line-height: 1.4"><b>${within(facts, facts.title)}</b><br>${by(facts)}<br>${linkTo(facts)}</td></tr>`,
    ]),
  line: (facts: BoxFacts) =>
    `<span ${tongue(facts.language)}><b>${within(facts, facts.title)}</b> – ${by(facts)} – ${linkTo(facts)}</span>`,
} as const satisfies Readonly<Record<string, (facts: BoxFacts) => string>>;

export type BoxName = keyof typeof BOXES;

function table({ language }: BoxFacts, style: string, rows: readonly string[]): string {
  return [`<table class="wikitable" ${tongue(language)}${style}>`, ...rows, '</table>'].join('\n');
}

function tongue(language: LanguageTag): string {
  return `lang="${language}" dir="${directionOf(language)}"`;
}

function by(facts: BoxFacts): string {
  const issuer = within(facts, facts.issuer);
  return facts.period === null ? issuer : `${issuer} · <bdi>${escapeWikitext(facts.period)}</bdi>`;
}

/** A text in the language of its surroundings, or marked with its own. */
function within({ language }: BoxFacts, { text, language: own }: WikiText): string {
  const escaped = escapeWikitext(text);
  return own === language ? `<bdi>${escaped}</bdi>` : `<bdi ${tongue(own)}>${escaped}</bdi>`;
}

/** Nothing of an address of ours means anything in wikitext. */
function linkTo({ url }: BoxFacts): string {
  return `<bdi dir="ltr">[${url} ${escapeWikitext(url.replace(/^https?:\/\//, ''))}]</bdi>`;
}
