import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';
import { DeliveryItem } from './delivery-item.tsx';
import type { listDeliveries, ShownWebhook } from './read-webhooks.ts';
import { WebhookState } from './webhooks-page.tsx';

type WebhookPageProps = {
  readonly member: Member;
  readonly webhook: ShownWebhook;
  readonly sent: Awaited<ReturnType<typeof listDeliveries>>;
  readonly page: number;
  /** Whether a message was just sent by hand. */
  readonly justSent: boolean;
  /** A secret that was just made, told this once, and how. */
  readonly told: { readonly how: 'made' | 'rolled'; readonly secret: string } | null;
  readonly reader: Reader;
};

/** One webhook: what it is told of, what was sent to it, and what can be done with it. */
export function WebhookPage(props: WebhookPageProps) {
  const { member, webhook, sent, page, justSent, told, reader } = props;
  const { message } = reader.messages;
  const path = deskPath(member.issuer, `/webhooks/${webhook.id}`);
  const inUse = webhook.endedAtSeconds === null;
  return (
    <>
      <h1>
        <bdi dir="ltr">{new URL(webhook.url).host}</bdi>
      </h1>
      <Done sentence={justSent ? message('webhooks-sent') : null} />
      {told !== null && (
        <section class="note done" role="status">
          <p>{message(`webhooks-${told.how}`)}</p>
          <pre id="secret" class="copy" dir="ltr" tabindex={0}>
            {told.secret}
          </pre>
          <button type="button" hidden data-copy="secret" data-done={message('desk-copied')}>
            {message('desk-copy')}
          </button>
        </section>
      )}
      <p>
        <code dir="ltr">{webhook.url}</code>
      </p>
      <WebhookState webhook={webhook} reader={reader} />
      <h2>{message('webhooks-events')}</h2>
      <ul>
        {webhook.events.map((event) => (
          <li>
            {message(`webhook-event-${event}`)} <code dir="ltr">{event}</code>
          </li>
        ))}
      </ul>
      {inUse && (
        <>
          <form method="post" action={linkTo(`${path}/deliveries`, reader)}>
            <button type="submit">{message('webhooks-test')}</button>
          </form>
          <Act path={`${path}/secret`} act="roll" reader={reader} />
          <Act path={`${path}/end`} act="end" reader={reader} />
        </>
      )}
      <h2>{message('webhooks-deliveries')}</h2>
      <p class="quiet small">{message('webhooks-deliveries-kept')}</p>
      {sent.total === 0 && <p>{message('webhooks-deliveries-none')}</p>}
      <ul class="people">
        {sent.deliveries.map((delivery) => (
          <DeliveryItem
            delivery={delivery}
            again={inUse ? `${path}/deliveries/${delivery.id}/again` : null}
            reader={reader}
          />
        ))}
      </ul>
      <Paging page={page} total={sent.total} path={path} reader={reader} />
      <p>
        <a href={linkTo(deskPath(member.issuer, '/webhooks'), reader)}>
          {message('webhooks-back')}
        </a>
      </p>
    </>
  );
}

type ActProps = {
  readonly path: string;
  readonly act: 'roll' | 'end';
  readonly reader: Reader;
};

/** Folded up: what a grave act will do, and its button. */
function Act({ path, act, reader }: ActProps) {
  const { message } = reader.messages;
  return (
    <details>
      <summary>{message(`webhooks-${act}`)}</summary>
      <form method="post" action={linkTo(path, reader)}>
        <p>{message(`webhooks-${act}-means`)}</p>
        <button type="submit" class="grave">
          {message(`webhooks-${act}`)}
        </button>
      </form>
    </details>
  );
}
