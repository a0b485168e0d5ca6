import type { IssuerFace } from '@laurel/core/issuer';
import { lastDayOf, SEATS_AHEAD_DAYS } from '@laurel/core/open-seat';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Notices } from '@laurel/pages/notices';
import { Text, textFor } from '@laurel/pages/text';
import type { SeatFeed } from '../record/open-seats.ts';

type OpenSeatsPageProps = {
  readonly feed: SeatFeed;
  readonly face: IssuerFace;
  readonly reader: Reader;
};

/** Roles of an issuer that end soon, so that whoever is new sees where there is something to do. */
export function OpenSeatsPage({ feed, face, reader }: OpenSeatsPageProps) {
  const { messages } = reader;
  const { message, language } = messages;
  const path = `/issuers/${face.slug}/seats`;
  const title = message('seats-title');
  return (
    <Layout
      title={title}
      reader={reader}
      path={path}
      tags={
        <link rel="alternate" type="application/atom+xml" title={title} href={`${path}.atom`} />
      }
    >
      <p class="over">
        <a href={linkTo(`/issuers/${face.slug}`, reader)}>
          <Text {...textFor(face.names, reader)} />
        </a>
      </p>
      <h1>{title}</h1>
      <Notices face={face} messages={messages} />
      <p>{message('seats-lead-public', SEATS_AHEAD_DAYS)}</p>
      {feed.seats.length === 0 ? (
        <p>{message('seats-none')}</p>
      ) : (
        <ul class="plain">
          {feed.seats.map(({ slug, month, seats, achievement: { id, facts } }) => (
            <li id={`${slug}-${month}`}>
              <a href={linkTo(`/achievements/${id}`, reader)}>
                <Text {...textFor(facts.name, reader, facts.sourceLanguage)} />
              </a>
              <br />
              {message('seats-ending', seats, longDate(lastDayOf(month), language))}
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">
        <a href={`${path}.atom`}>{message('seats-atom')}</a>
      </p>
    </Layout>
  );
}
