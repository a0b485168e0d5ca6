import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import { MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { LanguageField } from '../texts/text-fields.tsx';
import type { OwnShareOut } from './own.ts';
import { ShareOutState } from './own-section.tsx';

/** The form as it was typed. */
export type TypedShareOut = { readonly url: string; readonly language: string };

type GivePageProps = {
  readonly promise: OwnShareOut;
  readonly typed: TypedShareOut;
  readonly mistakes: Mistakes;
  readonly nowSeconds: number;
  readonly reader: Reader;
};

/** Where somebody says where it is what they shared. */
export function GivePage({ promise, typed, mistakes, nowSeconds, reader }: GivePageProps) {
  const { message } = reader.messages;
  const { awardId, achievement } = promise;
  return (
    <>
      <p class="over">
        <a href={linkTo(`/me/awards/${awardId}`, reader)}>
          <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        </a>
      </p>
      <h1>{message('share-out-title')}</h1>
      <ShareOutState promise={promise} nowSeconds={nowSeconds} reader={reader} />
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      {promise.state !== 'done' && (
        <form method="post" action={linkTo(`/me/awards/${awardId}/share-out`, reader)}>
          <TextField
            name="url"
            type="url"
            label={message('share-out-url')}
            help={message('share-out-url-help')}
            value={typed.url}
            mistake={mistakes.get('url')}
            required
          />
          <LanguageField
            name="language"
            label={message('share-out-language')}
            value={typed.language}
            mistake={mistakes.get('language')}
            reader={reader}
          />
          <button type="submit">{message('share-out-give')}</button>
        </form>
      )}
    </>
  );
}
