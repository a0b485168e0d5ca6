import type { Schemas, ShownDocument } from '@laurel/api-description/document';
import { Example } from '@laurel/api-description/views/operation-view';
import { SchemaView } from '@laurel/api-description/views/schema-view';
import type { Reader } from '@laurel/http/reader';

type MessageViewsProps = {
  readonly webhooks: ShownDocument['webhooks'];
  readonly schemas: Schemas;
  readonly reader: Reader;
};

/** What is sent to webhooks: how to check it, and what each message holds. */
export function MessageViews({ webhooks, schemas, reader }: MessageViewsProps) {
  const { message } = reader.messages;
  const entries = Object.entries(webhooks);
  const [first] = entries;
  const answers = Object.entries(first?.[1].post.responses ?? {}).sort();
  return (
    <section aria-labelledby="webhooks">
      <h2 id="webhooks">{message('reference-messages')}</h2>
      <p>{message('reference-messages-lead')}</p>
      <p>{message('reference-messages-check')}</p>
      {first !== undefined && (
        <div lang="en" dir="ltr">
          <dl>
            {first[1].post.parameters.map(({ name, description }) => (
              <>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{description}</dd>
              </>
            ))}
          </dl>
          <pre class="copy" tabindex={0}>
            {SIGNATURE}
          </pre>
        </div>
      )}
      <p>
        <a href="https://www.standardwebhooks.com/" rel="noreferrer">
          Standard Webhooks
        </a>
      </p>
      <h3>{message('reference-messages-answer')}</h3>
      <dl lang="en" dir="ltr">
        {answers.map(([status, { description }]) => (
          <>
            <dt>{status}</dt>
            <dd>{description}</dd>
          </>
        ))}
      </dl>
      {entries.map(([event, { post }]) => (
        <section aria-labelledby={post.operationId}>
          <h3 id={post.operationId} dir="ltr">
            <code>{event}</code>
          </h3>
          <div lang="en" dir="ltr">
            <p>{post.summary}</p>
            {post.requestBody !== undefined && (
              <>
                {Object.values(post.requestBody.content).map(({ schema }) => (
                  <SchemaView schema={schema} schemas={schemas} />
                ))}
                <Example content={post.requestBody.content} schemas={schemas} />
              </>
            )}
          </div>
        </section>
      ))}
    </section>
  );
}

const SIGNATURE = `signed    = webhook-id + "." + webhook-timestamp + "." + body
key       = base64 decode of what follows "whsec_" in the secret
signature = "v1," + base64 of HMAC-SHA256(key, signed)`;
