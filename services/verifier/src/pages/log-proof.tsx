import type { Messages } from '@laurel/i18n/messages';

type LogProofProps = { readonly text: string | null; readonly messages: Messages };

/** That a file is in the log, to be copied; nothing while it waits. */
export function LogProof({ text, messages: { message } }: LogProofProps) {
  if (text === null) return null;
  return (
    <details>
      <summary>{message('credential-log-proof')}</summary>
      <p>{message('credential-log-proof-lead')}</p>
      <pre class="record" dir="ltr">
        {text}
      </pre>
    </details>
  );
}
