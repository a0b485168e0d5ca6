import { directionOf } from '@laurel/core/language';
import { isolated } from '@laurel/i18n/isolated';
import { INTERFACE_LANGUAGES, type Messages, messagesFor } from '@laurel/i18n/messages';
import { LaurelMark } from '@laurel/pages/mark';
import type { Trust } from '../verify-offline.ts';
import type { Inability } from './can-verify.ts';

type FrameProps = {
  readonly trust: Trust;
  /** Null where signatures can be checked. */
  readonly unable: Inability | null;
  /** What was pasted before. */
  readonly text: string;
  readonly messages: Messages;
};

/** The page around an answer. */
export function Frame({ trust, unable, text, messages }: FrameProps) {
  const { message } = messages;
  return (
    <>
      <header class="top">
        <nav aria-label={message('footer-languages')}>
          <span class="home">
            <LaurelMark />
            {message('laurel-name')}
          </span>
          {INTERFACE_LANGUAGES.map((tag) => (
            <button
              type="button"
              class="quieter"
              data-language={tag}
              lang={tag}
              dir={directionOf(tag)}
              {...(tag === messages.language ? { 'aria-current': 'true' } : {})}
            >
              {messagesFor(tag).message('language-name')}
            </button>
          ))}
        </nav>
      </header>
      <main>
        <h1>{message('verify-offline-title')}</h1>
        <p class="lead">{message('offline-lead')}</p>
        {unable === null ? (
          <Form text={text} messages={messages} />
        ) : (
          <p class="note">
            {message(`offline-unable-${unable}`, isolated('http://'), isolated('https://'))}
          </p>
        )}
        <div id="result" aria-live="polite" />
      </main>
      <footer>
        <div>
          {trust.origin !== null && <p>{message('offline-made-for', isolated(trust.origin))}</p>}
          {trust.roots.map((root) => (
            <p>{message('offline-root-key', isolated(root))}</p>
          ))}
          <p>{message('footer-not-foundation')}</p>
          {messages.draft && <p>{message('draft-translation')}</p>}
        </div>
      </footer>
    </>
  );
}

type FormProps = { readonly text: string; readonly messages: Messages };

function Form({ text, messages: { message } }: FormProps) {
  return (
    <form id="ask">
      <div>
        <label for="file">{message('offline-file-label')}</label>
        <span class="quiet small" id="file-help">
          {message('offline-file-help')}
        </span>
        <input
          type="file"
          id="file"
          multiple
          accept=".pdf,.png,.svg,.json,.jwt,application/pdf,image/png,image/svg+xml,application/json"
          aria-describedby="file-help"
        />
      </div>
      <div>
        <label for="text">{message('offline-text-label')}</label>
        <span class="quiet small" id="text-help">
          {message('offline-text-help')}
        </span>
        <textarea
          id="text"
          rows={4}
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          aria-describedby="text-help"
        >
          {text}
        </textarea>
      </div>
      <button type="submit">{message('verify-button')}</button>
    </form>
  );
}
