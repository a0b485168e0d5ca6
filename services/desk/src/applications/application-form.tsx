import type { Failure } from '@laurel/core/failure';
import { MAX_SLUG_LENGTH } from '@laurel/core/issuer-slug';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { EnterSends, TextFields } from '../texts/text-fields.tsx';
import type { ApplicationFields } from './application-fields.ts';

type ApplicationFormProps = {
  readonly fields: ApplicationFields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Applying to become an issuer: who it is, where that can be seen, and whom to turn to. */
export function ApplicationForm({ fields, mistakes, failure, reader }: ApplicationFormProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('apply-title')}</h1>
      <p class="lead">{message('apply-lead')}</p>
      <p>{message('apply-next')}</p>
      <RefusalNote failure={failure} reader={reader} />
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <form method="post" action={linkTo('/desk/apply', reader)}>
        <EnterSends label={message('apply-send')} />
        <h2>{message('apply-who')}</h2>
        <TextFields rows={fields.rows} mistakes={mistakes} reader={reader} />
        <TextField
          name="slug"
          label={message('apply-slug')}
          help={message('apply-slug-help')}
          value={fields.slug}
          maxlength={MAX_SLUG_LENGTH}
          autocomplete="off"
          mistake={mistakes.get('slug')}
        />
        <h2>{message('apply-proof-heading')}</h2>
        <TextField
          name="proof"
          type="url"
          label={message('apply-proof')}
          help={message('apply-proof-help')}
          value={fields.proof}
          mistake={mistakes.get('proof')}
        />
        <h2>{message('apply-contacts')}</h2>
        <p>{message('apply-contacts-help')}</p>
        <div class="pair">
          <TextField
            name="contact1"
            label={message('apply-contact', 1)}
            value={fields.contact1}
            autocomplete="off"
            mistake={mistakes.get('contact1')}
          />
          <TextField
            name="contact2"
            label={message('apply-contact', 2)}
            value={fields.contact2}
            autocomplete="off"
            mistake={mistakes.get('contact2')}
          />
        </div>
        <button type="submit">{message('apply-send')}</button>
      </form>
    </>
  );
}
