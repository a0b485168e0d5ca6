import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { TextField } from '../page/fields.tsx';

/** What somebody may say of themselves when they ask. */
export const MAX_ASKED_BY = 80;

type AskPageProps = {
  readonly credentialId: string;
  readonly typed: string;
  readonly mistake?: string | undefined;
  readonly reader: Reader;
};

/** For whoever was shown a credential: how to find out whether it is the other person's. The same for every id. */
export function AskPage({ credentialId, typed, mistake, reader }: AskPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo(`/c/${credentialId}`, reader)}>{message('confirm-back')}</a>
      </p>
      <h1>{message('confirm-title')}</h1>
      <p class="lead">{message('confirm-lead')}</p>
      <ol>
        <li>{message('confirm-step-code')}</li>
        <li>{message('confirm-step-tell')}</li>
        <li>{message('confirm-step-see')}</li>
      </ol>
      <form method="post" action={linkTo(`/confirm/${credentialId}`, reader)}>
        <TextField
          name="asked_by"
          label={message('confirm-asked-by')}
          help={message('confirm-asked-by-help')}
          value={typed}
          maxlength={MAX_ASKED_BY}
          autocomplete="off"
          mistake={mistake}
        />
        <button type="submit">{message('confirm-ask')}</button>
      </form>
      <p class="quiet small">{message('confirm-says-nothing-else')}</p>
    </>
  );
}
