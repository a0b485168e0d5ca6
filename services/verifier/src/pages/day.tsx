import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';

type DayProps = { readonly day: string; readonly messages: Messages };

/** A Gregorian day in words, with the ISO date beside it, which is the same everywhere. */
export function Day({ day, messages }: DayProps) {
  return (
    <>
      <time datetime={day}>{longDate(day, messages.language)}</time>{' '}
      <bdi dir="ltr" class="iso">
        ({day})
      </bdi>
    </>
  );
}

type DaysProps = {
  readonly period: { readonly start: string; readonly end: string };
  readonly messages: Messages;
};

/** A period in words, with the ISO 8601 interval beside it; one day is just that day. */
export function Days({ period: { start, end }, messages }: DaysProps) {
  if (start === end) return <Day day={start} messages={messages} />;
  const { language, message } = messages;
  return (
    <>
      {message('days-range', longDate(start, language), longDate(end, language))}{' '}
      <bdi dir="ltr" class="iso">
        ({start}/{end})
      </bdi>
    </>
  );
}
