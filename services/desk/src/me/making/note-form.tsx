import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { MAX_NOTE_LENGTH } from './note.ts';

type NoteFormProps = {
  readonly credentialId: string;
  /** Empty where there is none. */
  readonly note: string;
  readonly reader: Reader;
};

/** For whom a credential is, which its holder alone reads, and changing that. */
export function NoteForm({ credentialId, note, reader }: NoteFormProps) {
  const { message } = reader.messages;
  const field = `note-${credentialId}`;
  return (
    <>
      {note !== '' && (
        <p>
          {message('me-note-is')} <bdi dir="auto">{note}</bdi>
        </p>
      )}
      <details>
        <summary>{message(note === '' ? 'me-note-write' : 'me-note-change')}</summary>
        <form method="post" action={linkTo(`/me/credentials/${credentialId}/note`, reader)}>
          <label for={field}>{message('me-note')}</label>
          <input
            id={field}
            name="note"
            type="text"
            dir="auto"
            value={note}
            maxlength={MAX_NOTE_LENGTH}
            autocomplete="off"
          />
          <button type="submit" class="quieter">
            {message('me-note-keep')}
          </button>
        </form>
      </details>
    </>
  );
}
