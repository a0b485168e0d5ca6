import { achievementUrl, issuerUrl } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import { lastDayOf } from '@laurel/core/open-seat';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { textFor } from '@laurel/pages/text';
import type { SeatFeed } from '../record/open-seats.ts';

/** Roles that end soon as an Atom feed (RFC 4287), in the reader's language. */
export function seatFeedXml(
  { changedAtSeconds, seats }: SeatFeed,
  face: IssuerFace,
  origin: string,
  reader: Reader,
): string {
  const { message, language } = reader.messages;
  const page = `${issuerUrl(origin, face.slug)}/seats`;
  const issuer = textFor(face.names, reader);
  const entries = seats.map(
    ({ slug, month, seats: open, changedAtSeconds: changed, achievement }) => {
      const { facts, id } = achievement;
      const name = textFor(facts.name, reader, facts.sourceLanguage);
      return element('entry', '', [
        element('id', '', `${page}#${slug}-${month}`),
        element('title', ` xml:lang="${escaped(name.language)}"`, name.text),
        element('updated', '', momentOf(changed)),
        `<link rel="alternate" href="${escaped(achievementUrl(origin, id))}"/>`,
        element('summary', '', message('seats-ending', open, longDate(lastDayOf(month), language))),
      ]);
    },
  );
  const feed = element(
    'feed',
    ` xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}"`,
    [
      element('id', '', page),
      element('title', '', `${message('seats-title')}: ${issuer.text}`),
      element('updated', '', momentOf(changedAtSeconds)),
      element('author', '', [
        element('name', ` xml:lang="${escaped(issuer.language)}"`, issuer.text),
      ]),
      `<link rel="self" href="${escaped(page)}.atom"/>`,
      `<link rel="alternate" href="${escaped(page)}"/>`,
      ...entries,
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${feed}`;
}

/** @param content text, or elements that are written already. */
function element(name: string, attributes: string, content: string | readonly string[]): string {
  const within = typeof content === 'string' ? escaped(content) : content.join('');
  return `<${name}${attributes}>${within}</${name}>`;
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => REFERENCES[character] ?? character);
}

function momentOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
