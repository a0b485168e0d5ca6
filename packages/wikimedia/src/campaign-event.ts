import type { ImportRefusal } from '@laurel/core/import-refusal';
import { ok, type Result, refuse } from '@laurel/core/result';
import * as z from 'zod';
import type { WikimediaReader } from './action-api.ts';
import { callWikimedia, jsonOf } from './call.ts';
import { retryAfterSecondsOf } from './retry-after.ts';
import { endpointsOf } from './wikimedia.ts';

/** An event of Extension:CampaignEvents, as far as a certificate can use it. */
export type CampaignEvent = {
  readonly id: number;
  readonly name: string;
  /** The days at the event's own place, ISO 8601. */
  readonly startDay: string;
  readonly endDay: string;
  /** The event's page for anybody: `Special:EventDetails`. */
  readonly url: string;
};

/** A local time in fourteen digits; its first eight are the day. */
const LocalTime = z
  .string()
  .regex(/^\d{14}$/)
  .transform((time) => `${time.slice(0, 4)}-${time.slice(4, 6)}-${time.slice(6, 8)}`)
  .pipe(z.iso.date());

const Answer = z.object({
  id: z.int().positive(),
  name: z.string().min(1),
  status: z.string(),
  start_time: LocalTime,
  end_time: LocalTime,
  is_test_event: z.boolean(),
});

const NotFound = z.object({ errorKey: z.string() });
const DELETED = 'campaignevents-rest-get-registration-deleted';

/** Events take place whether people may still register or not. */
const STATUSES_OF_EVENTS = ['open', 'closed'];

/**
 * An event by its id. Events that were deleted or called off, and those that their organizers made to
 * try things out, are refused. Source: CampaignEvents, `GetEventRegistrationHandler`.
 */
export async function findCampaignEvent(
  wikimedia: WikimediaReader,
  id: number,
): Promise<Result<CampaignEvent, ImportRefusal>> {
  const response = await askCampaignEvents(wikimedia, `${id}`, {});
  if (response.status === 404) {
    const told = NotFound.safeParse(await jsonOf(response));
    const deleted = told.success && told.data.errorKey === DELETED;
    return refuse({ reason: deleted ? 'event_called_off' : 'event_unknown' });
  }
  const answer = Answer.safeParse(response.status === 200 ? await jsonOf(response) : null);
  if (!answer.success || answer.data.id !== id) return refuse(unavailable(response));
  const event = answer.data;
  if (event.is_test_event) return refuse({ reason: 'event_is_test' });
  if (!STATUSES_OF_EVENTS.includes(event.status)) return refuse({ reason: 'event_called_off' });
  return ok({
    id,
    name: event.name,
    startDay: event.start_time,
    endDay: event.end_time,
    url: new URL(`/wiki/Special:EventDetails/${id}`, wikimedia.baseUrl).href,
  });
}

/** One call of CampaignEvents' REST API. `path` comes after `event_registration/`. */
export function askCampaignEvents(
  wikimedia: WikimediaReader,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Response> {
  const url = new URL(
    `/w/rest.php/campaignevents/v0/event_registration/${path}`,
    endpointsOf(wikimedia).api,
  );
  url.search = new URLSearchParams(parameters).toString();
  return callWikimedia(wikimedia, url, { method: 'GET' });
}

/** The refusal for an answer that is none. */
export function unavailable(response: Response): ImportRefusal {
  return {
    reason: 'wikimedia_unavailable',
    retryAfterSeconds: retryAfterSecondsOf(response),
  };
}
