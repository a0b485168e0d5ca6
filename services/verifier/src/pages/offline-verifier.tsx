import type { Reader } from '@laurel/http/reader';

/** Where what verifies without us can be had. */
export function OfflineVerifier({ reader: { messages } }: { readonly reader: Reader }) {
  const { message } = messages;
  return (
    <section>
      <h2>{message('verify-offline-title')}</h2>
      <p>{message('verify-offline-lead')}</p>
      <p>
        <a href="/verify/offline.html" class="step" download>
          {message('verify-offline-link')}
        </a>
      </p>
    </section>
  );
}
