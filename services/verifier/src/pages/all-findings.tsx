import { CHECK_NAMES } from '@laurel/core/verdict';
import type { Messages } from '@laurel/i18n/messages';
import { sentencesOf } from '../api/findings.ts';

/** Every check with all that it can find, each with its sentence. */
export function AllFindings({ messages }: { readonly messages: Messages }) {
  const { message } = messages;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{message('api-reference-findings')}</h2>
      <p>{message('api-reference-findings-lead')}</p>
      {CHECK_NAMES.map((check) => (
        <>
          <h3>
            {message(`check-${check}`)}{' '}
            <code class="small" dir="ltr">
              {check}
            </code>
          </h3>
          <dl>
            {sentencesOf(check, messages).map(({ finding, sentence }) => (
              <>
                <dt>
                  <code dir="ltr">{finding}</code>
                </dt>
                <dd>{sentence}</dd>
              </>
            ))}
          </dl>
        </>
      ))}
    </section>
  );
}
