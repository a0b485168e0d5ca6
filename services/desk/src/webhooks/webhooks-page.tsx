import { dayOf } from '@laurel/core/day';
import { WEBHOOK_EVENTS } from '@laurel/core/webhook-event';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Boxes, MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { Paging } from '../page/paging.tsx';
import type { listWebhooks, ShownWebhook } from './read-webhooks.ts';

export type WebhookFields = { readonly url: string; readonly events: readonly string[] };

type WebhooksPageProps = {
  readonly member: Member;
  readonly listed: Awaited<ReturnType<typeof listWebhooks>>;
  readonly page: number;
  readonly fields: WebhookFields;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** The webhooks of an issuer, and a form for another one. */
export function WebhooksPage(props: WebhooksPageProps) {
  const { member, listed, page, fields, mistakes, reader } = props;
  const { message } = reader.messages;
  const path = deskPath(member.issuer, '/webhooks');
  return (
    <>
      <h1>{message('desk-section-webhooks')}</h1>
      <p class="lead">{message('webhooks-lead')}</p>
      <p>
        <a href={linkTo('/api/v1/reference#webhooks', reader)}>{message('webhooks-how')}</a>
      </p>
      {listed.total === 0 ? (
        <p>{message('webhooks-none')}</p>
      ) : (
        <ul class="people">
          {listed.webhooks.map((webhook) => (
            <li>
              <a href={linkTo(`${path}/${webhook.id}`, reader)}>
                <bdi dir="ltr">{webhook.url}</bdi>
              </a>
              <WebhookState webhook={webhook} reader={reader} />
            </li>
          ))}
        </ul>
      )}
      <Paging page={page} total={listed.total} path={path} reader={reader} />
      <h2>{message('webhooks-new')}</h2>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <form method="post" action={linkTo(path, reader)}>
        <TextField
          name="url"
          type="url"
          label={message('webhooks-url')}
          help={message('webhooks-url-help')}
          value={fields.url}
          maxlength={2_000}
          required
          mistake={mistakes.get('url')}
        />
        <Boxes
          name="events"
          kind="checkbox"
          label={message('webhooks-events')}
          values={fields.events}
          mistake={mistakes.get('events')}
          options={WEBHOOK_EVENTS.map((event) => ({
            value: event,
            label: message(`webhook-event-${event}`),
          }))}
        />
        <button type="submit">{message('webhooks-make')}</button>
      </form>
    </>
  );
}

type WebhookStateProps = { readonly webhook: ShownWebhook; readonly reader: Reader };

/** Since when a webhook is in use, or how it ended, and whether sending to it fails. */
export function WebhookState({ webhook, reader }: WebhookStateProps) {
  const { message, language } = reader.messages;
  const { createdAtSeconds, endedAtSeconds, endedBy, failures } = webhook;
  return (
    <>
      <p class="quiet small">
        {endedAtSeconds === null
          ? message('webhooks-since', longDate(dayOf(createdAtSeconds), language))
          : message(
              `webhooks-ended-${endedBy ?? 'member'}`,
              longDate(dayOf(endedAtSeconds), language),
            )}
      </p>
      {endedAtSeconds === null && failures > 0 && (
        <p class="mistake">{message('webhooks-failing', failures)}</p>
      )}
    </>
  );
}
