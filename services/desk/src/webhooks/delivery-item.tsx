import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { ShownDelivery } from './read-webhooks.ts';
import { NO_ANSWERS } from './send.ts';

type DeliveryItemProps = {
  readonly delivery: ShownDelivery;
  /** Where it is sent again from; null where nothing can be sent any more. */
  readonly again: string | null;
  readonly reader: Reader;
};

/** One message in a list: what it tells of, when, how it went, and the way to send it again. */
export function DeliveryItem({ delivery, again, reader }: DeliveryItemProps) {
  const { message, language } = reader.messages;
  const { id, event, createdAtSeconds, attempts, state, lastAnswer } = delivery;
  const noAnswer = NO_ANSWERS.find((one) => one === lastAnswer);
  return (
    <li>
      <strong>{message(`webhook-event-${event}`)}</strong>{' '}
      <span class="tag">{message(`webhook-delivery-${state}`)}</span>
      <p class="quiet small">
        {longDate(dayOf(createdAtSeconds), language)}{' '}
        <bdi dir="ltr">{new Date(createdAtSeconds * 1000).toISOString().slice(11, 19)} UTC</bdi>
        {' · '}
        {message('webhooks-attempts', attempts)}
        {lastAnswer !== null && (
          <>
            {' · '}
            {noAnswer === undefined
              ? message('webhooks-answer', lastAnswer)
              : message(`webhook-answer-${noAnswer}`)}
          </>
        )}
      </p>
      <p class="quiet small">
        <code dir="ltr">{id}</code>
      </p>
      {again !== null && (
        <form method="post" action={linkTo(again, reader)}>
          <button type="submit" class="quieter">
            {message('webhooks-again')}
            <span class="aside"> {id}</span>
          </button>
        </form>
      )}
    </li>
  );
}
