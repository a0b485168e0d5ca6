import type { LanguageTag } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Select, TextArea } from '../../page/fields.tsx';
import { languageName } from '../language-name.ts';
import type { OwnCredential } from '../own-credentials.ts';
import { BOXES, type BoxFacts, type BoxName } from './boxes.ts';

const NAMES: readonly BoxName[] = ['box', 'userbox', 'line'];

type WikitextPageProps = {
  readonly own: OwnCredential;
  readonly languages: readonly LanguageTag[];
  readonly facts: BoxFacts;
  readonly reader: Reader;
};

/** Wikitext that shows a credential on a wiki, to be copied by its holder. */
export function WikitextPage({ own, languages, facts, reader }: WikitextPageProps) {
  const { credential, held } = own;
  const { message } = reader.messages;
  const { credentialId: id } = credential;
  return (
    <>
      <p class="over">
        <a href={linkTo(`/me/awards/${held.award.id}#credential-${id}`, reader)}>
          {message('me-wikitext-back')}
        </a>
      </p>
      <h1>{message('me-wikitext-title')}</h1>
      {credential.visible ? (
        <>
          <p class="lead">{message('me-wikitext-lead')}</p>
          {credential.disclosure !== 'account' && (
            <p class="note">{message('me-wikitext-unmasks')}</p>
          )}
          <form method="get" action={`/me/credentials/${id}/wikitext`}>
            <input type="hidden" name="uselang" value={reader.messages.language} />
            <Select
              name="language"
              label={message('me-wikitext-language')}
              value={facts.language}
              options={languages.map((tag) => ({
                value: tag,
                label: languageName(tag, false, reader.messages),
                lang: tag,
              }))}
            />
            <button type="submit" class="quieter">
              {message('me-wikitext-choose')}
            </button>
          </form>
          {NAMES.map((name) => (
            <TextArea
              name={name}
              label={message(`me-wikitext-${name}`)}
              value={BOXES[name](facts)}
              rows={name === 'box' ? 7 : 4}
              readonly
            />
          ))}
          <p class="quiet small">{message('me-wikitext-no-pictures')}</p>
        </>
      ) : (
        <>
          <p class="note">{message('me-wikitext-link-off')}</p>
          <form method="post" action={linkTo(`/me/credentials/${id}/link`, reader)}>
            <button type="submit" name="link" value="on">
              {message('me-link-switch-on')}
            </button>
          </form>
        </>
      )}
    </>
  );
}
