import { STORY_LENGTH } from '@laurel/contracts/nomination-requests';
import type { Achievement } from '@laurel/core/achievement';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import type { Failure } from '@laurel/core/failure';
import { textIn } from '@laurel/core/language';
import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import { MistakeList, type Mistakes, Select, TextArea, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { NearNames } from '../sheets/near-names.tsx';
import type { NominateFields } from './nominate-form.ts';
import type { NominatedIssuer } from './nominated-achievements.ts';

type NominatePageProps = {
  readonly issuer: NominatedIssuer;
  readonly achievements: readonly Achievement[];
  readonly fields: NominateFields;
  readonly mistakes: Mistakes;
  /** Accounts with names like the one that was typed, which is nobody's. */
  readonly near: readonly AccountToCompare[];
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** The second step: whom, for what, and why. */
export function NominatePage(props: NominatePageProps) {
  const { issuer, achievements, fields, mistakes, near, failure, reader } = props;
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <Localised texts={issuer.names} reader={reader} />
      </p>
      <h1>{message('nominate-title')}</h1>
      {achievements.length === 0 ? (
        <p>{message('nominate-nothing')}</p>
      ) : (
        <>
          <p class="note">{message('nominate-private')}</p>
          <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
          <RefusalNote failure={failure} reader={reader} />
          <form method="post" action={linkTo(`/desk/nominate/${issuer.slug}`, reader)}>
            <TextField
              name="username"
              label={message('nominate-username')}
              value={fields.username}
              mistake={mistakes.get('username')}
              autocomplete="off"
              required
            />
            <NearNames near={near} reader={reader} />
            <Select
              name="achievement"
              label={message('nominate-achievement')}
              help={message('nominate-trainings')}
              value={fields.achievement}
              mistake={mistakes.get('achievement')}
              options={[
                { value: '', label: message('sheets-choose') },
                ...achievements.map(({ slug, name, sourceLanguage }) => {
                  const { text, language } = textIn(name, reader.languages, sourceLanguage);
                  return { value: slug, label: text, lang: language };
                }),
              ]}
            />
            <TextArea
              name="story"
              label={message('nominate-story')}
              help={message('nominate-story-help', STORY_LENGTH.min, STORY_LENGTH.max)}
              value={fields.story}
              mistake={mistakes.get('story')}
              rows={7}
              maxlength={STORY_LENGTH.max}
              required
            />
            <Select
              name="evidence"
              label={message('nominate-evidence')}
              value={fields.evidence}
              mistake={mistakes.get('evidence')}
              options={EVIDENCE_CLASSES.map((one) => ({
                value: one,
                label: evidenceName(one, reader.messages),
              }))}
            />
            <TextField
              name="url"
              type="url"
              label={message('nominate-url')}
              help={message('nominate-url-help')}
              value={fields.url}
              mistake={mistakes.get('url')}
            />
            <button type="submit">{message('nominate-continue')}</button>
          </form>
        </>
      )}
    </>
  );
}
