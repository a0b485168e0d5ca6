import type { Reader } from '@laurel/http/reader';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { linkTo } from '@laurel/pages/link';
import { Select } from '../../page/fields.tsx';
import { ChooseCredentials } from '../choose-credentials.tsx';
import { languageName } from '../language-name.ts';
import type { OwnCredential } from '../own-credentials.ts';
import { resumeLanguages } from './resume-entry.ts';

export const RESUME_PATH = '/me/resume';

type ChoosePageProps = {
  readonly own: readonly OwnCredential[];
  readonly chosen: readonly string[];
  readonly language: string | null;
  readonly mistake?: string | undefined;
  readonly reader: Reader;
};

/** Which certificates a résumé is made of, and in which language. */
export function ChoosePage({ own, chosen, language, mistake, reader }: ChoosePageProps) {
  const { message } = reader.messages;
  const languages = resumeLanguages(own);
  const [first = 'en'] = languages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('resume-title')}</h1>
      <p class="lead">{message('resume-lead')}</p>
      {own.length === 0 ? (
        <p>{message('resume-nothing')}</p>
      ) : (
        <form method="post" action={linkTo(RESUME_PATH, reader)}>
          <ChooseCredentials
            own={own}
            chosen={chosen}
            label={message('resume-which')}
            mistake={mistake}
            reader={reader}
          />
          <Select
            name="language"
            label={message('resume-language')}
            help={message('resume-language-means')}
            value={language ?? chooseLanguage(reader.languages, languages, first)}
            options={languages.map((tag) => ({
              value: tag,
              label: languageName(tag, isDraft(own, tag), reader.messages),
              lang: tag,
            }))}
          />
          <div>
            <button type="submit">{message('resume-begin')}</button>
          </div>
        </form>
      )}
    </>
  );
}

function isDraft(own: readonly OwnCredential[], tag: string): boolean {
  return own.some(({ held }) => held.achievement.drafts.includes(tag));
}
