import { SIX_DIGITS } from '@laurel/core/six-digits';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { TextField } from '../../page/fields.tsx';

/** Where a holder enters the code that a partner told them. */
export function CodeForm({ reader }: { readonly reader: Reader }) {
  const { message } = reader.messages;
  return (
    <section class="card" aria-labelledby="confirm">
      <h2 id="confirm">{message('me-confirm-title')}</h2>
      <p>{message('me-confirm-lead')}</p>
      <form method="post" action={linkTo('/me/confirm', reader)}>
        <TextField
          name="code"
          label={message('me-confirm-code', SIX_DIGITS)}
          inputmode="numeric"
          autocomplete="off"
          maxlength={20}
          required
        />
        <button type="submit" class="quieter">
          {message('me-confirm-look')}
        </button>
      </form>
    </section>
  );
}
