import { behaviourOf } from '@laurel/catalogue/behaviours';
import { directionOf } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { Localised } from '../me/localised.tsx';

type ToldProps = {
  readonly of: {
    readonly behaviour: string;
    readonly story: string;
    readonly language: string;
    readonly disclosure: 'account' | 'none';
  };
  readonly reader: Reader;
};

/** What somebody wrote, and what it will say of them. */
export function Told({ of: { behaviour, story, language, disclosure }, reader }: ToldProps) {
  const named = behaviourOf(behaviour);
  return (
    <>
      {named !== null && (
        <p>
          <strong>
            <Localised texts={named.text} reader={reader} source="en" />
          </strong>
        </p>
      )}
      <blockquote class="story" lang={language} dir={directionOf(language)}>
        {story.split('\n').map((line) => (
          <p dir="auto">{line}</p>
        ))}
      </blockquote>
      <p class="quiet small">{reader.messages.message(`endorse-says-${disclosure}`)}</p>
    </>
  );
}
