import type { AchievementMap } from '@laurel/core/achievement-map';
import type { IssuerFace } from '@laurel/core/issuer';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '../link.tsx';
import { Notices } from '../notices.tsx';
import { Paragraph, Text, textFor } from '../text.tsx';

type MapHeadProps = {
  readonly map: AchievementMap;
  readonly issuer: Pick<IssuerFace, 'slug' | 'names' | 'demonstration' | 'kind'>;
  readonly retired: boolean;
  readonly reader: Reader;
};

/** What a map is called, whose it is, what must be said of it, and that one begins anywhere. */
export function MapHead({ map, issuer, retired, reader }: MapHeadProps) {
  const { messages } = reader;
  const { message } = messages;
  const title = textFor(map.title, reader, map.sourceLanguage);
  const description = textFor(map.description, reader, map.sourceLanguage);
  const isForeign = !isIn(title.language, messages.language);
  return (
    <>
      <p class="over">
        {message('map-label')}{' '}
        <a href={linkTo(`/issuers/${issuer.slug}`, reader)}>
          <Text {...textFor(issuer.names, reader)} />
        </a>
      </p>
      <h1>
        <Text {...title} />
      </h1>
      <Notices face={issuer} messages={messages} />
      {retired && <p class="note">{message('map-retired')}</p>}
      {map.drafts.includes(title.language) && <p class="note">{message('map-draft-texts')}</p>}
      {isForeign && <p class="note">{message('map-other-language')}</p>}
      {description.text !== '' && <Paragraph {...description} />}
      <p>{message('map-begin-anywhere')}</p>
    </>
  );
}

/** `pt-BR` is Portuguese. */
function isIn(language: string, wanted: string): boolean {
  return language.split('-')[0] === wanted.split('-')[0];
}
