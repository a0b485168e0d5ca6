import { signedEndorsement } from '@laurel/core/endorsement';
import type { JsonObject } from '@laurel/core/json';
import type { LocalisedText } from '@laurel/core/language';
import type { Messages } from '@laurel/i18n/messages';
import { Person } from './person.tsx';
import { Text } from './text.tsx';

type EndorsementTextProps = {
  readonly credential: JsonObject;
  /** The behaviour in words for the reader; as it was signed where there are none. */
  readonly behaviour?: LocalisedText | null;
  readonly messages: Messages;
};

/** What an endorsement says, and who wrote it, as far as it says so. Nothing in it is read as markup. */
export function EndorsementText({ credential, behaviour, messages }: EndorsementTextProps) {
  const { message } = messages;
  const signed = signedEndorsement(credential);
  return (
    <>
      <p>
        <strong>
          {behaviour == null ? <bdi dir="auto">{signed.behaviour}</bdi> : <Text {...behaviour} />}
        </strong>
      </p>
      <blockquote class="story" {...(signed.language === '' ? {} : { lang: signed.language })}>
        {signed.story.split('\n').map((line) => (
          <p dir="auto">{line}</p>
        ))}
      </blockquote>
      <p>
        {message('endorsement-by')}{' '}
        {signed.username === null ? (
          message('endorsement-by-none')
        ) : (
          <Person name={signed.username} />
        )}
      </p>
    </>
  );
}
