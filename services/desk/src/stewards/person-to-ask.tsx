import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { Person } from '@laurel/pages/person';
import type { PersonFacts } from './contact-facts.ts';

const CENTRAL_AUTH = 'https://meta.wikimedia.org/wiki/Special:CentralAuth/';

type PersonToAskProps = { readonly facts: PersonFacts; readonly reader: Reader };

/** Somebody whom an application names, with what tells who they are: home wiki and registration. */
export function PersonToAsk({ facts, reader }: PersonToAskProps) {
  const { message, language } = reader.messages;
  const { accountId, username, state, homeWiki, registration } = facts;
  return (
    <>
      {username === null ? (
        <code dir="ltr">{accountId}</code>
      ) : (
        <a
          href={`${CENTRAL_AUTH}${encodeURIComponent(username.replaceAll(' ', '_'))}`}
          rel="noreferrer nofollow"
        >
          <Person name={username} />
        </a>
      )}
      <p class="quiet small">
        {state === 'there' ? (
          <>
            {homeWiki !== null && (
              <>
                {message('review-home-wiki')}: <bdi dir="ltr">{homeWiki}</bdi>
                {' · '}
              </>
            )}
            {registration === null
              ? message('review-no-registration')
              : message('review-registered', longDate(registration.slice(0, 10), language))}
          </>
        ) : (
          message(`review-account-${state}`)
        )}
      </p>
    </>
  );
}
