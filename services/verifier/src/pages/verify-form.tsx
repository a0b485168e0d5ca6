import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';

type VerifyFormProps = {
  readonly reader: Reader;
  /** What was pasted before, to be corrected. */
  readonly text?: string;
};

/** One form for everything that can be verified. Works without script. */
export function VerifyForm({ reader, text = '' }: VerifyFormProps) {
  const { message } = reader.messages;
  return (
    <form method="post" action={linkTo('/verify', reader)} enctype="multipart/form-data">
      <p>
        <a class="button quieter" href={linkTo('/verify/scan', reader)}>
          {message('scan-open')}
        </a>
      </p>
      <div>
        <label for="credential">{message('verify-text-label')}</label>
        <span class="quiet small" id="credential-help">
          {message('verify-text-help')}
        </span>
        <textarea
          id="credential"
          name="credential"
          rows={5}
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          aria-describedby="credential-help"
        >
          {text}
        </textarea>
      </div>
      <div>
        <label for="file">{message('verify-file-label')}</label>
        <span class="quiet small" id="file-help">
          {message('verify-file-help')}
        </span>
        <input
          type="file"
          id="file"
          name="file"
          accept=".pdf,.png,.svg,.json,.jwt,application/pdf,image/png,image/svg+xml,application/json"
          aria-describedby="file-help"
        />
      </div>
      <button type="submit">{message('verify-button')}</button>
    </form>
  );
}
