import { issuerUrl } from '@laurel/core/addresses';
import { dayOf } from '@laurel/core/day';
import { type PublishedKey, signsFrom } from '@laurel/core/verification-key';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Notices } from '@laurel/pages/notices';
import { SharedAs } from '@laurel/pages/shared-as';
import { Paragraph, Text, textFor } from '@laurel/pages/text';
import type { PublishedAchievement } from '../record/achievement.ts';
import type { PublishedIssuer } from '../record/issuer.ts';
import type { ListedMap } from '../record/published-map.ts';
import { IssuerLogo } from './issuer-logo.tsx';
import { IssuerMaps } from './issuer-maps.tsx';
import { Vouching } from './vouching.tsx';

type IssuerPageProps = {
  readonly issuer: PublishedIssuer;
  readonly achievements: readonly PublishedAchievement[];
  readonly maps: readonly ListedMap[];
  /** Whether it tells everybody which of its roles end soon. */
  readonly tellsSeats: boolean;
  readonly reader: Reader;
  readonly origin: string;
};

/** The public face of an issuer: who they are, what they award, and their keys with their dates. */
export function IssuerPage({
  issuer,
  achievements,
  maps,
  tellsSeats,
  reader,
  origin,
}: IssuerPageProps) {
  const { messages } = reader;
  const { message } = messages;
  const { face, did, keys } = issuer;
  const name = textFor(face.names, reader);
  const others = Object.entries(face.names).filter(([language]) => language !== name.language);
  return (
    <Layout
      title={name.text}
      reader={reader}
      path={`/issuers/${face.slug}`}
      tags={
        <SharedAs
          url={issuerUrl(origin, face.slug)}
          title={name.text}
          description={textFor(face.descriptions, reader).text}
          language={name.language}
          messages={messages}
          picture={null}
        />
      }
    >
      <p class="over">{message('issuer-label')}</p>
      <h1>
        <Text {...name} />
      </h1>
      <IssuerLogo face={face} reader={reader} />
      <Notices face={face} messages={messages} />
      <Vouching face={face} messages={messages} />
      <Paragraph {...textFor(face.descriptions, reader)} />
      {others.length > 0 && (
        <>
          <h2>{message('issuer-other-names')}</h2>
          <ul class="plain">
            {others.map(([language, text]) => (
              <li>
                <bdi lang={language}>{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {achievements.length > 0 && (
        <>
          <h2>{message('issuer-achievements')}</h2>
          <ul class="plain">
            {achievements.map(({ id, facts }) => (
              <li>
                <a href={linkTo(`/achievements/${id}`, reader)}>
                  <Text {...textFor(facts.name, reader, facts.sourceLanguage)} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <IssuerMaps issuer={face.slug} maps={maps} reader={reader} />
      {tellsSeats && (
        <p>
          <a href={linkTo(`/issuers/${face.slug}/seats`, reader)}>{message('seats-title')}</a>
        </p>
      )}
      {face.kind === 'community' && achievements.length > 0 && (
        <p class="quiet">
          <a href={linkTo(`/desk/nominate/${face.slug}`, reader)}>{message('issuer-nominate')}</a>
        </p>
      )}
      <h2>{message('issuer-keys')}</h2>
      <p>{message('issuer-keys-lead')}</p>
      <ul>
        {keys.map((key) => (
          <li>
            <code dir="ltr">{key.id}</code> <bdi class="quiet small">{key.algorithm}</bdi>
            <br />
            {keyDates(key, messages)}
          </li>
        ))}
      </ul>
      <p class="quiet">
        {message('issuer-did')}: <code dir="ltr">{did}</code>
      </p>
      <ul class="plain row">
        <li>
          <a href={`/issuers/${face.slug}/did.json`}>did.json</a>
        </li>
        <li>
          <a href={`/issuers/${face.slug}/jwks.json`}>jwks.json</a>
        </li>
        <li>
          <a href={`/issuers/${face.slug}/keys.json`}>keys.json</a>
        </li>
      </ul>
    </Layout>
  );
}

function keyDates(key: PublishedKey, { language, message }: Messages): string {
  const day = (seconds: number) => longDate(dayOf(seconds), language);
  const since = day(signsFrom(key));
  if (key.compromisedAtSeconds !== null) {
    return message('issuer-key-compromised', day(key.compromisedAtSeconds));
  }
  if (key.retiredAtSeconds !== null) {
    return message('issuer-key-retired', since, day(key.retiredAtSeconds));
  }
  return message(key.waiting ? 'issuer-key-waiting' : 'issuer-key-current', since);
}
