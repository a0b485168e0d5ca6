import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';

/** One tap that switches every link off, wherever somebody sees what they hold. */
export function HideEverything({ reader }: { readonly reader: Reader }) {
  const { message } = reader.messages;
  return (
    <section class="card" aria-labelledby="hide">
      <h2 id="hide">{message('me-hide-title')}</h2>
      <p>{message('me-hide-means')}</p>
      <form method="post" action={linkTo('/me/hide', reader)}>
        <button type="submit" class="grave">
          {message('me-hide-button')}
        </button>
      </form>
      <p>
        <a class="step" href={linkTo('/me/hidden', reader)}>
          {message('me-hidden-link')}
        </a>
      </p>
    </section>
  );
}
