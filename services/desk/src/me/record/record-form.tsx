import type { Failure } from '@laurel/core/failure';
import { MAX_RECORD_CREDENTIALS, MAX_RECORD_TITLE_LETTERS } from '@laurel/core/learner-record';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Boxes, type Mistakes, Select, TextField } from '../../page/fields.tsx';
import { RefusalNote } from '../../page/refusal-note.tsx';
import { ChooseCredentials } from '../choose-credentials.tsx';
import { languageName } from '../language-name.ts';
import type { OwnCredential } from '../own-credentials.ts';
import { languagesFor } from './choosable.ts';
import type { TypedRecord } from './record-wish.ts';

type RecordFormProps = {
  readonly own: readonly OwnCredential[];
  readonly typed: TypedRecord;
  readonly failure: Failure | null;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** Which credentials go into a record, with what that tells about their holder said before. */
export function RecordForm({ own, typed, failure, mistakes, reader }: RecordFormProps) {
  const { message } = reader.messages;
  return (
    <form method="post" action={linkTo('/me/record', reader)}>
      <input type="hidden" name="request_key" value={typed.requestKey} />
      <h2>{message('record-make')}</h2>
      <RefusalNote failure={failure} reader={reader} />
      <div class="note">
        <p>{message('record-connects')}</p>
        <p>{message('record-copies')}</p>
      </div>
      {mistakes.has('aware') && (
        <Boxes
          kind="checkbox"
          name="aware"
          label={message('record-mixed-title')}
          values={[]}
          options={[{ value: 'yes', label: message('record-aware') }]}
          mistake={mistakes.get('aware')}
        />
      )}
      <ChooseCredentials
        own={own}
        chosen={typed.chosen}
        label={message('record-choose')}
        mistake={mistakes.get('credential')}
        reader={reader}
      />
      <p class="quiet small">{message('record-at-most', MAX_RECORD_CREDENTIALS)}</p>
      <TextField
        name="title"
        label={message('record-field-title')}
        help={message('record-field-title-help')}
        mistake={mistakes.get('title')}
        value={typed.title}
        maxlength={MAX_RECORD_TITLE_LETTERS}
        required
      />
      <Select
        name="language"
        label={message('record-field-language')}
        help={message('record-field-language-help')}
        options={languagesFor(own).map((language) => ({
          value: language,
          label: languageName(language, false, reader.messages),
        }))}
        value={typed.language}
      />
      <p class="quiet small">{message('record-withdrawn-later')}</p>
      <button type="submit">{message('record-make-button')}</button>
      <p class="quiet small">{message('record-make-private')}</p>
    </form>
  );
}
