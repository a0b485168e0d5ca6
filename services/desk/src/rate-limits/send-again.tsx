import type { Reader } from '@laurel/http/reader';
import { FileField } from '../page/fields.tsx';
import { readUpload } from '../session/read-upload.ts';

/** Above this a form is not given back; the reader's browser still has it. */
export const MAX_KEPT_BYTES = 1024 * 1024;

/** What was typed into a form, and the names of its files, which no page can give back. */
export type KeptForm = {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly string[];
};

/** The form that a request brought; null where it is too large or cannot be read. */
export async function formToKeep(request: Request): Promise<KeptForm | null> {
  const form = await readUpload(request, MAX_KEPT_BYTES);
  if (!form.ok) return null;
  const entries = [...form.value];
  return {
    fields: entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    files: entries.flatMap(([name, value]) =>
      typeof value !== 'string' && value.size > 0 ? [name] : [],
    ),
  };
}

type SendAgainProps = {
  /** Where the form was sent to, with its query. */
  readonly action: string;
  /** Null where the form cannot be given back. */
  readonly kept: KeptForm | null;
  /** Where what was typed is, and when to send it. */
  readonly explanation: string;
  readonly reader: Reader;
};

/** The same form again, ready to be sent. */
export function SendAgain({ action, kept, explanation, reader }: SendAgainProps) {
  const { message } = reader.messages;
  if (kept === null) return <p>{explanation}</p>;
  return (
    <form
      method="post"
      action={action}
      {...(kept.files.length > 0 ? { enctype: 'multipart/form-data' } : {})}
    >
      <p>{explanation}</p>
      {kept.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {kept.files.map((name) => (
        <FileField
          name={name}
          label={message('sheets-file')}
          help={message('limits-file')}
          accept=""
        />
      ))}
      <button type="submit">{message('limits-send-again')}</button>
    </form>
  );
}
